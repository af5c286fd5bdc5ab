import { data } from 'react-router';
import { privateMeta } from '../account/private-meta.ts';
import { privateHeaders, signedIn } from '../account/private-page.ts';
import { guarded } from '../errors/error-data.ts';
import { actOnRun } from '../harvests/harvest-action.ts';
import { presentRun } from '../harvests/present-run.ts';
import { RunPage } from '../harvests/run-page.tsx';
import { deskMessagesIn } from '../harvests/texts.ts';
import { localeOf } from '../locales/locale-of.ts';
import type { Route } from './+types/admin.run.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const actor = await signedIn(request, context.services);
  const { searchParams } = new URL(request.url);
  return guarded(() => presentRun(actor, context.services, params.id, searchParams, localeOf(request)));
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const actor = await signedIn(request, context.services);
  const outcome = await guarded(() => actOnRun(request, actor, params.id, context.services));
  return data(outcome, { status: 'refused' in outcome ? 400 : 200 });
}

export const headers: Route.HeadersFunction = () => privateHeaders;

export const meta: Route.MetaFunction = ({ matches, loaderData }) =>
  privateMeta(matches[0].loaderData, (_, locale) =>
    loaderData
      ? deskMessagesIn(locale).harvestPages.runTitle(loaderData.kind, loaderData.moment)
      : deskMessagesIn(locale).harvestPages.history,
  );

export default function AdminRun({ loaderData, actionData }: Route.ComponentProps) {
  return <RunPage run={loaderData} outcome={actionData} />;
}
