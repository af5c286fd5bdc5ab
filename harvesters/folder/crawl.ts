import { z } from 'zod';
import { createRobots } from '#runtime/robots';
import { Frontier, frontierStanding } from '../frontier.ts';
import { PageBuilder } from '../page-builder.ts';
import { type ListingContext, requestFor } from '../protocol.ts';
import { runProblem } from '../run-problem.ts';
import type { HarvestPage, HarvestSource, ListingEnd, RunProblem } from '../types.ts';
import { getFile } from './get.ts';
import { type Listed, listSubfolder } from './links.ts';

const deepest = 10;
const mostFolders = 5000;
const mostFiles = 100_000;
/** Files asked for at once; the budget of the host bounds what really runs. */
const together = 8;

const standing = frontierStanding.extend({
  /** The folder in hand, and the last file of it that was asked for. */
  folder: z.object({ address: z.string(), depth: z.number(), after: z.string() }),
  files: z.number(),
  forbidden: z.number(),
  gap: z.string().optional(),
});

/**
 * Walks a web-accessible folder breadth first, the files of each folder in the order of their addresses.
 * @param start address of the folder, with its slash at the end
 * @param first what it lists
 */
export async function* crawl(
  source: HarvestSource,
  context: ListingContext,
  start: URL,
  first: Listed,
): AsyncGenerator<HarvestPage, ListingEnd, void> {
  const rules = await createRobots(context.fetcher).rulesFor(start.href, requestFor(source, context));
  const mayFetch = (address: string) => {
    const { pathname, search } = new URL(address);
    return rules.allows(pathname + search);
  };
  const resumed = resumedIn(start, context.resume);
  const frontier = new Frontier(start.href, { deepest, most: mostFolders }, resumed);
  const builder = new PageBuilder();
  let { files = 0, forbidden = 0, gap } = resumed ?? {};
  const [begun] = resumed ? [] : frontier.take(1);
  let folder = resumed?.folder ?? (begun && { ...begun, after: '' });
  while (folder) {
    const { address, depth, after } = folder;
    const { links, found } =
      address === start.href ? first : await listSubfolder(source, context, new URL(address), start);
    builder.add(found, 0);
    if (!links) gap ??= `The subfolder ${new URL(address).pathname} can't be listed.`;
    const { folders = [], files: metadata = [] } = links ?? {};
    for (const below of folders.filter(mayFetch))
      if (!frontier.offer(below, { address, depth }))
        gap ??= `The folder is nested more than ${deepest} deep or has more than ${mostFolders} subfolders.`;
    const wanted = metadata.filter(mayFetch);
    const left = wanted.filter((file) => file > after);
    for (let at = 0, some: string[] = []; at < left.length; at += some.length) {
      context.signal.throwIfAborted();
      some = left.slice(at, at + Math.min(together, builder.room));
      files += some.length;
      if (files > mostFiles) return { complete: true, gap: `The folder holds more than ${mostFiles} files.` };
      const known = await context.files?.remembered(some);
      for (const file of await Promise.all(
        some.map((url) => getFile(source, context, new URL(url), start, known?.get(url))),
      ))
        builder.add(file.found, file.bytes);
      const last = some.at(-1) ?? after;
      if (builder.isFull())
        yield {
          ...builder.take(),
          ...frontier.checkpoint({ folder: { address, depth, after: last }, files, forbidden, gap }),
        };
    }
    forbidden += folders.length + metadata.length - folders.filter(mayFetch).length - wanted.length;
    const [next] = frontier.take(1);
    folder = next && { ...next, after: '' };
  }
  if (forbidden > 0) {
    gap ??= `The robots.txt of the server forbids ${forbidden} of its files or folders.`;
    builder.add({ documents: [], problems: [robotsProblem(forbidden)] }, 0);
  }
  if (!builder.isEmpty()) yield builder.take();
  return { complete: true, ...(gap === undefined ? {} : { gap }) };
}

/** Where a walk of this folder stood. */
function resumedIn(start: URL, checkpoint: string | undefined): z.infer<typeof standing> | undefined {
  const { data } = standing.safeParse(checkpoint === undefined ? undefined : JSON.parse(checkpoint));
  return data?.folder.address.startsWith(start.href) ? data : undefined;
}

function robotsProblem(forbidden: number): RunProblem {
  return runProblem(
    'warning',
    'robots-disallowed',
    `The robots.txt of the server forbids ${forbidden} files or folders; they were not fetched.`,
    'Allow the folder of the metadata for Halocline in robots.txt.',
  );
}
