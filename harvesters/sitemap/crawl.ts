import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { createRobots } from '#runtime/robots';
import { beginning, sinceOf, waterOf } from '../asking/index.ts';
import { PageBuilder } from '../page-builder.ts';
import { type ListingContext, requestFor } from '../protocol.ts';
import { runProblem } from '../run-problem.ts';
import type { HarvestPage, HarvestSource, ListingEnd, RunProblem } from '../types.ts';
import { pageAt } from './page.ts';
import { listPages, sitemapsOf } from './sitemaps.ts';

/** Pages asked for at once, where the server asks for no delay; its budget bounds what really runs. */
const together = 4;
/** Longest delay between two pages that is kept, in seconds. */
const longestDelay = 30;

const standing = z.object({
  /** Address of the last page that was asked for. */
  after: z.string(),
  since: z.string().optional(),
  begun: z.string(),
  forbidden: z.number(),
  /** Pages that describe no dataset. */
  silent: z.number(),
});

/**
 * Fetches the pages of the sitemaps, in the order of their addresses, and takes out what they say of datasets. A page that
 * can't be had costs its own datasets alone, and these stay.
 */
export async function* crawl(
  source: HarvestSource,
  context: ListingContext,
): AsyncGenerator<HarvestPage, ListingEnd, void> {
  const robots = createRobots(context.fetcher);
  const rulesOf = (address: string) => robots.rulesFor(address, requestFor(source, context));
  const rules = await rulesOf(source.url);
  const { pages, gap } = await listPages(source, context, sitemapsOf(source, rules));
  const since = sinceOf(source, context);
  const at = standing.safeParse(context.resume === undefined ? undefined : JSON.parse(context.resume))
    .data ?? {
    after: '',
    begun: beginning(),
    forbidden: 0,
    silent: 0,
    ...(since === undefined ? {} : { since }),
  };
  const { since: from } = at;
  const due = pages.filter(({ lastmod }) => from === undefined || lastmod === undefined || lastmod >= from);
  const left = due.filter(({ address }) => address > at.after);
  const listed = new Set(pages.map(({ address }) => address));
  const builder = new PageBuilder();
  const delay = Math.min(longestDelay, rules.delaySeconds ?? 0) * 1000;
  const step = delay > 0 ? 1 : together;
  for (let start = 0; start < left.length; start += step) {
    context.signal.throwIfAborted();
    const some = left.slice(start, start + step).map(({ address }) => address);
    const allowed = await Promise.all(
      some.map(async (address) => {
        const { pathname, search } = new URL(address);
        return (await rulesOf(address)).allows(pathname + search);
      }),
    );
    const fetched = some.filter((_address, index) => allowed[index]);
    at.forbidden += some.length - fetched.length;
    const known = await context.files?.remembered(fetched);
    for (const found of await Promise.all(
      fetched.map((address) => pageAt(source, context, address, listed, known?.get(address))),
    )) {
      if (found.documents.length + found.problems.length === 0) at.silent += 1;
      builder.add(found, found.bytes);
    }
    at.after = some.at(-1) ?? at.after;
    if (builder.isFull()) yield { ...builder.take(), total: due.length, checkpoint: JSON.stringify(at) };
    if (delay > 0 && start + step < left.length) await sleep(delay, undefined, { signal: context.signal });
  }
  if (at.forbidden > 0) builder.add({ documents: [], problems: [robotsProblem(at.forbidden)] }, 0);
  if (at.silent > 0) builder.add({ documents: [], problems: [silentProblem(at.silent)] }, 0);
  if (!builder.isEmpty()) yield { ...builder.take(), total: due.length, checkpoint: JSON.stringify(at) };
  const closed = at.forbidden > 0 ? `The robots.txt of the server forbids ${at.forbidden} pages.` : undefined;
  const why = gap ?? closed;
  return {
    complete: from === undefined,
    ...(why === undefined ? {} : { gap: why }),
    highWater: waterOf(source, at.begun),
  };
}

function robotsProblem(forbidden: number): RunProblem {
  return runProblem(
    'warning',
    'robots-disallowed',
    `The robots.txt of the server forbids ${forbidden} pages; they were not fetched.`,
    'Allow the pages of the datasets for Halocline in robots.txt.',
  );
}

function silentProblem(silent: number): RunProblem {
  return runProblem(
    'info',
    'pages-without-data',
    `${silent} pages describe no dataset in JSON-LD.`,
    'Nothing to do where these are other pages; else embed schema.org in them.',
  );
}
