import { describe, expect, it } from 'vitest';
import { readDate } from './date.ts';

describe('readDate', () => {
  it.each([
    '2009',
    '2009-06',
    '2009-06-12',
    '2009-06-12T10:00:00',
    '2009-06-12T10:00:00.123Z',
    '2009-06-12T10:00:00+02:00',
    '2012-02-29',
    '-0100',
    '-120000-01-01',
    '12009-01-01',
    '0001-01-01',
    '9999-12-31',
    '2016-12-31T23:59:60Z',
    '2016-12-31T24:00:00',
  ])('keeps %s as it is written', (text) => {
    expect(readDate(` ${text}\n`)).toEqual({ date: text });
  });

  it.each([
    ['20090612', '2009-06-12'],
    ['20090612Z', '2009-06-12'],
    ['200906', '2009-06'],
    ['2009/06/12', '2009-06-12'],
    ['2009-6-2', '2009-06-02'],
    ['2009-06-12ZZ', '2009-06-12'],
    ['2009-06-12 10:00:00', '2009-06-12T10:00:00'],
    ['2009-06-12T1000+02', '2009-06-12T10:00:00+02:00'],
    ['2009-06-12T10:00:00+0230', '2009-06-12T10:00:00+02:30'],
    ['2009-06-12 10:00:00 UTC', '2009-06-12T10:00:00Z'],
    ['20090612T100000Z', '2009-06-12T10:00:00Z'],
    ['30/12/2009', '2009-12-30'],
    ['12/30/2009', '2009-12-30'],
    ['05/05/2009', '2009-05-05'],
    ['2009-10-\n   19', '2009-10-19'],
  ])('understands %s with a warning', (text, date) => {
    expect(readDate(text)).toMatchObject({ date, problem: { code: 'date-format', severity: 'warning' } });
  });

  it('leaves the time zone of a bare date out', () => {
    expect(readDate('2009-06-12Z')).toEqual({ date: '2009-06-12' });
    expect(readDate('2009-06-12+01:00')).toEqual({ date: '2009-06-12' });
  });

  it.each([
    ['2010-02-30', 'date-impossible'],
    ['2010-13-01', 'date-impossible'],
    ['2011-02-29', 'date-impossible'],
    ['2010-01-01T25:00:00', 'date-impossible'],
    ['20101301', 'date-impossible'],
    ['05/06/2009', 'date-ambiguous'],
    ['unknown', 'date-unreadable'],
    ['2009 - 2010', 'date-unreadable'],
    ['None-01-01', 'date-unreadable'],
    ['', 'date-empty'],
    ['  ', 'date-empty'],
  ])('refuses %s', (text, code) => {
    const reading = readDate(text);
    expect(reading.date).toBeUndefined();
    expect(reading.problem?.code).toBe(code);
  });
});
