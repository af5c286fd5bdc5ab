import { describe, expect, it } from 'vitest';
import { parseSearchUrl } from '#search';
import { chipsOf } from './chips.ts';
import { searchHref } from './search-href.ts';

const sources = new Map([['shom', { en: 'Shom', fr: 'Shom' }]]);
const chips = (query: string, locale: 'en' | 'fr' = 'en') =>
  chipsOf(parseSearchUrl(new URLSearchParams(query)).state, locale, sources).map(({ label, without }) => [
    label,
    searchHref(without),
  ]);

describe('chipsOf', () => {
  it('names each filter, with the address of the search without it', () =>
    expect(chips('q=salt&type=dataset&type=series&source=shom&page=3')).toEqual([
      ['“salt”', '/search?type=dataset&type=series&source=shom'],
      ['Kind: Dataset', '/search?q=salt&type=series&source=shom'],
      ['Kind: Series', '/search?q=salt&type=dataset&source=shom'],
      ['Data centre: Shom', '/search?q=salt&type=dataset&type=series'],
    ]));

  it('letters areas, times and depths as the language does', () =>
    expect(chips('bbox=-10,43,-1,48.5&from=2010-07&depth=,200', 'fr')).toEqual([
      ['Zone 43°N – 48°30′N, 10°O – 1°O', '/search?from=2010-07&depth=%2C200'],
      ['juillet 2010 – …', '/search?bbox=-10%2C43%2C-1%2C48.5&depth=%2C200'],
      ['Profondeur 0–200 m', '/search?bbox=-10%2C43%2C-1%2C48.5&from=2010-07'],
    ]));

  it('is empty when all is asked', () => expect(chips('sort=title&page=2')).toEqual([]));
});
