import type { BoundingBox } from '#catalogue/model';
import type { Expression, FacetName, SearchRequest, SortOrder } from './query.ts';
import { facetNames } from './query.ts';

/** What a person has asked on the search page; its address says it all. */
export type SearchState = {
  /** Words as typed; empty for none. */
  text: string;
  /** Chosen values: any of a facet, all facets. */
  facets: Partial<Record<FacetName, string[]>>;
  box?: BoundingBox;
  relation: 'intersects' | 'within' | 'contains';
  /** ISO 8601, any precision, both included. */
  from?: string;
  to?: string;
  /** Metres, positive downwards. */
  depth?: { minimum?: number; maximum?: number };
  /** Absent: by relevance when there are words, else by date. */
  sort?: SortOrder;
  /** From 1. */
  page: number;
};

/** A search that asks for everything. */
export const emptySearchState: SearchState = { text: '', facets: {}, relation: 'intersects', page: 1 };

/** The order of results: what was chosen, else relevance for words and date without. */
export function sortOf(state: SearchState): SortOrder {
  return state.sort ?? (state.text.trim() === '' ? 'date' : 'relevance');
}

/** The expression of a state; `{ op: 'all' }` when nothing is asked. */
export function toExpression(state: SearchState): Expression {
  const of: Expression[] = [];
  if (state.text.trim() !== '') of.push({ op: 'text', text: state.text });
  for (const facet of facetNames) {
    const values = state.facets[facet] ?? [];
    if (values.length > 0) of.push({ op: 'facet', facet, values, match: 'any' });
  }
  if (state.box) of.push({ op: 'box', box: state.box, relation: state.relation });
  if (state.from !== undefined || state.to !== undefined)
    of.push({
      op: 'time',
      ...(state.from === undefined ? {} : { start: state.from }),
      ...(state.to === undefined ? {} : { end: state.to }),
      relation: 'intersects',
    });
  if (state.depth) of.push({ op: 'depth', ...state.depth });
  return of.length === 0 ? { op: 'all' } : { op: 'and', of };
}

/**
 * The request of a page of results.
 * @param options who reads and in which language, results per page, facets to count
 */
export function toSearchRequest(
  state: SearchState,
  options: {
    reader: SearchRequest['reader'];
    language: SearchRequest['language'];
    pageSize: number;
    facets: SearchRequest['facets'];
  },
): SearchRequest {
  return {
    where: toExpression(state),
    sort: sortOf(state),
    offset: (state.page - 1) * options.pageSize,
    limit: options.pageSize,
    facets: options.facets,
    reader: options.reader,
    language: options.language,
  };
}
