import { createRobots } from '#runtime/robots';
import type { HarvestProtocol } from '../protocol.ts';
import { requestFor } from '../protocol.ts';
import { crawl } from './crawl.ts';
import { listPages, sitemapsOf } from './sitemaps.ts';

/** Sitemaps that are read only to describe a source. */
const mostDescribed = 5;

/**
 * schema.org in JSON-LD, embedded in the pages that a sitemap lists: by the address of a sitemap, of an index of them, or
 * of the site. What robots.txt forbids is not fetched. Options: `match` (only pages whose address holds this text),
 * `incremental` (`yes`: only pages whose `lastmod` is newer than the last run; what was removed then shows in a full run
 * alone).
 */
export const sitemap: HarvestProtocol = {
  name: 'sitemap',
  async describe(source, context) {
    const rules = await createRobots(context.fetcher).rulesFor(source.url, requestFor(source, context));
    const sitemaps = sitemapsOf(source, rules);
    const { pages, gap } = await listPages(source, context, sitemaps, mostDescribed);
    return {
      facts: [
        `Sitemaps: ${sitemaps.join(', ')}`,
        `${pages.length} pages${gap ? ' in the first of them' : ''}`,
      ],
    };
  },
  pages: crawl,
};
