export type { Footprints, SearchDocument, SearchEngine } from './engine.ts';
export * from './query.ts';
export { emptySearchState, type SearchState, sortOf, toExpression, toSearchRequest } from './search-state.ts';
export { parseSearchUrl, writeSearchUrl } from './url.ts';
