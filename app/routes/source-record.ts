import { redirect } from 'react-router';
import { errorPage, guarded } from '../errors/error-data.ts';
import type { Route } from './+types/source-record.ts';

/**
 * `/sources/{source}/records/{identifier}` leads from an identifier that a source uses, or once used, to the record's page:
 * what the source changed about it breaks no link. Slashes of the identifier may stand as they are.
 */
export function loader({ params, context: { services } }: Route.LoaderArgs): Promise<Response> {
  return guarded(async () => {
    const found = await services.records.findByUpstreamIdentifier(params.id, params['*']);
    // Whether there is something that the public may not see is not told.
    const seen = found && (await services.records.get(found.id, 'public'));
    if (!seen) throw errorPage({ code: 'not-found' });
    return redirect(`/records/${seen.id}`);
  });
}
