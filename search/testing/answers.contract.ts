import { beforeEach, describe, expect, it } from 'vitest';
import { fold } from '../analysis/index.ts';
import type { Expression, SearchRequest } from '../query.ts';
import { type EngineFixture, request } from './engine-fixture.ts';

export function answersContract(fixture: EngineFixture): void {
  const { put, find } = fixture;
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
      expect([...(await page(0, 2)), ...(await page(2, 2)), ...(await page(4, 2))]).toEqual(['b', 'c', 'a']);
      expect(await fixture.engine.search(request({ op: 'all' }, { limit: 0 }))).toMatchObject({
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
    const counts = async (where: Expression) =>
      (await fixture.engine.search(request(where, { facets }))).facets;

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
}
