import { describe, expect, test } from 'vitest';
import { projectRoot } from '#runtime/root';
import { frenchPhrases, sentenceFor, sentenceOrOwnWords } from './index.ts';
import { saidSentences } from './testing/said-sentences.ts';

/** Everything that says a sentence of a run, a rule, a selection, a document or a fetch. */
const said = saidSentences(projectRoot(), [
  'harvesters/archive',
  'harvesters/asking',
  'harvesters/ckan',
  'harvesters/csw',
  'harvesters/datacite',
  'harvesters/dcat',
  'harvesters/desk',
  'harvesters/detect',
  'harvesters/engine',
  'harvesters/erddap',
  'harvesters/folder',
  'harvesters/geonetwork',
  'harvesters/oai-pmh',
  'harvesters/ogc-records',
  'harvesters/push',
  'harvesters/rules',
  'harvesters/selection',
  'harvesters/sitemap',
  'harvesters/sparql',
  'harvesters/spreadsheet',
  'harvesters/stac',
  'harvesters/thredds',
  'datafiles',
  'catalogue/formats',
  'catalogue/rdf',
  'catalogue/xml',
  'ledger/identity',
  'runtime/fetching',
  'app/harvests/rules',
]);

/** Sentences that are put together of parts, as they are said in the end; none for what nobody is told. */
const inTheEnd: Readonly<Record<string, readonly string[]>> = {
  'The record has no identifier of its own; "{}" was derived from its {}.': [
    'The record has no identifier of its own; "a" was derived from its address.',
    'The record has no identifier of its own; "a" was derived from its title and link.',
  ],
  'The document is in no format that is read here{}.': [
    'The document is in no format that is read here.',
    'The document is in no format that is read here: https://a.example/x.',
  ],
  'The source "{}" is {}, so it is not harvested.': [
    'The source "a" is archived, so it is not harvested.',
    'The source "a" is removed, so it is not harvested.',
  ],
  'The identifier "{}" belongs to another document of this source already; the second one{} was left out.': [
    'The identifier "a" belongs to another document of this source already; the second one was left out.',
    'The identifier "a" belongs to another document of this source already; the second one (https://a.example/) was left out.',
  ],
  'sources of "{}" take none. Use bbox, keyword, q or datetime, or the rules of the source (docs/rules.md).':
    [
      'filter: sources of "folder" take none. Use bbox, keyword, q or datetime, or the rules of the source (docs/rules.md).',
    ],
  'must be one keyword, or several with ";" between them.': [
    'keyword: must be one keyword, or several with ";" between them.',
  ],
  'must be west,south,east,north in degrees, such as -10,40,5,52, not "{}". West > east crosses the antimeridian.':
    [
      'bbox: must be west,south,east,north in degrees, such as -10,40,5,52, not "1,2". West > east crosses the antimeridian.',
    ],
  'south ({}) is north of north ({}).': ['bbox: south (50) is north of north (40).'],
  'must be a date, or an interval such as 2010-01-01/2019-12-31 or 2010-01-01/.., not "{}".': [
    'datetime: must be a date, or an interval such as 2010-01-01/2019-12-31 or 2010-01-01/.., not "soon".',
  ],
  ' … and {} more.': [],
  'The queue ran dry.': [],
  // Faults of ours, which no page shows.
  'The page of a record has an address: "{}" is none.': [],
  'Two edits overlap at {}.': [],
  'The format {} is not registered.': [],
  'RDF/XML has no name for <{}>.': [],
};

test('every sentence that is said has its French', () => {
  expect(said.size).toBeGreaterThan(200);
  // The columns of the template of spreadsheets are a file of their own, in both languages.
  const ofPages = [...said].filter(([, file]) => !file.endsWith('columns.ts'));
  const unknown = ofPages.flatMap(([sentence, file]) =>
    (inTheEnd[sentence] ?? [sentence.replaceAll('{}', 'x1')])
      .filter((whole) => !isKnown(whole))
      .map((whole) => `${file.split('/').slice(-2).join('/')}: ${whole}`),
  );
  expect(unknown).toEqual([]);
  expect(Object.keys(inTheEnd).filter((sentence) => !said.has(sentence))).toEqual([]);
});

/** The values that a sentence quotes are all that is told of one that nobody translated. */
function isKnown(sentence: string): boolean {
  const french = sentenceFor('fr', sentence);
  return french !== '' && french !== sentence && !french.startsWith('Il est question de');
}

describe('a sentence on a page', () => {
  test('stays as it is in English', () => {
    expect(sentenceFor('en', 'The run is paused.')).toBe('The run is paused.');
  });

  test.each([
    [
      '12 of 40 records would be withdrawn at once. Nothing was stored; check the source, then confirm.',
      '12 fiches sur 40 seraient retirées d’un coup. Rien n’a été enregistré ; vérifiez la source, puis confirmez.',
    ],
    // A sentence within a sentence.
    [
      'The source says that it has 9 records, but gave 8. Since the list has gaps, nothing that is missing from it was withdrawn.',
      'La source dit avoir 9 fiches, mais en a donné 8. Puisque la liste a des trous, rien de ce qui y manque n’a été retiré.',
    ],
    [
      'Character 4 of the filter: "%" has no meaning here.',
      'Caractère 4 du filtre : « % » n’a pas de sens ici.',
    ],
    [
      'The run failed by a fault of this catalogue: TypeError: x is undefined',
      'Le passage a échoué par une faute de ce catalogue : TypeError: x is undefined',
    ],
    // What nobody translated would stand there in English.
    [
      'https://a.example/ is no sitemap. Some sentence that nobody knows.',
      'https://a.example/ n’est pas un plan de site.',
    ],
  ])('%s', (english, french) => expect(sentenceFor('fr', english).trim()).toBe(french));

  test('that nobody translated tells what it quotes, or nothing', () => {
    expect(sentenceFor('fr', 'Neither "a" nor "b" is a "a" here.')).toBe(
      'Il est question de : « a », « b ».',
    );
    expect(sentenceFor('fr', 'Nothing is known of this.')).toBe('');
  });

  test('that a person wrote stays as it is', () => {
    expect(sentenceOrOwnWords('fr', 'Withdrawn on demand of the author.')).toBe(
      'Withdrawn on demand of the author.',
    );
    expect(sentenceOrOwnWords('fr', 'No longer listed by the source.')).toBe(
      'N’est plus listée par la source.',
    );
  });

  test('is found at once however long and hostile', () => {
    const hostile = `The list has ${'more than pages, so it was left '.repeat(20_000)}`;
    expect(sentenceFor('fr', hostile)).toBe('');
  });
});

test.each(frenchPhrases.map(([english, french]) => [english, french] as const))('%s', (english, french) => {
  const holes = (text: string) => text.match(/\{\d?\}/g) ?? [];
  expect(french).not.toBe(english);
  expect(holes(french).length).toBeLessThanOrEqual(holes(english).length);
  expect(french).not.toMatch(/\b(the|is|was|not|records)\b(?![^«]*»)/);
});

test('no sentence stands twice', () => {
  const all = frenchPhrases.map(([english]) => english);
  expect(all.filter((english, place) => all.indexOf(english) !== place)).toEqual([]);
});
