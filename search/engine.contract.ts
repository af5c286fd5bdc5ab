import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isDomainError } from '#runtime';
import { fold } from './analysis/index.ts';
import type { SearchDocument, SearchEngine } from './engine.ts';
import { type Expression, facetNames, type SearchAnswer, type SearchRequest } from './query.ts';
import { documents, expressions } from './testing/arbitraries.ts';
import { plainCounts, plainSearch } from './testing/plain-search.ts';

const empty: SearchDocument = {
  id: '',
  revision: 1,
  visible: 'public',
  titles: {},
  alternateTitles: [],
  abstracts: {},
  keywords: [],
  parties: [],
  variables: [],
  identifiers: [],
  facets: {},
  boxes: [],
  periods: [],
  depths: [],
  datestamp: '2024-01-01T00:00:00Z',
  sortDate: '2024-01-01',
};
const request = (where: Expression, more: Partial<SearchRequest> = {}): SearchRequest => ({
  where,
  sort: 'relevance',
  offset: 0,
  limit: 100,
  facets: [],
  reader: 'public',
  language: 'en',
  ...more,
});
const idsOf = ({ hits }: SearchAnswer) => hits.map(({ id }) => id);

/**
 * What every search engine must do; run it on each. Only the order of ties and hits by spelling tolerance may differ.
 * @param make a new, empty engine
 */
export function searchEngineContract(make: () => Promise<SearchEngine>): void {
  describe('search engine', () => {
    let engine: SearchEngine;
    let revision = 0;
    beforeEach(async () => {
      engine = await make();
      revision = 0;
    });
    afterEach(() => engine.close());

    const put = (...partial: (Partial<SearchDocument> & { id: string })[]) => {
      const put = partial.map((document) => {
        revision += 1;
        return { ...empty, revision, ...document };
      });
      return engine.apply({ put, remove: [], throughRevision: revision });
    };
    const find = async (where: Expression, more?: Partial<SearchRequest>) =>
      idsOf(await engine.search(request(where, more)));
    const say = (text: string, more?: Partial<SearchRequest>) => find({ op: 'text', text }, more);

    describe('documents', () => {
      it('is empty to begin with', async () => {
        expect(await engine.search(request({ op: 'all' }))).toEqual({
          total: 0,
          hits: [],
          facets: {},
          indexedThrough: 0,
        });
        expect(await engine.indexedThrough()).toBe(0);
      });

      it('replaces a document by its id, words, facets and places', async () => {
        const box = { west: 0, south: 0, east: 10, north: 10 };
        await put({ id: 'a', titles: { en: 'Salinity' }, facets: { type: ['dataset'] }, boxes: [box] });
        await put({ id: 'a', titles: { en: 'Nitrate' }, facets: { type: ['series'] } });
        expect(await say('salinity')).toEqual([]);
        expect(await say('nitrate')).toEqual(['a']);
        expect(await find({ op: 'box', box, relation: 'intersects' })).toEqual([]);
        const { total, facets } = await engine.search(
          request({ op: 'all' }, { facets: [{ name: 'type', limit: 9 }] }),
        );
        expect({ total, facets }).toEqual({ total: 1, facets: { type: [{ value: 'series', count: 1 }] } });
      });

      it('removes, and takes back', async () => {
        await put({ id: 'a' }, { id: 'b' });
        await engine.apply({ put: [], remove: ['a', 'never-there'], throughRevision: 3 });
        expect(await find({ op: 'all' })).toEqual(['b']);
        expect(await engine.indexedThrough()).toBe(3);
        revision = 3;
        await put({ id: 'a' });
        expect((await find({ op: 'all' })).sort()).toEqual(['a', 'b']);
      });

      it('never goes back to an older state, so that two writers do no harm', async () => {
        await engine.apply({
          put: [{ ...empty, id: 'a', revision: 7, titles: { en: 'new' } }],
          remove: ['b'],
          throughRevision: 9,
        });
        await engine.apply({
          put: [{ ...empty, id: 'a', revision: 3, titles: { en: 'old' } }],
          remove: [],
          throughRevision: 4,
        });
        await engine.apply({ put: [], remove: ['a'], throughRevision: 5 });
        expect(await say('new')).toEqual(['a']);
        expect(await engine.indexedThrough()).toBe(9);
      });

      it('is empty after a reset', async () => {
        await put({ id: 'a', titles: { en: 'Argo' }, facets: { type: ['dataset'] } });
        expect(await say('argo')).toEqual(['a']);
        await engine.reset();
        expect(await engine.indexedThrough()).toBe(0);
        expect(await say('argo')).toEqual([]);
        await put({ id: 'b', titles: { en: 'Argo' } });
        expect(await say('argo')).toEqual(['b']);
      });

      it('shows staff records to staff only, in hits, counts and places', async () => {
        const boxes = [{ west: 0, south: 0, east: 1, north: 1 }];
        const facets = { source: ['s'] };
        await put({ id: 'a', facets, boxes }, { id: 'b', visible: 'staff', facets, boxes });
        const ask = request({ op: 'all' }, { facets: [{ name: 'source', limit: 5 }] });
        expect(await engine.search(ask)).toMatchObject({ total: 1, facets: { source: [{ count: 1 }] } });
        expect(await find({ op: 'not', of: { op: 'ids', values: ['a'] } })).toEqual([]);
        expect((await engine.footprints(ask, 9)).boxes.map(({ id }) => id)).toEqual(['a']);
        expect(await engine.search({ ...ask, reader: 'staff' })).toMatchObject({ total: 2 });
      });
    });

    describe('words', () => {
      beforeEach(() =>
        put(
          {
            id: 'fr',
            titles: { fr: "Températures de l'eau de mer" },
            abstracts: { fr: 'Données de bouées' },
          },
          { id: 'en', titles: { en: 'Sea water temperature' }, abstracts: { en: 'Buoy data' } },
          {
            id: 'code',
            titles: { und: 'PSAL profiles' },
            variables: [{ und: 'SDN:P02::TEMP' }, { en: 'CO₂' }],
          },
          { id: 'doi', identifiers: ['10.17882/42182'], parties: ['Dupont-Durand, Zoé'] },
        ),
      );

      it.each([
        ['temperature', ['en', 'fr']],
        ['TEMPÉRATURES', ['en', 'fr']],
        ['donnee bouee', ['fr']],
        ["l'eau", ['fr']],
        ['buoys', ['en']],
        ['sea temperature -buoy', []],
        ['"water temperature"', ['en']],
        ['"temperature water"', []],
        ['psal', ['code']],
        ['P02::TEMP', ['code']],
        ['P03::TEMP', []],
        ['co2', ['code']],
        ['10.17882/42182', ['doi']],
        ['42182', ['doi']],
        ['zoe dupont', ['doi']],
        ['title:temperature', ['en', 'fr']],
        ['abstract:temperature', []],
        ['tempera*', ['en', 'fr']],
        ['temperature of the sea', ['en']],
      ])('%s', async (text, expected) => {
        expect((await say(text)).sort()).toEqual(expected);
      });

      it('takes the last word for a beginning when told so', async () => {
        expect(await find({ op: 'text', text: 'sea tempe', prefix: true })).toEqual(['en']);
        expect(await find({ op: 'text', text: 'sea tempe' })).toEqual([]);
      });

      it.each([
        ['emperatur', ['en', 'fr']],
        ['ter temp', ['en']],
        ['eau de mer', ['fr']],
        ['7882/421', ['doi']],
        ['Dupont-D', ['doi']],
        [' ater', []],
      ])('contains “%s”', async (text, expected) => {
        expect((await find({ op: 'contains', text })).sort()).toEqual(expected);
      });

      it('knows identifiers whatever their case and resolver', async () => {
        expect(await find({ op: 'identifier', values: ['https://doi.org/10.17882/42182'] })).toEqual(['doi']);
        expect(await find({ op: 'identifier', values: ['doi:10.17882/42182', 'x'] })).toEqual(['doi']);
        expect(await find({ op: 'identifier', values: ['10.17882/4218'] })).toEqual([]);
      });
    });

    describe('relevance', () => {
      it('ranks a title above keywords, keywords above the abstract', async () => {
        await put(
          { id: 'abstract', abstracts: { en: 'About salinity here' } },
          { id: 'keyword', keywords: [{ en: 'salinity' }] },
          { id: 'title', titles: { en: 'Salinity' } },
        );
        expect(await say('salinity')).toEqual(['title', 'keyword', 'abstract']);
      });

      it('ranks the very word above its stem, the rare word above the frequent', async () => {
        await put(
          { id: 'stem', titles: { en: 'Currents' } },
          { id: 'exact', titles: { en: 'Current' } },
          ...['1', '2', '3', '4'].map((id) => ({
            id,
            titles: { en: 'Sea maps' },
            abstracts: { en: 'rare' },
          })),
          { id: 'both', titles: { en: 'Rare things' }, abstracts: { en: 'sea' } },
        );
        expect(await say('current')).toEqual(['exact', 'stem']);
        expect((await say('sea rare'))[0]).toBe('both');
      });

      it('ranks words together above words apart, a short title above a long one', async () => {
        await put(
          { id: 'apart', titles: { en: 'Level of the ice and the sea' } },
          { id: 'long', titles: { en: 'Maps of the yearly sea level in the north' } },
          { id: 'together', titles: { en: 'Sea level' } },
        );
        expect(await say('sea level')).toEqual(['together', 'long', 'apart']);
      });
    });

    describe('order and pages', () => {
      beforeEach(() =>
        put(
          { id: 'a', titles: { en: 'Éponges 10', fr: 'Zone' }, sortDate: '2001' },
          { id: 'b', titles: { en: 'eponges 9' }, sortDate: '2020-05-01' },
          { id: 'c', titles: { en: '“Zebra” fish', fr: 'Abeille' }, sortDate: '2010-01' },
        ),
      );

      it('sorts by date and by title of the language, accents and case folded, numbers by value', async () => {
        expect(await find({ op: 'all' }, { sort: 'date' })).toEqual(['b', 'c', 'a']);
        expect(await find({ op: 'all' }, { sort: 'date', descending: false })).toEqual(['a', 'c', 'b']);
        expect(await find({ op: 'all' }, { sort: 'title' })).toEqual(['b', 'a', 'c']);
        expect(await find({ op: 'all' }, { sort: 'title', language: 'fr' })).toEqual(['c', 'b', 'a']);
        expect(await find({ op: 'all' }, { sort: 'title', descending: true })).toEqual(['c', 'a', 'b']);
        expect(await find({ op: 'all' }, { sort: 'relevance' })).toEqual(['b', 'c', 'a']);
      });

      it('pages without gap or repetition, and counts alone for a limit of 0', async () => {
        const page = (offset: number, limit: number) => find({ op: 'all' }, { sort: 'date', offset, limit });
        expect([...(await page(0, 2)), ...(await page(2, 2)), ...(await page(4, 2))]).toEqual([
          'b',
          'c',
          'a',
        ]);
        expect(await engine.search(request({ op: 'all' }, { limit: 0 }))).toMatchObject({
          total: 3,
          hits: [],
        });
      });
    });

    describe('facets', () => {
      const facets = [
        { name: 'type', limit: 10 },
        { name: 'year', limit: 2 },
      ] satisfies SearchRequest['facets'];
      const typed = (...values: string[]): Expression => ({
        op: 'facet',
        facet: 'type',
        values,
        match: 'any',
      });
      beforeEach(() =>
        put(
          { id: 'a', facets: { type: ['dataset'], year: ['1999', '2000', '2001'] } },
          { id: 'b', facets: { type: ['dataset'], year: ['2000'] } },
          { id: 'c', facets: { type: ['Série'], year: ['2001'] } },
          { id: 'd', facets: { type: ['serie'] } },
        ),
      );
      const counts = async (where: Expression) => (await engine.search(request(where, { facets }))).facets;

      it('counts, spellings as one, the frequent first, years the newest first and bounded', async () => {
        const { type, year } = await counts({ op: 'all' });
        expect(type?.map(({ value, count }) => [fold(value), count])).toEqual([
          ['dataset', 2],
          ['serie', 2],
        ]);
        expect(year).toEqual([
          { value: '2001', count: 2 },
          { value: '2000', count: 2 },
        ]);
      });

      it('does not narrow the counts of a facet by its own selection', async () => {
        const { type, year } = await counts({ op: 'and', of: [typed('serie'), { op: 'all' }] });
        expect(type?.map(({ count }) => count)).toEqual([2, 2]);
        expect(year).toEqual([{ value: '2001', count: 1 }]);
      });

      it('shows what is selected beyond the limit and without records', async () => {
        const where: Expression = {
          op: 'and',
          of: [typed('dataset'), { op: 'facet', facet: 'year', values: ['1999'], match: 'any' }],
        };
        expect((await counts(where)).year).toEqual([
          { value: '2001', count: 1 },
          { value: '2000', count: 2 },
          { value: '1999', count: 1 },
        ]);
      });
    });

    describe('places', () => {
      const box = (west: number, south: number, east: number, north: number) => ({
        west,
        south,
        east,
        north,
      });
      beforeEach(() =>
        put(
          { id: 'brest', boxes: [box(-5, 48, -4, 49)] },
          { id: 'pacific', boxes: [box(170, -10, -170, 10)] },
          { id: 'arctic', boxes: [box(100, 80, 120, 90)] },
          { id: 'world', boxes: [box(-180, -90, 180, 90)] },
          { id: 'two', boxes: [box(0, 0, 1, 1), box(50, 50, 51, 51)] },
          { id: 'nowhere' },
        ),
      );

      it.each([
        ['intersects', box(-10, 45, 0, 50), ['brest', 'world']],
        ['intersects', box(175, 0, 176, 1), ['pacific', 'world']],
        ['intersects', box(-176, 0, -175, 1), ['pacific', 'world']],
        ['intersects', box(175, 0, -175, 1), ['pacific', 'world']],
        ['intersects', box(-30, 85, -20, 90), ['arctic', 'world']],
        ['intersects', box(-30, 80, -20, 89), ['world']],
        ['within', box(-10, 45, 0, 50), ['brest']],
        ['within', box(160, -20, -160, 20), ['pacific']],
        ['within', box(-1, -1, 2, 2), []],
        ['within', box(-180, -90, 180, 90), ['arctic', 'brest', 'pacific', 'two', 'world']],
        ['contains', box(179, -1, -179, 1), ['pacific', 'world']],
        ['contains', box(50, 50, 50, 50), ['two', 'world']],
      ] as const)('%s %j', async (relation, asked, expected) => {
        expect((await find({ op: 'box', box: asked, relation })).sort()).toEqual(expected);
      });

      it('tells where the whole result lies', async () => {
        const found = await engine.footprints(
          request({ op: 'ids', values: ['pacific', 'two', 'nowhere'] }, { limit: 1 }),
          10,
        );
        expect(found).toMatchObject({ total: 3, located: 2 });
        expect(found.boxes).toHaveLength(3);
        const first = await engine.footprints(request({ op: 'all' }, { sort: 'title' }), 2);
        expect(first).toMatchObject({ total: 6, located: 5 });
        expect(first.boxes).toHaveLength(2);
        expect(found.boxes).toContainEqual({ id: 'pacific', box: box(170, -10, -170, 10) });
        const { columns, rows, counts } = found.cells;
        expect(counts).toHaveLength(columns * rows);
        const at = (longitude: number, latitude: number) =>
          counts[
            Math.floor(((90 - latitude) / 180) * rows) * columns +
              Math.floor(((longitude + 180) / 360) * columns)
          ];
        expect([at(175, 5), at(-175, -5), at(0.5, 0.5), at(50.5, 50.5), at(-100, 0)]).toEqual([
          1, 1, 1, 1, 0,
        ]);
      });
    });

    describe('hostile requests', () => {
      const hostile = [
        '"',
        '""""',
        "'; DROP TABLE documents; --",
        'NEAR(a b, 3)',
        'title:',
        '{title}:x',
        'a OR',
        '* ^ + - ( ) : , .',
        '-only',
        '🐟🌊',
        '\u202eשלום \u0000\uffff',
        '(a+)+$',
        'x'.repeat(1999),
        'a '.repeat(999),
        '"'.repeat(1000),
      ];
      it.each(hostile)('answers %j', async (text) => {
        await put({ id: 'a', titles: { en: 'Argo near a sea' }, facets: { keyword: ["'; DROP TABLE"] } });
        for (const op of ['text', 'contains'] as const)
          expect((await engine.search(request({ op, text }))).total).toBeGreaterThanOrEqual(0);
        const values = [text];
        for (const where of [
          { op: 'facet', facet: 'keyword', values, match: 'any' },
          { op: 'identifier', values },
          { op: 'ids', values },
        ] satisfies Expression[])
          expect(await find(where)).toEqual([]);
        expect(await find({ op: 'all' })).toEqual(['a']);
      });

      const nested = Array.from({ length: 60 }).reduce<Expression>((of) => ({ op: 'not', of }), {
        op: 'all',
      });
      const square = { west: 0, south: 0, east: 1, north: 1 };
      it.each<[string, Expression]>([
        ['text', { op: 'text', text: 'x'.repeat(10_000) }],
        ['contains', { op: 'contains', text: 'x'.repeat(10_000) }],
        ['box.west', { op: 'box', box: { ...square, west: Number.NaN }, relation: 'intersects' }],
        ['box.north', { op: 'box', box: { ...square, north: 91 }, relation: 'intersects' }],
        ['box.south', { op: 'box', box: { ...square, south: 2 }, relation: 'intersects' }],
        ['box.east', { op: 'box', box: { ...square, east: Number.POSITIVE_INFINITY }, relation: 'within' }],
        ['time.start', { op: 'time', start: "2010'; --", relation: 'within' }],
        ['modified.before', { op: 'modified', before: 'now' }],
        ['depth.minimum', { op: 'depth', minimum: Number.NaN }],
        ['depth.minimum', { op: 'depth', minimum: 10, maximum: 1 }],
        ['where', nested],
      ])('names the field %s', async (field, where) => {
        const refused = await engine.search(request(where)).catch((error: unknown) => error);
        expect(isDomainError(refused) && refused).toMatchObject({ code: 'invalid', field });
        await expect(engine.footprints(request(where), 1)).rejects.toMatchObject({ code: 'invalid', field });
      });

      it.each([
        ['offset', { offset: -1 }],
        ['offset', { offset: Number.NaN }],
        ['limit', { limit: 1.5 }],
        ['limit', { limit: 1e9 }],
      ])('names the field %s of %j', async (field, more) => {
        await expect(engine.search(request({ op: 'all' }, more))).rejects.toMatchObject({
          code: 'invalid',
          field,
        });
      });
    });

    it('finds what a plain look at each document finds, whatever is asked', async () => {
      await fc.assert(
        fc.asyncProperty(
          documents,
          fc.array(expressions, { minLength: 1, maxLength: 8 }),
          async (put, asked) => {
            await engine.reset();
            await engine.apply({ put, remove: [], throughRevision: put.length });
            for (const where of asked) {
              for (const reader of ['public', 'staff'] as const) {
                const answer = await engine.search(
                  request(where, { reader, facets: facetNames.map((name) => ({ name, limit: 100 })) }),
                );
                const expected = plainSearch(put, { where, reader });
                expect(idsOf(answer).sort()).toEqual(expected);
                expect(answer.total).toBe(expected.length);
                for (const name of facetNames) {
                  const counted = (answer.facets[name] ?? []).filter(({ count }) => count > 0);
                  expect(Object.fromEntries(counted.map(({ value, count }) => [fold(value), count]))).toEqual(
                    plainCounts(put, { where, reader }, name),
                  );
                }
              }
            }
          },
        ),
        { numRuns: 150 },
      );
    });
  });
}
