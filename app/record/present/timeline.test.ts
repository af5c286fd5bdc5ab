import { describe, expect, it, test } from 'vitest';
import type { TemporalExtent } from '#catalogue/model';
import { messagesIn } from '../../locales/index.ts';
import { timelineOf } from './timeline.ts';

const now = 2026.5;
const layOut = (...extents: TemporalExtent[]) => timelineOf(extents, now, 'en', messagesIn('en'));
const period = (start?: string, end?: string): TemporalExtent => ({
  ...(start ? { start: { date: start } } : {}),
  ...(end ? { end: { date: end } } : {}),
});

describe('a period', () => {
  it('lies between its ends, with room on both sides', () => {
    const drawn = layOut(period('2000', '2009-12-31'));
    expect(drawn?.bars).toEqual([
      expect.objectContaining({ openStart: false, openEnd: false, text: '2000 – 31 December 2009' }),
    ]);
    expect(drawn?.bars[0]?.from).toBeCloseTo(5.36, 1);
    expect(drawn?.bars[0]?.to).toBeCloseTo(94.64, 1);
  });
  it.each([
    ['without an end', period('2000')],
    ['that goes on', { start: { date: '2000' }, end: { indeterminate: 'now' as const } }],
    ['after a date', { start: { date: '2000' }, end: { date: '2010', indeterminate: 'after' as const } }],
    ['with an unknown end', { start: { date: '2000' }, end: { indeterminate: 'unknown' as const } }],
  ])('%s runs to the edge', (_, extent) => {
    expect(layOut(extent)?.bars[0]).toMatchObject({ openEnd: true, to: 100, openStart: false });
  });
  it('without a start comes from the edge', () => {
    expect(layOut(period(undefined, '1990'))?.bars[0]).toMatchObject({
      openStart: true,
      from: 0,
      openEnd: false,
    });
  });
  it('of a day can be seen', () => {
    const [bar] = layOut(period('2017-09-04', '2017-09-04'))?.bars ?? [];
    expect((bar?.to ?? 0) - (bar?.from ?? 0)).toBeGreaterThan(0.5);
  });
  it('of the far past is told in years before ours', () => {
    expect(layOut(period('-11700', '-4200'))?.ticks.map(({ label }) => label)).toContain('-10000');
  });
});

test('several periods share one line of time', () => {
  const drawn = layOut(period('1990', '1994'), period('2010', '2014'));
  const [first, second] = drawn?.bars ?? [];
  expect(first?.to).toBeLessThan(second?.from ?? 0);
  expect(drawn?.texts).toHaveLength(2);
});

test('years are round, months where the whole is short', () => {
  expect(layOut(period('1994', '2016'))?.ticks.map(({ label }) => label)).toEqual([
    '1995',
    '2000',
    '2005',
    '2010',
    '2015',
  ]);
  expect(layOut(period('2017-08-31', '2017-09-24'))?.ticks.map(({ label }) => label)).toEqual([
    'Sep 2017',
    'Oct 2017',
  ]);
});

test('nothing is drawn of what has no date', () => {
  expect(layOut()).toBeUndefined();
  expect(layOut({ description: { en: 'Holocene' } })).toBeUndefined();
});

test('a hundred periods and any width give few ticks, within the line', () => {
  for (const years of [0, 1, 2, 7, 30, 300, 20_000]) {
    const drawn = layOut(period(String(2000 - years).padStart(4, '0'), '2000'));
    expect(drawn?.ticks.length).toBeLessThanOrEqual(8);
    for (const { at } of drawn?.ticks ?? []) expect(at >= 0 && at <= 100).toBe(true);
  }
});
