import fc from 'fast-check';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { type CatalogueRecord, emptyRecord, parseIdentifier } from '../../model/index.ts';
import type { WriteContext } from '../format.ts';
import { makeParty } from '../reading/index.ts';
import { readSchemaOrg } from './read.ts';
import { writeSchemaOrg } from './write.ts';

const context: WriteContext = {
  id: 'abc',
  pageUrl: 'https://portal.example.org/records/abc',
  datestamp: '2024-01-01T00:00:00Z',
  language: 'en',
  catalogue: { name: 'Portal', url: 'https://portal.example.org/' },
  formats: [
    {
      title: 'Dublin Core',
      mediaType: 'application/xml',
      suffix: 'dc.xml',
      namespace: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
    },
    { title: 'Read only', mediaType: 'text/turtle' },
  ],
};
const written = (record: CatalogueRecord) =>
  writeSchemaOrg(record, context)?.text ?? expect.fail('nothing written');

function tides(): CatalogueRecord {
  const record = emptyRecord('dataset');
  record.language = 'en';
  const { resource } = record;
  resource.titles = { en: 'Tides', fr: 'Marées' };
  resource.abstracts = {
    en: 'Sea level at Brest, measured every hour by a tide gauge of the harbour since 1846.',
  };
  resource.identifiers = [
    parseIdentifier('10.5072/tides'),
    { code: 'T-1', codeSpace: 'Local', scheme: 'other' },
  ];
  resource.languages = ['en'];
  resource.dates = [
    { type: 'publication', date: '2021-02-03' },
    { type: 'revision', date: '2022' },
  ];
  const ada = makeParty({
    person: 'Roux, Ada',
    organisation: { en: 'Ifremer' },
    identifiers: [
      { scheme: 'orcid', value: '0000-0002-1825-0097', uri: 'https://orcid.org/0000-0002-1825-0097' },
    ],
    organisationIdentifiers: [{ scheme: 'ror', value: '044jxhp58', uri: 'https://ror.org/044jxhp58' }],
    emails: ['ada@example.org'],
  });
  const shom = makeParty({ organisation: { en: 'Shom' } });
  if (ada)
    resource.responsibilities.push({ role: 'author', party: ada }, { role: 'pointOfContact', party: ada });
  if (shom) resource.responsibilities.push({ role: 'publisher', party: shom });
  resource.keywords = [
    { label: { en: 'harbour' } },
    {
      label: { en: 'Sea level' },
      uri: 'http://vocab.nerc.ac.uk/collection/P02/current/ASLV/',
      thesaurus: { title: {}, uri: 'http://vocab.nerc.ac.uk/collection/P02/', dates: [] },
    },
  ];
  resource.licences = [{ id: 'CC-BY-4.0', uri: 'https://creativecommons.org/licenses/by/4.0/', title: {} }];
  resource.accessRight = 'open';
  resource.edition = '2';
  resource.funding = [
    { funder: { en: 'EC' }, funderIdentifier: 'https://ror.org/00k4n6c32', awardNumber: '101' },
  ];
  resource.spatialExtents = [
    {
      box: { west: -5, south: 48, east: -4, north: 49 },
      place: { code: 'Brest', names: { en: 'Brest' } },
      inclusive: true,
    },
  ];
  resource.verticalExtents = [{ minimum: 0, maximum: 10, positive: 'down' }];
  resource.temporalExtents = [{ start: { date: '1846' } }];
  resource.variables = [
    {
      names: { en: 'Sea level' },
      uri: 'http://vocab.nerc.ac.uk/collection/P01/current/ASLVZZ01/',
      unit: 'm',
      unitUri: 'http://vocab.nerc.ac.uk/collection/P06/current/ULAA/',
    },
  ];
  resource.instruments = [
    { names: { en: 'tide gauge' }, uri: 'http://vocab.nerc.ac.uk/collection/L05/current/111/' },
  ];
  resource.distributions = [
    {
      url: 'https://e.org/tides.csv',
      names: { en: 'CSV' },
      descriptions: {},
      kind: 'download',
      mediaType: 'text/csv',
      byteSize: 1024,
      checksum: { algorithm: 'md5', value: 'abc' },
      conformsTo: [],
    },
    {
      url: 'https://e.org/wms',
      names: {},
      descriptions: {},
      kind: 'view',
      protocol: 'OGC:WMS',
      conformsTo: [],
    },
    { url: 'https://e.org/tides', names: {}, descriptions: {}, kind: 'landing-page', conformsTo: [] },
  ];
  resource.related = [
    {
      relation: 'isPartOf',
      url: 'https://doi.org/10.5072/series',
      identifier: '10.5072/series',
      titles: { en: 'Series' },
    },
    { relation: 'isCitedBy', identifier: '10.5072/paper', url: 'https://doi.org/10.5072/paper', titles: {} },
  ];
  resource.purpose = { en: 'Navigation' };
  return record;
}

describe('writeSchemaOrg', () => {
  it('writes every key of a landing page', () => {
    expect(JSON.parse(written(tides()))).toEqual({
      '@context': {
        '@vocab': 'https://schema.org/',
        spdx: 'http://spdx.org/rdf/terms#',
        prov: 'http://www.w3.org/ns/prov#',
      },
      '@id': 'https://doi.org/10.5072/tides',
      '@type': 'Dataset',
      name: 'Tides',
      alternateName: { '@language': 'fr', '@value': 'Marées' },
      description: 'Sea level at Brest, measured every hour by a tide gauge of the harbour since 1846.',
      identifier: [
        {
          '@type': 'PropertyValue',
          propertyID: 'https://registry.identifiers.org/registry/doi',
          value: 'doi:10.5072/tides',
          url: 'https://doi.org/10.5072/tides',
        },
        { '@type': 'PropertyValue', propertyID: 'Local', value: 'T-1' },
      ],
      url: 'https://portal.example.org/records/abc',
      sameAs: ['https://doi.org/10.5072/tides', 'https://e.org/tides'],
      creator: {
        '@type': 'Person',
        '@id': 'https://orcid.org/0000-0002-1825-0097',
        name: 'Roux, Ada',

        affiliation: { '@type': 'Organization', '@id': 'https://ror.org/044jxhp58', name: 'Ifremer' },
      },
      contributor: {
        '@type': 'Role',
        roleName: 'pointOfContact',
        contributor: {
          '@type': 'Person',
          '@id': 'https://orcid.org/0000-0002-1825-0097',
          name: 'Roux, Ada',

          affiliation: { '@type': 'Organization', '@id': 'https://ror.org/044jxhp58', name: 'Ifremer' },
        },
      },
      publisher: { '@type': 'Organization', name: 'Shom' },
      datePublished: '2021-02-03',
      dateModified: '2022',
      inLanguage: 'en',
      keywords: [
        'harbour',
        {
          '@type': 'DefinedTerm',
          '@id': 'http://vocab.nerc.ac.uk/collection/P02/current/ASLV/',
          url: 'http://vocab.nerc.ac.uk/collection/P02/current/ASLV/',
          name: 'Sea level',
          inDefinedTermSet: 'http://vocab.nerc.ac.uk/collection/P02/',
        },
      ],
      license: 'https://creativecommons.org/licenses/by/4.0/',
      conditionsOfAccess: 'http://purl.org/coar/access_right/c_abf2',
      isAccessibleForFree: true,
      version: '2',
      funding: {
        '@type': 'Grant',
        identifier: '101',
        funder: {
          '@type': 'Organization',
          '@id': 'https://ror.org/00k4n6c32',
          name: 'EC',
          identifier: 'https://ror.org/00k4n6c32',
        },
      },
      isPartOf: {
        '@type': 'Dataset',
        '@id': 'https://doi.org/10.5072/series',
        url: 'https://doi.org/10.5072/series',
        name: 'Series',
        identifier: '10.5072/series',
      },
      citation: {
        '@type': 'CreativeWork',
        '@id': 'https://doi.org/10.5072/paper',
        url: 'https://doi.org/10.5072/paper',
        identifier: '10.5072/paper',
      },
      includedInDataCatalog: {
        '@type': 'DataCatalog',
        '@id': 'https://portal.example.org/',
        name: 'Portal',
        url: 'https://portal.example.org/',
      },
      spatialCoverage: {
        '@type': 'Place',
        name: 'Brest',
        geo: { '@type': 'GeoShape', box: '48 -5 49 -4' },
        additionalProperty: [
          { '@type': 'PropertyValue', name: 'Geospatial vertical min', value: 0 },
          { '@type': 'PropertyValue', name: 'Geospatial vertical max', value: 10 },
          { '@type': 'PropertyValue', name: 'Geospatial vertical positive', value: 'down' },
        ],
      },
      temporalCoverage: '1846/..',
      variableMeasured: {
        '@type': 'PropertyValue',
        name: 'Sea level',
        propertyID: 'http://vocab.nerc.ac.uk/collection/P01/current/ASLVZZ01/',
        unitText: 'm',
        unitCode: 'http://vocab.nerc.ac.uk/collection/P06/current/ULAA/',
      },
      measurementTechnique: {
        '@type': 'DefinedTerm',
        additionalType: 'http://www.w3.org/ns/sosa/Sensor',
        '@id': 'http://vocab.nerc.ac.uk/collection/L05/current/111/',
        url: 'http://vocab.nerc.ac.uk/collection/L05/current/111/',
        name: 'tide gauge',
      },
      distribution: [
        {
          '@type': 'DataDownload',
          contentUrl: 'https://e.org/tides.csv',
          name: 'CSV',
          encodingFormat: 'text/csv',
          contentSize: '1024',
          'spdx:checksum': {
            '@type': 'spdx:Checksum',
            'spdx:checksumValue': 'abc',
            'spdx:checksumAlgorithm': { '@id': 'spdx:checksumAlgorithm_md5' },
          },
        },
        { '@type': 'DataDownload', url: 'https://e.org/wms' },
      ],
      subjectOf: {
        '@type': 'DataDownload',
        name: 'Dublin Core',
        encodingFormat: ['application/xml', 'http://www.openarchives.org/OAI/2.0/oai_dc/'],
        contentUrl: 'https://portal.example.org/records/abc.dc.xml',
      },
      sdDatePublished: '2024-01-01T00:00:00Z',
    });
    expect(writeSchemaOrg(tides(), context)?.losses).toEqual([
      'resource.purpose',
      'party.emails',
      'resource.related: kind of relation',
    ]);
  });

  it('can be expanded without a network, and every key has a meaning', async () => {
    const expanded = await jsonld.expand(JSON.parse(written(tides())), {
      documentLoader: () => Promise.reject(new Error('no network')),
    });
    const [node] = expanded;
    expect(Object.keys(node ?? {})).toContain('https://schema.org/variableMeasured');
    expect(JSON.stringify(expanded)).toContain('http://spdx.org/rdf/terms#checksumValue');
  });

  it('is safe within a script element', () => {
    const record = tides();
    record.resource.titles = { en: '</script><script>alert(1)</script> \u2028 <!--' };
    const text = written(record);
    expect(text).not.toMatch(/[<\u2028\u2029]/);
    expect(JSON.parse(text).name).toBe('</script><script>alert(1)</script> \u2028 <!--');
  });

  it('keeps descriptions between 50 and 5000 characters', () => {
    const describe = (abstract: string) => {
      const record = tides();
      record.resource.abstracts = { en: abstract };
      const result = writeSchemaOrg(record, context);
      return { text: String(JSON.parse(result?.text ?? '{}').description), losses: result?.losses };
    };
    expect(describe('Hourly.').text).toBe('Tides. Hourly.');
    const long = describe('word '.repeat(2000));
    expect(long.text.length).toBeLessThanOrEqual(5000);
    expect(long.text).toMatch(/word…$/);
    expect(long.losses).toContain('resource.abstracts: cut to 5000 characters');
  });

  it('writes nothing without a title', () => {
    expect(writeSchemaOrg(emptyRecord(), context)).toBeNull();
  });

  const line = fc
    .string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
    .map((text) => `a${text}z`.replace(/[\s\u0000-\u001f]+/g, ' '))
    .filter((text) => !/[:/,;]/.test(text));
  const degrees = (limit: number) =>
    fc.integer({ min: -limit * 100, max: limit * 100 }).map((value) => value / 100);
  const date = fc
    .date({ min: new Date('1850-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((value) => value.toISOString().slice(0, 10));
  const facts = fc.record({
    title: line,
    abstract: fc.string({ minLength: 60, maxLength: 300, unit: 'grapheme' }).map((text) => `a${text}z`),
    doi: fc.integer({ min: 1, max: 9999 }),
    authors: fc.uniqueArray(fc.constantFrom('Roux, Ada', 'Blanc, Max', 'Le Gall, Yann'), { minLength: 1 }),
    box: fc.option(fc.tuple(degrees(180), degrees(180), degrees(90), degrees(90)), { nil: undefined }),
    point: fc.option(fc.tuple(degrees(180), degrees(90)), { nil: undefined }),
    period: fc.option(fc.tuple(fc.option(date, { nil: undefined }), date), { nil: undefined }),
    published: date,
    keywords: fc.uniqueArray(line, { minLength: 2, maxLength: 4 }),
    variable: fc.option(fc.tuple(line, fc.constantFrom('m', '°C')), { nil: undefined }),
    bytes: fc.integer({ min: 0, max: 1e12 }),
    version: fc.integer({ min: 1, max: 99 }).map(String),
    french: fc.option(line, { nil: undefined }),
    thing: line,
    roles: fc.uniqueArray(fc.constantFrom('distributor', 'owner', 'processor', 'pointOfContact')),
  });

  it('is read back as it was, for all fields that it can carry', async () => {
    await fc.assert(
      fc.asyncProperty(facts, async (given) => {
        const record = emptyRecord('dataset');
        record.language = 'en';
        const { resource } = record;
        resource.titles = { en: given.title, ...(given.french === undefined ? {} : { fr: given.french }) };
        resource.abstracts = { en: given.abstract.trim() };
        resource.identifiers = [parseIdentifier(`doi:10.5072/${given.doi}`)];
        resource.languages = ['en'];
        resource.dates = [{ type: 'publication', date: given.published }];
        resource.edition = given.version;
        resource.keywords = given.keywords.map((text) => ({ label: { en: text } }));
        for (const person of given.authors) {
          const party = makeParty({ person });
          if (party) resource.responsibilities.push({ role: 'author', party });
        }
        for (const role of given.roles) {
          const party = makeParty({ organisation: { en: 'Ifremer' }, phones: ['+33 1'] });
          if (party) resource.responsibilities.push({ role, party });
        }
        const named = { names: { en: given.thing }, uri: 'https://e.org/thing' };
        resource.platforms = [{ ...named, type: 'ship' }];
        resource.instruments = [named];
        resource.measurementTechniques = [{ names: { en: given.thing } }];
        resource.campaigns = [{ ...named, start: given.published }];
        resource.projects = [named];
        resource.networks = [named];
        resource.taxa = [{ scientificName: given.thing, commonNames: { fr: 'algue' }, rank: 'genus' }];
        resource.topicCategories = ['oceans'];
        resource.status = ['onGoing'];
        resource.seriesName = given.thing;
        resource.credits = [{ en: given.thing }];
        if (given.box) {
          const [west, east, a, b] = given.box;
          resource.spatialExtents.push({
            box: { west, east, south: Math.min(a, b), north: Math.max(a, b) },
            inclusive: true,
          });
        }
        if (given.point)
          resource.spatialExtents.push({
            geometry: { type: 'Point', coordinates: given.point },
            inclusive: true,
          });
        if (given.period) {
          const [start, end] = given.period;
          resource.temporalExtents.push({ ...(start ? { start: { date: start } } : {}), end: { date: end } });
        }
        if (given.variable)
          resource.variables.push({ names: { en: given.variable[0] }, unit: given.variable[1] });
        resource.distributions.push({
          url: 'https://e.org/d.nc',
          names: {},
          descriptions: {},
          kind: 'download',
          byteSize: given.bytes,
          conformsTo: [],
        });
        const { record: back, problems } = await readSchemaOrg(new TextEncoder().encode(written(record)));
        expect(problems.filter(({ severity }) => severity !== 'info')).toEqual([]);
        expect(back?.language).toBe('en');
        // Properties of schema.org are in no order, so that parties of different roles are in none.
        expect(new Set(back?.resource.responsibilities.map((one) => JSON.stringify(one)))).toEqual(
          new Set(resource.responsibilities.map((one) => JSON.stringify(one))),
        );
        expect(back?.resource).toMatchObject({
          titles: resource.titles,
          abstracts: resource.abstracts,
          identifiers: resource.identifiers,
          dates: resource.dates,
          edition: resource.edition,
          keywords: resource.keywords,
          platforms: resource.platforms,
          instruments: resource.instruments,
          measurementTechniques: resource.measurementTechniques,
          campaigns: resource.campaigns,
          projects: resource.projects,
          networks: resource.networks,
          taxa: resource.taxa,
          topicCategories: resource.topicCategories,
          status: resource.status,
          seriesName: resource.seriesName,
          credits: resource.credits,
          spatialExtents: resource.spatialExtents,
          temporalExtents: resource.temporalExtents,
          variables: resource.variables,
        });
        expect(back?.resource.distributions[0]).toMatchObject({
          url: 'https://e.org/d.nc',
          kind: 'download',
          byteSize: given.bytes,
        });
      }),
      { numRuns: 150 },
    );
  });
});
