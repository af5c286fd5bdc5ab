import { DomainError } from '#runtime/errors';
import { type FetchResponse, isFetchError, redactUrl } from '#runtime/fetching';
import type { Log } from '#runtime/log';
import { createRobots } from '#runtime/robots';
import { conditionOf, memorable, unchangedIn, validatorOf } from '../asking/index.ts';
import { PageBuilder } from '../page-builder.ts';
import type { RememberedFile } from '../ports.ts';
import { type ListingContext, requestFor, withoutUser } from '../protocol.ts';
import { runProblem } from '../run-problem.ts';
import type { HarvestedDocument, HarvestPage, HarvestSource, ListingEnd, RunProblem } from '../types.ts';
import { documentsOf, hollow, mediaTypeOf } from './document.ts';
import { linksOf } from './index-page.ts';

const deepest = 10;
const mostFolders = 5000;
const mostFiles = 100_000;
/** Files asked for at once; the budget of the host bounds what really runs. */
const together = 8;

type Found = { documents: HarvestedDocument[]; problems: RunProblem[] };

/**
 * Harvests a web-accessible folder: its index pages, those of its subfolders, and the files that they list.
 * @throws DomainError `upstream` when the start gives neither an index page nor a document
 */
export async function* webPages(
  source: HarvestSource,
  context: ListingContext,
): AsyncGenerator<HarvestPage, ListingEnd, void> {
  const address = withoutUser(source.url);
  const known = (await context.files?.remembered([address]))?.get(address);
  const first = await get(source, context, source.url, known);
  const start = new URL(first.url);
  const builder = new PageBuilder();
  if (known && first.status === 304) {
    builder.add(unchangedIn(known), 0);
    yield builder.take();
    return { complete: true };
  }
  if (!isHtml(first)) {
    const found = await documentsAt(first, start, address, context.log);
    if (found.documents.every(({ bytes }) => bytes.length === 0))
      throw new DomainError(
        'upstream',
        `${redactUrl(first.url)} is neither an index page nor a metadata document. ${found.problems[0]?.message ?? ''}`,
      );
    builder.add(found, first.bytes.length);
    yield builder.take();
    return { complete: true };
  }
  // An index may be answered at "/folder" or "/folder/index.html": what it lists stands beside it.
  start.pathname = start.pathname.replace(/[^/]*$/, '');
  const gaps: string[] = [];
  const rules = await createRobots(context.fetcher).rulesFor(start.href, requestFor(source, context));
  const mayFetch = ({ pathname, search }: URL) => rules.allows(pathname + search);
  let forbidden = 0;
  const visited = new Set([start.href]);
  const waiting: { url: URL; depth: number; index: FetchResponse | undefined }[] = [
    { url: start, depth: 0, index: first },
  ];
  let files = 0;
  for (let folder = waiting.shift(); folder; folder = waiting.shift()) {
    const index = folder.index ?? (await getIndex(source, context, folder.url, builder, gaps));
    if (!index) continue;
    const links = linksOf(Buffer.from(index.bytes).toString('utf8'), folder.url, start);
    for (const url of links.folders) {
      if (visited.has(url.href)) continue;
      visited.add(url.href);
      if (!mayFetch(url)) {
        forbidden += 1;
        continue;
      }
      if (folder.depth + 1 > deepest || visited.size > mostFolders)
        gaps.push(
          `The folder is nested more than ${deepest} deep or has more than ${mostFolders} subfolders.`,
        );
      else waiting.push({ url, depth: folder.depth + 1, index: undefined });
    }
    const metadata = links.files.filter(({ pathname }) => mediaTypeOf(pathname) !== undefined);
    const wanted = metadata.filter(mayFetch);
    forbidden += metadata.length - wanted.length;
    for (let at = 0; at < wanted.length; at += together) {
      context.signal.throwIfAborted();
      const some = wanted.slice(at, at + together);
      files += some.length;
      if (files > mostFiles) return { complete: true, gap: `The folder holds more than ${mostFiles} files.` };
      const known = await context.files?.remembered(some.map(({ href }) => href));
      for (const { found, bytes } of await Promise.all(
        some.map((url) => getFile(source, context, url, start, known?.get(url.href))),
      ))
        builder.add(found, bytes);
      if (builder.isFull()) yield builder.take();
    }
  }
  if (forbidden > 0) {
    gaps.push(`The robots.txt of the server forbids ${forbidden} of its files or folders.`);
    builder.add({ documents: [], problems: [robotsProblem(forbidden)] }, 0);
  }
  if (!builder.isEmpty()) yield builder.take();
  return { complete: true, ...(gaps[0] ? { gap: gaps[0] } : {}) };
}

function robotsProblem(forbidden: number): RunProblem {
  return runProblem(
    'warning',
    'robots-disallowed',
    `The robots.txt of the server forbids ${forbidden} files or folders; they were not fetched.`,
    'Allow the folder of the metadata for Halocline in robots.txt.',
  );
}

/** @param known the answer may be 304 where it is unchanged */
async function get(
  source: HarvestSource,
  context: ListingContext,
  url: string,
  known?: RememberedFile,
): Promise<FetchResponse> {
  const response = await context.fetcher.fetch(url, {
    ...requestFor(source, context),
    ...(known ? { known: conditionOf(known.validator) } : {}),
  });
  if (response.status < 400) return response;
  throw new DomainError('upstream', `${new URL(url).pathname} is answered with status ${response.status}.`);
}

/** A subfolder that can't be listed costs its own files, and leaves a gap. */
async function getIndex(
  source: HarvestSource,
  context: ListingContext,
  url: URL,
  builder: PageBuilder,
  gaps: string[],
): Promise<FetchResponse | undefined> {
  try {
    const response = await get(source, context, url.href);
    if (isHtml(response)) return response;
    throw new DomainError('upstream', `${url.pathname} is no index page.`);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    gaps.push(`The subfolder ${url.pathname} can't be listed.`);
    const hint = 'Check that the server shows an index of this folder.';
    builder.add(
      { documents: [], problems: [runProblem('error', 'folder-unreadable', error.message, hint)] },
      0,
    );
    return undefined;
  }
}

async function getFile(
  source: HarvestSource,
  context: ListingContext,
  url: URL,
  start: URL,
  known: RememberedFile | undefined,
): Promise<{ found: Found; bytes: number }> {
  const path = pathBelow(url, start);
  try {
    const response = await get(source, context, url.href, known);
    if (known && response.status === 304) return { found: unchangedIn(known), bytes: 0 };
    const found = await documentsAt(response, start, url.href, context.log);
    return { found, bytes: response.bytes.length };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const failure = isFetchError(error) ? error.failure : 'status';
    const hint = 'Check that the file can be fetched from outside.';
    const problem = runProblem('error', `file-${failure}`, error.message, hint, { identifier: path });
    return { found: { documents: [hollow(url.href)], problems: [problem] }, bytes: 0 };
  }
}

/** @param address that was asked for; where another one answered, its validators don't speak for this one */
async function documentsAt(response: FetchResponse, start: URL, address: string, log: Log): Promise<Found> {
  const url = new URL(response.url);
  const path = pathBelow(url, start);
  const mediaType = mediaTypeOf(url.pathname) ?? (response.mediaType || 'application/xml');
  const found = await documentsOf({ path, url: url.href, mediaType, bytes: response.bytes }, log);
  return memorable(found, address, url.href === address ? validatorOf(response) : undefined);
}

function pathBelow(url: URL, start: URL): string {
  const folder = start.pathname.replace(/[^/]*$/, '');
  const below = url.pathname.startsWith(folder) ? url.pathname.slice(folder.length) : url.pathname;
  try {
    return decodeURIComponent(below);
  } catch {
    return below;
  }
}

function isHtml({ mediaType }: FetchResponse): boolean {
  return mediaType === 'text/html' || mediaType === 'application/xhtml+xml';
}
