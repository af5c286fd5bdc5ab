import type { FormatName } from '#catalogue/formats';
import { type EnvelopeElement, EnvelopePage } from './page.ts';

const gmd = 'http://www.isotc211.org/2005/gmd';

/** Roots of records, by namespace and name, with the way to their own identifier; `*` is whatever stands there. */
const roots: readonly { namespace: RegExp; name: RegExp; format: FormatName; path: readonly string[] }[] = [
  // ISO 19115:2003, B.2.1: fileIdentifier holds a character string, in practice an anchor as well.
  { namespace: exactly(gmd), name: /^MD_Metadata$/, format: 'iso19139', path: ['fileIdentifier', '*'] },
  {
    namespace: /^http:\/\/(www\.isotc211\.org\/2005\/gmi|standards\.iso\.org\/iso\/19115\/-2\/gmi\/1\.0)$/,
    name: /^MI_Metadata$/,
    format: 'iso19139',
    path: ['fileIdentifier', '*'],
  },
  // ISO 19115-1, B.2.1.
  {
    namespace: /19115\/-[13]\/mdb\//,
    name: /^MD_Metadata$/,
    format: 'iso19115-3',
    path: ['metadataIdentifier', 'MD_Identifier', 'code', '*'],
  },
  // OGC 07-006r1, 10.2.5; 12-176r7, 6.6.
  {
    namespace: /^http:\/\/www\.opengis\.net\/cat\/csw\/(2\.0\.2|3\.0)$/,
    name: /^(Brief|Summary)?Record$/,
    format: 'csw-record',
    path: ['identifier'],
  },
];

/**
 * Tells format and identifier of a record without parsing it, so that an unchanged record is told by its hash alone,
 * and one that is not well-formed is still told by name.
 * @param bytes one record as a document
 * @returns nothing for documents whose root is not one of the plain ones above: those must be read
 */
export function sniffRecord(bytes: Uint8Array): { format?: FormatName; identifier?: string } {
  const page = new EnvelopePage(bytes);
  const { root } = page;
  const known =
    root && roots.find(({ namespace, name }) => namespace.test(root.namespace) && name.test(root.name));
  if (!known) return {};
  let element: EnvelopeElement | undefined = root;
  for (const name of known.path)
    element =
      element &&
      (name === '*' ? page.children(element).next().value || undefined : page.child(element, name));
  const identifier = element && page.text(element);
  return { format: known.format, ...(identifier ? { identifier } : {}) };
}

function exactly(uri: string): RegExp {
  return new RegExp(`^${uri.replaceAll('.', '\\.')}$`);
}
