import { isJsonObject, type JsonValue } from '#catalogue/json';
import { DomainError } from '#runtime/errors';
import { redactUrl } from '#runtime/fetching';
import { askChanged, askJson, followPages, linkOf } from '../asking/index.ts';
import { addressOfSource, type HarvestProtocol, type ListingContext, withoutUser } from '../protocol.ts';
import type { HarvestSource } from '../types.ts';
import { collectionsThere, readCollections } from './collections.ts';
import { staticPages } from './static.ts';

/**
 * STAC: the collections of an API (`/collections`, in pages), or those of a static catalogue, which are found by its
 * `child` links. Items are parts of a collection, and are not harvested. Option `pageSize`: handed on as `limit`; an API
 * that searches collections is asked for `bbox` and `datetime`.
 */
export const stac: HarvestProtocol = {
  name: 'stac',
  async describe(source, context) {
    const { collections, title } = await findCollections(source, context);
    if (collections === undefined) return { ...(title ? { title } : {}), facts: ['A static catalogue'] };
    const { documents, total } = await readCollections(source, context, collections);
    return {
      ...(title ? { title } : {}),
      facts: [
        `Collections at ${redactUrl(collections)}`,
        `${total ?? documents.length} collections ${total === undefined ? 'on the first page' : ''}`.trim(),
      ],
    };
  },
  async *pages(source, context) {
    if (await isStaticStill(source, context)) return yield* staticPages(source, context);
    const { collections } = await findCollections(source, context);
    if (collections === undefined) return yield* staticPages(source, context);
    const {
      inPages,
      unstable,
      gap: missing,
    } = yield* followPages(collections, context, (page) => readCollections(source, context, page));
    // What a search leaves out is there all the same, so asking for it would tell nothing.
    const isSearch = searched.some((name) => new URL(collections).searchParams.has(name));
    const gap = missing ?? (isSearch ? unstable : undefined);
    return {
      complete: true,
      ...(gap === undefined ? {} : { gap }),
      ...(inPages && !isSearch
        ? { stillThere: (identifiers) => collectionsThere(source, context, collections, identifiers) }
        : {}),
    };
  },
};

/** Whether the source is remembered as a static catalogue whose first document did not change. */
async function isStaticStill(source: HarvestSource, context: ListingContext): Promise<boolean> {
  const asked = withoutUser(addressOfSource(source).href);
  const known = (await context.files?.remembered([asked]))?.get(asked);
  return known !== undefined && (await askChanged(source, context, asked, known)) === undefined;
}

/** Options that an API which searches collections is asked with. */
const searched = ['bbox', 'datetime'];

/**
 * @returns address of the first page of collections, without credentials; `undefined` for a static catalogue
 * @throws DomainError `upstream` when it is neither
 */
async function findCollections(
  source: HarvestSource,
  context: ListingContext,
): Promise<{ collections?: string; title?: string }> {
  const asked = withoutUser(addressOfSource(source).href);
  const { value } = await askJson(source, context, asked);
  const title = typeof value['title'] === 'string' ? { title: value['title'] } : {};
  const listed = value['collections'];
  // Other services of the OGC have collections too.
  if (Array.isArray(listed) && (listed.length === 0 || listed.some(isStac)))
    return { ...title, collections: limited(asked, source) };
  const data = linkOf(value, 'data', asked);
  const conforms = Array.isArray(value['conformsTo']) ? value['conformsTo'] : [];
  const says = (part: string) => conforms.some((uri) => typeof uri === 'string' && uri.includes(part));
  if (data !== undefined && (says('stacspec.org') || (isStac(value) && conforms.length > 0)))
    return { ...title, collections: limited(data, source, says('collection-search')) };
  if (isStac(value)) return title;
  throw new DomainError('upstream', `${redactUrl(asked)} is neither an API nor a catalogue of STAC.`);
}

function isStac(value: JsonValue): boolean {
  return isJsonObject(value) && 'stac_version' in value;
}

/** @param searches whether the API searches collections: else those that are not wanted are left out after reading */
function limited(address: string, source: HarvestSource, searches = false): string {
  const url = new URL(address);
  for (const name of searches ? searched : []) {
    const value = source.options[name]?.trim();
    if (value) url.searchParams.set(name, value);
  }
  const size = source.options['pageSize'];
  if (size !== undefined && !url.searchParams.has('limit')) url.searchParams.set('limit', size);
  return url.href;
}
