import { isJsonObject, type JsonObject, type JsonValue } from '#catalogue/json';
import { DomainError } from '#runtime/errors';
import { redactUrl } from '#runtime/fetching';
import { askJson } from '../asking/index.ts';
import { addressOfSource, type ListingContext, withoutUser } from '../protocol.ts';
import type { HarvestSource } from '../types.ts';

/** One record as the search lists it. */
export type Hit = { uuid: string };
export type Hits = {
  hits: Hit[];
  /** Entries that are no records with a uuid. */
  unnamed: number;
  total: number | undefined;
  /** Where the list goes on; absent behind the last hit. */
  after: JsonValue[] | undefined;
};
export type HitQuestion = { size: number; after?: JsonValue[]; since?: string | undefined };

/** Address of the portal, `…/srv`, without a slash; the source may be named by any page of it. */
export function portalOf(source: HarvestSource): string {
  const url = new URL(withoutUser(addressOfSource(source).href));
  url.search = '';
  url.hash = '';
  const [, home] =
    /^(.*?\/srv)(?:\/|$)/.exec(url.pathname) ??
    /^(.*?\/[^/]+)\/(?:api(?:\/|$)|[a-z]{3}\/(?:catalog\.search|csw))/.exec(url.pathname) ??
    [];
  const plain = url.pathname.replace(/\/$/, '');
  url.pathname = home ?? `${plain}/srv`;
  return url.href.replace(/\/$/, '');
}

/**
 * Asks for records in the order of their uuids. The index counts no further than 10,000, so that a page is asked for by
 * the hit before it.
 * @throws DomainError `upstream` when the answer is none of the search
 */
export async function searchRecords(
  source: HarvestSource,
  context: ListingContext,
  { size, after, since }: HitQuestion,
): Promise<Hits> {
  const address = `${portalOf(source)}/api/search/records/_search`;
  const filter: JsonValue[] = [{ terms: { isTemplate: ['n'] } }];
  if (since !== undefined) filter.push({ range: { changeDate: { gte: since } } });
  const body: JsonObject = {
    size,
    track_total_hits: true,
    query: { bool: { filter } },
    sort: [{ uuid: 'asc' }],
    _source: ['uuid'],
    ...(after === undefined ? {} : { search_after: after }),
  };
  const { value } = await askJson(source, context, address, { body });
  const { hits: found } = value;
  const list = isJsonObject(found) ? found['hits'] : undefined;
  if (!isJsonObject(found) || !Array.isArray(list))
    throw new DomainError('upstream', `${redactUrl(address)} is not answered with records of GeoNetwork.`);
  const hits = list.flatMap((hit) => uuidOf(hit) ?? []);
  const last = list.at(-1);
  const lastUuid = hits.at(-1)?.uuid;
  const sorted = isJsonObject(last) && Array.isArray(last['sort']) ? last['sort'] : undefined;
  const fallback = lastUuid === undefined ? undefined : [lastUuid];
  return {
    hits,
    unnamed: list.length - hits.length,
    total: totalOf(found['total']),
    after: list.length < size ? undefined : (sorted ?? fallback),
  };
}

function uuidOf(hit: JsonValue): Hit | undefined {
  if (!isJsonObject(hit)) return undefined;
  const source = hit['_source'];
  const uuid = (isJsonObject(source) ? source['uuid'] : undefined) ?? hit['_id'];
  return typeof uuid === 'string' && uuid !== '' ? { uuid } : undefined;
}

function totalOf(total: JsonValue | undefined): number | undefined {
  const count = isJsonObject(total) ? (total['relation'] === 'eq' ? total['value'] : undefined) : total;
  return typeof count === 'number' ? count : undefined;
}
