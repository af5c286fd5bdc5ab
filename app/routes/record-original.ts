import { errorPage } from '../errors/error-data.ts';
import { originalResponse } from '../negotiation/original-document.ts';
import { visibleRecord } from '../negotiation/visible-record.ts';
import { pageUrl } from '../negotiation/written-formats.ts';
import type { Route } from './+types/record-original.ts';

/** The document of a record exactly as its source sent it. */
export async function loader({ request, params, context: { services } }: Route.LoaderArgs) {
  const stored = await visibleRecord(request, params.id, services);
  const original = await services.records.original(stored.id, 'public');
  if (original === null) throw errorPage({ code: 'not-found' });
  return originalResponse(request, stored, original, pageUrl(services.config.publicUrl, stored.id));
}
