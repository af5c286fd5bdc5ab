import { data } from 'react-router';
import { privateMeta } from '../account/private-meta.ts';
import { privateHeaders, signedIn } from '../account/private-page.ts';
import { guarded } from '../errors/error-data.ts';
import { actOnSource } from '../harvests/harvest-action.ts';
import { presentSourceDesk } from '../harvests/present-source-desk.ts';
import { SourceDeskPage } from '../harvests/source-desk-page.tsx';
import { deskMessagesIn } from '../harvests/texts.ts';
import { localeOf } from '../locales/locale-of.ts';
import type { Route } from './+types/admin.source.ts';

/** What another page did before it sent people here. */
const toldBefore = ['added', 'added-sending', 'saved', 'rules-changed', 'rules-unchanged'] as const;

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const actor = await signedIn(request, context.services);
  const told = new URL(request.url).searchParams.get('done');
  const done = toldBefore.find((name) => name === told);
  return {
    source: await guarded(() => presentSourceDesk(actor, context.services, params.id, localeOf(request))),
    ...(done ? { outcome: { done } } : {}),
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const actor = await signedIn(request, context.services);
  const outcome = await guarded(() => actOnSource(request, actor, params.id, context.services));
  return data(outcome, { status: 'refused' in outcome ? 400 : 200 });
}

export const headers: Route.HeadersFunction = () => privateHeaders;

export const meta: Route.MetaFunction = ({ matches, loaderData }) =>
  privateMeta(
    matches[0].loaderData,
    (_, locale) => loaderData?.source.name.text ?? deskMessagesIn(locale).harvestPages.source,
  );

export default function AdminSource({ loaderData, actionData }: Route.ComponentProps) {
  return <SourceDeskPage source={loaderData.source} outcome={actionData ?? loaderData.outcome} />;
}
