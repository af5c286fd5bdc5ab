import { data } from 'react-router';
import { privateMeta } from '../account/private-meta.ts';
import { privateHeaders, signedIn } from '../account/private-page.ts';
import { guarded } from '../errors/error-data.ts';
import { deskMessagesIn } from '../harvests/texts.ts';
import { localeOf } from '../locales/locale-of.ts';
import { changeTheme, presentThemeForm } from '../themes/theme-desk.ts';
import { ThemeFormPage } from '../themes/theme-form-page.tsx';
import type { Route } from './+types/admin.theme.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const actor = await signedIn(request, context.services);
  return guarded(() => presentThemeForm(actor, context.services, params.slug, localeOf(request)));
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const actor = await signedIn(request, context.services);
  const refused = await guarded(() => changeTheme(request, actor, params.slug, context.services));
  return refused ? data(refused, { status: 400 }) : { done: 'theme-saved' as const };
}

export const headers: Route.HeadersFunction = () => privateHeaders;

export const meta: Route.MetaFunction = ({ matches }) =>
  privateMeta(matches[0].loaderData, (_, locale) => deskMessagesIn(locale).themeDesk.title);

export default function AdminTheme({ loaderData, actionData }: Route.ComponentProps) {
  const refused = actionData && 'values' in actionData ? actionData : undefined;
  return (
    <ThemeFormPage
      {...loaderData}
      values={refused?.values ?? loaderData.values}
      errors={refused?.errors ?? {}}
      outcome={actionData}
    />
  );
}
