import { errorPage, guarded } from '../errors/error-data.ts';
import { changesFeed } from '../feed/changes-feed.ts';
import { localeOf } from '../locales/locale-of.ts';
import { plainText } from '../record/texts.ts';
import type { Route } from './+types/source-feed.ts';

/** What changed in the records of one source, for readers of feeds. */
export function loader({ request, params, context: { services } }: Route.LoaderArgs): Promise<Response> {
  return guarded(async () => {
    const source = await services.sources.get(params.id);
    if (source === null) throw errorPage({ code: 'not-found' });
    const { id, names, createdAt } = source;
    return changesFeed(request, services, {
      path: `/sources/${id}`,
      name: plainText(names, localeOf(request)) ?? id,
      since: createdAt,
      sourceId: id,
    });
  });
}
