import { describe, expect, it, test } from 'vitest';
import { emptyRecord, type Geometry, type SpatialExtent } from '#catalogue/model';
import { toY } from '../../map/mercator.ts';
import { chartRatio } from '../chart-ratio.ts';
import { extentChartOf } from './extent-chart.ts';

const chart = (...extents: Partial<SpatialExtent>[]) => {
  const { resource } = emptyRecord();
  resource.spatialExtents = extents.map((extent) => ({ inclusive: true, ...extent }));
  return extentChartOf(resource, 'en');
};
const box = (west: number, south: number, east: number, north: number) => ({
  box: { west, south, east, north },
});
const shape = (geometry: Geometry) => chart({ geometry });

describe('a box', () => {
  it('is a rectangle of the chart’s own projection', () => {
    const drawn = chart(box(-6, 43, 0, 48));
    expect(drawn?.marks).toEqual([
      {
        kind: 'rectangle',
        x: -6,
        y: expect.closeTo(toY(48), 3),
        width: 6,
        height: expect.closeTo(toY(43) - toY(48), 3),
      },
    ]);
    expect(drawn?.texts).toEqual(['43°N – 48°N, 6°W – 0°']);
  });
  it('across the antimeridian is whole on a chart of the Pacific', () => {
    const drawn = chart(box(170, -20, -170, -10));
    expect(drawn?.marks).toEqual([expect.objectContaining({ x: 170, width: 20 })]);
    expect(drawn?.view.east).toBeGreaterThan(190);
  });
  it('across the antimeridian is drawn on both sides of a chart of the world', () => {
    const drawn = chart(box(170, -20, -170, -10), box(-60, -40, 100, 60));
    const [first, second] = drawn?.marks ?? [];
    expect(drawn?.marks).toHaveLength(3);
    expect([first, second].map((mark) => mark?.kind === 'rectangle' && mark.x)).toEqual([-190, 170]);
  });
  it('without size is a position with its surroundings', () => {
    const drawn = chart(box(-3.94, 48.78, -3.94, 48.78));
    expect(drawn?.marks).toEqual([expect.objectContaining({ kind: 'position', x: -3.94 })]);
    expect((drawn?.view.east ?? 0) - (drawn?.view.west ?? 0)).toBeGreaterThan(1);
  });
  it('that is excluded is not drawn', () => {
    expect(chart({ ...box(0, 0, 1, 1), inclusive: false })).toBeUndefined();
  });
});

describe('a geometry', () => {
  it('is an area with its holes', () => {
    const drawn = shape({
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [10, 0],
          [10, 10],
          [0, 0],
        ],
        [
          [4, 2],
          [6, 2],
          [6, 4],
          [4, 2],
        ],
      ],
    });
    expect(drawn?.marks).toEqual([{ kind: 'area', d: expect.stringMatching(/^M0 0L.*ZM4 .*Z$/) }]);
  });
  it('is a line, unrolled where it crosses the antimeridian', () => {
    const drawn = shape({
      type: 'LineString',
      coordinates: [
        [178, -10],
        [-178, -12],
        [-175, -12],
      ],
    });
    const drawings = drawn?.marks.map((mark) => (mark.kind === 'line' ? mark.d : '')) ?? [];
    expect(drawings.some((d) => d.startsWith('M178 '))).toBe(true);
    expect(drawings.join(' ')).not.toMatch(/M178 [^M]*L-17/);
  });
  it('is positions, each once', () => {
    const drawn = shape({
      type: 'MultiPoint',
      coordinates: [
        [1, 1],
        [1, 1],
        [2, 2],
      ],
    });
    expect(drawn?.marks.map(({ kind }) => kind)).toEqual(['position', 'position']);
  });
  it('with more corners than can be seen is thinned for the map, and stays closed', () => {
    const ring = Array.from({ length: 20_001 }, (_, n) => {
      const angle = (2 * Math.PI * n) / 20_000;
      return [10 * Math.cos(angle), 10 * Math.sin(angle)];
    });
    const drawn = shape({ type: 'Polygon', coordinates: [ring] });
    const [first] = drawn?.shapes ?? [];
    const thin = first?.type === 'Polygon' ? (first.coordinates[0] ?? []) : [];
    expect(thin.length).toBeLessThan(2_600);
    expect(thin.at(-1)).toEqual(ring.at(-1));
    expect(JSON.stringify(drawn?.marks).length).toBeLessThan(40_000);
  });
});

test('every chart has the shape of its frame, the world too', () => {
  for (const drawn of [
    chart(box(-180, -90, 180, 90)),
    chart(box(0, 80, 10, 89)),
    chart(box(-5, -70, 5, 70)),
  ]) {
    const { west = 0, east = 0, top = 0, bottom = 0 } = drawn?.view ?? {};
    expect((east - west) / (bottom - top)).toBeCloseTo(chartRatio, 5);
  }
});

test('degrees are lettered in the reader’s language', () => {
  const { resource } = emptyRecord();
  resource.spatialExtents = [{ ...box(-6, 43, 0, 48), inclusive: true }];
  const french = extentChartOf(resource, 'fr');
  expect(french?.meridians.map(({ label }) => label)).toContain('4°O');
});

test('names of places come before coordinates; the same once', () => {
  const place = { code: 'iroise', names: { en: 'Iroise Sea', fr: 'Mer d’Iroise' } };
  expect(chart({ place, ...box(-6, 47, -4, 49) }, { place, ...box(-6, 47, -4, 49) })?.texts).toEqual([
    'Iroise Sea',
    '47°N – 49°N, 6°W – 4°W',
  ]);
});
