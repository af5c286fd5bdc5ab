import { DomainError } from '#runtime/errors';
import { redactUrl } from '#runtime/fetching';
import { unchangedIn } from '../asking/index.ts';
import { type ListingContext, withoutUser } from '../protocol.ts';
import type { HarvestPage, HarvestSource, ListingEnd } from '../types.ts';
import { crawl } from './crawl.ts';
import { documentsAt, get, isHtml } from './get.ts';
import { listed, remembered } from './links.ts';

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
  const index = known && remembered(known);
  const isUsable = index !== undefined || known?.leads === undefined;
  const first = await get(source, context, source.url, isUsable ? known : undefined);
  const start = new URL(first.url);
  const isUnchanged = known !== undefined && first.status === 304;
  if (isUnchanged && !index) {
    yield unchangedIn(known);
    return { complete: true };
  }
  if (!isUnchanged && !isHtml(first)) {
    const found = await documentsAt(first, start, address, context.log);
    if (found.documents.every(({ bytes }) => bytes.length === 0))
      throw new DomainError(
        'upstream',
        `${redactUrl(first.url)} is neither an index page nor a metadata document. ${found.problems[0]?.message ?? ''}`,
      );
    yield found;
    return { complete: true };
  }
  // An index may be answered at "/folder" or "/folder/index.html": what it lists stands beside it.
  start.pathname = start.pathname.replace(/[^/]*$/, '');
  return yield* crawl(
    source,
    context,
    start,
    (isUnchanged ? index : undefined) ?? listed(first, address, start, start),
  );
}
