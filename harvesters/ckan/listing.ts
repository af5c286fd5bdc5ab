import { z } from 'zod';
import { isJsonObject, type JsonValue } from '#catalogue/json';
import { DomainError } from '#runtime/errors';
import {
  beginning,
  isMendable,
  lostRecord,
  memberDocument,
  mostBack,
  movedProblem,
  pageSizeOf,
  recover,
  seamOf,
  sinceOf,
  tailOf,
  waterOf,
} from '../asking/index.ts';
import { type ListingContext, withoutUser } from '../protocol.ts';
import type { HarvestPage, HarvestSource, ListingEnd, RunProblem } from '../types.ts';
import { actionOf, type Packages, searchPackages } from './search.ts';

/** Empty pages in a row, short of the number told, after which the rest is given up. */
const mostEmpty = 3;

const standing = z.object({
  position: z.number().int().nonnegative(),
  /** What the next page overlaps; empty where it can't be asked to. */
  tail: z.array(z.string()).default([]),
  listed: z.number(),
  lost: z.number(),
  told: z.number().optional(),
  back: z.number(),
  since: z.string().optional(),
  begun: z.string(),
});
type Standing = z.infer<typeof standing>;

function resumed(checkpoint: string | undefined, since: string | undefined): Standing {
  const begun = { position: 0, listed: 0, lost: 0, back: 0, begun: beginning(), since };
  const known = standing.safeParse(checkpoint === undefined ? undefined : JSON.parse(checkpoint)).data;
  return known ?? standing.parse(begun);
}

/**
 * Lists the datasets. Each page begins with the last dataset of the one before: where another one stands there, datasets
 * came or went meanwhile, and the list is taken up further back, until a page holds one that came before.
 */
export async function* listPackages(
  source: HarvestSource,
  context: ListingContext,
): AsyncGenerator<HarvestPage, ListingEnd, void> {
  const size = pageSizeOf(source);
  const at = resumed(context.resume, sinceOf(source, context));
  let empty = 0;
  let pages = at.position > 0 ? 1 : 0;
  for (let start = at.position, stride = size; ; stride = size) {
    const overlap = at.tail.length > 0 ? 1 : 0;
    start = at.position - overlap;
    let page = await reach(source, context, start, size + overlap, at.since);
    let seam = seamOf(page.records.map(idOf), at.tail);
    for (; seam === 'apart' && start > 0 && !isHole(page, start); stride *= 2) {
      at.back += 1;
      if (at.back > mostBack)
        throw new DomainError(
          'upstream',
          `The list of datasets changes faster than it can be read: it was taken up again ${mostBack} times.`,
        );
      start = Math.max(0, start - stride);
      page = await reach(source, context, start, size + overlap, at.since);
      seam = seamOf(page.records.map(idOf), at.tail);
    }
    const hasMoved = seam === 'moved' || (seam === 'apart' && !isHole(page, start));
    at.told = page.matched ?? at.told;
    const isWhole = page.lost.length === 0;
    const records = seam === 'seamless' ? page.records.slice(1) : page.records;
    const came = page.records.length + page.lost.length;
    empty = came <= overlap ? empty + 1 : 0;
    at.lost += page.lost.length;
    at.position = start + (came === 0 ? size : came);
    at.listed = hasMoved ? start + page.records.length : Math.max(at.listed, start + page.records.length);
    at.tail = isWhole ? [...tailOf(page.records.map(idOf))] : [];
    pages += 1;
    const told = hasMoved ? [movedProblem(start)] : [];
    yield {
      ...pageOf(source, records, [...page.problems, ...page.lost, ...told], at),
      ...(hasMoved ? { again: true } : {}),
    };
    const more = at.told === undefined ? came > overlap : at.position < at.told;
    if (!more || empty >= mostEmpty) break;
  }
  return {
    complete: at.since === undefined,
    ...gapOf(at),
    highWater: waterOf(source, at.begun),
    ...(pages > 1 ? { stillThere: (ids) => packagesThere(source, context, ids) } : {}),
  };
}

/** Asks for datasets by their ids, within what the source selects of them; no more than fit into one page. */
async function packagesThere(
  source: HarvestSource,
  context: ListingContext,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { records } = await searchPackages(source, context, { start: 0, rows: ids.length, ids, retries: 1 });
  const found = new Set(records.map(idOf));
  return new Set(ids.filter((id) => found.has(id)));
}

/** A page without datasets, where the source says that there are some, is no sign that the list moved. */
function isHole({ records, lost, matched }: Reached, start: number): boolean {
  return lost.length > 0 || (records.length === 0 && matched !== undefined && matched > start);
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
