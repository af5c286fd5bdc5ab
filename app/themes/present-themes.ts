import type { BoundingBox } from '#catalogue/model';
import type { FacetName } from '#search';
import type { Locale } from '../locales/index.ts';
import { type Cell, cellsOf } from '../map/cells.ts';
import { type ChartView, viewOf, worldView } from '../map/mercator.ts';
import { facetLabel, namesOf } from '../record/facet-label.ts';
import { type RecordSummary, summarise } from '../record/summary.ts';
import { type PageText, plainText } from '../record/texts.ts';
import { narrowed } from '../search/search-within.ts';
import type { PortalServices } from '../services.ts';
import { allThemes, findTheme, isMeantFor, searchWithin, type Theme, themePaths } from './find-theme.ts';

export type ThemeLink = { slug: string; name: string; count: number };
export type ThemesView = { subjects: ThemeLink[]; networks: ThemeLink[] };

export type ThemeView = {
  title: PageText;
  description?: PageText;
  kind: 'theme' | 'network';
  /** Addresses of its search and of the feed of its changes. */
  paths: { search: string; feed: string };
  total: number;
  records: RecordSummary[];
  variables: { value: string; label: string; count: number }[];
  organisations: { value: string; label: string; count: number }[];
  /** Those that have records in it and those that are meant for it, the most records first. */
  sources: { href: string; name: string; count: number }[];
  map: { view: ChartView; cells: Cell[]; extents: { id: string; boxes: BoundingBox[] }[] };
};

const recordsShown = 8;
const valuesShown = 12;
const mostSources = 1000;

/** Subjects and observation networks, with the number of records of each. */
export async function presentThemes(
  services: Pick<PortalServices, 'search' | 'sources' | 'themes'>,
  locale: Locale,
): Promise<ThemesView> {
  const all = await allThemes(services, locale);
  const of = (name: Theme['facet']['name']) =>
    all
      .filter(({ facet }) => facet.name === name)
      .map(({ slug, title, count }) => ({ slug, name: title.text, count }));
  return { subjects: of('theme'), networks: of('network') };
}

/**
 * The page of one theme.
 * @throws the error page 404 when neither a record nor a source has such a theme
 */
export async function presentTheme(
  services: PortalServices,
  slug: string,
  locale: Locale,
): Promise<ThemeView> {
  const { search, records, sources } = services;
  const theme = await findTheme(services, slug, locale);
  const request = {
    where: narrowed({ op: 'all' }, searchWithin(theme)),
    sort: 'date' as const,
    offset: 0,
    limit: recordsShown,
    facets: [
      { name: 'variable' as const, limit: valuesShown },
      { name: 'organisation' as const, limit: valuesShown },
      { name: 'source' as const, limit: mostSources },
    ],
    reader: 'public' as const,
    language: locale,
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
    (answer.facets[name] ?? []).map(({ value, count }) => ({
      value,
      label: facetLabel(name, value, locale, names),
      count,
    }));
  const counts = new Map(values('source').map(({ value, count }) => [value, count]));
  const { search: searchPath, feed } = themePaths(slug);
  return {
    title: theme.title,
    ...(theme.description ? { description: theme.description } : {}),
    kind: theme.facet.name,
    paths: { search: searchPath, feed },
    total: answer.total,
    records: stored.map((record) => summarise(record, locale, names)),
    variables: values('variable'),
    organisations: values('organisation'),
    sources: allSources
      .filter((source) => counts.has(source.id) || isMeantFor(source, theme))
      .map(({ id, names: named }) => ({
        href: `/sources/${id}`,
        name: plainText(named, locale) ?? id,
        count: counts.get(id) ?? 0,
      }))
      .sort((one, other) => other.count - one.count || one.name.localeCompare(other.name, locale)),
    map: {
      view: regional.length > 0 ? viewOf(regional, 1.5) : worldView,
      cells: answer.total > 200 ? cellsOf(footprints) : [],
      extents: footprints.boxes.map(({ id, box }) => ({ id, boxes: [box] })),
    },
  };
}
