import { guarded } from '../errors/error-data.ts';
import { feedLink, pageMeta } from '../layout/page-meta.ts';
import { messagesIn } from '../locales/index.ts';
import { localeOf } from '../locales/locale-of.ts';
import { presentSource } from '../sources/present-sources.ts';
import { SourcePage } from '../sources/source-page.tsx';
import type { Route } from './+types/source.ts';

export function loader({ request, context, params }: Route.LoaderArgs) {
  return guarded(() => presentSource(context.services, params.id, localeOf(request)));
}

export const meta: Route.MetaFunction = ({ matches, location, loaderData }) => {
  const root = matches[0].loaderData;
  if (!loaderData) return [];
  const { sourcesPage, feed } = messagesIn(root.locale);
  const words = {
    title: loaderData.name.text,
    description: loaderData.description?.text ?? sourcesPage.lead,
  };
  return [
    ...pageMeta(root, location, words),
    feedLink(`/sources/${loaderData.id}/feed.atom`, feed.titleOfSource(words.title, root.portalName)),
  ];
};

export default function Source({ loaderData }: Route.ComponentProps) {
  return <SourcePage source={loaderData} />;
}
