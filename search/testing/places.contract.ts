import { beforeEach, describe, expect, it } from 'vitest';
import { type EngineFixture, request } from './engine-fixture.ts';

export function placesContract(fixture: EngineFixture): void {
  const { put, find } = fixture;
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
      const found = await fixture.engine.footprints(
        request({ op: 'ids', values: ['pacific', 'two', 'nowhere'] }, { limit: 1 }),
        10,
      );
      expect(found).toMatchObject({ total: 3, located: 2 });
      expect(found.boxes).toHaveLength(3);
      const first = await fixture.engine.footprints(request({ op: 'all' }, { sort: 'title' }), 2);
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
      expect([at(175, 5), at(-175, -5), at(0.5, 0.5), at(50.5, 50.5), at(-100, 0)]).toEqual([1, 1, 1, 1, 0]);
    });
  });
}
