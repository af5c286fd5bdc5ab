import { type EnvelopeElement, EnvelopePage } from './page.ts';

/** Where each kind of root keeps its own identifier (ISO 19115:2003 B.2.1, ISO 19115-1 B.2.1, OGC 07-006r1 10.2.5). */
const paths: Readonly<Record<string, readonly string[]>> = {
  MD_Metadata: ['fileIdentifier', 'CharacterString'],
  MI_Metadata: ['fileIdentifier', 'CharacterString'],
  Record: ['identifier'],
  SummaryRecord: ['identifier'],
  BriefRecord: ['identifier'],
};
const path19115Part3 = ['metadataIdentifier', 'MD_Identifier', 'code', 'CharacterString'];

/**
 * Finds the identifier of a record without parsing it, so that an unchanged record is told by its hash alone, and one
 * that is not well-formed is still told by name.
 * @param bytes one record as a document
 * @returns `undefined` when there is none, or the kind of record is not one of the paths above
 */
export function identifierWithin(bytes: Uint8Array): string | undefined {
  const page = new EnvelopePage(bytes);
  if (!page.root) return undefined;
  const path =
    page.root.namespace.includes('19115/-3/') || page.root.namespace.includes('19115/-1/mdb')
      ? path19115Part3
      : paths[page.root.name];
  let element: EnvelopeElement | undefined = page.root;
  for (const name of path ?? ['']) element = element && page.child(element, name);
  return (element && page.text(element)) || undefined;
}
