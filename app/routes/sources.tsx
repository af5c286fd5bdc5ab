import { guarded } from '../errors/error-data.ts';
import { pageMeta } from '../layout/page-meta.ts';
import { messagesIn } from '../locales/index.ts';
import { localeOf } from '../locales/locale-of.ts';
import { presentSources } from '../sources/present-sources.ts';
import { SourcesPage } from '../sources/sources-page.tsx';
import type { Route } from './+types/sources.ts';

export function loader({ request, context }: Route.LoaderArgs) {
  return guarded(() => presentSources(context.services, localeOf(request)));
}

export const meta: Route.MetaFunction = ({ matches, location }) => {
  const root = matches[0].loaderData;
  const { sourcesPage } = messagesIn(root.locale);
  return pageMeta(root, location, { title: sourcesPage.title, description: sourcesPage.lead });
};

export default function Sources({ loaderData }: Route.ComponentProps) {
  return <SourcesPage sources={loaderData} />;
}
