import { decodeDocument, largestDocument, parseXml, serialiseElement, XmlElement } from '../../xml/index.ts';
import type { Header } from '../acdd/index.ts';
import { headerOfDas, headerOfNcml, isDas } from '../netcdf/index.ts';
import { chainsOf } from './catalog.ts';

/** `metadataType` (InvCatalog 1.0) of the header of a file that stands within its dataset. */
const types = { ncml: 'NcML', das: 'DAS' } as const;

/** The header of its file that a dataset carries, as `withHeader` puts it there; `undefined` where it carries none. */
export function headerIn(dataset: XmlElement): Header | undefined {
  for (const child of dataset.elements()) {
    if (child.name !== 'metadata') continue;
    const type = child.attribute('metadataType')?.toLowerCase();
    const ncml = child.child('netcdf');
    if (type === 'ncml' && ncml) return headerOfNcml(ncml);
    // Lines count from the beginning of the whole document.
    if (type === 'das' && isDas(child.text))
      return headerOfDas('\n'.repeat(Math.max(0, child.line - 1)) + child.text).header;
  }
  return undefined;
}

/**
 * Puts what a server says of the file of a dataset into the dataset, so that both are one document.
 * @param part the dataset, alone, as `splitThredds` gives it
 * @param answer NcML, or a DAS of OPeNDAP
 * @returns the document, `undefined` where the answer is neither or says nothing
 */
export function withHeader(part: Uint8Array, answer: Uint8Array): Uint8Array | undefined {
  const { root } = parseXml(part);
  const chain = root ? chainsOf(root).next().value : undefined;
  if (!root || !chain) return undefined;
  const metadata = metadataOf(answer, root);
  const header = metadata && headerIn(copy(root, [metadata]));
  if (!metadata || !header || header.attributes.names.length + header.variables.length === 0)
    return undefined;
  const add = (element: XmlElement): XmlElement =>
    element === chain.dataset
      ? copy(element, [...element.children, metadata])
      : copy(
          element,
          element.children.map((child) => (typeof child === 'string' ? child : add(child))),
        );
  return new TextEncoder().encode(serialiseElement(add(root)));
}

function metadataOf(answer: Uint8Array, { namespace, prefix }: XmlElement): XmlElement | undefined {
  const wrapped = (type: string, content: XmlElement | string) => {
    const attribute = { name: 'metadataType', namespace: '', prefix: '', value: type };
    return new XmlElement('metadata', namespace, prefix, [attribute], {}, [content], 1);
  };
  if (answer.length > largestDocument) return undefined;
  const { text } = decodeDocument(answer);
  if (isDas(text)) return wrapped(types.das, text);
  if (!text.trimStart().startsWith('<')) return undefined;
  const { root } = parseXml(answer);
  return root?.name === 'netcdf' ? wrapped(types.ncml, withoutMoment(root)) : undefined;
}

/** The service writes when it answered: every answer would be another document. */
function withoutMoment(element: XmlElement): XmlElement {
  return copy(
    element,
    element.children.flatMap((child) => {
      if (typeof child === 'string' || child.name !== 'group') return child;
      if (child.attribute('name') !== 'NCISOMetadata') return child;
      return copy(
        child,
        child.children.filter(
          (inner) => typeof inner === 'string' || inner.attribute('name') !== 'metadata_creation',
        ),
      );
    }),
  );
}

function copy(element: XmlElement, children: XmlElement['children']): XmlElement {
  const { name, namespace, prefix, attributes, declarations, line } = element;
  return new XmlElement(name, namespace, prefix, attributes, declarations, children, line);
}
