import { isJsonObject, type JsonObject } from '#catalogue/json';
import { DomainError } from '#runtime/errors';
import { redactUrl } from '#runtime/fetching';
import { AnswerFailure, askJson, linkOf, pageSizeOf } from '../asking/index.ts';
import { addressOfSource, type ListingContext, withoutUser } from '../protocol.ts';
import type { HarvestSource } from '../types.ts';

/** Media types of records and of what leads to them; servers that don't look at this header get `f=json`. */
const accept = 'application/geo+json, application/json;q=0.9';

/** Options that filter (OGC 20-004r1, 8.2), and are handed on as they are. */
export const filters = ['bbox', 'datetime', 'q', 'filter'] as const;

export type Items = { address: string; title?: string };

/**
 * Finds the items of a source that may be named by its landing page, its collections, one of them, or the items.
 * @returns address of the first page of items, without credentials
 * @throws DomainError `invalid` when it has several collections and none is chosen or it takes no filter, `upstream` when
 * it has none
 */
export async function findItems(source: HarvestSource, context: ListingContext): Promise<Items> {
  const items = await itemsOfSource(source, context);
  await requireFilter(source, context, items.address);
  return items;
}

async function itemsOfSource(source: HarvestSource, context: ListingContext): Promise<Items> {
  const given = addressOfSource(source);
  if (/\/items\/?$/.test(given.pathname)) return { address: withFilters(given.href, source) };
  const asked = withoutUser(given.href);
  const { value } = await askGeo(source, context, asked);
  if (value['type'] === 'FeatureCollection') return { address: withFilters(asked, source) };
  const title = typeof value['title'] === 'string' ? { title: value['title'] } : {};
  const items = linkOf(value, 'items', asked);
  if (items !== undefined) return { ...title, address: withFilters(items, source) };
  if (Array.isArray(value['collections']))
    return { ...title, address: withFilters(itemsOf(choose(source, value), asked), source) };
  const base = asked.replace(/[?#].*$/, '').replace(/\/?$/, '');
  const data = linkOf(value, 'data', asked) ?? `${base}/collections`;
  const { value: list } = await askGeo(source, context, data);
  return { ...title, address: withFilters(itemsOf(choose(source, list), data), source) };
}

/**
 * @param address of the items
 * @throws DomainError `invalid` when the source is to be asked with a filter, and the service says that it takes none
 */
async function requireFilter(source: HarvestSource, context: ListingContext, address: string): Promise<void> {
  if (!source.options['filter']) return;
  const conformance = address.replace(/\/collections\/.*$/, '/conformance').replace(/[?#].*$/, '');
  const conforms = await askGeo(source, context, conformance, 1).then(
    ({ value }) => value['conformsTo'],
    () => undefined,
  );
  // Who does not say what it can may be able to.
  if (!Array.isArray(conforms)) return;
  const takes = (name: RegExp) => conforms.some((uri) => typeof uri === 'string' && name.test(uri));
  if (
    !takes(/\/conf\/(cql2-text|filter-cql2?-text|cql-text)$/) &&
    !takes(/ogcapi-features-3\/.*\/conf\/filter$/)
  )
    throw new DomainError(
      'invalid',
      `filter: ${redactUrl(conformance)} says nothing of filters in CQL2 text. Use bbox, datetime, keyword or q.`,
      { field: 'options' },
    );
}

/** Asks once more for JSON where a web page comes: some servers look at `f` alone. */
export async function askGeo(
  source: HarvestSource,
  context: ListingContext,
  address: string,
  retries?: number,
) {
  const question = { accept, ...(retries === undefined ? {} : { retries }) };
  try {
    return await askJson(source, context, address, question);
  } catch (error) {
    const isPage = error instanceof AnswerFailure && error.kind === 'html';
    if (!isPage || new URL(address).searchParams.has('f')) throw error;
    const url = new URL(address);
    url.searchParams.set('f', 'json');
    return askJson(source, context, url.href, question);
  }
}

/** The collection of records: the one that is chosen, the only one, or the main one of pycsw. */
function choose(source: HarvestSource, list: JsonObject): JsonObject {
  const given = Array.isArray(list['collections']) ? list['collections'].filter(isJsonObject) : [];
  const ofRecords = given.filter(({ itemType }) => itemType === 'record');
  // Services that leave the type out may serve records; collections of features or of STAC are none.
  const untyped = given.filter((one) => one['itemType'] === undefined && !('stac_version' in one));
  const all = ofRecords.length > 0 ? ofRecords : untyped;
  const wanted = source.options['collection'];
  const found = wanted
    ? given.find(({ id }) => id === wanted)
    : all.length === 1
      ? all[0]
      : all.find(({ id }) => id === 'metadata:main');
  if (found) return found;
  const names = all.map(({ id }) => String(id)).join(', ');
  if (all.length === 0)
    throw new DomainError('upstream', `${redactUrl(source.url)} offers no collection of OGC API Records.`);
  throw new DomainError(
    'invalid',
    wanted
      ? `collection: there is no "${wanted}" among ${names}.`
      : `collection: the service has several; choose one of ${names}.`,
  );
}

function itemsOf(collection: JsonObject, list: string): string {
  const told = linkOf(collection, 'items', list);
  const base = list.replace(/[?#].*$/, '').replace(/\/?$/, '');
  return told ?? `${base}/${encodeURIComponent(String(collection['id']))}/items`;
}

function withFilters(address: string, source: HarvestSource): string {
  const url = new URL(withoutUser(address));
  url.searchParams.set('limit', String(pageSizeOf(source)));
  for (const name of filters) {
    const value = source.options[name];
    if (value) url.searchParams.set(name, value);
  }
  if (source.options['filter'] && !url.searchParams.has('filter-lang'))
    url.searchParams.set('filter-lang', 'cql2-text');
  return url.href;
}
