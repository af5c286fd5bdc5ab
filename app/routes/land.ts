import { landDrawing } from '../map/land.ts';
import { parseView } from '../map/view-address.ts';
import type { Route } from './+types/land.ts';

/** Natural Earth's land within a view, for the charts that are drawn without scripts. */
export function loader({ request }: Route.LoaderArgs): Response {
  const view = parseView(new URL(request.url).searchParams.get('view') ?? '');
  if (view === null)
    return new Response('view: west,east,top,bottom in degrees of Mercator.\n', { status: 400 });
  return new Response(landDrawing(view), {
    headers: {
      'Content-Type': 'image/svg+xml',
      'Cache-Control': 'public, max-age=2592000',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
