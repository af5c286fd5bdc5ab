import { redirect } from 'react-router';
import { guarded } from '../errors/error-data.ts';
import { messagesIn } from '../locales/index.ts';
import { localeOf } from '../locales/locale-of.ts';
import { foldFormParameters } from '../search/form-parameters.ts';
import { presentSearch } from '../search/present-search.ts';
import { searchMeta } from '../search/search-meta.ts';
import { SearchPage } from '../search/search-page.tsx';
import { findTheme, searchWithin } from '../themes/find-theme.ts';
import type { Route } from './+types/theme-search.ts';

export function loader({ request, context: { services }, params }: Route.LoaderArgs) {
  const locale = localeOf(request);
  const parameters = new URL(request.url).searchParams;
  return guarded(async () => {
    const within = searchWithin(await findTheme(services, params.slug, locale));
    const folded = foldFormParameters(parameters);
    if (folded !== null) throw redirect(`${within.at}?${folded}`, 303);
    return presentSearch(services, parameters, locale, within);
  });
}

export const meta: Route.MetaFunction = ({ matches, location, loaderData }) => {
  const root = matches[0].loaderData;
  const { themesPage } = messagesIn(root.locale);
  const title = loaderData?.within?.title.text;
  return searchMeta(root, location, loaderData?.words, title && themesPage.searchWithin(title));
};

export default function ThemeSearch({ loaderData }: Route.ComponentProps) {
  return <SearchPage view={loaderData} />;
}
