import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysOf, secondsOf, yearOfDay } from './days.ts';

describe('secondsOf', () => {
  it.each([
    ['1970', 0, 365 * 86_400 - 1],
    ['1970-02', 31 * 86_400, 59 * 86_400 - 1],
    ['2000-02-29', 951_782_400, 951_868_799],
    ['1970-01-01T01:00:00+01:00', 0, 0],
    ['1970-01-01T00:01Z', 60, 119],
    ['1970-01-02', 86_400, 2 * 86_400 - 1],
  ])('%s', (text, first, last) => {
    expect(secondsOf(text)).toEqual({ first, last });
  });

  it.each([
    '',
    'yesterday',
    '2010-13',
    '2010-02-30',
    '2010-1',
    '20100101',
    '12/01/2010',
    '1 OR 1=1',
    '2010-06-01T25:00',
  ])('%s is no date', (text) => {
    expect(secondsOf(text)).toBeUndefined();
  });

  it('agrees with the calendar of the language for every day it knows', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (day) => {
        const date = new Date(day * 86_400_000);
        const iso = date.toISOString().slice(0, 10);
        if (date.getUTCFullYear() < 0 || date.getUTCFullYear() > 9999) return;
        expect(daysOf(iso)).toEqual({ first: day, last: day });
        expect(yearOfDay(day)).toBe(date.getUTCFullYear());
      }),
    );
  });

  it('knows years that no calendar date of the language reaches', () => {
    expect(daysOf('-9999')?.first).toBeLessThan(-4_000_000);
    expect(yearOfDay(daysOf('-9999')?.first ?? 0)).toBe(-9999);
  });
});
