import { DomainError } from '#runtime/errors';
import { pageSizeOf, sinceOf } from '../asking/index.ts';
import { addressOfSource, type ListingContext, withoutUser } from '../protocol.ts';
import type { HarvestSource } from '../types.ts';

/** What narrows the DOIs of all the world to those of a centre. */
const selections = ['client-id', 'prefix', 'provider-id', 'query', 'resource-type-id'];

/**
 * The address of the first page, without credentials.
 * @throws DomainError `invalid` when nothing is selected: that would be every DOI of DataCite
 */
export function questionOf(
  source: HarvestSource,
  context: ListingContext,
): { address: string; since: string | undefined } {
  const url = new URL(withoutUser(addressOfSource(source).href));
  if (!/\/dois\/?$/.test(url.pathname)) url.pathname = `${url.pathname.replace(/\/$/, '')}/dois`;
  for (const name of selections) {
    const value = source.options[name];
    if (value) url.searchParams.set(name, value);
  }
  if (!selections.some((name) => url.searchParams.get(name)))
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
  url.searchParams.set('page[cursor]', '1');
  url.searchParams.set('page[size]', String(pageSizeOf(source)));
  return { address: url.href, since };
}
