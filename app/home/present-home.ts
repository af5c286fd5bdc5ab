import { LRUCache } from 'lru-cache';
import type { BoundingBox } from '#catalogue/model';
import type { FacetName, SearchEngine, SearchRequest } from '#search';
import type { Locale } from '../locales/index.ts';
import { type Cell, cellsOf } from '../map/cells.ts';
import { facetLabel, namesOf } from '../record/facet-label.ts';
import { type RecordSummary, summarise } from '../record/summary.ts';
import { plainText } from '../record/texts.ts';
import type { PortalServices } from '../services.ts';
import { slugOf } from '../themes/slug.ts';
import { type SeaName, seas } from './seas.ts';

export type HomeView = {
  counts: { records: number; sources: number; organisations: number; variables: number };
  years: { first: number; last: number } | null;
  recent: RecordSummary[];
  themes: NamedCount[];
  networks: NamedCount[];
  sources: NamedCount[];
  seas: { name: SeaName; box: BoundingBox; count: number }[];
  cells: Cell[];
  located: number;
};

export type NamedCount = { href: string; name: string; count: number };

/** More values of a facet than any catalogue of the sea has in use: the counts of the home page are exact below it. */
const countable = 10_000;
const recentShown = 6;

/** Home pages made, by engine; the newest data are at most a minute away. */
const made = new WeakMap<SearchEngine, LRUCache<string, Promise<HomeView>>>();

/** What the home page says, gathered once per language and state of the index. */
export async function presentHome(services: PortalServices, locale: Locale): Promise<HomeView> {
  const views = made.get(services.search) ?? new LRUCache({ max: 8, ttl: 60_000 });
  made.set(services.search, views);
  const key = `${locale} ${await services.search.indexedThrough()}`;
  const known = views.get(key);
  if (known !== undefined) return known;
  const view = gather(services, locale);
  views.set(key, view);
  view.catch(() => views.delete(key));
  return view;
}

async function gather({ search, sources, records }: PortalServices, locale: Locale): Promise<HomeView> {
  const request = everything(locale, ['source', 'organisation', 'variable', 'theme', 'network', 'year']);
  const [answer, footprints, allSources] = await Promise.all([
    search.search({ ...request, limit: recentShown }),
    search.footprints(request, 0),
    sources.list(),
  ]);
  const [newest, seaCounts] = await Promise.all([
    records.getMany(
      answer.hits.map(({ id }) => id),
      'public',
    ),
    countSeas(search, request),
  ]);
  const names = namesOf(allSources);
  const themesOf = (facet: FacetName, limit: number) =>
    (answer.facets[facet] ?? []).slice(0, limit).map(({ value, count }) => ({
      href: `/themes/${slugOf(value)}`,
      count,
      name: facetLabel(facet, value, locale, names),
    }));
  const years = (answer.facets.year ?? []).map(({ value }) => Number(value));
  const bySource = new Map((answer.facets.source ?? []).map(({ value, count }) => [value, count]));
  return {
    counts: {
      records: answer.total,
      sources: allSources.length,
      organisations: answer.facets.organisation?.length ?? 0,
      variables: answer.facets.variable?.length ?? 0,
    },
    years: years.length > 0 ? { first: Math.min(...years), last: Math.max(...years) } : null,
    recent: newest.map((stored) => summarise(stored, locale, names)),
    themes: themesOf('theme', 12),
    networks: themesOf('network', 12),
    sources: allSources.map(({ id, names: named }) => ({
      href: `/sources/${id}`,
      name: plainText(named, locale) ?? id,
      count: bySource.get(id) ?? 0,
    })),
    seas: seaCounts.filter(({ count }) => count > 0),
    cells: cellsOf(footprints),
    located: footprints.located,
  };
}

function everything(language: Locale, facets: readonly FacetName[]): SearchRequest {
  return {
    where: { op: 'all' },
    sort: 'date',
    offset: 0,
    limit: 0,
    facets: facets.map((name) => ({ name, limit: countable })),
    reader: 'public',
    language,
  };
}

async function countSeas(search: SearchEngine, request: SearchRequest) {
  return Promise.all(
    seas.map(async ({ name, box }) => {
      const { total } = await search.search({
        ...request,
        where: { op: 'box', box, relation: 'within' },
        facets: [],
      });
      return { name, box, count: total };
    }),
  );
}
