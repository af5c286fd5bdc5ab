import { data, redirect } from 'react-router';
import { privateMeta } from '../account/private-meta.ts';
import { privateHeaders, signedIn } from '../account/private-page.ts';
import { errorPage, guarded } from '../errors/error-data.ts';
import { AddByWayPage } from '../harvests/add-by-way-page.tsx';
import { addSource } from '../harvests/add-source.ts';
import { AddSourcePage } from '../harvests/add-source-page.tsx';
import { deskMessagesIn } from '../harvests/texts.ts';
import { wayOf } from '../harvests/ways.ts';
import type { Route } from './+types/admin.add-source.ts';

export async function loader({ request, context: { services } }: Route.LoaderArgs) {
  const actor = await signedIn(request, services);
  if (!services.harvests.mayAdd(actor)) throw errorPage({ code: 'forbidden' });
  return { way: wayOf(new URL(request.url).searchParams.get('way')) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const actor = await signedIn(request, context.services);
  const outcome = await guarded(() => addSource(request, actor, context.services));
  if ('added' in outcome)
    throw redirect(`/admin/sources/${outcome.added}?done=${outcome.sends ? 'added-sending' : 'added'}`);
  return data(outcome, { status: outcome.refused ? 400 : 200 });
}

export const headers: Route.HeadersFunction = () => privateHeaders;

export const meta: Route.MetaFunction = ({ matches }) =>
  privateMeta(matches[0].loaderData, (_, locale) => deskMessagesIn(locale).harvestPages.addSource);

export default function AdminAddSource({ loaderData: { way }, actionData }: Route.ComponentProps) {
  const state = actionData ?? { url: '', allowPrivate: false };
  return way ? <AddByWayPage key={way} way={way} state={state} /> : <AddSourcePage state={state} />;
}
