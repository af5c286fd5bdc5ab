import type { BoundingBox } from '#catalogue/model';
import type { FacetName, SearchAnswer } from '#search';
import { errorPage } from '../errors/error-data.ts';
import type { Locale } from '../locales/index.ts';
import { type Cell, cellsOf } from '../map/cells.ts';
import { type ChartView, viewOf, worldView } from '../map/mercator.ts';
import { facetLabel, namesOf } from '../record/facet-label.ts';
import { type RecordSummary, summarise } from '../record/summary.ts';
import type { PortalServices } from '../services.ts';
import { slugOf } from './slug.ts';

export type ThemeLink = { slug: string; name: string; count: number };
export type ThemesView = { subjects: ThemeLink[]; networks: ThemeLink[] };

export type ThemeView = {
  name: string;
  kind: 'theme' | 'network';
  /** Parameter of the search that the theme is. */
  facet: { name: FacetName; value: string };
  total: number;
  records: RecordSummary[];
  variables: { value: string; label: string; count: number }[];
  organisations: { value: string; label: string; count: number }[];
  map: { view: ChartView; cells: Cell[]; extents: { id: string; boxes: BoundingBox[] }[] };
};

/** Facets whose values are themes with a page of their own. */
const themeFacets = ['theme', 'network'] as const;
const mostThemes = 2000;
const recordsShown = 8;

const everything = (locale: Locale) => ({
  where: { op: 'all' } as const,
  sort: 'date' as const,
  offset: 0,
  limit: 0,
  reader: 'public' as const,
  language: locale,
});

/** Subjects and observation networks, with the number of records of each. */
export async function presentThemes({ search }: PortalServices, locale: Locale): Promise<ThemesView> {
  const answer = await search.search({
    ...everything(locale),
    facets: themeFacets.map((name) => ({ name, limit: mostThemes })),
  });
  return { subjects: linksOf(answer, 'theme', locale), networks: linksOf(answer, 'network', locale) };
}

/** Links to the pages of the values of a facet. */
export function linksOf(answer: SearchAnswer, facet: 'theme' | 'network', locale: Locale): ThemeLink[] {
  return (answer.facets[facet] ?? []).map(({ value, count }) => ({
    slug: slugOf(value),
    name: facetLabel(facet, value, locale, new Map()),
    count,
  }));
}

/**
 * The page of one theme.
 * @throws the error page 404 when no record has such a theme
 */
export async function presentTheme(
  services: PortalServices,
  slug: string,
  locale: Locale,
): Promise<ThemeView> {
  const { search, records, sources } = services;
  const all = await search.search({
    ...everything(locale),
    facets: themeFacets.map((name) => ({ name, limit: mostThemes })),
  });
  const facet = themeFacets
    .flatMap((name) => (all.facets[name] ?? []).map(({ value }) => ({ name, value })))
    .find(({ value }) => slugOf(value) === slug);
  if (facet === undefined) throw errorPage({ code: 'not-found' });
  const request = {
    ...everything(locale),
    where: { op: 'facet' as const, facet: facet.name, values: [facet.value], match: 'any' as const },
    limit: recordsShown,
    facets: (['variable', 'organisation'] as const).map((name) => ({ name, limit: 12 })),
  };
  const [answer, footprints, allSources] = await Promise.all([
    search.search(request),
    search.footprints(request, 200),
    sources.list(),
  ]);
  const stored = await records.getMany(
    answer.hits.map(({ id }) => id),
    'public',
  );
  const names = namesOf(allSources);
  const regional = footprints.boxes.map(({ box }) => box).filter(({ west, east }) => east - west < 250);
  const values = (name: FacetName) =>
    (answer.facets[name] ?? []).map(({ value, count }) => ({ value, label: value, count }));
  return {
    name: facetLabel(facet.name, facet.value, locale, names),
    kind: facet.name,
    facet,
    total: answer.total,
    records: stored.map((record) => summarise(record, locale, names)),
    variables: values('variable'),
    organisations: values('organisation'),
    map: {
      view: regional.length > 0 ? viewOf(regional, 1.5) : worldView,
      cells: answer.total > 200 ? cellsOf(footprints) : [],
      extents: footprints.boxes.map(({ id, box }) => ({ id, boxes: [box] })),
    },
  };
}
