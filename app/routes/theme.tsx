import { guarded } from '../errors/error-data.ts';
import { feedLink, pageMeta } from '../layout/page-meta.ts';
import { messagesIn } from '../locales/index.ts';
import { localeOf } from '../locales/locale-of.ts';
import { presentTheme } from '../themes/present-themes.ts';
import { ThemePage } from '../themes/theme-page.tsx';
import type { Route } from './+types/theme.ts';

export function loader({ request, context, params }: Route.LoaderArgs) {
  return guarded(() => presentTheme(context.services, params.slug, localeOf(request)));
}

export const meta: Route.MetaFunction = ({ matches, location, loaderData }) => {
  const root = matches[0].loaderData;
  if (!loaderData) return [];
  const { themesPage, feed } = messagesIn(root.locale);
  const { title, description, total, paths } = loaderData;
  return [
    ...pageMeta(root, location, {
      title: title.text,
      description: description?.text ?? `${title.text}: ${themesPage.records(total)}`,
    }),
    feedLink(paths.feed, feed.titleOfSource(title.text, root.portalName)),
  ];
};

export default function Theme({ loaderData }: Route.ComponentProps) {
  return <ThemePage view={loaderData} />;
}
