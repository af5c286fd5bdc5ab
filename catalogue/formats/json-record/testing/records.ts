import fc from 'fast-check';
import { type CatalogueRecord, emptyRecord, parseIdentifier } from '../../../model/index.ts';
import type { WriteContext } from '../../format.ts';
import { makeParty } from '../../reading/index.ts';

/** What the writers of JSON are told in tests. */
export const context: WriteContext = {
  id: 'abc',
  pageUrl: 'https://portal.example.org/records/abc',
  datestamp: '2024-01-01T00:00:00Z',
  catalogue: { name: 'Portal', url: 'https://portal.example.org/' },
};

/** A record of a tide gauge with most of what JSON formats can say. */
export function tides(): CatalogueRecord {
  const record = emptyRecord('dataset');
  record.language = 'en';
  record.datestamp = '2023-05-06';
  const { resource } = record;
  resource.titles = { en: 'Tides', fr: 'Marées' };
  resource.abstracts = {
    en: 'Sea level at Brest, measured every hour by a tide gauge of the harbour since 1846.',
  };
  resource.purpose = { en: 'Datum' };
  resource.identifiers = [parseIdentifier('10.5072/tides')];
  resource.dates = [{ type: 'publication', date: '2021-02-03' }];
  resource.edition = '3';
  resource.licences = [
    { id: 'CC-BY-4.0', uri: 'https://creativecommons.org/licenses/by/4.0/', title: { en: 'CC BY 4.0' } },
  ];
  const ada = makeParty({
    person: 'Roux, Ada',
    organisation: { en: 'Shom' },
    emails: ['ada@example.org'],
    phones: ['+33 2 98 22 00 00'],
    online: [{ url: 'https://shom.example.org/' }],
    identifiers: [
      { scheme: 'orcid', value: '0000-0002-1825-0097', uri: 'https://orcid.org/0000-0002-1825-0097' },
    ],
  });
  const shom = makeParty({ organisation: { en: 'Shom' }, online: [{ url: 'https://shom.example.org/' }] });
  if (ada)
    resource.responsibilities.push({ role: 'author', party: ada }, { role: 'pointOfContact', party: ada });
  if (shom) resource.responsibilities.push({ role: 'publisher', party: shom });
  resource.keywords = [
    { label: { en: 'harbour' } },
    {
      label: { en: 'sea level' },
      uri: 'http://vocab.nerc.ac.uk/collection/P02/current/ASLV/',
      thesaurus: { title: { en: 'P02' }, uri: 'http://vocab.nerc.ac.uk/collection/P02/current/', dates: [] },
    },
  ];
  resource.topicCategories = ['oceans'];
  resource.spatialExtents = [{ box: { west: -5, south: 48, east: -4, north: 49 }, inclusive: true }];
  resource.temporalExtents = [{ start: { date: '1846' } }];
  resource.temporalResolutions = ['PT1H'];
  resource.distributions = [
    {
      url: 'https://e.org/tides.csv',
      names: { en: 'Table' },
      descriptions: {},
      kind: 'download',
      protocol: 'WWW:DOWNLOAD',
      mediaType: 'text/csv',
      byteSize: 1024,
      checksum: { algorithm: 'SHA-256', value: 'ab12' },
      conformsTo: [],
    },
    {
      url: 'https://e.org/wms?service=WMS',
      names: { en: 'Map' },
      descriptions: {},
      kind: 'view',
      protocol: 'OGC:WMS',
      conformsTo: [],
    },
  ];
  return record;
}

const line = fc
  .string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
  .map((text) => `a${text}z`.replace(/[\s\u0000-\u001f]+/g, ' '));
const degrees = (limit: number) =>
  fc.integer({ min: -limit * 100, max: limit * 100 }).map((value) => value / 100);
const day = fc
  .date({ min: new Date('1850-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((value) => value.toISOString().slice(0, 10));

/** Records of data with what STAC and OGC API Records both say. */
export const plainRecords: fc.Arbitrary<CatalogueRecord> = fc
  .record({
    title: line,
    abstract: line,
    doi: fc.integer({ min: 1, max: 9999 }),
    box: fc.tuple(degrees(180), degrees(180), degrees(90), degrees(90)),
    period: fc.option(fc.tuple(fc.option(day, { nil: undefined }), day), { nil: undefined }),
    keywords: fc.uniqueArray(line, { maxLength: 4 }),
    concept: fc.option(line, { nil: undefined }),
    people: fc.uniqueArray(fc.constantFrom('Roux, Ada', 'Blanc, Max', 'Le Gall, Yann'), { minLength: 1 }),
    bytes: fc.integer({ min: 0, max: 1e12 }),
  })
  .map((given) => {
    const record = emptyRecord('dataset');
    record.language = 'en';
    const { resource } = record;
    resource.titles = { en: given.title };
    resource.abstracts = { en: given.abstract };
    resource.identifiers = [parseIdentifier(`https://doi.org/10.5072/${given.doi}`)];
    const [west, east, a, b] = given.box;
    resource.spatialExtents = [
      {
        box: {
          west: Math.min(west, east),
          east: Math.max(west, east) + (west === east ? 0.01 : 0),
          south: Math.min(a, b),
          north: Math.max(a, b) + (a === b ? 0.01 : 0),
        },
        inclusive: true,
      },
    ];
    if (given.period) {
      const [start, end] = given.period;
      const [first, last] = [start ?? end, end].sort();
      resource.temporalExtents = [
        {
          ...(start === undefined ? {} : { start: { date: `${first}T00:00:00Z` } }),
          end: { date: `${last}T23:59:59Z` },
        },
      ];
    }
    resource.keywords = given.keywords
      .filter((text) => text !== given.concept)
      .map((text) => ({ label: { en: text } }));
    if (given.concept !== undefined)
      resource.keywords.unshift({
        label: { en: given.concept },
        uri: 'https://e.org/vocabulary/1',
        thesaurus: { title: {}, uri: 'https://e.org/vocabulary', dates: [] },
      });
    for (const person of given.people) {
      const party = makeParty({ person, organisation: { en: 'Ifremer' }, emails: ['x@example.org'] });
      if (party) resource.responsibilities.push({ role: 'author', party }, { role: 'custodian', party });
    }
    resource.distributions = [
      {
        url: 'https://e.org/d.nc',
        names: { en: 'NetCDF' },
        descriptions: {},
        kind: 'download',
        function: 'download',
        protocol: 'WWW:DOWNLOAD',
        byteSize: given.bytes,
        conformsTo: [],
      },
    ];
    return record;
  });
