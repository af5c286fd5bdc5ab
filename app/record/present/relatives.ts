import type { CatalogueRecord } from '#catalogue/model';
import type { StoredRecord } from '#ledger';
import { isDomainError } from '#runtime/errors';
import type { PortalServices } from '../../services.ts';

type Finding = Pick<PortalServices, 'records' | 'search'>;

/** Records of the catalogue by the identifiers that others call them by. */
export type Relatives = {
  byIdentifier(identifier: string): StoredRecord | undefined;
};

const mostIdentifiers = 40;

/**
 * Looks up what a record names: its parent, related resources, datasets that a service operates on. Records that the public may not see are not found.
 */
export async function relativesOf(stored: StoredRecord, services: Finding): Promise<Relatives> {
  const named = namedIn(stored.record).slice(0, mostIdentifiers);
  const found = await find(stored, named, services);
  const byKey = new Map<string, StoredRecord>();
  for (const record of found) for (const key of keysOf(record)) if (!byKey.has(key)) byKey.set(key, record);
  return { byIdentifier: (identifier) => byKey.get(keyOf(identifier)) };
}

/** Identifiers of other resources that a record names. */
function namedIn({ parentIdentifier, resource }: CatalogueRecord): string[] {
  const named = [
    parentIdentifier,
    ...resource.related.flatMap(({ identifier, url }) => [identifier, url]),
    ...(resource.service?.operatesOn ?? []),
  ];
  return [
    ...new Set(named.filter((identifier) => identifier !== undefined && identifier.trim() !== '')),
  ].filter((identifier) => identifier !== undefined);
}

async function find(
  stored: StoredRecord,
  named: readonly string[],
  { records, search }: Finding,
): Promise<StoredRecord[]> {
  const inSource = await Promise.all(
    named.map((identifier) => records.findByUpstreamIdentifier(stored.sourceId, identifier)),
  );
  const ids = new Set(inSource.flatMap((record) => (record && !record.deleted ? [record.id] : [])));
  if (named.length > 0) for (const id of await idsOf([...named], search)) ids.add(id);
  ids.delete(stored.id);
  const visible = await records.getMany([...ids], 'public');
  return visible.filter(({ deleted }) => !deleted);
}

/** A page is worth showing without its relatives when the index can't be asked. */
async function idsOf(values: string[], search: PortalServices['search']): Promise<string[]> {
  try {
    const answer = await search.search({
      where: { op: 'identifier', values },
      sort: 'title',
      offset: 0,
      limit: 60,
      facets: [],
      reader: 'public',
      copies: true,
      language: 'en',
    });
    return answer.hits.map(({ id }) => id);
  } catch (error) {
    if (isDomainError(error)) return [];
    throw error;
  }
}

function keysOf({ upstreamIdentifier, record }: StoredRecord): string[] {
  return [
    upstreamIdentifier,
    ...(record.metadataIdentifier ? [record.metadataIdentifier] : []),
    ...record.resource.identifiers.flatMap(({ code, uri }) => (uri ? [code, uri] : [code])),
  ].map(keyOf);
}

/** DOIs are the same in all their spellings, and in any case. */
function keyOf(identifier: string): string {
  return identifier
    .trim()
    .toLowerCase()
    .replace(/^(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/|doi:\s*)/, '')
    .replace(/^urn:uuid:/, '');
}
