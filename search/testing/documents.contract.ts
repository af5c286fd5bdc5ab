import { describe, expect, it } from 'vitest';
import { type EngineFixture, empty, request } from './engine-fixture.ts';

export function documentsContract(fixture: EngineFixture): void {
  const { put, find, say } = fixture;
  describe('documents', () => {
    it('is empty to begin with', async () => {
      expect(await fixture.engine.search(request({ op: 'all' }))).toEqual({
        total: 0,
        hits: [],
        facets: {},
        indexedThrough: 0,
      });
      expect(await fixture.engine.indexedThrough()).toBe(0);
    });

    it('replaces a document by its id, words, facets and places', async () => {
      const box = { west: 0, south: 0, east: 10, north: 10 };
      await put({ id: 'a', titles: { en: 'Salinity' }, facets: { type: ['dataset'] }, boxes: [box] });
      await put({ id: 'a', titles: { en: 'Nitrate' }, facets: { type: ['series'] } });
      expect(await say('salinity')).toEqual([]);
      expect(await say('nitrate')).toEqual(['a']);
      expect(await find({ op: 'box', box, relation: 'intersects' })).toEqual([]);
      const { total, facets } = await fixture.engine.search(
        request({ op: 'all' }, { facets: [{ name: 'type', limit: 9 }] }),
      );
      expect({ total, facets }).toEqual({ total: 1, facets: { type: [{ value: 'series', count: 1 }] } });
    });

    it('finds one record of each resource, unless copies are asked for', async () => {
      const facets = { source: ['a', 'b'] };
      await put(
        { id: 'a', facets, identifiers: ['ours', 'theirs'] },
        { id: 'b', isCopy: true, facets: { source: ['b'] } },
      );
      expect(await find({ op: 'all' })).toEqual(['a']);
      expect(await find({ op: 'identifier', values: ['theirs'] })).toEqual(['a']);
      expect((await find({ op: 'all' }, { copies: true })).sort()).toEqual(['a', 'b']);
      const counted = async (copies: { copies?: true }) =>
        (
          await fixture.engine.search(
            request({ op: 'all' }, { facets: [{ name: 'source', limit: 9 }], ...copies }),
          )
        ).facets.source;
      expect(await counted({})).toEqual([
        { value: 'a', count: 1 },
        { value: 'b', count: 1 },
      ]);
      expect(await counted({ copies: true })).toEqual([
        { value: 'b', count: 2 },
        { value: 'a', count: 1 },
      ]);
      await put({ id: 'a', isCopy: true }, { id: 'b' });
      expect(await find({ op: 'all' })).toEqual(['b']);
    });

    it('removes, and takes back', async () => {
      await put({ id: 'a' }, { id: 'b' });
      await fixture.engine.apply({ put: [], remove: ['a', 'never-there'], throughRevision: 3 });
      expect(await find({ op: 'all' })).toEqual(['b']);
      expect(await fixture.engine.indexedThrough()).toBe(3);
      await put({ id: 'a' });
      expect((await find({ op: 'all' })).sort()).toEqual(['a', 'b']);
    });

    it('never goes back to an older state, so that two writers do no harm', async () => {
      await fixture.engine.apply({
        put: [{ ...empty, id: 'a', revision: 7, titles: { en: 'new' } }],
        remove: ['b'],
        throughRevision: 9,
      });
      await fixture.engine.apply({
        put: [{ ...empty, id: 'a', revision: 3, titles: { en: 'old' } }],
        remove: [],
        throughRevision: 4,
      });
      await fixture.engine.apply({ put: [], remove: ['a'], throughRevision: 5 });
      expect(await say('new')).toEqual(['a']);
      expect(await fixture.engine.indexedThrough()).toBe(9);
    });

    it('is empty after a reset', async () => {
      await put({ id: 'a', titles: { en: 'Argo' }, facets: { type: ['dataset'] } });
      expect(await say('argo')).toEqual(['a']);
      await fixture.engine.reset();
      expect(await fixture.engine.indexedThrough()).toBe(0);
      expect(await say('argo')).toEqual([]);
      await put({ id: 'b', titles: { en: 'Argo' } });
      expect(await say('argo')).toEqual(['b']);
    });

    it('shows staff records to staff only, in hits, counts and places', async () => {
      const boxes = [{ west: 0, south: 0, east: 1, north: 1 }];
      const facets = { source: ['s'] };
      await put({ id: 'a', facets, boxes }, { id: 'b', visible: 'staff', facets, boxes });
      const ask = request({ op: 'all' }, { facets: [{ name: 'source', limit: 5 }] });
      expect(await fixture.engine.search(ask)).toMatchObject({
        total: 1,
        facets: { source: [{ count: 1 }] },
      });
      expect(await find({ op: 'not', of: { op: 'ids', values: ['a'] } })).toEqual([]);
      expect((await fixture.engine.footprints(ask, 9)).boxes.map(({ id }) => id)).toEqual(['a']);
      expect(await fixture.engine.search({ ...ask, reader: 'staff' })).toMatchObject({ total: 2 });
    });
  });
}
