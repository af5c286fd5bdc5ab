import { expect, test } from 'vitest';
import { cellsOf } from './cells.ts';

const footprints = (counts: number[]) => ({
  total: 9,
  located: 9,
  boxes: [],
  cells: { columns: 4, rows: 2, counts: Uint32Array.from(counts) },
});

test('records of the whole ocean are the ground on which the others stand out', () => {
  const cells = cellsOf(footprints([3, 3, 3, 4, 3, 9, 3, 3]));
  expect(cells.map(({ count }) => count)).toEqual([4, 9]);
  expect(cells.map(({ box }) => box)).toEqual([
    { west: 90, south: 0, east: 180, north: 90 },
    { west: -90, south: -90, east: 0, north: 0 },
  ]);
  expect(cells[1]?.weight).toBe(1);
  expect(cells[0]?.weight).toBeLessThan(0.5);
});

test('nothing stands out where all is alike', () => {
  expect(cellsOf(footprints([2, 2, 2, 2, 2, 2, 2, 2]))).toEqual([]);
  expect(cellsOf(footprints([0, 0, 0, 0, 0, 0, 0, 0]))).toEqual([]);
});
