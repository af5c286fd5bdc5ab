import type { JsonObject, JsonValue } from '#catalogue/json';
import { DomainError } from '#runtime/errors';
import { redactUrl } from '#runtime/fetching';
import {
  atOffset,
  isMendable,
  type LinkedPage,
  lostRecord,
  memberDocument,
  nextOf,
  offsetOf,
  recover,
  thereAmong,
} from '../asking/index.ts';
import type { ListingContext } from '../protocol.ts';
import type { HarvestSource } from '../types.ts';
import { askGeo } from './find-items.ts';

/**
 * Reads one page of items, or what can be had of it where a record breaks it.
 * @throws DomainError `upstream` when it is no page of features
 */
export async function readItems(
  source: HarvestSource,
  context: ListingContext,
  address: string,
): Promise<LinkedPage> {
  try {
    return pageOf(await askFeatures(source, context, address), address);
  } catch (error) {
    const size = Number(new URL(address).searchParams.get('limit') ?? '1');
    if (!isMendable(error) || !(size > 1)) throw error;
    return recovered(source, context, address, size);
  }
}

type Features = { value: JsonObject; features: JsonValue[]; problems: LinkedPage['problems'] };

async function askFeatures(
  source: HarvestSource,
  context: ListingContext,
  address: string,
  retries?: number,
): Promise<Features> {
  const { value, problems } = await askGeo(source, context, address, retries);
  const features = value['features'];
  if (Array.isArray(features)) return { value, features, problems };
  throw new DomainError(
    'upstream',
    `${redactUrl(address)} is not answered with features, so it holds no records.`,
  );
}

function pageOf({ value, features, problems }: Features, address: string): LinkedPage {
  const members = features.map((feature) =>
    memberDocument(
      feature,
      (record) => {
        const id = record['id'];
        const named = typeof id === 'string' && id.trim() !== '' ? id : undefined;
        return {
          format: 'stac_version' in record ? 'stac' : 'ogc-record',
          url:
            named === undefined
              ? withoutQuery(address)
              : `${withoutQuery(address)}/${encodeURIComponent(named)}`,
          ...(named === undefined ? {} : { identifier: named }),
        };
      },
      address,
    ),
  );
  const matched = value['numberMatched'];
  return {
    documents: members.map(({ document }) => document),
    problems: [...problems, ...members.flatMap(({ problem }) => problem ?? [])],
    total: typeof matched === 'number' && matched >= 0 ? matched : undefined,
    next: nextOf(value, address),
  };
}

/** The page in halves, by the numbers of its records; the next page is the one behind it. */
async function recovered(
  source: HarvestSource,
  context: ListingContext,
  address: string,
  size: number,
): Promise<LinkedPage> {
  const start = offsetOf(address) ?? 0;
  const at = (position: number, length: number) => {
    const url = new URL(atOffset(address, position));
    url.searchParams.set('limit', String(length));
    return url.href;
  };
  const found = await recover(
    {
      first: 0,
      isMendable,
      get: async (position, length) => {
        const { value, features } = await askFeatures(source, context, at(position, length), 1);
        const matched = value['numberMatched'];
        return { records: features, matched: typeof matched === 'number' ? matched : undefined };
      },
      lost: lostRecord,
    },
    start,
    size,
  );
  const page = pageOf({ value: {}, features: found.records, problems: found.problems }, address);
  const isLast = found.records.length === 0 || (found.matched !== undefined && start + size >= found.matched);
  return {
    ...page,
    lost: found.problems.length,
    total: found.matched,
    next: isLast ? undefined : at(start + size, size),
  };
}

/**
 * Asks for records by their identifiers (OGC 20-004r1, 7.13).
 * @param items address of any page of them
 * @returns the identifiers of those that the service gives
 */
export function recordsThere(
  source: HarvestSource,
  context: ListingContext,
  items: string,
  identifiers: readonly string[],
): Promise<ReadonlySet<string>> {
  return thereAmong(identifiers, async (identifier) => {
    const address = `${withoutQuery(items).replace(/\/$/, '')}/${encodeURIComponent(identifier)}`;
    return (await askGeo(source, context, address, 1)).value['id'] === identifier;
  });
}

function withoutQuery(address: string): string {
  return address.replace(/[?#].*$/, '');
}
