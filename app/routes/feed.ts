import { guarded } from '../errors/error-data.ts';
import { changesFeed } from '../feed/changes-feed.ts';
import type { Route } from './+types/feed.ts';

/** What changed in the catalogue, for readers of feeds. */
export function loader({ request, context: { services } }: Route.LoaderArgs): Promise<Response> {
  return guarded(() => changesFeed(request, services));
}
