import { isJsonObject, type JsonObject, type JsonValue } from '#catalogue/json';
import { DomainError } from '#runtime/errors';
import { redactUrl } from '#runtime/fetching';
import {
  askJson,
  isMendable,
  type LinkedPage,
  memberDocument,
  nearTo,
  readShrinking,
} from '../asking/index.ts';
import type { ListingContext } from '../protocol.ts';
import type { HarvestSource } from '../types.ts';

/** Counts of use and of links, which change every day and are no part of the metadata (DataCite REST API, dois). */
const counts =
  /^(view|download|citation|reference|part|partOf|version|versionOf)Count$|^(views|downloads|citations)OverTime$/;

/**
 * A page of DOIs, or a smaller one where that can't be had.
 * @throws DomainError `upstream` when the answer is no page of DOIs
 */
export function readDois(
  source: HarvestSource,
  context: ListingContext,
  address: string,
): Promise<LinkedPage> {
  const size = { parameter: 'page[size]', usual: 25 };
  return readShrinking(address, size, isMendable, (page) => readPage(source, context, page));
}

/**
 * Asks for DOIs by name, within what the source selects of them.
 * @param address of the first page
 * @param dois no more than fit into one page
 * @returns those that are there
 */
export async function doisThere(
  source: HarvestSource,
  context: ListingContext,
  address: string,
  dois: readonly string[],
): Promise<ReadonlySet<string>> {
  const url = new URL(address);
  const given = url.searchParams.get('query');
  const named = `doi:(${dois.map((doi) => `"${doi.replace(/["\\]/g, '\\$&')}"`).join(' OR ')})`;
  url.searchParams.set('query', given ? `(${given}) AND ${named}` : named);
  url.searchParams.set('page[size]', String(dois.length));
  const { documents } = await readDois(source, context, url.href);
  const found = new Set(documents.map(({ identifier }) => identifier?.toLowerCase()));
  return new Set(dois.filter((doi) => found.has(doi.toLowerCase())));
}

async function readPage(
  source: HarvestSource,
  context: ListingContext,
  address: string,
): Promise<LinkedPage> {
  const { value, problems } = await askJson(source, context, address, {
    accept: 'application/vnd.api+json, application/json;q=0.9',
  });
  const { data, meta, links } = value;
  if (!Array.isArray(data))
    throw new DomainError('upstream', `${redactUrl(address)} is not answered with DOIs of DataCite.`);
  const base = address.replace(/[?#].*$/, '').replace(/\/$/, '');
  const members = data.map((member) =>
    memberDocument(
      withoutCounts(member),
      ({ id }) => ({
        format: 'datacite-json',
        url: typeof id === 'string' ? `${base}/${id.split('/').map(encodeURIComponent).join('/')}` : address,
        ...(typeof id === 'string' && id !== '' ? { identifier: id } : {}),
      }),
      address,
    ),
  );
  const total = isJsonObject(meta) ? meta['total'] : undefined;
  const next = isJsonObject(links) ? links['next'] : undefined;
  return {
    documents: members.map(({ document }) => document),
    problems: [...problems, ...members.flatMap(({ problem }) => problem ?? [])],
    total: typeof total === 'number' ? total : undefined,
    // The last page of a cursor may still name a next one.
    next: typeof next === 'string' && data.length > 0 ? nearTo(next, address) : undefined,
  };
}

function withoutCounts(member: JsonValue): JsonValue {
  if (!isJsonObject(member)) return member;
  const { attributes, relationships: _, ...rest } = member;
  if (!isJsonObject(attributes)) return member;
  const kept = Object.entries(attributes).filter(([name]) => !counts.test(name));
  return { ...rest, attributes: Object.fromEntries(kept) } satisfies JsonObject;
}
