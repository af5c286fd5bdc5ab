import { data } from 'react-router';
import { localeOf } from '../locales/locale-of.ts';
import { pageHeaders } from '../negotiation/page-headers.ts';
import { visibleRecord } from '../negotiation/visible-record.ts';
import { RecordPage } from '../record/page/record-page.tsx';
import { presentRecord } from '../record/present/present-record.ts';
import { recordMeta } from '../record/record-meta.ts';
import type { Route } from './+types/record.ts';

export async function loader({ request, params, context: { services } }: Route.LoaderArgs) {
  const locale = localeOf(request);
  const stored = await visibleRecord(request, params.id, services);
  const view = await presentRecord(stored, locale, services);
  return data(view, { headers: pageHeaders(stored, view, locale, services.config.version) });
}

export function headers({ loaderHeaders, errorHeaders }: Route.HeadersArgs) {
  return errorHeaders ?? loaderHeaders;
}

export const meta: Route.MetaFunction = ({ matches, location, loaderData }) =>
  recordMeta(matches[0].loaderData, location, loaderData?.head);

export default function RecordRoute({ loaderData }: Route.ComponentProps) {
  return <RecordPage view={loaderData} />;
}
