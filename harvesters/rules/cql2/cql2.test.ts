import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyRecord } from '#catalogue/model';
import { compileCql } from './index.ts';

const record = emptyRecord('dataset');
record.datestamp = '2024-05-06';
Object.assign(record.resource, {
  titles: { en: 'Salinity of the Iroise Sea', fr: 'Salinité de la mer d’Iroise' },
  keywords: [{ label: { en: 'Salinity' } }, { label: { en: 'Argo' } }],
  dates: [{ type: 'publication', date: '2021-03' }],
  spatialExtents: [{ box: { west: -6, south: 47, east: -4, north: 49 }, inclusive: true }],
});
record.resource.responsibilities.push({
  role: 'publisher',
  party: {
    organisation: { en: 'Ifremer' },
    identifiers: [],
    organisationIdentifiers: [],
    emails: [],
    phones: [],
    facsimiles: [],
    addresses: [],
    online: [],
  },
});

function holds(source: string): boolean {
  const compiled = compileCql(source);
  if ('fault' in compiled) throw new Error(`${compiled.position}: ${compiled.fault}`);
  return compiled.filter(record);
}

describe('a filter in CQL2', () => {
  it.each([
    ["type = 'dataset'", true],
    ["type <> 'dataset'", false],
    ["TYPE IN ('service', 'dataset')", true],
    ["type NOT IN ('service')", true],
    ["title LIKE 'Salinity%'", true],
    ["title LIKE '%Iroise%'", true],
    ["title LIKE '%Iroise'", true],
    ["title LIKE '%iroise%'", false],
    ["CASEI(title) LIKE casei('%iroise%')", true],
    ["ACCENTI(title) LIKE '%salinite%'", true],
    ["title LIKE 'Salinit_ of%'", true],
    ["title LIKE 'Salinity\\%'", false],
    ["keyword = 'Argo'", true],
    ["keyword <> 'Argo'", false],
    ["NOT keyword = 'Argo' AND type = 'dataset'", false],
    ["NOT NOT keyword = 'Argo'", true],
    ["organisation = 'Ifremer' AND (type = 'service' OR keyword = 'Argo')", true],
    ["type = 'dataset' OR type = 'x' AND type = 'y'", true],
    ["modified >= DATE('2024-05-06')", true],
    ["modified > DATE('2024-05-06')", false],
    ["modified < TIMESTAMP('2024-05-07T00:00:00Z')", true],
    ["published < DATE('2021-03-15')", false],
    ["published <= DATE('2021-03-31')", true],
    ["published BETWEEN DATE('2021-01-01') AND DATE('2021-12-31')", true],
    ["created < DATE('2030-01-01')", false],
    // What is not said is neither so nor not so.
    ["NOT created < DATE('2030-01-01')", false],
    ['created IS NULL', true],
    ['licence IS NULL AND keyword IS NOT NULL', true],
    ['S_INTERSECTS(bbox, BBOX(-5, 48, 0, 50))', true],
    ['S_INTERSECTS(bbox, BBOX(0, 48, 1, 50))', false],
    ['S_INTERSECTS(bbox, BBOX(170, 40, -5.5, 50))', true],
    ['S_INTERSECTS(bbox, POINT(-5 48))', true],
    ["title = 'l''eau'", false],
    ['TRUE', true],
    ['"type" = \'dataset\' AND FALSE', false],
  ])('%s: %s', (source, expected) => {
    expect(holds(source)).toBe(expected);
  });

  it.each([
    ['', 1, /empty/, /condition/],
    ["titel = 'x'", 1, /no field "titel"/, /title, abstract, keyword/],
    ["type = 'dataset' AND titel = 'x'", 22, /no field "titel"/, /title/],
    ['title', 6, /comparison is missing at the end/, /LIKE/],
    ['title = dataset', 9, /single quotes must follow "="/, /title = 'Salinity'/],
    ["title = 'open", 9, /not closed/, /where the text ends/],
    ["title != 'x'", 7, /"!" has no meaning/, /<>/],
    ["(type = 'x'", 12, /"\)" is missing at the end/, /Close/],
    ["type = 'x' keyword = 'y'", 12, /"keyword" is not expected/, /AND or OR/],
    ["modified > '2020-01-01'", 12, /date is missing/, /DATE\('2020-01-31'\)/],
    ["modified > DATE('2020-02-30')", 17, /"2020-02-30" is no date/, /2020-01-31/],
    ["modified LIKE '2020%'", 1, /is a date/, /BETWEEN/],
    ["bbox = 'x'", 1, /area can’t be compared/, /S_INTERSECTS/],
    ['S_INTERSECTS(bbox, BBOX(1, 2, 3))', 20, /3 numbers/, /west, south/],
    ['S_INTERSECTS(bbox, BBOX(1, 60, 3, 50))', 20, /no degrees/, /south before north/],
    ['S_INTERSECTS(bbox, POLYGON((0 0)))', 20, /not understood/, /BBOX/],
    ["title IN ('a' 'b')", 15, /"\)" is missing/, /list/],
    [`${'('.repeat(60)}TRUE`, 51, /too deep/, /brackets/],
    [`title = '${'x'.repeat(4000)}'`, 4000, /longer than 4000/, /several/],
  ])('%s is refused at %i', (source, position, fault, remedy) => {
    expect(compileCql(source)).toEqual({
      fault: expect.stringMatching(fault),
      position,
      remedy: expect.stringMatching(remedy),
    });
  });

  it('never throws, whatever is written', () => {
    const piece = fc.constantFrom(
      'title',
      '=',
      "'a'",
      '(',
      ')',
      'AND',
      'NOT',
      'IN',
      ',',
      'bbox',
      'DATE',
      '1',
      ' ',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => pieces.join(' ')),
        ),
        (source) => {
          const compiled = compileCql(source);
          if ('filter' in compiled) expect(typeof compiled.filter(record)).toBe('boolean');
          else expect(compiled.position).toBeGreaterThan(0);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
