import { privateMeta } from '../account/private-meta.ts';
import { privateHeaders, signedIn } from '../account/private-page.ts';
import { guarded } from '../errors/error-data.ts';
import { presentSourceList } from '../harvests/present-source-list.ts';
import { SourceListPage } from '../harvests/source-list-page.tsx';
import { deskMessagesIn } from '../harvests/texts.ts';
import { localeOf } from '../locales/locale-of.ts';
import type { Route } from './+types/admin.sources.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  const actor = await signedIn(request, context.services);
  return guarded(() => presentSourceList(actor, context.services, localeOf(request)));
}

export const headers: Route.HeadersFunction = () => privateHeaders;

export const meta: Route.MetaFunction = ({ matches }) =>
  privateMeta(matches[0].loaderData, (_, locale) => deskMessagesIn(locale).harvestPages.sources);

export default function AdminSources({ loaderData }: Route.ComponentProps) {
  return <SourceListPage {...loaderData} />;
}
