import { linksetOf } from '../negotiation/linkset.ts';
import { documentHeaders } from '../negotiation/metadata-document.ts';
import { signpostsOf } from '../negotiation/signposting.ts';
import { visibleRecord } from '../negotiation/visible-record.ts';
import type { Route } from './+types/record-linkset.ts';

/** All typed links of a record (RFC 9264). */
export async function loader({ request, params, context: { services } }: Route.LoaderArgs) {
  const stored = await visibleRecord(request, params.id, services);
  return new Response(`${JSON.stringify(linksetOf(signpostsOf(stored, services)), null, 2)}\n`, {
    headers: { ...documentHeaders, 'Content-Type': 'application/linkset+json' },
  });
}
