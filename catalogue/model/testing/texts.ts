import fc from 'fast-check';
import type { LanguageMap } from '../index.ts';

const known = fc.constantFrom(
  'salinity',
  'température',
  'Rade de Brest',
  'CTD',
  '5 < x & y > "2"',
  'chlorophyll-a',
  'œstrid',
  'Nansen',
);

/** A word without blanks or control characters, which XML forbids. */
export const word: fc.Arbitrary<string> = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
  .map((text) => text.replace(/[\p{C}\s]/gu, ''))
  .filter((text) => text !== '');

/** Some words on one line; white space at the ends of a text means nothing. */
export const line: fc.Arbitrary<string> = fc
  .array(fc.oneof(known, word), { minLength: 1, maxLength: 4 })
  .map((words) => words.join(' '));

/** A text of some paragraphs. */
export const prose: fc.Arbitrary<string> = fc
  .array(line, { minLength: 1, maxLength: 3 })
  .map((lines) => lines.join('\n\n  '));

function inLanguages(text: fc.Arbitrary<string>): fc.Arbitrary<LanguageMap> {
  return fc
    .record({ en: text, fr: text, 'pt-BR': text }, { requiredKeys: ['en'] })
    .map((map) => ({ ...map }));
}

export const lines: fc.Arbitrary<LanguageMap> = inLanguages(line);
export const proses: fc.Arbitrary<LanguageMap> = inLanguages(prose);

/** BCP 47 tags. */
export const language: fc.Arbitrary<string> = fc.constantFrom('en', 'fr', 'pt-BR', 'de');
export const languages: fc.Arbitrary<string[]> = fc.subarray(['en', 'fr', 'pt-BR', 'de']);

/** A web address without characters that readers and writers escape, or dots that parsers resolve. */
export const address: fc.Arbitrary<string> = fc
  .webUrl()
  .filter((url) => !/[[\]|^`{}%'()*]|\/\.{1,2}(\/|$)/.test(url));

/** A code without blanks: `L2a`, `x-7`. */
export const code: fc.Arbitrary<string> = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,7}$/);

const moment = fc.date({ min: new Date('1700-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });

/** A date with the precision of a year, a month or a day. */
export const day: fc.Arbitrary<string> = fc
  .tuple(moment, fc.constantFrom(4, 7, 10))
  .map(([date, length]) => date.toISOString().slice(0, length));

/** A date of any precision, to the second in UTC. */
export const date: fc.Arbitrary<string> = fc.oneof(
  day,
  moment.map((value) => value.toISOString().replace(/\.\d+Z$/, 'Z')),
);

/** ISO 8601. */
export const duration: fc.Arbitrary<string> = fc.constantFrom('PT1H', 'P1D', 'P5D', 'P1M', 'P10Y');

/** Degrees with two decimals; never a negative zero, which documents can't say. */
export function degree(least: number, most: number): fc.Arbitrary<number> {
  return fc.integer({ min: least * 100, max: most * 100 }).map((value) => value / 100 + 0);
}

/** Texts in further languages stand beside a text only where that is: a test of its own makes both. */
export const untranslated: fc.Arbitrary<Record<string, LanguageMap[]>> = fc.constant({});

export const quantity: fc.Arbitrary<number> = degree(0, 9000);
export const count: fc.Arbitrary<number> = fc.integer({ min: 1, max: 1_000_000 });
