import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  emptySearchState,
  facetNames,
  parseSearchUrl,
  type SearchState,
  toSearchRequest,
  writeSearchUrl,
} from './index.ts';

const parse = (query: string) => parseSearchUrl(new URLSearchParams(query));

describe('parseSearchUrl', () => {
  it('reads everything that a search can ask', () => {
    const { state, problems } = parse(
      'q=sea+level&type=dataset&organisation=Ifremer&organisation=Shom&bbox=170,-20,-170,20&relation=within' +
        '&from=2001&to=2010-06&depth=,200&sort=title&page=3&lang=fr',
    );
    expect(problems).toEqual([]);
    expect(state).toEqual({
      text: 'sea level',
      facets: { type: ['dataset'], organisation: ['Ifremer', 'Shom'] },
      box: { west: 170, south: -20, east: -170, north: 20 },
      relation: 'within',
      from: '2001',
      to: '2010-06',
      depth: { maximum: 200 },
      sort: 'title',
      page: 3,
    });
  });

  it.each([
    ['bbox=1,2,3', 'bbox', 'not-a-box'],
    ['bbox=0,NaN,1,1', 'bbox', 'not-a-box'],
    ['bbox=0,1e1,1,20', 'bbox', 'not-a-box'],
    ['bbox=0,10,1,-10', 'bbox', 'not-a-box'],
    ['bbox=0,-91,1,10', 'bbox', 'not-a-box'],
    ['from=yesterday', 'from', 'not-a-date'],
    ['from=2010&to=2009', 'to', 'dates-reversed'],
    ['depth=10', 'depth', 'not-depths'],
    ['depth=10,5', 'depth', 'not-depths'],
    ['depth=,', 'depth', 'not-depths'],
    ['sort=price', 'sort', 'unknown'],
    ['relation=overlaps', 'relation', 'unknown'],
    ['page=0', 'page', 'not-a-page'],
    ['page=-1', 'page', 'not-a-page'],
    [`q=${'a'.repeat(10_000)}`, 'q', 'too-long'],
    [`keyword=${'a'.repeat(400)}`, 'keyword', 'too-long'],
  ])('%s names %s', (query, parameter, code) => {
    const { problems } = parse(query);
    expect(problems).toMatchObject([{ parameter, code }]);
  });

  it('ignores what it cannot use and keeps the rest', () => {
    expect(parse('q=argo&bbox=x&page=x').state).toEqual({ ...emptySearchState, text: 'argo' });
  });

  it('takes empty parameters of a form for absent ones', () => {
    expect(parse('q=&bbox=&from=&to=&depth=&sort=&page=&type=')).toEqual({
      state: emptySearchState,
      problems: [],
    });
  });

  it('brings a map turned round the globe back', () => {
    expect(parse('bbox=190,-10,200,10').state.box).toEqual({ west: -170, south: -10, east: -160, north: 10 });
    expect(parse('bbox=-200,-10,170,10').state.box).toEqual({ west: -180, south: -10, east: 180, north: 10 });
    expect(parse('bbox=170,-10,200,10').state.box).toEqual({ west: 170, south: -10, east: -160, north: 10 });
  });
});

const degrees = (limit: number) =>
  fc.integer({ min: -limit * 1e5, max: limit * 1e5 }).map((value) => value / 1e5);
const values = fc.uniqueArray(
  fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }).map((value) => value.trim()),
  { maxLength: 4 },
);
const states: fc.Arbitrary<SearchState> = fc
  .record(
    {
      text: fc.string({ maxLength: 40, unit: 'grapheme' }).map((text) => text.trim()),
      facets: fc.record(Object.fromEntries(facetNames.map((name) => [name, values])), { requiredKeys: [] }),
      box: fc
        .record({ west: degrees(180), south: degrees(90), east: degrees(180), north: degrees(90) })
        .map(({ south, north, ...sides }) => ({
          ...sides,
          south: Math.min(south, north),
          north: Math.max(south, north),
        })),
      from: fc.constantFrom('1999', '2001-02', '2003-04-05'),
      to: fc.constantFrom('2010', '2011-02', '2013-04-05'),
      depth: fc.record({ minimum: fc.integer({ min: -10, max: 10 }), maximum: fc.integer({ min: 11 }) }),
      sort: fc.constantFrom('relevance' as const, 'date' as const, 'title' as const),
      page: fc.integer({ min: 1, max: 100_000 }),
    },
    { requiredKeys: ['text', 'facets', 'page'] },
  )
  .map((state) => ({ ...state, relation: 'intersects' as const }));

describe('writeSearchUrl', () => {
  it('writes what parseSearchUrl reads', () => {
    fc.assert(
      fc.property(states, (state) => {
        const facets = Object.fromEntries(
          Object.entries(state.facets).flatMap(([name, chosen]) => {
            const present = chosen.filter(Boolean);
            return present.length > 0 ? [[name, present]] : [];
          }),
        );
        const written = writeSearchUrl({ ...state, facets }).toString();
        const { state: read, problems } = parse(written);
        expect(problems).toEqual([]);
        expect(read).toEqual({ ...state, facets });
        expect(writeSearchUrl(read).toString()).toBe(written);
      }),
    );
  });

  it('leaves out what goes without saying', () => {
    expect(writeSearchUrl(emptySearchState).toString()).toBe('');
  });
});

describe('toSearchRequest', () => {
  const options = { reader: 'public', language: 'fr', pageSize: 20, facets: [] } as const;

  it('asks for a page by relevance when there are words, else by date', () => {
    expect(toSearchRequest(parse('q=mer&page=3').state, { ...options, facets: [] })).toMatchObject({
      sort: 'relevance',
      offset: 40,
      limit: 20,
      where: { op: 'and', of: [{ op: 'text', text: 'mer' }] },
    });
    expect(toSearchRequest(parse('').state, { ...options, facets: [] })).toMatchObject({
      sort: 'date',
      where: { op: 'all' },
    });
  });

  it('compiles filters', () => {
    expect(
      toSearchRequest(parse('year=2001&year=2002&from=2001&depth=5,').state, { ...options, facets: [] })
        .where,
    ).toEqual({
      op: 'and',
      of: [
        { op: 'facet', facet: 'year', values: ['2001', '2002'], match: 'any' },
        { op: 'time', start: '2001', relation: 'intersects' },
        { op: 'depth', minimum: 5 },
      ],
    });
  });
});
