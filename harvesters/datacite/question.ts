import { DomainError } from '#runtime/errors';
import { pageSizeOf, sinceOf } from '../asking/index.ts';
import { addressOfSource, type ListingContext, withoutUser } from '../protocol.ts';
import type { HarvestSource } from '../types.ts';

/** What narrows the DOIs of all the world to those of a centre. */
export const selections = ['client-id', 'prefix', 'provider-id', 'query', 'resource-type-id'];

/** Address of the DOIs, with what the source selects of them, without credentials. */
export function selectionOf(source: HarvestSource): { url: URL; isSelected: boolean } {
  const url = new URL(withoutUser(addressOfSource(source).href));
  if (!/\/dois\/?$/.test(url.pathname)) url.pathname = `${url.pathname.replace(/\/$/, '')}/dois`;
  for (const name of selections) {
    const value = source.options[name];
    if (value) url.searchParams.set(name, value);
  }
  url.searchParams.set('page[cursor]', '1');
  url.searchParams.set('page[size]', String(pageSizeOf(source)));
  return { url, isSelected: selections.some((name) => url.searchParams.get(name)) };
}

/**
 * The address of the first page, without credentials.
 * @throws DomainError `invalid` when nothing is selected: that would be every DOI of DataCite
 */
export function questionOf(
  source: HarvestSource,
  context: ListingContext,
): { address: string; since: string | undefined } {
  const { url, isSelected } = selectionOf(source);
  if (!isSelected)
    throw new DomainError(
      'invalid',
      `client-id: say which DOIs are wanted, by one of the options ${selections.join(', ')}.`,
    );
  const since = sinceOf(source, context);
  if (since !== undefined) {
    const given = url.searchParams.get('query');
    const updated = `updated:[${since.slice(0, 19)}Z TO *]`;
    url.searchParams.set('query', given ? `(${given}) AND ${updated}` : updated);
  }
  return { address: url.href, since };
}
