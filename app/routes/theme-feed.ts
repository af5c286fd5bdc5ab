import { guarded } from '../errors/error-data.ts';
import { themeFeed } from '../themes/theme-feed.ts';
import type { Route } from './+types/theme-feed.ts';

/** What changed in the records of one theme, for readers of feeds. */
export function loader({ request, params, context: { services } }: Route.LoaderArgs): Promise<Response> {
  return guarded(() => themeFeed(request, services, params.slug));
}
