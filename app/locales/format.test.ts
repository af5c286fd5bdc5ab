import { expect, test } from 'vitest';
import { formatBox, formatBytes, formatDate, formatLanguage } from './format.ts';

test.each([
  ['2010', 'en', '2010'],
  ['2010-07', 'en', 'July 2010'],
  ['2010-07-05', 'en', '5 July 2010'],
  ['2010-07-05T12:00:00Z', 'fr', '5 juillet 2010'],
  ['0079-08-24', 'en', '24 August 79'],
  ['spring 2010', 'en', 'spring 2010'],
  ['-120000-01-01', 'en', '-120000-01-01'],
] as const)('date %s in %s', (date, locale, words) => expect(formatDate(date, locale)).toBe(words));

test('boxes are lettered as on a chart', () => {
  expect(formatBox({ west: -10, south: 43, east: -1.5, north: 48.505 }, 'en')).toBe(
    '43°N – 48°30′N, 10°W – 1°30′W',
  );
  expect(formatBox({ west: -4.49, south: 48.38, east: -4.49, north: 48.38 }, 'fr')).toBe('48°23′N, 4°29′O');
  expect(formatBox({ west: -180, south: -90, east: 180, north: 90 }, 'en')).toBe(
    '90°S – 90°N, 180°W – 180°E',
  );
  expect(formatBox({ west: 0, south: 0, east: 0, north: 0 }, 'en')).toBe('0°, 0°');
});

test('bytes and languages', () => {
  expect(formatBytes(999, 'en')).toBe('999\u00a0B');
  expect(formatBytes(3_200_000, 'fr')).toBe('3,2\u00a0Mo');
  expect(formatLanguage('fr', 'en')).toBe('French');
  expect(formatLanguage('not a tag', 'en')).toBe('not a tag');
});
