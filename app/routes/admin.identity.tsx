import { data } from 'react-router';
import { privateMeta } from '../account/private-meta.ts';
import { privateHeaders, signedIn } from '../account/private-page.ts';
import { guarded } from '../errors/error-data.ts';
import { actOnIdentity } from '../identity/identity-action.ts';
import { IdentityPage } from '../identity/identity-page.tsx';
import { presentIdentity } from '../identity/present-identity.ts';
import { localeOf } from '../locales/locale-of.ts';
import type { Route } from './+types/admin.identity.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  const actor = await signedIn(request, context.services);
  const { searchParams } = new URL(request.url);
  return guarded(() => presentIdentity(actor, context.services, searchParams, localeOf(request)));
}

export async function action({ request, context }: Route.ActionArgs) {
  const actor = await signedIn(request, context.services);
  const outcome = await guarded(() => actOnIdentity(request, actor, context.services));
  return data(outcome, { status: 'refused' in outcome ? 400 : 200 });
}

export const headers: Route.HeadersFunction = () => privateHeaders;

export const meta: Route.MetaFunction = ({ matches }) =>
  privateMeta(matches[0].loaderData, ({ adminPages }) => adminPages.identity);

export default function AdminIdentity({ loaderData, actionData }: Route.ComponentProps) {
  return <IdentityPage view={loaderData} outcome={actionData} />;
}
