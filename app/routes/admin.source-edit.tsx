import { data, redirect } from 'react-router';
import { privateMeta } from '../account/private-meta.ts';
import { privateHeaders, signedIn } from '../account/private-page.ts';
import { guarded } from '../errors/error-data.ts';
import { changeSource, presentSourceForm } from '../harvests/change-source.ts';
import { SourceFormPage } from '../harvests/source-form-page.tsx';
import { deskMessagesIn } from '../harvests/texts.ts';
import { localeOf } from '../locales/locale-of.ts';
import type { Route } from './+types/admin.source-edit.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const actor = await signedIn(request, context.services);
  return guarded(() => presentSourceForm(actor, context.services, params.id, localeOf(request)));
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const actor = await signedIn(request, context.services);
  const refused = await guarded(() => changeSource(request, actor, params.id, context.services));
  if (refused) return data(refused, { status: 400 });
  throw redirect(`/admin/sources/${encodeURIComponent(params.id)}?done=saved`);
}

export const headers: Route.HeadersFunction = () => privateHeaders;

export const meta: Route.MetaFunction = ({ matches }) =>
  privateMeta(matches[0].loaderData, (_, locale) => deskMessagesIn(locale).harvestPages.edit);

export default function AdminSourceEdit({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <SourceFormPage
      {...loaderData}
      values={actionData?.values ?? loaderData.values}
      errors={actionData?.errors ?? {}}
      area={actionData ? actionData.area : loaderData.area}
      outcome={actionData}
    />
  );
}
