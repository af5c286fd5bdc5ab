import type { BoundingBox, LanguageMap } from '#catalogue/model';
import {
  type FacetName,
  facetNames,
  parseSearchUrl,
  type SearchAnswer,
  type SearchRequest,
  type SearchState,
  sortOf,
  toExpression,
  toSearchRequest,
} from '#search';
import type { Locale } from '../locales/index.ts';
import { messagesIn } from '../locales/index.ts';
import { cellsOf } from '../map/cells.ts';
import { viewOf } from '../map/mercator.ts';
import { facetLabel, namesOf } from '../record/facet-label.ts';
import { otherSources } from '../record/other-sources.ts';
import { type RecordSummary, summarise } from '../record/summary.ts';
import type { PortalServices } from '../services.ts';
import { chipsOf, type StateChip } from './chips.ts';
import { searchHref } from './search-href.ts';
import type { FacetView, SearchView } from './search-view.ts';
import type { SearchWithin } from './search-within.ts';
import { narrowed } from './search-within.ts';

export const pageSize = 20;
const facetValuesShown = 7;
const facetValuesMore = 200;
/** Facets of the page: the year is told by the time range. */
const shownFacets = facetNames.filter((name) => name !== 'year');

/**
 * Answers a search page's address.
 * @param parameters of the address; `more` names the facet whose values are wanted in full
 * @param within what the search is limited to, on a page of its own
 */
export async function presentSearch(
  services: PortalServices,
  parameters: URLSearchParams,
  locale: Locale,
  within?: SearchWithin,
): Promise<SearchView> {
  const at = within?.at ?? '/search';
  const { state, problems } = parseSearchUrl(parameters);
  const more = facetNames.find((name) => name === parameters.get('more'));
  const asked = toSearchRequest(state, {
    reader: 'public',
    language: locale,
    pageSize,
    facets: shownFacets.map((name) => ({
      name,
      limit: name === more ? facetValuesMore : facetValuesShown + 1,
    })),
  });
  const request = { ...asked, where: narrowed(asked.where, within) };
  const [answer, years, sources] = await Promise.all([
    services.search.search(request),
    countYears(services, state, request, within),
    services.sources.list(),
  ]);
  const names = namesOf(sources);
  const chips = chipsOf(state, locale, names);
  const [stored, footprints, drops] = await Promise.all([
    services.records.getMany(
      answer.hits.map(({ id }) => id),
      'public',
    ),
    answer.total > answer.hits.length ? services.search.footprints(request, 0) : null,
    answer.total === 0 ? countDrops(services, chips, request, within) : [],
  ]);
  const alsoIn = await otherSources(stored, services);
  const records = stored.map((record) => summarise(record, locale, names, state.text, alsoIn.get(record.id)));
  const located = records.filter(({ boxes }) => boxes.length > 0).length;
  const { searchPage } = messagesIn(locale);
  return {
    at,
    ...(within ? { within: { title: within.title, href: within.href } } : {}),
    words: state.text,
    total: answer.total,
    from: answer.hits.length === 0 ? 0 : request.offset + 1,
    to: request.offset + answer.hits.length,
    records,
    facets: shownFacets
      .map((name) => facetView(name, answer, state, locale, names, name === more, within))
      .filter(({ values }) => values.length > 0),
    chips: chips.map(({ label, without }) => ({ label, href: searchHref(without, {}, at) })),
    drops,
    problems: problems.map(({ value, code }) => ({ value, message: searchPage.urlProblems[code] })),
    sort: sortOf(state),
    box: state.box ?? null,
    period: { from: state.from ?? '', to: state.to ?? '' },
    depth: { from: String(state.depth?.minimum ?? ''), to: String(state.depth?.maximum ?? '') },
    years,
    map: {
      view: viewOf(state.box ? [state.box] : regional(records), 1),
      cells: footprints ? cellsOf(footprints) : [],
      located: footprints?.located ?? located,
    },
    paging: pagingOf(state, answer.total, at),
  };
}

/** Boxes that show where something is: one around the whole world would not. */
function regional(records: readonly RecordSummary[]): BoundingBox[] {
  return records
    .flatMap(({ boxes }) => boxes)
    .filter(({ west, east }) => (east < west ? east + 360 : east) - west < 250);
}

async function countYears(
  { search }: PortalServices,
  { from: _from, to: _to, ...state }: SearchState,
  request: SearchRequest,
  within: SearchWithin | undefined,
): Promise<SearchView['years']> {
  const answer = await search.search({
    ...request,
    where: narrowed(toExpression(state), within),
    offset: 0,
    limit: 0,
    facets: [{ name: 'year', limit: 400 }],
  });
  return (answer.facets.year ?? [])
    .map(({ value, count }) => ({ year: Number(value), count }))
    .sort((a, b) => a.year - b.year);
}

async function countDrops(
  { search }: PortalServices,
  chips: readonly StateChip[],
  request: SearchRequest,
  within: SearchWithin | undefined,
) {
  const counted = await Promise.all(
    chips.slice(0, 12).map(async ({ label, without }) => {
      const where = narrowed(toExpression(without), within);
      const { total } = await search.search({ ...request, where, offset: 0, limit: 0, facets: [] });
      return { label, href: searchHref(without, {}, within?.at), total };
    }),
  );
  return counted.filter(({ total }) => total > 0).sort((a, b) => b.total - a.total);
}

function facetView(
  name: FacetName,
  answer: SearchAnswer,
  state: SearchState,
  locale: Locale,
  sources: ReadonlyMap<string, LanguageMap>,
  whole: boolean,
  within: SearchWithin | undefined,
): FacetView {
  // What the search is limited to is no choice in it.
  const counted = (answer.facets[name] ?? []).filter(
    ({ value }) => name !== within?.facet.name || value !== within.facet.value,
  );
  const chosen = state.facets[name] ?? [];
  const shown = whole ? counted : counted.slice(0, facetValuesShown);
  const absent = chosen.filter((value) => !shown.some((it) => it.value === value));
  const values = [
    ...shown,
    ...absent.map((value) => ({ value, count: counted.find((it) => it.value === value)?.count ?? 0 })),
  ];
  const moreHref = searchHref({ ...state, page: 1 }, { more: name }, within?.at);
  return {
    name,
    label: messagesIn(locale).searchPage.facets[name],
    values: values.map(({ value, count }) => ({
      value,
      count,
      label: facetLabel(name, value, locale, sources),
      chosen: chosen.includes(value),
    })),
    ...(!whole && counted.length > facetValuesShown ? { moreHref } : {}),
  };
}

function pagingOf(state: SearchState, total: number, at: string): SearchView['paging'] {
  const last = Math.max(1, Math.ceil(total / pageSize));
  const href = (page: number) => searchHref({ ...state, page }, {}, at);
  const near = [1, state.page - 2, state.page - 1, state.page, state.page + 1, state.page + 2, last];
  const pages = [...new Set(near)].filter((page) => page >= 1 && page <= last);
  return {
    page: state.page,
    ...(state.page > 1 ? { previous: href(state.page - 1) } : {}),
    ...(state.page < last ? { next: href(state.page + 1) } : {}),
    pages: last > 1 ? pages.map((page) => ({ page, href: href(page) })) : [],
  };
}
