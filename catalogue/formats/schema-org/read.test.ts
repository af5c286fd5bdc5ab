import { describe, expect, it } from 'vitest';
import { readSchemaOrg } from './read.ts';
import { splitSchemaOrg } from './split.ts';

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const dataset = async (properties: object, context: unknown = 'https://schema.org/') => {
  const { record, problems } = await readSchemaOrg(
    bytes({ '@context': context, '@type': 'Dataset', name: 'T', description: 'D', ...properties }),
  );
  if (!record) throw new Error('no record');
  return { ...record, problems: problems.map(({ code, path }) => `${code} ${path}`) };
};

describe('readSchemaOrg', () => {
  it.each([
    ['remote context', { '@context': 'http://schema.org', '@type': 'Dataset', name: 'Tides' }],
    ['vocabulary', { '@context': { '@vocab': 'https://schema.org/' }, '@type': 'Dataset', name: 'Tides' }],
    ['prefix', { '@context': { s: 'http://schema.org/' }, '@type': 's:Dataset', 's:name': 'Tides' }],
    ['undeclared usual prefix', { '@context': {}, '@type': 'schema:Dataset', 'schema:name': 'Tides' }],
    [
      'full IRIs',
      { '@type': ['https://schema.org/Dataset'], 'http://schema.org/name': [{ '@value': 'Tides' }] },
    ],
    [
      'alias',
      {
        '@context': { label: 'https://schema.org/name', '@vocab': 'https://schema.org/' },
        '@type': 'Dataset',
        label: 'Tides',
      },
    ],
    [
      'graph',
      {
        '@context': 'https://schema.org',
        '@graph': [
          { '@type': 'Person', name: 'Ada' },
          { '@type': 'Dataset', name: 'Tides' },
        ],
      },
    ],
    [
      'page',
      {
        '@context': 'https://schema.org',
        '@type': 'WebPage',
        name: 'Page',
        mainEntity: { '@type': 'Dataset', name: 'Tides' },
      },
    ],
    ['list', [{ '@context': 'https://schema.org', '@type': 'Dataset', name: 'Tides' }]],
  ])('understands the notation: %s', async (_, value) => {
    const { record, problems } = await readSchemaOrg(bytes(value));
    expect(record?.resource).toMatchObject({ type: 'dataset', titles: { und: 'Tides' } });
    expect(problems.map(({ code }) => code)).toEqual(['abstract-missing']);
  });

  it('follows references within a graph', async () => {
    const { record } = await readSchemaOrg(
      bytes({
        '@context': 'https://schema.org/',
        '@graph': [
          {
            '@id': '#d',
            '@type': 'Dataset',
            name: 'T',
            creator: { '@list': [{ '@id': '#ada' }, { '@id': '#max' }] },
          },
          { '@id': '#ada', '@type': 'Person', name: 'Ada Roux', affiliation: { '@id': '#org' } },
          { '@id': '#max', '@type': 'Person', name: 'Max Blanc' },
          { '@id': '#org', '@type': 'Organization', name: 'Ifremer' },
        ],
      }),
    );
    expect(record?.resource.responsibilities).toMatchObject([
      { role: 'author', party: { person: 'Ada Roux', organisation: { und: 'Ifremer' } } },
      { role: 'author', party: { person: 'Max Blanc' } },
    ]);
  });

  it.each([
    [{ geo: { '@type': 'GeoShape', box: '47 -5 48 -4' } }, { west: -5, south: 47, east: -4, north: 48 }],
    [{ geo: { '@type': 'GeoShape', box: '47,-5 48,-4' } }, { west: -5, south: 47, east: -4, north: 48 }],
    [
      { geo: { '@type': 'GeoShape', polygon: '47 -5 47 -4 48 -4 48 -5 47 -5' } },
      { west: -5, south: 47, east: -4, north: 48 },
    ],
    [
      { 'geosparql:hasGeometry': { 'geosparql:asWKT': 'POLYGON((-5 47, -4 47, -4 48, -5 48, -5 47))' } },
      { west: -5, south: 47, east: -4, north: 48 },
    ],
    [
      { geo: { '@type': 'GeoShape', box: '-10 170 10 -170' } },
      { west: 170, south: -10, east: -170, north: 10 },
    ],
  ])('reads the place %j', async (place, box) => {
    const { resource, problems } = await dataset({ spatialCoverage: { '@type': 'Place', ...place } });
    expect(resource.spatialExtents).toEqual([{ box, inclusive: true }]);
    expect(problems).toEqual(
      box.west > box.east ? ['box-crosses-antimeridian /spatialCoverage/geo/box'] : [],
    );
  });

  it('reads decimal commas in a box, and says so', async () => {
    const { resource, problems } = await dataset({
      spatialCoverage: { geo: { box: '47,5 -5,25 48 -4,75' } },
    });
    expect([resource.spatialExtents[0]?.box, problems]).toEqual([
      { west: -5.25, south: 47.5, east: -4.75, north: 48 },
      ['decimal-comma /spatialCoverage/geo/box'],
    ]);
  });

  it('tells coordinates in the wrong order, and impossible ones', async () => {
    const swapped = await dataset({
      spatialCoverage: { geo: { '@type': 'GeoShape', box: '-150 10 -120 20' } },
    });
    expect([swapped.resource.spatialExtents[0]?.box, swapped.problems]).toEqual([
      { west: -150, south: 10, east: -120, north: 20 },
      ['axis-order-wrong /spatialCoverage/geo/box'],
    ]);
    const wrong = await dataset({
      spatialCoverage: { geo: { box: '1 2 3' } },
      temporalCoverage: 'the nineties',
    });
    expect(wrong.problems).toEqual([
      'box-unreadable /spatialCoverage/geo/box',
      'date-unreadable /temporalCoverage',
    ]);
  });

  it('reads terms, variables, techniques, depths and periods', async () => {
    const { resource, problems } = await dataset({
      keywords: [
        'a, b',
        {
          '@type': 'DefinedTerm',
          name: 'Sea level',
          url: 'http://vocab.nerc.ac.uk/collection/P02/current/ASLV/',
          inDefinedTermSet: 'http://vocab.nerc.ac.uk/collection/P02/',
        },
      ],
      variableMeasured: [
        'salinity',
        {
          '@type': 'PropertyValue',
          name: 'Temperature',
          propertyID: 'http://vocab.nerc.ac.uk/collection/P01/current/TEMPPR01/',
          unitText: '°C',
          minValue: -2,
          maxValue: '31',
        },
      ],
      measurementTechnique: [
        'CTD cast',
        { '@type': 'DefinedTerm', name: 'CTD', '@id': 'http://vocab.nerc.ac.uk/collection/L05/current/130/' },
      ],
      spatialCoverage: {
        name: 'Brest',
        additionalProperty: [
          { name: 'Geospatial vertical max', value: '300' },
          { name: 'Geospatial vertical positive', value: 'down' },
        ],
      },
      temporalCoverage: ['2001-08/..', '1999'],
    });
    expect(problems).toEqual([]);
    expect(resource).toMatchObject({
      keywords: [
        { label: { und: 'a, b' } },
        { label: { und: 'Sea level' }, thesaurus: { uri: 'http://vocab.nerc.ac.uk/collection/P02/' } },
      ],
      variables: [
        { names: { und: 'salinity' } },
        { names: { und: 'Temperature' }, unit: '°C', minimum: -2, maximum: 31 },
      ],
      instruments: [{ names: { und: 'CTD' } }],
      measurementTechniques: [{ names: { und: 'CTD cast' } }],
      spatialExtents: [{ place: { code: 'Brest' } }],
      verticalExtents: [{ maximum: 300, positive: 'down' }],
      temporalExtents: [{ start: { date: '2001-08' } }, { start: { date: '1999' }, end: { date: '1999' } }],
    });
    expect(
      (await dataset({ keywords: 'a, b; c' })).resource.keywords.map(({ label }) => label['und']),
    ).toEqual(['a', 'b', 'c']);
  });

  it('reads identifiers, parties, funding, rights, links and relations', async () => {
    const { resource } = await dataset({
      identifier: {
        '@type': 'PropertyValue',
        propertyID: 'https://registry.identifiers.org/registry/doi',
        value: 'doi:10.5072/a',
        url: 'https://doi.org/10.5072/a',
      },
      sameAs: 'https://doi.org/10.5072/a',
      creator: [
        { '@type': 'Person', '@id': 'https://orcid.org/0000-0002-1825-0097', name: 'Ada Roux' },
        'Ifremer',
      ],
      contributor: {
        '@type': 'Role',
        roleName: 'Principal investigator',
        contributor: { '@type': 'Person', name: 'Max Blanc' },
      },
      publisher: { '@type': 'Organization', name: 'SEANOE', identifier: 'https://ror.org/044jxhp58' },
      funding: {
        '@type': 'MonetaryGrant',
        identifier: '101',
        funder: {
          '@type': 'Organization',
          name: 'EC',
          identifier: ['https://doi.org/10.13039/501100000780', 'https://ror.org/00k4n6c32'],
        },
      },
      license: 'https://creativecommons.org/licenses/by/4.0/',
      conditionsOfAccess: 'http://purl.org/coar/access_right/c_abf2',
      url: 'https://e.org/d',
      distribution: [
        {
          '@type': 'DataDownload',
          contentUrl: 'https://e.org/d.csv',
          encodingFormat: ['text/csv'],
          contentSize: '1.5 MB',
          sha256: 'abc',
        },
        { '@type': 'DataDownload', name: 'nothing' },
      ],
      citation: [
        'Roux (2020) T. doi:10.5072/A',
        { '@type': 'CreativeWork', name: 'Paper', url: 'https://doi.org/10.5072/paper' },
      ],
      isBasedOn: 'https://doi.org/10.5072/raw',
      dateModified: '2020-02-30',
    });
    expect(resource).toMatchObject({
      identifiers: [{ scheme: 'doi', uri: 'https://doi.org/10.5072/a' }],
      responsibilities: [
        { role: 'author', party: { person: 'Ada Roux', identifiers: [{ scheme: 'orcid' }] } },
        { role: 'author', party: { organisation: { und: 'Ifremer' } } },
        { role: 'principalInvestigator', party: { person: 'Max Blanc' } },
        { role: 'publisher', party: { organisation: { und: 'SEANOE' }, identifiers: [{ scheme: 'ror' }] } },
      ],
      funding: [{ funder: { und: 'EC' }, funderIdentifier: 'https://ror.org/00k4n6c32', awardNumber: '101' }],
      licences: [{ id: 'CC-BY-4.0' }],
      constraints: [],
      accessRight: 'open',
      otherCitationDetails: { und: 'Roux (2020) T. doi:10.5072/A' },
      distributions: [
        {
          url: 'https://e.org/d.csv',
          kind: 'download',
          mediaType: 'text/csv',
          byteSize: 1_500_000,
          checksum: { algorithm: 'sha256', value: 'abc' },
        },
        { url: 'https://e.org/d', kind: 'landing-page' },
      ],
      related: [
        { relation: 'cites', identifier: 'https://doi.org/10.5072/paper', titles: { und: 'Paper' } },
        { relation: 'isDerivedFrom', identifier: 'https://doi.org/10.5072/raw' },
      ],
      dates: [],
    });
    expect(resource.identifiers).toHaveLength(1);
  });

  it('never throws, and says why there is no record', async () => {
    for (const text of [
      '',
      '[]',
      '{}',
      'null',
      '{"@type": 3, "@graph": null}',
      '{"@context": "https://schema.org", "@type": "Person", "name": "Ada"}',
      '[[[[]]]]',
    ]) {
      const { record, problems } = await readSchemaOrg(new TextEncoder().encode(text));
      expect(record).toBeNull();
      expect(problems.some(({ severity }) => severity === 'error')).toBe(true);
    }
    const circle = {
      '@context': 'https://schema.org',
      '@graph': [{ '@id': '#a', '@type': 'Dataset', name: 'A', isPartOf: { '@id': '#a' } }],
    };
    expect((await readSchemaOrg(bytes(circle))).record?.resource.titles).toEqual({ und: 'A' });
  });
});

describe('splitSchemaOrg', () => {
  it.each([
    [
      'DataCatalog',
      {
        '@context': 'https://schema.org',
        '@type': 'DataCatalog',
        name: 'C',
        dataset: [
          { '@type': 'Dataset', '@id': 'https://e.org/1', name: '1' },
          { '@type': 'Dataset', name: '2', url: 'https://e.org/2' },
        ],
      },
    ],
    [
      'ItemList',
      {
        '@context': 'https://schema.org',
        '@type': 'ItemList',
        itemListElement: [
          { '@type': 'ListItem', item: { '@type': 'Dataset', '@id': 'https://e.org/1', name: '1' } },
          { '@type': 'Dataset', name: '2', url: 'https://e.org/2' },
        ],
      },
    ],
    [
      'array',
      [
        { '@context': 'https://schema.org', '@type': 'Dataset', '@id': 'https://e.org/1', name: '1' },
        { '@context': 'https://schema.org', '@type': 'Dataset', name: '2', url: 'https://e.org/2' },
      ],
    ],
    [
      'graph',
      {
        '@context': 'https://schema.org',
        '@graph': [
          { '@type': 'Dataset', '@id': 'https://e.org/1', name: '1' },
          { '@type': 'Dataset', name: '2', url: 'https://e.org/2' },
        ],
      },
    ],
  ])('makes one document of each resource of a %s', async (_, value) => {
    const { parts, problems } = await splitSchemaOrg(bytes(value));
    expect(problems).toEqual([]);
    expect(parts.map(({ identifier }) => identifier)).toEqual(['https://e.org/1', 'https://e.org/2']);
    const records = await Promise.all(parts.map(async (part) => (await readSchemaOrg(part.bytes)).record));
    expect(records.map((record) => record?.resource.titles)).toEqual([{ und: '1' }, { und: '2' }]);
  });

  it('takes along what a part refers to, and leaves a single document as it is', async () => {
    const graph = bytes({
      '@context': 'https://schema.org',
      '@graph': [
        {
          '@type': 'Dataset',
          '@id': 'https://e.org/1',
          name: '1',
          publisher: { '@id': '#org' },
          isPartOf: { '@id': 'https://e.org/2' },
        },
        { '@type': 'Dataset', '@id': 'https://e.org/2', name: '2', description: 'Long' },
        { '@type': 'Organization', '@id': '#org', name: 'Ifremer' },
      ],
    });
    const { parts } = await splitSchemaOrg(graph);
    const first = await readSchemaOrg(parts[0]?.bytes ?? new Uint8Array());
    expect(first.record?.resource).toMatchObject({
      titles: { und: '1' },
      responsibilities: [{ role: 'publisher', party: { organisation: { und: 'Ifremer' } } }],
      related: [{ relation: 'isPartOf', titles: { und: '2' } }],
    });
    const single = bytes({ '@context': 'https://schema.org', '@type': 'Dataset', name: '1' });
    expect((await splitSchemaOrg(single)).parts[0]?.bytes).toBe(single);
  });
});
