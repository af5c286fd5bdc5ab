import { changesFeed } from '../feed/changes-feed.ts';
import { localeOf } from '../locales/locale-of.ts';
import { narrowed } from '../search/search-within.ts';
import type { PortalServices } from '../services.ts';
import { findTheme, isMeantFor, searchWithin, themePaths } from './find-theme.ts';

/** More records than a theme has. */
const everyRecord = 100_000;

/**
 * What changed in a theme: all records of the sources that are meant for it, and those of others that name it. A record
 * that is withdrawn is told of by its source alone, since the search does not know it any more.
 * @throws the error page 404 when there is no such theme
 */
export async function themeFeed(request: Request, services: PortalServices, slug: string): Promise<Response> {
  const locale = localeOf(request);
  const theme = await findTheme(services, slug, locale);
  const [{ hits }, sources] = await Promise.all([
    services.search.search({
      where: narrowed({ op: 'all' }, searchWithin(theme)),
      sort: 'date',
      offset: 0,
      limit: everyRecord,
      facets: [],
      reader: 'public',
      copies: true,
      language: locale,
    }),
    services.sources.list(),
  ]);
  return changesFeed(request, services, {
    path: themePaths(slug).page,
    name: theme.title.text,
    among: {
      sourceIds: sources.filter((source) => isMeantFor(source, theme)).map(({ id }) => id),
      ids: hits.map(({ id }) => id),
    },
  });
}
