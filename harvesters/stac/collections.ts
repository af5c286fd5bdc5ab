import { DomainError } from '#runtime/errors';
import { redactUrl } from '#runtime/fetching';
import {
  askJson,
  isMendable,
  type LinkedPage,
  memberDocument,
  nextOf,
  readShrinking,
  thereAmong,
} from '../asking/index.ts';
import type { ListingContext } from '../protocol.ts';
import type { HarvestSource } from '../types.ts';

/**
 * A page of collections, or a smaller one where that can't be had.
 * @throws DomainError `upstream` when the answer holds none
 */
export function readCollections(
  source: HarvestSource,
  context: ListingContext,
  address: string,
): Promise<LinkedPage> {
  const size = { parameter: 'limit', usual: 10 };
  return readShrinking(address, size, isMendable, (page) => readPage(source, context, page));
}

async function readPage(
  source: HarvestSource,
  context: ListingContext,
  address: string,
): Promise<LinkedPage> {
  const { value, problems } = await askJson(source, context, address);
  const { collections, numberMatched } = value;
  if (!Array.isArray(collections))
    throw new DomainError('upstream', `${redactUrl(address)} is not answered with collections.`);
  const members = collections.map((collection) =>
    memberDocument(
      collection,
      ({ id }) =>
        typeof id === 'string' && id.trim() !== ''
          ? { format: 'stac', identifier: id, url: collectionAt(address, id) }
          : { format: 'stac', url: address },
      address,
    ),
  );
  return {
    documents: members.map(({ document }) => document),
    problems: [...problems, ...members.flatMap(({ problem }) => problem ?? [])],
    total: typeof numberMatched === 'number' ? numberMatched : undefined,
    next: nextOf(value, address),
  };
}

/** Asks for collections by their identifiers. @param page address of any page of them */
export function collectionsThere(
  source: HarvestSource,
  context: ListingContext,
  page: string,
  identifiers: readonly string[],
): Promise<ReadonlySet<string>> {
  return thereAmong(identifiers, async (identifier) => {
    const { value } = await askJson(source, context, collectionAt(page, identifier), { retries: 1 });
    return value['id'] === identifier;
  });
}

function collectionAt(page: string, identifier: string): string {
  return `${page.replace(/[?#].*$/, '').replace(/\/$/, '')}/${encodeURIComponent(identifier)}`;
}
