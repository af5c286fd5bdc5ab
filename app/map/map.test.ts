import { describe, expect, it, test } from 'vitest';
import { clipRing } from './clip.ts';
import { landDrawing } from './land.ts';
import { rectanglesOf, toLatitude, toY, viewOf, worldView } from './mercator.ts';
import { landAddress, parseView, roundView } from './view-address.ts';

describe('Mercator', () => {
  it('keeps degrees at the equator and grows towards the poles', () => {
    expect(toY(0)).toBeCloseTo(0);
    expect(toY(1)).toBeCloseTo(-1, 3);
    expect(toY(60)).toBeCloseTo(-75.456, 2);
    expect(toLatitude(toY(48.4))).toBeCloseTo(48.4, 9);
    expect(toY(90)).toBe(toY(85.05));
  });
});

describe('viewOf', () => {
  it('shows a point with its surroundings, in the shape of the frame', () => {
    const view = viewOf([{ west: -4.5, east: -4.5, south: 48.4, north: 48.4 }], 2);
    expect(view.east - view.west).toBeCloseTo(1.6);
    expect((view.east - view.west) / (view.bottom - view.top)).toBeCloseTo(2);
  });
  it('goes across the antimeridian', () => {
    const view = viewOf([{ west: 170, east: -170, south: -10, north: 10 }], 1);
    expect(view.west).toBeGreaterThan(150);
    expect(view.east).toBeGreaterThan(180);
  });
  it('is the world without a box and for the world', () => {
    expect(viewOf([], 1)).toBe(worldView);
    expect(viewOf([{ west: -180, east: 180, south: -90, north: 90 }], 1)).toBe(worldView);
  });
});

test('a box across the antimeridian is drawn on both sides of the world', () => {
  const drawn = rectanglesOf({ west: 170, east: -170, south: -10, north: 10 }, worldView);
  expect(drawn.map(({ x }) => x)).toEqual([-190, 170]);
});

test('a ring is cut with a rectangle', () => {
  const square = [
    [0, 0],
    [4, 0],
    [4, 4],
    [0, 4],
  ] as const;
  const corners = [...clipRing(square, { left: 2, right: 9, top: -9, bottom: 2 })].map(String).sort();
  expect(corners).toEqual(['2,0', '2,2', '4,0', '4,2']);
  expect(clipRing(square, { left: 5, right: 9, top: 0, bottom: 1 })).toEqual([]);
});

describe('land', () => {
  it('draws Brittany and no Australia in a view of Brest', () => {
    const path = landDrawing(roundView(viewOf([{ west: -5, east: -4, south: 48, north: 49 }], 1.5)));
    const xs = [...path.matchAll(/[ML](-?[\d.]+) /g)].map(([, x]) => Number(x));
    expect(xs.length).toBeGreaterThan(100);
    expect(Math.min(...xs)).toBeGreaterThan(-8);
    expect(Math.max(...xs)).toBeLessThan(-1);
  });
  it('has an address that reads back', () => {
    const view = roundView(worldView);
    expect(parseView(landAddress(view).split('=')[1] ?? '')).toEqual(view);
    expect(parseView('0,999,0,1')).toBeNull();
    expect(parseView('0,1,0')).toBeNull();
    expect(parseView('0,1,0,NaN')).toBeNull();
  });
});
