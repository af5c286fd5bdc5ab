import { errorPage } from '../errors/error-data.ts';
import type { Locale } from '../locales/index.ts';
import { facetLabel } from '../record/facet-label.ts';
import { type PageText, pageText } from '../record/texts.ts';
import type { SearchWithin } from '../search/search-within.ts';
import type { PortalServices } from '../services.ts';
import { slugOf } from './slug.ts';

/** Facets whose values are themes with a page of their own. */
export const themeFacets = ['theme', 'network'] as const;

/** A theme: what records name as their subject or network, or what sources are meant for. */
export type Theme = {
  slug: string;
  facet: { name: (typeof themeFacets)[number]; value: string };
  /** Records that the public finds, one of each resource. */
  count: number;
  /** What people call it, else its name. */
  title: PageText;
  description?: PageText;
};

type ThemeServices = Pick<PortalServices, 'search' | 'sources' | 'themes'>;

const mostThemes = 2000;

/** Every theme that has records or sources; those with the most records first. */
export async function allThemes(services: ThemeServices, locale: Locale): Promise<Theme[]> {
  const [answer, sources, words] = await Promise.all([
    services.search.search({
      where: { op: 'all' },
      sort: 'date',
      offset: 0,
      limit: 0,
      facets: themeFacets.map((name) => ({ name, limit: mostThemes })),
      reader: 'public',
      language: locale,
    }),
    services.sources.list(),
    services.themes.list(),
  ]);
  const said = new Map(words.map((one) => [one.slug, one]));
  const found = new Map<string, Theme>();
  const add = (name: Theme['facet']['name'], value: string, count: number) => {
    const slug = slugOf(value);
    if (found.has(slug)) return;
    const description = pageText(said.get(slug)?.descriptions, locale);
    found.set(slug, {
      slug,
      facet: { name, value },
      count,
      title: pageText(said.get(slug)?.titles, locale) ?? { text: facetLabel(name, value, locale, new Map()) },
      ...(description ? { description } : {}),
    });
  };
  for (const name of themeFacets)
    for (const { value, count } of answer.facets[name] ?? []) add(name, value, count);
  for (const { themes = [] } of sources) for (const name of themes) add('theme', name, 0);
  return [...found.values()];
}

/** @throws the error page 404 when neither a record nor a source has such a theme */
export async function findTheme(services: ThemeServices, slug: string, locale: Locale): Promise<Theme> {
  const theme = (await allThemes(services, locale)).find((one) => one.slug === slug);
  if (!theme) throw errorPage({ code: 'not-found' });
  return theme;
}

/** Addresses of a theme's pages. */
export function themePaths(slug: string): { page: string; search: string; feed: string } {
  const page = `/themes/${slug}`;
  return { page, search: `${page}/search`, feed: `${page}/feed.atom` };
}

/** The search within a theme. */
export function searchWithin({ slug, facet, title }: Theme): SearchWithin {
  const { page, search } = themePaths(slug);
  return { at: search, facet, title, href: page };
}

/** Whether a source is meant for a theme. */
export function isMeantFor(source: { themes?: readonly string[] }, { slug, facet }: Theme): boolean {
  return facet.name === 'theme' && (source.themes ?? []).some((name) => slugOf(name) === slug);
}
