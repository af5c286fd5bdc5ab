import type { BoundingBox } from '#catalogue/model';
import { secondsOf } from './days.ts';
import { facetNames, sortOrders } from './query.ts';
import { emptySearchState, type SearchState } from './search-state.ts';

/**
 * The address of the search page. Stable: people share and bookmark it.
 *
 * | parameter | value |
 * |---|---|
 * | `q` | words as typed |
 * | `type`, `source`, `organisation`, `network`, `project`, `theme`, `keyword`, `variable`, `platform`, `licence`, `year`, `access` | a facet value; repeated: any of them |
 * | `bbox` | `west,south,east,north` in degrees; west > east crosses the antimeridian |
 * | `relation` | of the record to the box: `intersects` (the default), `within`, `contains` |
 * | `from`, `to` | ISO 8601 dates of any precision, both included |
 * | `depth` | `least,greatest` in metres, positive downwards; either may be empty |
 * | `sort` | `relevance`, `date`, `title` |
 * | `page` | from 1 |
 *
 * Other parameters (such as `lang`) are left alone.
 */
const searchParameters = [
  'q',
  ...facetNames,
  'bbox',
  'relation',
  'from',
  'to',
  'depth',
  'sort',
  'page',
] as const;
type SearchParameter = (typeof searchParameters)[number];

/** A value of the address that could not be used and was ignored. `code` is stable, for translation. */
type SearchUrlProblem = {
  parameter: SearchParameter;
  value: string;
  code:
    | 'too-long'
    | 'too-many'
    | 'not-a-box'
    | 'not-a-date'
    | 'dates-reversed'
    | 'not-depths'
    | 'unknown'
    | 'not-a-page';
  /** In English. */
  message: string;
};

const longestText = 2000;
const longestValue = 300;
const mostValues = 50;
const lastPage = 100_000;

const messages: Record<SearchUrlProblem['code'], string> = {
  'too-long': 'The text is too long.',
  'too-many': `At most ${mostValues} values of one facet are used.`,
  'not-a-box': 'A box is west,south,east,north in degrees, south below north.',
  'not-a-date': 'A date is YYYY, YYYY-MM or YYYY-MM-DD.',
  'dates-reversed': 'The first date is after the last.',
  'not-depths': 'Depths are least,greatest in metres, positive downwards.',
  unknown: 'This value is not known here.',
  'not-a-page': 'Pages are counted from 1.',
};

/**
 * Reads the address of the search page. Nothing in it is an error: what cannot be used is ignored and named.
 */
export function parseSearchUrl(parameters: URLSearchParams): {
  state: SearchState;
  problems: SearchUrlProblem[];
} {
  const problems: SearchUrlProblem[] = [];
  const refuse = (parameter: SearchParameter, value: string, code: SearchUrlProblem['code']) => {
    problems.push({ parameter, value, code, message: messages[code] });
  };
  /** A parameter that is there but empty asks for nothing: forms send such. */
  const read = <Value>(
    parameter: SearchParameter,
    code: SearchUrlProblem['code'],
    parse: (text: string) => Value | undefined,
  ): Value | undefined => {
    const text = parameters.get(parameter)?.trim();
    if (!text) return undefined;
    const value = parse(text);
    if (value === undefined) refuse(parameter, text, code);
    return value;
  };
  const isDate = (text: string) => (secondsOf(text) ? text : undefined);

  const facets: SearchState['facets'] = {};
  for (const facet of facetNames) {
    const given = [...new Set(parameters.getAll(facet).map((value) => value.trim()))].filter(Boolean);
    const short = given.filter((value) => value.length <= longestValue);
    for (const value of given) if (value.length > longestValue) refuse(facet, value, 'too-long');
    if (short.length > mostValues) refuse(facet, short[mostValues] ?? '', 'too-many');
    if (short.length > 0) facets[facet] = short.slice(0, mostValues);
  }
  const text = read('q', 'too-long', (value) => (value.length <= longestText ? value : undefined));
  const box = read('bbox', 'not-a-box', parseBox);
  const relation = read('relation', 'unknown', (value) =>
    (['intersects', 'within', 'contains'] as const).find((known) => known === value),
  );
  const from = read('from', 'not-a-date', isDate);
  let to = read('to', 'not-a-date', isDate);
  if (from !== undefined && to !== undefined && startOf(from) > endOf(to)) {
    refuse('to', to, 'dates-reversed');
    to = undefined;
  }
  const depth = read('depth', 'not-depths', parseDepth);
  const sort = read('sort', 'unknown', (value) => sortOrders.find((known) => known === value));
  const page = read('page', 'not-a-page', (value) =>
    /^\d{1,6}$/.test(value) && Number(value) >= 1 && Number(value) <= lastPage ? Number(value) : undefined,
  );
  return {
    state: {
      ...emptySearchState,
      text: text ?? '',
      facets,
      ...(box ? { box } : {}),
      ...(relation ? { relation } : {}),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(depth ? { depth } : {}),
      ...(sort ? { sort } : {}),
      page: page ?? 1,
    },
    problems,
  };
}

/**
 * Writes the address of a search, always in the same order; what is as it would be anyway is left out.
 */
export function writeSearchUrl(state: SearchState): URLSearchParams {
  const parameters = new URLSearchParams();
  if (state.text.trim() !== '') parameters.set('q', state.text.trim());
  for (const facet of facetNames)
    for (const value of state.facets[facet] ?? []) parameters.append(facet, value);
  if (state.box) {
    const { west, south, east, north } = state.box;
    parameters.set('bbox', [west, south, east, north].map(short).join(','));
    if (state.relation !== 'intersects') parameters.set('relation', state.relation);
  }
  if (state.from !== undefined) parameters.set('from', state.from);
  if (state.to !== undefined) parameters.set('to', state.to);
  if (state.depth) parameters.set('depth', `${state.depth.minimum ?? ''},${state.depth.maximum ?? ''}`);
  if (state.sort) parameters.set('sort', state.sort);
  if (state.page > 1) parameters.set('page', String(state.page));
  return parameters;
}

/** Longitudes of a map that was turned round the globe come back into -180…180. */
function parseBox(text: string): BoundingBox | undefined {
  const numbers = text.split(',').map(decimal);
  const [west, south, east, north] = numbers;
  if (numbers.length !== 4) return undefined;
  if (west === undefined || south === undefined || east === undefined || north === undefined)
    return undefined;
  if (south > north || south < -90 || north > 90 || Math.abs(west) > 720 || Math.abs(east) > 720)
    return undefined;
  if (east - west >= 360) return { west: -180, south, east: 180, north };
  return { west: turned(west), south, east: turned(east), north };
}

function turned(longitude: number): number {
  if (longitude >= -180 && longitude <= 180) return longitude;
  return ((((longitude + 180) % 360) + 360) % 360) - 180;
}

function parseDepth(text: string): NonNullable<SearchState['depth']> | undefined {
  const parts = text.split(',').map((part) => part.trim());
  const [minimum, maximum] = parts.map((part) => (part === '' ? null : decimal(part)));
  if (parts.length !== 2 || minimum === undefined || maximum === undefined) return undefined;
  if (minimum === null && maximum === null) return undefined;
  if (minimum !== null && maximum !== null && minimum > maximum) return undefined;
  return { ...(minimum === null ? {} : { minimum }), ...(maximum === null ? {} : { maximum }) };
}

function decimal(text: string): number | undefined {
  return /^\s*[+-]?(\d+\.?\d*|\.\d+)\s*$/.test(text) ? Number(text) : undefined;
}

/** A hundred-thousandth of a degree is a metre: enough for any box, and short. */
function short(degrees: number): string {
  return String(Math.round(degrees * 1e5) / 1e5);
}

function startOf(date: string): number {
  return secondsOf(date)?.first ?? Number.NEGATIVE_INFINITY;
}

function endOf(date: string): number {
  return secondsOf(date)?.last ?? Number.POSITIVE_INFINITY;
}
