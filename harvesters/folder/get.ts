import { DomainError } from '#runtime/errors';
import { type FetchResponse, isFetchError } from '#runtime/fetching';
import type { Log } from '#runtime/log';
import { conditionOf, type FileFound, memorable, unchangedIn, validatorOf } from '../asking/index.ts';
import type { RememberedFile } from '../ports.ts';
import { type ListingContext, requestFor } from '../protocol.ts';
import { runProblem } from '../run-problem.ts';
import type { HarvestSource } from '../types.ts';
import { documentsOf, hollow, mediaTypeOf } from './document.ts';

/**
 * Gets what is at an address.
 * @param known the answer may be 304 where it is unchanged
 * @throws DomainError `upstream` when it can't be had
 */
export async function get(
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

/** The documents of a file; one that can't be had costs only itself. */
export async function getFile(
  source: HarvestSource,
  context: ListingContext,
  url: URL,
  start: URL,
  known: RememberedFile | undefined,
): Promise<{ found: FileFound; bytes: number }> {
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
export async function documentsAt(
  response: FetchResponse,
  start: URL,
  address: string,
  log: Log,
): Promise<FileFound> {
  const url = new URL(response.url);
  const path = pathBelow(url, start);
  const mediaType = mediaTypeOf(url.pathname) ?? (response.mediaType || 'application/xml');
  const found = await documentsOf({ path, url: url.href, mediaType, bytes: response.bytes }, log);
  return memorable(found, address, url.href === address ? validatorOf(response) : undefined);
}

/** The start folder has its slash at the end, or names a file in it. */
function pathBelow(url: URL, start: URL): string {
  const folder = start.pathname.replace(/[^/]*$/, '');
  const below = url.pathname.startsWith(folder) ? url.pathname.slice(folder.length) : url.pathname;
  try {
    return decodeURIComponent(below);
  } catch {
    return below;
  }
}

export function isHtml({ mediaType }: FetchResponse): boolean {
  return mediaType === 'text/html' || mediaType === 'application/xhtml+xml';
}
