import { z } from 'zod';
import { isJsonObject, type JsonValue } from '#catalogue/json';
import { DomainError } from '#runtime/errors';
import {
  beginning,
  isMendable,
  lostRecord,
  memberDocument,
  pageSizeOf,
  recover,
  sinceOf,
  waterOf,
} from '../asking/index.ts';
import { type ListingContext, withoutUser } from '../protocol.ts';
import type { HarvestPage, HarvestSource, ListingEnd, RunProblem } from '../types.ts';
import { actionOf, type Packages, searchPackages } from './search.ts';

/** How often a list that moves under us is taken up a page further back. */
const mostBack = 20;
/** Empty pages in a row, short of the number told, after which the rest is given up. */
const mostEmpty = 3;

const standing = z.object({
  position: z.number().int().nonnegative(),
  /** Identifier of the last dataset that came. */
  last: z.string().optional(),
  listed: z.number(),
  lost: z.number(),
  told: z.number().optional(),
  back: z.number(),
  since: z.string().optional(),
  begun: z.string(),
});
type Standing = z.infer<typeof standing>;

/**
 * Lists the datasets. Each page begins with the last dataset of the one before: where another one stands there, datasets
 * came or went meanwhile, and the list is taken up a page further back.
 */
export async function* listPackages(
  source: HarvestSource,
  context: ListingContext,
): AsyncGenerator<HarvestPage, ListingEnd, void> {
  const size = pageSizeOf(source);
  const since = sinceOf(source, context);
  const at: Standing = standing.safeParse(
    context.resume === undefined ? undefined : JSON.parse(context.resume),
  ).data ?? {
    position: 0,
    listed: 0,
    lost: 0,
    back: 0,
    begun: beginning(),
    ...(since === undefined ? {} : { since }),
  };
  let empty = 0;
  for (;;) {
    const overlap = at.last === undefined ? 0 : 1;
    const page = await reach(source, context, at.position - overlap, size + overlap, at.since);
    at.told = page.matched ?? at.told;
    const isWhole = page.lost.length === 0;
    if (overlap === 1 && isWhole && page.records.length > 0 && idOf(page.records[0]) !== at.last) {
      at.back += 1;
      if (at.back > mostBack)
        throw new DomainError(
          'upstream',
          `The list of datasets changes faster than it can be read: it was taken up again ${mostBack} times.`,
        );
      at.position = Math.max(0, at.position - size);
      at.last = undefined;
      continue;
    }
    const records = overlap === 1 && isWhole ? page.records.slice(1) : page.records;
    const came = records.length + page.lost.length;
    empty = came === 0 ? empty + 1 : 0;
    at.lost += page.lost.length;
    at.listed = Math.max(at.listed, at.position + records.length);
    at.position += isWhole ? records.length : came - overlap;
    if (came === 0) at.position += size;
    at.last = isWhole ? idOf(records.at(-1)) : undefined;
    yield pageOf(source, records, [...page.problems, ...page.lost], at);
    const more = at.told === undefined ? came > 0 : at.position < at.told;
    if (!more || empty >= mostEmpty) break;
  }
  const water = waterOf(source, at.begun);
  return { complete: at.since === undefined, ...gapOf(at), highWater: water };
}

type Reached = Packages & { lost: RunProblem[] };

/** A page, or what can be had of it where a dataset breaks it. */
async function reach(
  source: HarvestSource,
  context: ListingContext,
  start: number,
  rows: number,
  since: string | undefined,
): Promise<Reached> {
  try {
    return { ...(await searchPackages(source, context, { start, rows, since })), lost: [] };
  } catch (error) {
    if (!isMendable(error) || rows === 1) throw error;
    const get = (position: number, length: number) =>
      searchPackages(source, context, { start: position, rows: length, since, retries: 1 });
    const list = { get, first: 0 as const, isMendable, lost: lostRecord };
    const { records, matched, problems } = await recover(list, start, rows);
    return { records, matched, problems: [], lost: problems };
  }
}

function pageOf(
  source: HarvestSource,
  records: readonly JsonValue[],
  problems: RunProblem[],
  at: Standing,
): HarvestPage {
  const show = withoutUser(actionOf(source, 'package_show').href);
  const members = records.map((record) => {
    const id = idOf(record);
    const url = id === undefined ? show : `${show}?id=${encodeURIComponent(id)}`;
    return memberDocument(
      withoutCounts(record),
      () => ({ format: 'ckan', url, ...(id === undefined ? {} : { identifier: id }) }),
      show,
    );
  });
  return {
    documents: members.map(({ document }) => document),
    problems: [...problems, ...members.flatMap(({ problem }) => problem ?? [])],
    checkpoint: JSON.stringify(at),
    ...(at.told === undefined ? {} : { total: at.told }),
  };
}

/** How often a dataset was looked at changes every day, and says nothing of it. */
function withoutCounts(record: JsonValue): JsonValue {
  if (!isJsonObject(record)) return record;
  const { tracking_summary: _, ...rest } = record;
  return rest;
}

function idOf(record: JsonValue | undefined): string | undefined {
  if (!isJsonObject(record)) return undefined;
  const id = record['id'] ?? record['name'];
  return typeof id === 'string' && id.trim() !== '' ? id : undefined;
}

function gapOf({ lost, told, listed }: Standing): { gap?: string } {
  if (lost > 0) return { gap: `${lost} datasets can't be had from the source.` };
  if (told !== undefined && listed < told)
    return { gap: `The source says that it has ${told} datasets, but gave ${listed}.` };
  return {};
}
