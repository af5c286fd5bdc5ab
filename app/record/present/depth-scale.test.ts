import { describe, expect, it } from 'vitest';
import type { VerticalExtent } from '#catalogue/model';
import { depthScaleOf } from './depth-scale.ts';

const scale = (...extents: VerticalExtent[]) => depthScaleOf(extents, 'en');

describe('depths', () => {
  it('grow downwards from the surface', () => {
    const drawn = scale({ minimum: 0, maximum: 2000, unit: 'm', positive: 'down' });
    const [layer] = drawn?.layers ?? [];
    expect(layer?.from).toBe(drawn?.surface);
    expect(layer?.to).toBeGreaterThan(80);
    expect(drawn?.ticks.map(({ metres }) => metres)).toEqual([0, 500, 1000, 1500, 2000]);
    expect(drawn?.texts).toEqual(['0 – 2,000 m']);
  });
  it.each([
    ['heights below zero', { minimum: -2000, maximum: 0, positive: 'up' as const }],
    ['all below zero without a direction', { minimum: -2000, maximum: -0 }],
    ['kilometres', { minimum: 0, maximum: 2, unit: 'km' }],
    ['a register of units', { minimum: 0, maximum: 2000, unit: 'urn:ogc:def:uom:EPSG::9001' }],
  ])('are told in the same way by %s', (_, extent) => {
    const same = scale({ minimum: 0, maximum: 2000, positive: 'down' });
    expect(scale(extent)).toMatchObject({ layers: same?.layers ?? [], surface: same?.surface });
  });
  it('above the surface stand above it', () => {
    const drawn = scale({ minimum: -10, maximum: 50, positive: 'down' });
    expect(drawn?.layers[0]?.from).toBeLessThan(drawn?.surface ?? 0);
  });
  it('with an open end run to the edge', () => {
    expect(scale({ minimum: 200, positive: 'down' })?.layers[0]).toMatchObject({ openBottom: true, to: 100 });
  });
  it('of one level can be placed', () => {
    const drawn = scale({ minimum: 5, maximum: 5, unit: 'm' });
    expect(drawn?.layers[0]?.from).toBeCloseTo(drawn?.layers[0]?.to ?? 0);
  });
  it('in other units, or unknown, are not drawn', () => {
    expect(scale({ minimum: 1, maximum: 40, unit: 'sigma' })).toBeUndefined();
    expect(scale({ description: { en: 'bottom' } })).toBeUndefined();
  });
});
