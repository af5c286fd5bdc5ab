import { privateHeaders } from '../account/private-page.ts';
import { statusOfError } from '../errors/error-data.ts';
import { runEvents } from '../harvests/run-events.ts';
import type { Route } from './+types/run-events.ts';

/** `/api/runs/{id}/events`: how a run goes on, as server-sent events, for staff. */
export async function loader({ request, context, params }: Route.LoaderArgs): Promise<Response> {
  const { accounts } = context.services;
  try {
    return await runEvents(await accounts.actorOf(request), params.id, context.services);
  } catch (error) {
    const { status, message } = statusOfError(error);
    return new Response(`${message}\n`, {
      status,
      headers: { ...privateHeaders, 'Content-Type': 'text/plain; charset=utf-8' },
    });
  }
}
