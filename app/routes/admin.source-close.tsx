import { data } from 'react-router';
import { isUndoable, undoDays } from '#harvesters';
import { privateMeta } from '../account/private-meta.ts';
import { privateHeaders, signedIn } from '../account/private-page.ts';
import { guarded } from '../errors/error-data.ts';
import { CloseSourcePage } from '../harvests/close-source-page.tsx';
import { actOnClosing } from '../harvests/harvest-action.ts';
import { presentHeirs } from '../harvests/present-heirs.ts';
import { presentSourceDesk } from '../harvests/present-source-desk.ts';
import { deskMessagesIn } from '../harvests/texts.ts';
import { localeOf } from '../locales/locale-of.ts';
import type { Route } from './+types/admin.source-close.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { services } = context;
  const actor = await signedIn(request, services);
  return guarded(async () => {
    const stored = await services.harvests.source(actor, params.id);
    return {
      source: await presentSourceDesk(actor, services, params.id, localeOf(request)),
      heirs: await presentHeirs(actor, services, params.id, localeOf(request)),
      undoDays,
      undoable: isUndoable(stored, Date.now()),
    };
  });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const actor = await signedIn(request, context.services);
  const outcome = await guarded(() => actOnClosing(request, actor, params.id, context.services));
  return data(outcome, { status: 'refused' in outcome ? 400 : 200 });
}

export const headers: Route.HeadersFunction = () => privateHeaders;

export const meta: Route.MetaFunction = ({ matches }) =>
  privateMeta(matches[0].loaderData, (_, locale) => deskMessagesIn(locale).harvestPages.close.title);

export default function AdminSourceClose({ loaderData, actionData }: Route.ComponentProps) {
  return <CloseSourcePage {...loaderData} outcome={actionData} />;
}
