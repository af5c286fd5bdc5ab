import { type Facts, type Language, words } from '../documents/facts.ts';
import type { CswRecord } from './csw-server.ts';

/**
 * A record of a CSW from what the centre knows of it.
 * @param documents XML without a declaration, by address of the output schema
 */
export function cswRecord(
  facts: Facts,
  language: Language,
  documents: Readonly<Record<string, string>>,
): CswRecord {
  return {
    identifier: facts.id,
    title: words(facts.title, language) ?? '',
    type: facts.scope ?? 'dataset',
    modified: facts.updated,
    abstract: words(facts.abstract, language),
    subjects: facts.keywords.flatMap(({ concepts }) =>
      concepts.flatMap((concept) => words(concept, language) ?? []),
    ),
    documents,
  };
}
