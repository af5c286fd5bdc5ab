import { expect, test } from 'vitest';
import { Pace } from './pace.ts';
import { Tally } from './tally.ts';

test('the pace is that of the last half minute', () => {
  let now = 0;
  const pace = new Pace(() => now, 0);
  const after = (seconds: number, done: number) => {
    now += seconds * 1000;
    return pace.note(done);
  };
  expect(after(0, 5)).toBe(0);
  expect(after(1, 100)).toBe(100);
  expect(after(10, 1100)).toBeCloseTo(100);
  for (let second = 1; second <= 60; second += 1) after(1, 1100 + second);
  expect(after(1, 1161)).toBeCloseTo(1, 1);
});

test('counts of a run under way tell how far it is; those of its end do not', () => {
  let now = 0;
  const tally = new Tally(undefined, () => now);
  tally.total = 1000;
  now = 2000;
  tally.counts.listed = 500;
  expect(tally.counted([])).toMatchObject({ listed: 500, progress: { done: 500, total: 1000, rate: 250 } });
  tally.beginStoring(40);
  now = 3000;
  tally.stored(10);
  now = 4000;
  expect(tally.stored(10)).toMatchObject({ progress: { done: 20, total: 40, rate: 10 } });
  expect(tally.counts).not.toHaveProperty('progress');
  expect(new Tally(tally.stored(1)).counts).not.toHaveProperty('progress');
});
