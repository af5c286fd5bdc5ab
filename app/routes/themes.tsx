import { guarded } from '../errors/error-data.ts';
import { pageMeta } from '../layout/page-meta.ts';
import { messagesIn } from '../locales/index.ts';
import { localeOf } from '../locales/locale-of.ts';
import { presentThemes } from '../themes/present-themes.ts';
import { ThemesPage } from '../themes/themes-page.tsx';
import type { Route } from './+types/themes.ts';

export function loader({ request, context }: Route.LoaderArgs) {
  return guarded(() => presentThemes(context.services, localeOf(request)));
}

export const meta: Route.MetaFunction = ({ matches, location }) => {
  const root = matches[0].loaderData;
  const { themesPage } = messagesIn(root.locale);
  return pageMeta(root, location, { title: themesPage.title, description: themesPage.lead });
};

export default function Themes({ loaderData }: Route.ComponentProps) {
  return <ThemesPage view={loaderData} />;
}
