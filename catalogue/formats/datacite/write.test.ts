import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schemasFolder, validateXml } from '#tests/xsd.ts';
import { type CatalogueRecord, emptyRecord, parseIdentifier } from '../../model/index.ts';
import type { WriteContext } from '../format.ts';
import { readDataciteJson, readDataciteXml } from './read.ts';
import { writeDataciteJson, writeDataciteXml } from './write.ts';

const context: WriteContext = {
  id: 'abc',
  pageUrl: 'https://portal.example.org/records/abc',
  datestamp: '2024-01-01T00:00:00Z',
};
const bytes = (text: string) => new TextEncoder().encode(text);
const syntaxes = {
  XML: { write: writeDataciteXml, read: readDataciteXml },
  JSON: { write: writeDataciteJson, read: readDataciteJson },
};
const roundTrip = async (record: CatalogueRecord, { write, read }: (typeof syntaxes)['XML']) => {
  const { text } = write(record, context) ?? expect.fail('nothing written');
  const back = await read(bytes(text));
  return { record: back.record ?? expect.fail('nothing read'), problems: back.problems };
};

/** Text of one line that is neither a code nor an address. */
const line = fc
  .string({ minLength: 1, maxLength: 30, unit: 'grapheme' })
  .map((text) => `a${text.replace(/[\s\p{C}]+/gu, ' ')}z`);
const paragraphs = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
const languages = fc.constantFrom('en', 'fr', 'de', 'pt-BR');
const mapOf = (text: fc.Arbitrary<string>) =>
  fc.dictionary(languages, text, { minKeys: 1, maxKeys: 3, noNullPrototype: true });
const degrees = (limit: number) =>
  fc.integer({ min: -limit * 1000, max: limit * 1000 }).map((value) => value / 1000 || 0);
const date = fc
  .date({ min: new Date('1850-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((value) => value.toISOString().slice(0, 10));
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const party = {
  identifiers: [],
  organisationIdentifiers: [],
  emails: [],
  phones: [],
  facsimiles: [],
  addresses: [],
  online: [],
};
const orcid = { scheme: 'orcid', value: '0000-0002-1825-0097', uri: 'https://orcid.org/0000-0002-1825-0097' };
const ror = { scheme: 'ror', value: '044jxhp58', uri: 'https://ror.org/044jxhp58' };
/** In the order in which DataCite tells them. */
const people = fc.subarray(
  [
    {
      role: 'author',
      party: { ...party, person: 'Roux, Ada', givenName: 'Ada', familyName: 'Roux', identifiers: [orcid] },
    },
    {
      role: 'author',
      party: {
        ...party,
        person: 'Blanc, Max',
        organisation: { und: 'Ifremer' },
        organisationIdentifiers: [ror],
      },
    },
    { role: 'author', party: { ...party, organisation: { fr: 'Shom' } } },
    { role: 'pointOfContact', party: { ...party, organisation: { en: 'Help desk' } } },
    { role: 'rightsHolder', party: { ...party, person: 'Le Gall, Yann' } },
    { role: 'contributor', roleAsGiven: 'Researcher', party: { ...party, person: 'Riou, Jeanne' } },
    { role: 'publisher', party: { ...party, organisation: { en: 'SEANOE' }, identifiers: [ror] } },
  ],
  { minLength: 1 },
);
const ring = fc.tuple(degrees(80), degrees(40), fc.integer({ min: 1, max: 9 })).map(([x, y, size]) => [
  [x, y],
  [x + size, y],
  [x + size / 2, y + size],
  [x, y],
]);
const extent = fc
  .record({
    box: optional(
      fc
        .tuple(degrees(180), degrees(180), degrees(90), degrees(90))
        .map(([west, east, a, b]) => ({ west, east, south: Math.min(a, b), north: Math.max(a, b) })),
    ),
    geometry: fc.oneof(
      fc.tuple(degrees(180), degrees(90)).map((coordinates) => ({ type: 'Point' as const, coordinates })),
      ring.map((outer) => ({ type: 'Polygon' as const, coordinates: [outer] })),
      fc
        .tuple(ring, ring)
        .map((rings) => ({ type: 'MultiPolygon' as const, coordinates: rings.map((outer) => [outer]) })),
    ),
    place: optional(line),
  })
  .map(({ box, geometry, place }) => ({
    geometry,
    inclusive: true,
    ...(box ? { box } : {}),
    ...(place === undefined ? {} : { place: { code: place, names: { en: place } } }),
  }));
const period = fc
  .record({ from: optional(date), to: optional(date) })
  .filter(({ from, to }) => from !== undefined || to !== undefined)
  .map(({ from, to }) => ({
    ...(from === undefined ? {} : { start: { date: from } }),
    ...(to === undefined ? {} : { end: { date: to } }),
  }));
/** Identifiers come before items. */
const related = fc.subarray([
  {
    relation: 'cites',
    identifier: '10.5072/paper',
    identifierType: 'doi',
    url: 'https://doi.org/10.5072/paper',
    titles: {},
  },
  {
    relation: 'other',
    relationAsGiven: 'IsCollectedBy',
    identifier: 'RRID:SCR_1',
    identifierType: 'RRID',
    titles: {},
  },
  {
    relation: 'isPartOf',
    identifier: 'https://example.org/a',
    identifierType: 'uri',
    url: 'https://example.org/a',
    titles: {},
    resourceType: 'Collection',
  },
  {
    relation: 'hasMetadata',
    identifier: 'https://example.org/m.xml',
    identifierType: 'uri',
    url: 'https://example.org/m.xml',
    titles: {},
    metadataScheme: { name: 'ISO 19139', uri: 'http://www.isotc211.org/2005/gmd', type: 'XSD' },
  },
  {
    relation: 'other',
    relationAsGiven: 'IsPublishedIn',
    titles: { en: 'Journal of Tides' },
    resourceType: 'Journal',
    publication: {
      creators: ['Roux, Ada'],
      contributors: [{ name: 'Blanc, Max', role: 'Editor' }],
      year: '2020',
      volume: '3',
      issue: '2',
      number: '7',
      numberType: 'Article',
      firstPage: '1',
      lastPage: '9',
      publisher: 'SEANOE',
      edition: '2nd',
    },
  },
]);

const records = fc
  .record({
    type: fc.constantFrom(
      ...(['dataset', 'series', 'service', 'software', 'platform', 'instrument', 'campaign'] as const),
      ...(['project', 'document', 'collection', 'model', 'image', 'map', 'feature', 'other'] as const),
    ),
    titles: mapOf(line),
    alternate: fc.array(fc.tuple(languages, line), { maxLength: 2 }),
    abstracts: mapOf(paragraphs),
    methods: mapOf(paragraphs),
    technical: optional(mapOf(paragraphs)),
    doi: fc.integer({ min: 1, max: 99_999 }),
    local: optional(fc.stringMatching(/^[A-Z]{3}-\d{3}$/)),
    keywords: fc.uniqueArray(fc.tuple(languages, line), { maxLength: 4, selector: ([, text]) => text }),
    concept: optional(mapOf(line)),
    topics: fc.uniqueArray(fc.constantFrom('oceans', 'biota', 'elevation')),
    people,
    extents: fc.array(extent, { maxLength: 3 }),
    // The same period twice is read as one.
    periods: fc.uniqueArray(period, { maxLength: 2, selector: (one) => JSON.stringify(one) }),
    published: date,
    created: optional(fc.tuple(date, optional(date), optional(line))),
    other: fc.uniqueArray(
      fc.constantFrom('submitted', 'released', 'superseded', 'nextUpdate', 'unavailable'),
    ),
    valid: optional(fc.tuple(date, optional(date))),
    related,
    edition: optional(line),
    sizes: fc.uniqueArray(line, { maxLength: 2 }),
    formats: fc.uniqueArray(line, { maxLength: 2 }),
    licence: fc.boolean(),
    constraint: optional(line),
    funding: fc.boolean(),
    language: languages,
  })
  .map((facts) => {
    const record = emptyRecord(facts.type);
    const { resource } = record;
    record.language = facts.language;
    resource.languages = [facts.language];
    Object.assign(resource, {
      titles: facts.titles,
      alternateTitles: facts.alternate.map(([language, text]) => ({ [language]: text })),
      abstracts: facts.abstracts,
      methods: facts.methods,
      ...(facts.technical ? { environmentDescription: facts.technical } : {}),
      ...(facts.edition === undefined ? {} : { edition: facts.edition }),
      identifiers: [
        parseIdentifier(`10.5072/${facts.doi}`),
        ...(facts.local === undefined ? [] : [parseIdentifier(facts.local, 'Local')]),
      ],
      keywords: [
        ...facts.keywords.map(([language, text]) => ({ label: { [language]: text } })),
        ...(facts.concept
          ? [
              {
                label: facts.concept,
                uri: 'http://vocab.nerc.ac.uk/collection/P02/current/TEMP/',
                code: 'TEMP',
                thesaurus: {
                  title: { und: 'P02' },
                  uri: 'http://vocab.nerc.ac.uk/collection/P02/',
                  dates: [],
                },
              },
            ]
          : []),
      ],
      topicCategories: facts.topics,
      responsibilities: facts.people,
      // DataCite has no language for the names of places.
      spatialExtents: facts.extents.map(({ place, ...shape }) => ({
        ...shape,
        ...(place ? { place: { code: place.code, names: { [facts.language]: place.code } } } : {}),
      })),
      temporalExtents: facts.periods,
      dates: [
        { type: 'publication', date: facts.published },
        ...(facts.created
          ? [
              {
                type: 'creation',
                date: facts.created[0],
                ...(facts.created[1] ? { end: facts.created[1] } : {}),
                ...(facts.created[2] ? { information: facts.created[2] } : {}),
              },
            ]
          : []),
        ...facts.other.map((type) => ({ type, date: '2020' })),
        ...(facts.valid ? [{ type: 'validityBegins', date: facts.valid[0] }] : []),
        ...(facts.valid?.[1] ? [{ type: 'validityExpires', date: facts.valid[1] }] : []),
      ],
      related: facts.related,
      sizes: facts.sizes,
      formats: facts.formats.map((name) => ({ name })),
      ...(facts.licence
        ? {
            accessRight: 'open',
            licences: [
              {
                id: 'CC-BY-4.0',
                uri: 'https://creativecommons.org/licenses/by/4.0/',
                title: { en: 'Creative Commons Attribution 4.0', fr: 'Creative Commons Attribution 4.0' },
              },
            ],
          }
        : {}),
      ...(facts.funding
        ? {
            funding: [
              {
                funder: { und: 'European Commission' },
                funderIdentifier: 'https://ror.org/00k4n6c32',
                funderIdentifierType: 'ROR',
                awardNumber: '101',
                awardUri: 'https://example.org/101',
                awardTitle: { und: 'Sea' },
              },
            ],
          }
        : {}),
    });
    if (facts.constraint !== undefined)
      resource.constraints = [
        {
          kind: 'legal',
          useLimitations: [],
          accessConstraints: [],
          useConstraints: [],
          otherConstraints: [{ text: { en: facts.constraint } }],
        },
      ];
    return record;
  });

describe.each(Object.entries(syntaxes))('DataCite written in %s', (_, syntax) => {
  it('is read back as it was, for all fields that it can carry', async () => {
    await fc.assert(
      fc.asyncProperty(records, async (record) => {
        const back = await roundTrip(record, syntax);
        const unexpected = back.problems.filter(({ code }) => code !== 'box-crosses-antimeridian');
        expect(unexpected).toEqual([]);
        // The JSON tells the page of the record as its address.
        const { typeAsGiven: _, ...resource } = { ...back.record.resource, distributions: [] };
        expect(resource).toEqual(record.resource);
        expect(back.record.language).toBe(record.language);
      }),
      { numRuns: 200 },
    );
  });
});

describe('writeDataciteXml', () => {
  it.skipIf(schemasFolder === null)('is valid in kernels 4.6 and 4.7', () => {
    fc.assert(
      fc.property(records, (record) => {
        const { text } = writeDataciteXml(record, context) ?? expect.fail('nothing written');
        expect(validateXml(text, 'datacite')).toEqual([]);
        expect(validateXml(text, 'datacite-4.7')).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('invents nobody: what is mandatory and missing has the code of the standard, and is told', async () => {
    const record = emptyRecord('dataset');
    record.resource.titles = { en: 'Tides & currents' };
    record.resource.identifiers = [parseIdentifier('{3F2504E0-4F89-11D3-9A0C-0305E82C3301}')];
    const result = writeDataciteXml(record, context) ?? expect.fail('nothing written');
    expect(result.text.split('\n').slice(2)).toEqual([
      '<identifier identifierType="URL">https://portal.example.org/records/abc</identifier>',
      '<creators>',
      '<creator><creatorName>:unav</creatorName></creator>',
      '</creators>',
      '<titles>',
      '<title xml:lang="en">Tides &amp; currents</title>',
      '</titles>',
      '<publisher>:unav</publisher>',
      '<publicationYear>2024</publicationYear>',
      '<resourceType resourceTypeGeneral="Dataset">Dataset</resourceType>',
      '<alternateIdentifiers>',
      '<alternateIdentifier alternateIdentifierType="UUID">{3F2504E0-4F89-11D3-9A0C-0305E82C3301}</alternateIdentifier>',
      '</alternateIdentifiers>',
      '</resource>',
      '',
    ]);
    expect(result.losses).toEqual([
      'responsibilities: no creator, written as :unav',
      'responsibilities: no publisher, written as :unav',
      'dates: no year of publication, another was taken',
      'identifiers: no DOI',
    ]);
    const { record: back } = await readDataciteXml(bytes(result.text));
    expect(back?.resource.responsibilities).toEqual([]);
  });

  it('takes who made the data for the creator, and who holds them for the publisher, where nobody is called so', () => {
    const record = emptyRecord('dataset');
    record.resource.titles = { en: 'Tides' };
    record.resource.responsibilities = [
      { role: 'custodian', party: { ...party, organisation: { en: 'SISMER' } } },
      { role: 'principalInvestigator', party: { ...party, person: 'Roux, Ada' } },
      { role: 'user', party: { ...party, person: 'Blanc, Max', emails: ['max@example.org'] } },
      { role: 'funder', party: { ...party, organisation: { en: 'ANR' }, identifiers: [] } },
    ];
    const { text, losses } = writeDataciteXml(record, context) ?? expect.fail('nothing written');
    expect(text).toContain('<creatorName nameType="Personal">Roux, Ada</creatorName>');
    expect(text).toContain('<publisher xml:lang="en">SISMER</publisher>');
    expect(text).toContain('<fundingReference><funderName>ANR</funderName></fundingReference>');
    expect(text).not.toContain('Blanc');
    expect(losses).toContain('responsibilities: user');
    expect(losses).toContain('responsibilities: contact details');
  });

  it('tells what it could not say', () => {
    const record = emptyRecord('dataset');
    Object.assign(record.resource, {
      titles: { en: 'Tides' },
      status: ['completed'],
      spatialExtents: [
        {
          geometry: {
            type: 'LineString',
            coordinates: [
              [0, 0],
              [1, 1],
            ],
          },
          inclusive: true,
        },
        { box: { west: 0, south: 0, east: 1, north: 1 }, inclusive: false },
      ],
      related: [{ relation: 'operatesOn', identifier: 'x', titles: {} }],
      lineage: {
        statement: { en: 'Gauges' },
        sources: [{ description: { en: 'Charts' } }],
        processSteps: [],
      },
    });
    const { text, losses } = writeDataciteXml(record, context) ?? expect.fail('nothing written');
    expect(text).toContain('<description descriptionType="Methods" xml:lang="en">Gauges</description>');
    expect(losses.slice(4)).toEqual([
      'status',
      'spatialExtents: lines and holes',
      'spatialExtents: excluded areas',
      'related: operatesOn',
      'lineage: sources and process steps',
    ]);
  });

  it('tells taxa as subjects, and reads them again', async () => {
    const record = emptyRecord('dataset');
    const taxon = {
      scientificName: 'Calanus finmarchicus',
      commonNames: {},
      uri: 'urn:lsid:marinespecies.org:taxname:104464',
      authority: 'WoRMS',
      identifier: '104464',
    };
    record.resource.titles = { en: 'Copepods' };
    record.resource.taxa = [taxon];
    const { text } = writeDataciteXml(record, context) ?? expect.fail('nothing written');
    const { record: back } = await readDataciteXml(bytes(text));
    expect(back?.resource.taxa).toEqual([taxon]);
  });

  it('writes nothing for a record without title and identifier', () => {
    expect(writeDataciteXml(emptyRecord(), context)).toBeNull();
    expect(writeDataciteJson(emptyRecord(), context)).toBeNull();
  });
});
