import { privateMeta } from '../account/private-meta.ts';
import { privateHeaders, signedIn } from '../account/private-page.ts';
import { guarded } from '../errors/error-data.ts';
import { deskMessagesIn } from '../harvests/texts.ts';
import { localeOf } from '../locales/locale-of.ts';
import { presentThemeDesk } from '../themes/theme-desk.ts';
import { ThemeListPage } from '../themes/theme-list-page.tsx';
import type { Route } from './+types/admin.themes.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  const actor = await signedIn(request, context.services);
  return guarded(() => presentThemeDesk(actor, context.services, localeOf(request)));
}

export const headers: Route.HeadersFunction = () => privateHeaders;

export const meta: Route.MetaFunction = ({ matches }) =>
  privateMeta(matches[0].loaderData, (_, locale) => deskMessagesIn(locale).themeDesk.title);

export default function AdminThemes({ loaderData }: Route.ComponentProps) {
  return <ThemeListPage {...loaderData} />;
}
