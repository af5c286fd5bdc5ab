import { describe, expect, test } from 'vitest';
import { Report } from '../reading/index.ts';
import { Attributes, axisOf, type Header, recordOfHeader } from './index.ts';

type Given = Record<string, string | number | number[]>;

function attributesOf(owner: string, given: Given): Attributes {
  const attributes = new Attributes(owner);
  for (const [name, value] of Object.entries(given)) attributes.set(name, [value].flat());
  return attributes;
}

function headerOf(
  given: Given,
  variables: Record<string, Given & { on?: string }> = {},
  dimensions: string[] = [],
): Header {
  return {
    attributes: attributesOf('', given),
    dimensions: dimensions.map((name) => ({ name, size: 3 })),
    variables: Object.entries(variables).map(([name, { on = '', ...attributes }]) => ({
      name,
      type: 'float',
      dimensions: on.split(' ').filter(Boolean),
      attributes: attributesOf(name, attributes),
    })),
  };
}

function read(header: Header) {
  const report = new Report();
  const { resource, ...record } = recordOfHeader(header, report);
  return { record, resource, codes: report.problems.map(({ code, path }) => `${code} ${path}`) };
}

const whole = { title: 'A', summary: 'B', Conventions: 'CF-1.8, ACDD-1.3' };

describe('texts', () => {
  test('come in every language that the file has them in', () => {
    const { resource, record } = read(
      headerOf({
        ...whole,
        language: 'eng',
        title: 'Water temperature',
        title_fr: 'Température de l’eau',
        summary_fr: 'Relevés',
        keywords: 'sea',
        keywords_fr: 'mer',
      }),
    );
    expect(record.language).toBe('en');
    expect(resource.titles).toEqual({ en: 'Water temperature', fr: 'Température de l’eau' });
    expect(resource.abstracts).toEqual({ en: 'B', fr: 'Relevés' });
    expect(resource.keywords.map(({ label }) => label)).toEqual([{ en: 'sea' }, { fr: 'mer' }]);
  });

  test('that are not there are told as such', () => {
    expect(read(headerOf({ title: 'null', summary: ' ' }, { T: { units: 'K', on: 'x' } })).codes).toEqual([
      'conventions-missing :Conventions',
      'title-missing :title',
      'abstract-missing :summary',
    ]);
  });

  test('name the conventions and the standard of the metadata', () => {
    const { resource, record } = read(headerOf({ ...whole, Conventions: 'CF-1.6 ACDD-1.3' }));
    expect(resource.conformsTo.map(({ titles }) => titles['en'])).toEqual(['CF-1.6', 'ACDD-1.3']);
    expect([record.standardName, record.standardVersion]).toEqual([
      'Attribute Convention for Data Discovery',
      '1.3',
    ]);
  });
});

describe('keywords', () => {
  test('carry the vocabulary that their prefix names', () => {
    const { resource } = read(
      headerOf({
        ...whole,
        keywords: 'CF:sea_water_temperature, GCMD:Oceans > Salinity, plain',
        keywords_vocabulary: 'CF: CF Standard Names, GCMD: GCMD Science Keywords',
      }),
    );
    expect(resource.keywords.map(({ label, thesaurus }) => [label['und'], thesaurus?.title['und']])).toEqual([
      ['sea_water_temperature', 'CF Standard Names'],
      ['Oceans > Salinity', 'GCMD Science Keywords'],
      ['plain', undefined],
    ]);
  });

  test('of a vocabulary of paths are the paths only', () => {
    const { resource } = read(
      headerOf({
        ...whole,
        keywords: 'ocean, Earth Science > Oceans',
        keywords_vocabulary: 'GCMD Science Keywords',
      }),
    );
    expect(resource.keywords.map(({ thesaurus }) => thesaurus !== undefined)).toEqual([false, true]);
  });
});

describe('parties', () => {
  test('are persons unless a type or a plain name says otherwise', () => {
    const { resource } = read(
      headerOf({
        ...whole,
        institution: 'Ifremer',
        creator_name: 'Le Bihan, Anne',
        creator_email: 'anne@example.org',
        creator_orcid: '0000-0002-1825-0097',
        publisher_name: 'Ifremer',
      }),
    );
    expect(
      resource.responsibilities.map(({ role, party }) => [
        role,
        party.person,
        party.organisation,
        party.emails,
      ]),
    ).toEqual([
      ['author', 'Le Bihan, Anne', undefined, ['anne@example.org']],
      ['publisher', undefined, { und: 'Ifremer' }, []],
    ]);
    expect(resource.responsibilities[0]?.party.identifiers).toEqual([
      { scheme: 'orcid', value: '0000-0002-1825-0097', uri: 'https://orcid.org/0000-0002-1825-0097' },
    ]);
  });

  test('that contribute have each the roles in their place', () => {
    const { resource, codes } = read(
      headerOf({
        ...whole,
        contributor_name: 'Roux, Jean; Ocean Foundation',
        contributor_role: 'author,processor; funder',
      }),
    );
    expect(
      resource.responsibilities.map(({ role, party }) => [role, party.person ?? party.organisation?.['und']]),
    ).toEqual([
      ['author', 'Roux, Jean'],
      ['processor', 'Roux, Jean'],
      ['funder', 'Ocean Foundation'],
    ]);
    expect(codes).toEqual([]);
  });

  test('of lists that do not match are reported', () => {
    const { codes } = read(
      headerOf({ ...whole, contributor_name: 'A B; C D; E F', contributor_role: 'author; funder' }),
    );
    expect(codes).toEqual(['list-lengths-differ :contributor_role']);
  });

  test('are the institution where nobody else is named', () => {
    const { resource } = read(headerOf({ ...whole, institution: 'SHOM' }));
    expect(resource.responsibilities.map(({ role, party }) => [role, party.organisation])).toEqual([
      ['originator', { und: 'SHOM' }],
    ]);
  });
});

describe('coverage', () => {
  const box = {
    geospatial_lat_min: 47,
    geospatial_lat_max: 48.5,
    geospatial_lon_min: -5,
    geospatial_lon_max: -4,
  };

  test('has box, depths, period and steps', () => {
    const { resource, codes } = read(
      headerOf({
        ...whole,
        ...box,
        geospatial_vertical_min: '0 m',
        geospatial_vertical_max: 30,
        geospatial_vertical_positive: 'down',
        geospatial_vertical_units: 'm',
        geospatial_lat_resolution: '0.25 degree',
        time_coverage_start: '2020-01-01',
        time_coverage_end: 'present',
        time_coverage_resolution: 'PT1H',
      }),
    );
    expect(resource.spatialExtents).toEqual([
      { box: { west: -5, south: 47, east: -4, north: 48.5 }, inclusive: true },
    ]);
    expect(resource.verticalExtents).toEqual([{ minimum: 0, maximum: 30, unit: 'm', positive: 'down' }]);
    expect(resource.temporalExtents).toEqual([
      { start: { date: '2020-01-01' }, end: { indeterminate: 'now' }, step: 'PT1H' },
    ]);
    expect(resource.spatialResolutions).toEqual([{ angular: { value: 0.25, unit: 'degrees' } }]);
    expect(codes).toEqual([]);
  });

  test('takes the order of the bounds from the box, and latitude first without one', () => {
    const lonLat = 'POLYGON((-5 47, -4 47, -4.5 48.5, -5 47))';
    const latLon = 'POLYGON((47 -5, 47 -4, 48.5 -4.5, 47 -5))';
    const ring = [
      [-5, 47],
      [-4, 47],
      [-4.5, 48.5],
      [-5, 47],
    ];
    for (const given of [
      { ...box, geospatial_bounds: lonLat },
      { ...box, geospatial_bounds: latLon },
      { geospatial_bounds: latLon },
    ])
      expect(read(headerOf({ ...whole, ...given })).resource.spatialExtents.at(-1)?.geometry).toEqual({
        type: 'Polygon',
        coordinates: [ring],
      });
  });

  test('that cannot be is refused, and what is missing is told', () => {
    expect(read(headerOf({ ...whole, ...box, geospatial_lat_max: 99.9 })).codes).toEqual([
      'box-impossible :geospatial_lat_min',
    ]);
    expect(read(headerOf({ ...whole, ...box, geospatial_lat_max: Number.NaN })).codes).toEqual([
      'box-incomplete :geospatial_lat_min',
    ]);
    expect(read(headerOf({ ...whole, ...box, geospatial_lon_max: 'east' })).codes).toEqual([
      'number-unreadable :geospatial_lon_max',
      'box-incomplete :geospatial_lat_min',
    ]);
    expect(
      read(
        headerOf({
          ...whole,
          geospatial_vertical_max: 10,
          time_coverage_start: '2021-01-01',
          time_coverage_end: '2020-01-01',
          time_coverage_resolution: 'hourly',
        }),
      ).codes,
    ).toEqual([
      'vertical-direction-missing :geospatial_vertical_positive',
      'period-reversed :time_coverage_start',
      'duration-unreadable :time_coverage_resolution',
    ]);
  });
});

describe('variables', () => {
  const header = headerOf(
    whole,
    {
      time: { units: 'days since 1950-01-01', on: 'time' },
      lat: { units: 'degrees_north', on: 'station' },
      deph: { standard_name: 'depth', axis: 'Z', units: 'm', on: 'deph' },
      TEMP: {
        long_name: 'Temperature',
        standard_name: 'sea_water_temperature',
        units: 'degree_Celsius',
        valid_min: -2,
        valid_max: 40,
        sdn_parameter_urn: 'SDN:P01::TEMPPR01',
        sdn_uom_urn: 'SDN:P06::UPAA',
        ancillary_variables: 'quality_of_temperature',
        on: 'time deph',
      },
      TEMP_QC: { units: '1', on: 'time deph' },
      TEMP_ERROR: { units: 'degree_Celsius', on: 'time deph' },
      quality_of_temperature: { units: '1', on: 'time deph' },
      platform1: { long_name: 'A buoy', wmo_code: '62001' },
      CHL: {
        long_name: 'Chlorophyll',
        standard_name: 'Chlorophyll-a!',
        actual_range: '0.1, 3.5',
        on: 'time deph',
      },
    },
    ['time', 'deph', 'station'],
  );

  test('are what was observed, with unit, range and concept', () => {
    const { resource, codes } = read(header);
    expect(resource.variables).toEqual([
      {
        names: { und: 'Temperature' },
        shortName: 'TEMP',
        standardName: 'sea_water_temperature',
        unit: 'degree_Celsius',
        unitUri: 'http://vocab.nerc.ac.uk/collection/P06/current/UPAA/',
        identifier: 'SDN:P01::TEMPPR01',
        uri: 'http://vocab.nerc.ac.uk/collection/P01/current/TEMPPR01/',
        minimum: -2,
        maximum: 40,
      },
      {
        names: { und: 'Chlorophyll' },
        shortName: 'CHL',
        standardName: 'Chlorophyll-a!',
        minimum: 0.1,
        maximum: 3.5,
      },
    ]);
    expect(codes).toEqual(['unit-missing CHL:units', 'standard-name-invalid CHL:standard_name']);
  });

  test('that are coordinates are told by name, unit, axis or standard name', () => {
    expect(header.variables.map((variable) => axisOf(variable, header))).toEqual([
      'time',
      'latitude',
      'vertical',
      ...Array.from({ length: 6 }, () => undefined),
    ]);
  });

  test('that hold what is known of a platform give the platform', () => {
    const { resource } = read(
      headerOf(
        { ...whole, platform: 'platform1' },
        { platform1: { long_name: 'A buoy', wmo_code: '62001' } },
      ),
    );
    expect(resource.platforms).toEqual([{ names: { und: 'A buoy' }, identifier: '62001' }]);
    expect(resource.variables).toEqual([]);
  });
});

test('everything else has its place', () => {
  const { record, resource } = read(
    headerOf({
      ...whole,
      id: 'abc',
      naming_authority: 'org.example',
      doi: '10.1234/xyz',
      date_created: '2020-01-02',
      date_metadata_modified: '2021-03-04',
      product_version: '2.1',
      processing_level: 'L2',
      acknowledgement: 'Thanks',
      comment: 'Mind the gap',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      history: '2020-01-02 made',
      source: 'CTD',
      references: 'https://doi.org/10.1/a\nA paper of 1999',
      project: 'Argo, EMSO',
      network: 'SOMLIT',
      instrument: 'SBE 911',
      featureType: 'profile',
      sea_name: 'Iroise Sea',
      cruise: 'PELGAS 2010',
      infoUrl: 'https://example.org/info',
    }),
  );
  expect(record.metadataIdentifier).toBe('abc');
  expect(record.datestamp).toBe('2021-03-04');
  expect(resource.identifiers).toEqual([
    { code: 'abc', codeSpace: 'org.example', scheme: 'other' },
    { code: '10.1234/xyz', scheme: 'doi', uri: 'https://doi.org/10.1234/xyz' },
  ]);
  expect(resource.dates).toEqual([{ type: 'creation', date: '2020-01-02' }]);
  expect(resource.edition).toBe('2.1');
  expect(resource.processingLevel).toBe('L2');
  expect(resource.credits).toEqual([{ und: 'Thanks' }]);
  expect(resource.supplementalInformation).toEqual({ und: 'Mind the gap' });
  expect(resource.licences.map(({ id }) => id)).toEqual(['CC-BY-4.0']);
  expect(resource.lineage?.statement).toEqual({ und: '2020-01-02 made' });
  expect(resource.lineage?.sources).toEqual([{ description: { und: 'CTD' } }]);
  expect(resource.additionalDocumentation.map(({ url, titles }) => [url, titles])).toEqual([
    ['https://doi.org/10.1/a', {}],
    [undefined, { und: 'A paper of 1999' }],
  ]);
  expect(resource.projects.map(({ names }) => names['und'])).toEqual(['Argo', 'EMSO']);
  expect(resource.networks).toHaveLength(3);
  expect(resource.instruments).toEqual([{ names: { und: 'SBE 911' } }]);
  expect(resource.keywords).toEqual([
    {
      label: { en: 'profile' },
      type: 'featureType',
      thesaurus: { title: { en: 'CF featureType' }, dates: [] },
    },
  ]);
  expect(resource.spatialRepresentations).toEqual(['vector']);
  expect(resource.spatialExtents).toEqual([
    { place: { code: 'Iroise Sea', names: { und: 'Iroise Sea' } }, inclusive: true },
  ]);
  expect(resource.campaigns).toEqual([{ names: { und: 'PELGAS 2010' } }]);
  expect(resource.distributions.map(({ url, kind }) => [url, kind])).toEqual([
    ['https://example.org/info', 'documentation'],
  ]);
});
