import { foldFormParameters } from './form-parameters.ts';

/**
 * The address of the search that a form asks for: what the server would make of it, without a second round trip.
 * @param at address of the page that searches
 * @param change fields to set otherwise than in the form; an empty value drops one
 */
export function foldForm(at: string, fields: FormData, change: Record<string, string>): string {
  const given = new URLSearchParams();
  for (const [name, value] of fields) {
    if (typeof value === 'string' && !(name in change)) given.append(name, value);
  }
  for (const [name, value] of Object.entries(change)) given.set(name, value);
  const query = (foldFormParameters(given) ?? given).toString();
  return query === '' ? at : `${at}?${query}`;
}
