import { data, redirect } from 'react-router';
import { privateMeta } from '../account/private-meta.ts';
import { privateHeaders, signedIn } from '../account/private-page.ts';
import { guarded } from '../errors/error-data.ts';
import { actOnRules } from '../harvests/rules/act-on-rules.ts';
import { presentRules } from '../harvests/rules/present-rules.ts';
import { RulesPage } from '../harvests/rules/rules-page.tsx';
import { ruleTextsIn } from '../harvests/rules/texts.ts';
import { localeOf } from '../locales/locale-of.ts';
import type { Route } from './+types/admin.source-rules.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const actor = await signedIn(request, context.services);
  return guarded(() => presentRules(actor, context.services, params.id, localeOf(request)));
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const actor = await signedIn(request, context.services);
  const { services } = context;
  const acted = await guarded(() => actOnRules(request, actor, params.id, services, localeOf(request)));
  if ('saved' in acted)
    throw redirect(`/admin/sources/${encodeURIComponent(params.id)}?done=rules-${acted.saved}`);
  return data(acted, { status: acted.refused ? 400 : 200 });
}

export const headers: Route.HeadersFunction = () => privateHeaders;

export const meta: Route.MetaFunction = ({ matches }) =>
  privateMeta(matches[0].loaderData, (_, locale) => ruleTextsIn(locale).title);

export default function AdminSourceRules({ loaderData, actionData }: Route.ComponentProps) {
  return <RulesPage view={actionData?.view ?? loaderData} refused={actionData?.refused} />;
}
