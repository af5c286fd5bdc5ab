import { DomainError } from '#runtime/errors';
import type { ListingContext } from '../protocol.ts';
import type { HarvestSource } from '../types.ts';
import { ask, repositoryError } from './ask.ts';

/** What Identify says (OAI-PMH 2.0, 4.2), as far as a harvest depends on it. */
export type Repository = {
  name: string | undefined;
  /** Length of its datestamps: a day, or a second. */
  granularity: 'day' | 'second';
  deletedRecord: 'no' | 'transient' | 'persistent';
};

export type OfferedFormat = { prefix: string; namespace: string };

/** @throws DomainError `upstream` when the address is no OAI-PMH repository */
export async function identify(source: HarvestSource, context: ListingContext): Promise<Repository> {
  const answer = await ask(source, context, 'Identify');
  const { page, content } = answer;
  if (!content) throw repositoryError('Identify', answer);
  const text = (name: string) => {
    const child = page.child(content, name);
    return child && page.text(child);
  };
  const deleted = text('deletedRecord');
  return {
    name: text('repositoryName'),
    granularity: text('granularity')?.includes('T') ? 'second' : 'day',
    deletedRecord: deleted === 'persistent' || deleted === 'transient' ? deleted : 'no',
  };
}

/** @returns an empty list when the repository does not answer the question; oai_dc is then what every one must have */
export async function listFormats(source: HarvestSource, context: ListingContext): Promise<OfferedFormat[]> {
  const { page, content } = await ask(source, context, 'ListMetadataFormats');
  if (!content) return [];
  return [...page.children(content)].map((format) => {
    const text = (name: string) => {
      const child = page.child(format, name);
      return child ? page.text(child) : '';
    };
    return { prefix: text('metadataPrefix'), namespace: text('metadataNamespace') };
  });
}

/** What we read best comes first: by namespace, since prefixes are each repository's own choice. */
const preferences: readonly ((format: OfferedFormat) => boolean)[] = [
  ({ namespace }) => /19115\/-3\/mdb|19115\/-1\/mdb/.test(namespace),
  ({ namespace, prefix }) => /isotc211\.org\/2005\/gm[di]/.test(namespace) || /^iso19139/i.test(prefix),
  ({ namespace, prefix }) => /w3\.org\/ns\/dcat/.test(namespace) || /dcat/i.test(prefix),
  ({ prefix }) => prefix === 'oai_datacite',
  ({ namespace, prefix }) => /datacite\.org/.test(namespace) || /datacite/i.test(prefix),
  ({ prefix }) => prefix === 'oai_dc',
];

/**
 * Chooses the prefix to harvest.
 * @throws DomainError `upstream` when none of those offered can be read here
 */
export function choosePrefix(offered: readonly OfferedFormat[]): string {
  if (offered.length === 0) return 'oai_dc';
  for (const suits of preferences) {
    const found = offered.find(suits);
    if (found) return found.prefix;
  }
  throw new DomainError(
    'upstream',
    `None of the formats of the repository is read here: ${offered.map(({ prefix }) => prefix).join(', ')}.`,
  );
}
