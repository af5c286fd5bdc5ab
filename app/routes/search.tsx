import { redirect } from 'react-router';
import { guarded } from '../errors/error-data.ts';
import { pageMeta } from '../layout/page-meta.ts';
import { messagesIn } from '../locales/index.ts';
import { localeOf } from '../locales/locale-of.ts';
import { foldFormParameters } from '../search/form-parameters.ts';
import { presentSearch } from '../search/present-search.ts';
import { SearchPage } from '../search/search-page.tsx';
import type { Route } from './+types/search.ts';

export function loader({ request, context }: Route.LoaderArgs) {
  const parameters = new URL(request.url).searchParams;
  const folded = foldFormParameters(parameters);
  if (folded !== null) throw redirect(`/search?${folded}`, 303);
  return guarded(() => presentSearch(context.services, parameters, localeOf(request)));
}

export const meta: Route.MetaFunction = ({ matches, location, loaderData }) => {
  const root = matches[0].loaderData;
  const { searchPage } = messagesIn(root.locale);
  return [
    ...pageMeta(root, location, {
      title: loaderData?.words ? searchPage.titleWith(loaderData.words) : searchPage.title,
      description: searchPage.description,
      keep: [...new URLSearchParams(location.search).keys()].filter((name) => name !== 'lang'),
    }),
    // A search is not a page of its own to a search engine: the records are.
    { name: 'robots', content: 'noindex, follow' },
  ];
};

export default function Search({ loaderData }: Route.ComponentProps) {
  return <SearchPage view={loaderData} />;
}
