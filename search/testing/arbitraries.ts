import fc from 'fast-check';
import type { SearchDocument } from '../engine.ts';
import { type Expression, facetNames, textFields } from '../query.ts';

const vocabulary = [
  'température',
  'temperature',
  'temperatures',
  'Mer',
  'mers',
  'sea',
  'seas',
  'données',
  'donnees',
  'argo',
  'CO2',
  'salinité',
  'salinity',
  'sous-marin',
  'SDN:P02::TEMP',
  "l'eau",
  'eaux',
  'of',
  'de',
  'surface',
  'données/sea',
]; // prettier-ignore
const text = fc.array(fc.constantFrom(...vocabulary), { maxLength: 6 }).map((parts) => parts.join(' '));
const languageMap = fc.dictionary(fc.constantFrom('en', 'fr', 'und', 'de'), text, { maxKeys: 2 });
const facetValue = fc.constantFrom('Ifremer', 'IFREMER', 'Shom', 'Météo', 'meteo', '2001', '2002');
const side = (limit: number) => fc.integer({ min: -limit / 30, max: limit / 30 }).map((value) => value * 30);
const box = fc
  .record({ west: side(180), east: side(180), first: side(90), second: side(90) })
  .map(({ west, east, first, second }) => ({
    west,
    south: Math.min(first, second),
    east,
    north: Math.max(first, second),
  }));
const range = fc.tuple(
  fc.oneof(fc.integer({ min: 0, max: 20_000 }), fc.constant(Number.NEGATIVE_INFINITY)),
  fc.oneof(fc.integer({ min: 20_000, max: 40_000 }), fc.constant(Number.POSITIVE_INFINITY)),
);
const date = fc.constantFrom('1971', '1999-05', '2024-12-25', '2030', '2050-01-01T12:00:00Z', '2079');

/** Documents with few words, values and places, so that expressions meet some and not others. */
export const documents: fc.Arbitrary<SearchDocument[]> = fc
  .array(
    fc.record({
      copy: fc.constantFrom(false, false, false, true),
      visible: fc.constantFrom('public' as const, 'public' as const, 'staff' as const),
      titles: languageMap,
      alternateTitles: fc.array(languageMap, { maxLength: 1 }),
      abstracts: languageMap,
      keywords: fc.array(languageMap, { maxLength: 2 }),
      parties: fc.array(text, { maxLength: 2 }),
      variables: fc.array(languageMap, { maxLength: 1 }),
      identifiers: fc.array(fc.constantFrom('10.17882/42', 'urn:sea:1', '42', 'temperatures-7'), {
        maxLength: 2,
      }),
      facets: fc.record(
        Object.fromEntries(facetNames.map((name) => [name, fc.array(facetValue, { maxLength: 3 })])),
        { requiredKeys: [] },
      ),
      boxes: fc.array(box, { maxLength: 2 }),
      periods: fc.array(
        range.map(([start, end]) => ({ start, end })),
        { maxLength: 2 },
      ),
      depths: fc.array(
        range.map(([minimum, maximum]) => ({ minimum, maximum })),
        { maxLength: 2 },
      ),
      datestamp: fc.constantFrom('1999-05-31T23:59:59Z', '2024-12-25T00:00:00Z', '2030-06-01T00:00:00Z'),
      sortDate: date,
    }),
    { maxLength: 12 },
  )
  .map((list) =>
    list.map(({ copy, ...document }, index) => ({
      ...document,
      ...(copy ? { isCopy: true as const } : {}),
      id: `r${index}`,
      revision: index + 1,
    })),
  );

const typed = fc
  .array(
    fc.tuple(
      fc.constantFrom('', '', '', '-', 'title:', 'keyword:'),
      fc.oneof(
        fc.constantFrom(...vocabulary),
        text.map((phrase) => `"${phrase}"`),
        fc.constantFrom('temp*', 'sali*', 's*', '42', '10.17882/42'),
      ),
    ),
    { maxLength: 3 },
  )
  .map((parts) => parts.map((part) => part.join('')).join(' '));
const field = fc.option(fc.constantFrom(...textFields), { nil: undefined, freq: 2 });
const withField = <Rest extends object>(rest: Rest, name: (typeof textFields)[number] | undefined) =>
  name ? { ...rest, field: name } : rest;

const leaf: fc.Arbitrary<Expression> = fc.oneof(
  fc.constant({ op: 'all' as const }),
  fc
    .tuple(typed, field, fc.boolean())
    .map(([words, name, prefix]) => withField({ op: 'text' as const, text: words, prefix }, name)),
  fc
    .tuple(fc.oneof(text, fc.constantFrom('emp', 'alin', 'a', 'eau ', ' de', 'n s', '17882', '')), field)
    .map(([words, name]) => withField({ op: 'contains' as const, text: words }, name)),
  fc.record({
    op: fc.constant('facet' as const),
    facet: fc.constantFrom(...facetNames),
    values: fc.array(facetValue, { maxLength: 3 }),
    match: fc.constantFrom('any' as const, 'all' as const),
  }),
  fc.record({
    op: fc.constantFrom('identifier' as const),
    values: fc.array(fc.constantFrom('10.17882/42', '42', 'r1', 'other'), { maxLength: 2 }),
  }),
  fc.record({ op: fc.constant('ids' as const), values: fc.array(fc.constantFrom('r0', 'r1', 'r2', 'x')) }),
  fc.record({
    op: fc.constant('box' as const),
    box,
    relation: fc.constantFrom('intersects' as const, 'within' as const, 'contains' as const),
  }),
  fc.record(
    {
      op: fc.constant('time' as const),
      relation: fc.constantFrom('intersects' as const, 'within' as const),
      start: date,
      end: date,
    },
    { requiredKeys: ['op', 'relation'] },
  ),
  fc.record(
    { op: fc.constant('depth' as const), minimum: fc.nat(20_000), maximum: fc.integer({ min: 20_000 }) },
    { requiredKeys: ['op'] },
  ),
  fc.record({ op: fc.constant('modified' as const), after: date, before: date }, { requiredKeys: ['op'] }),
);

/** Expressions of every kind, up to four deep. */
export const expressions: fc.Arbitrary<Expression> = fc.letrec<{ any: Expression }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    { arbitrary: leaf, weight: 4 },
    {
      arbitrary: fc.record({
        op: fc.constantFrom('and' as const, 'or' as const),
        of: fc.array(tie('any'), { maxLength: 3 }),
      }),
      weight: 3,
    },
    { arbitrary: fc.record({ op: fc.constant('not' as const), of: tie('any') }), weight: 1 },
  ),
})).any;
