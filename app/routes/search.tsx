import { redirect } from 'react-router';
import { guarded } from '../errors/error-data.ts';
import { localeOf } from '../locales/locale-of.ts';
import { foldFormParameters } from '../search/form-parameters.ts';
import { presentSearch } from '../search/present-search.ts';
import { searchMeta } from '../search/search-meta.ts';
import { SearchPage } from '../search/search-page.tsx';
import type { Route } from './+types/search.ts';

export function loader({ request, context }: Route.LoaderArgs) {
  const parameters = new URL(request.url).searchParams;
  const folded = foldFormParameters(parameters);
  if (folded !== null) throw redirect(`/search?${folded}`, 303);
  return guarded(() => presentSearch(context.services, parameters, localeOf(request)));
}

export const meta: Route.MetaFunction = ({ matches, location, loaderData }) =>
  searchMeta(matches[0].loaderData, location, loaderData?.words);

export default function Search({ loaderData }: Route.ComponentProps) {
  return <SearchPage view={loaderData} />;
}
