export type { Footprints, SearchDocument, SearchEngine } from './engine.ts';
export * from './query.ts';
export { emptySearchState, type SearchState, sortOf, toExpression, toSearchRequest } from './search-state.ts';
export {
  parseSearchUrl,
  type SearchParameter,
  type SearchUrlProblem,
  searchParameters,
  writeSearchUrl,
} from './url.ts';
