import { type SearchState, writeSearchUrl } from '#search';

/** The address of a search. @param at of the page that searches */
export function searchHref(state: SearchState, more: Record<string, string> = {}, at = '/search'): string {
  const parameters = writeSearchUrl(state);
  for (const [name, value] of Object.entries(more)) parameters.set(name, value);
  const query = parameters.toString();
  return query === '' ? at : `${at}?${query}`;
}
