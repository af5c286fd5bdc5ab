import { type SearchState, writeSearchUrl } from '#search';

/** The address of a search. */
export function searchHref(state: SearchState, more: Record<string, string> = {}): string {
  const parameters = writeSearchUrl(state);
  for (const [name, value] of Object.entries(more)) parameters.set(name, value);
  const query = parameters.toString();
  return query === '' ? '/search' : `/search?${query}`;
}
