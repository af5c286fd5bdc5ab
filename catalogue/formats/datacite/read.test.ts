import { describe, expect, it } from 'vitest';
import { readDataciteJson, readDataciteXml } from './read.ts';

const xml = (content: string, kernel = '4') =>
  new TextEncoder().encode(
    `<resource xmlns="http://datacite.org/schema/kernel-${kernel}">${content}</resource>`,
  );
const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const basics =
  '<titles><title>T</title></titles><descriptions><description descriptionType="Abstract">A</description></descriptions>';
const fromXml = async (content: string, kernel?: string) => {
  const { record, problems } = await readDataciteXml(xml(basics + content, kernel));
  if (!record) throw new Error('no record');
  return { ...record, problems: problems.map(({ code, path }) => `${code} ${path}`) };
};
const fromJson = async (attributes: object) => {
  const { record, problems } = await readDataciteJson(
    json({
      titles: [{ title: 'T' }],
      descriptions: [{ description: 'A', descriptionType: 'Abstract' }],
      ...attributes,
    }),
  );
  if (!record) throw new Error('no record');
  return { ...record, problems: problems.map(({ code, path }) => `${code} ${path}`) };
};

/** The same resource in both notations. */
const wholeXml = xml(`
  <identifier identifierType="DOI">10.5072/TIDES</identifier>
  <creators>
    <creator><creatorName nameType="Personal">Roux, Ada</creatorName><givenName>Ada</givenName><familyName>Roux</familyName>
      <nameIdentifier nameIdentifierScheme="ORCID">0000-0002-1825-0097</nameIdentifier>
      <affiliation affiliationIdentifier="https://ror.org/044jxhp58" affiliationIdentifierScheme="ROR">Ifremer</affiliation></creator>
    <creator><creatorName nameType="Organizational">Shom</creatorName></creator>
  </creators>
  <titles><title xml:lang="en">Tides</title><title titleType="TranslatedTitle" xml:lang="fr">Marées</title><title titleType="Subtitle" xml:lang="en">Brest</title></titles>
  <publisher>SEANOE</publisher><publicationYear>2021</publicationYear>
  <resourceType resourceTypeGeneral="Dataset">Time series</resourceType>
  <subjects><subject subjectScheme="P02" schemeURI="http://vocab.nerc.ac.uk/collection/P02/" valueURI="http://vocab.nerc.ac.uk/collection/P02/current/ASLV/">Sea level</subject></subjects>
  <contributors><contributor contributorType="ContactPerson"><contributorName>Blanc, Max</contributorName></contributor>
    <contributor contributorType="Researcher"><contributorName nameType="Personal">Le Gall, Yann</contributorName></contributor></contributors>
  <dates><date dateType="Collected">2001-01-01/2010-12-31</date><date dateType="Available">2022-03-04</date><date dateType="Created">2020</date></dates>
  <language>en</language>
  <alternateIdentifiers><alternateIdentifier alternateIdentifierType="Local">T-1</alternateIdentifier></alternateIdentifiers>
  <relatedIdentifiers><relatedIdentifier relatedIdentifierType="DOI" relationType="IsSupplementTo">10.5072/paper</relatedIdentifier></relatedIdentifiers>
  <sizes><size>12 MB</size></sizes><formats><format>text/csv</format></formats><version>2</version>
  <rightsList><rights rightsURI="https://creativecommons.org/licenses/by/4.0/">Creative Commons Attribution 4.0</rights></rightsList>
  <descriptions><description descriptionType="Abstract" xml:lang="en">Levels.<br/>Hourly.</description>
    <description descriptionType="Methods">Gauges</description><description descriptionType="SeriesInformation">Series 3</description><description descriptionType="TechnicalInfo">CSV</description></descriptions>
  <geoLocations><geoLocation><geoLocationPlace>Brest</geoLocationPlace><geoLocationBox><westBoundLongitude>-5</westBoundLongitude><eastBoundLongitude>-4</eastBoundLongitude><southBoundLatitude>48</southBoundLatitude><northBoundLatitude>49</northBoundLatitude></geoLocationBox></geoLocation>
    <geoLocation><geoLocationPoint><pointLongitude>-4.5</pointLongitude><pointLatitude>48.4</pointLatitude></geoLocationPoint></geoLocation></geoLocations>
  <fundingReferences><fundingReference><funderName>EC</funderName><funderIdentifier funderIdentifierType="ROR">https://ror.org/00k4n6c32</funderIdentifier><awardNumber awardURI="https://e.org/1">101</awardNumber><awardTitle>Sea</awardTitle></fundingReference></fundingReferences>`);
const wholeJson = json({
  data: {
    id: '10.5072/tides',
    attributes: {
      doi: '10.5072/TIDES',
      identifiers: [{ identifier: 'T-1', identifierType: 'Local' }],
      creators: [
        {
          name: 'Roux, Ada',
          nameType: 'Personal',
          givenName: 'Ada',
          familyName: 'Roux',
          nameIdentifiers: [{ nameIdentifier: '0000-0002-1825-0097', nameIdentifierScheme: 'ORCID' }],
          affiliation: [
            {
              name: 'Ifremer',
              affiliationIdentifier: 'https://ror.org/044jxhp58',
              affiliationIdentifierScheme: 'ROR',
            },
          ],
        },
        { name: 'Shom', nameType: 'Organizational', affiliation: [], nameIdentifiers: [] },
      ],
      titles: [
        { title: 'Tides', lang: 'en' },
        { title: 'Marées', titleType: 'TranslatedTitle', lang: 'fr' },
        { title: 'Brest', titleType: 'Subtitle', lang: 'en' },
      ],
      publisher: { name: 'SEANOE' },
      publicationYear: 2021,
      types: { resourceTypeGeneral: 'Dataset', resourceType: 'Time series' },
      subjects: [
        {
          subject: 'Sea level',
          subjectScheme: 'P02',
          schemeUri: 'http://vocab.nerc.ac.uk/collection/P02/',
          valueUri: 'http://vocab.nerc.ac.uk/collection/P02/current/ASLV/',
        },
      ],
      contributors: [
        { name: 'Blanc, Max', contributorType: 'ContactPerson' },
        { name: 'Le Gall, Yann', nameType: 'Personal', contributorType: 'Researcher' },
      ],
      dates: [
        { date: '2001-01-01/2010-12-31', dateType: 'Collected' },
        { date: '2022-03-04', dateType: 'Available' },
        { date: '2020', dateType: 'Created' },
      ],
      language: 'en',
      relatedIdentifiers: [
        { relatedIdentifier: '10.5072/paper', relatedIdentifierType: 'DOI', relationType: 'IsSupplementTo' },
      ],
      sizes: ['12 MB'],
      formats: ['text/csv'],
      version: '2',
      rightsList: [
        {
          rights: 'Creative Commons Attribution 4.0',
          rightsUri: 'https://creativecommons.org/licenses/by/4.0/',
        },
      ],
      descriptions: [
        { description: 'Levels.\nHourly.', descriptionType: 'Abstract', lang: 'en' },
        { description: 'Gauges', descriptionType: 'Methods' },
        { description: 'Series 3', descriptionType: 'SeriesInformation' },
        { description: 'CSV', descriptionType: 'TechnicalInfo' },
      ],
      geoLocations: [
        {
          geoLocationPlace: 'Brest',
          geoLocationBox: {
            westBoundLongitude: '-5',
            eastBoundLongitude: -4,
            southBoundLatitude: 48,
            northBoundLatitude: 49,
          },
        },
        { geoLocationPoint: { pointLongitude: -4.5, pointLatitude: '48.4' } },
      ],
      fundingReferences: [
        {
          funderName: 'EC',
          funderIdentifier: 'https://ror.org/00k4n6c32',
          funderIdentifierType: 'ROR',
          awardNumber: '101',
          awardUri: 'https://e.org/1',
          awardTitle: 'Sea',
        },
      ],
    },
  },
});
const expected = {
  language: 'en',
  resource: {
    type: 'dataset',
    typeAsGiven: 'Dataset',
    identifiers: [
      { code: '10.5072/TIDES', scheme: 'doi', uri: 'https://doi.org/10.5072/TIDES' },
      { code: 'T-1', codeSpace: 'Local', scheme: 'other' },
    ],
    titles: { en: 'Tides', fr: 'Marées' },
    alternateTitles: [{ en: 'Brest' }],
    abstracts: { en: 'Levels.\nHourly.' },
    environmentDescription: { en: 'CSV' },
    seriesName: 'Series 3',
    methods: { en: 'Gauges' },
    edition: '2',
    sizes: ['12 MB'],
    formats: [{ name: 'text/csv' }],
    responsibilities: [
      {
        role: 'author',
        party: {
          person: 'Roux, Ada',
          givenName: 'Ada',
          familyName: 'Roux',
          organisation: { und: 'Ifremer' },
          identifiers: [{ scheme: 'orcid', value: '0000-0002-1825-0097' }],
          organisationIdentifiers: [{ scheme: 'ror', value: '044jxhp58' }],
        },
      },
      { role: 'author', party: { organisation: { und: 'Shom' } } },
      { role: 'pointOfContact', party: { person: 'Blanc, Max' } },
      { role: 'contributor', roleAsGiven: 'Researcher', party: { person: 'Le Gall, Yann' } },
      { role: 'publisher', party: { organisation: { und: 'SEANOE' } } },
    ],
    dates: [
      { type: 'released', date: '2022-03-04' },
      { type: 'creation', date: '2020' },
      { type: 'publication', date: '2021' },
    ],
    temporalExtents: [{ start: { date: '2001-01-01' }, end: { date: '2010-12-31' } }],
    keywords: [
      {
        label: { en: 'Sea level' },
        uri: 'http://vocab.nerc.ac.uk/collection/P02/current/ASLV/',
        thesaurus: { title: { und: 'P02' }, uri: 'http://vocab.nerc.ac.uk/collection/P02/' },
      },
    ],
    related: [
      { relation: 'isSupplementTo', identifier: '10.5072/paper', url: 'https://doi.org/10.5072/paper' },
    ],
    licences: [{ id: 'CC-BY-4.0' }],
    spatialExtents: [
      { box: { west: -5, south: 48, east: -4, north: 49 }, place: { code: 'Brest', names: { en: 'Brest' } } },
      { geometry: { type: 'Point', coordinates: [-4.5, 48.4] } },
    ],
    funding: [
      {
        funder: { und: 'EC' },
        funderIdentifier: 'https://ror.org/00k4n6c32',
        awardNumber: '101',
        awardUri: 'https://e.org/1',
        awardTitle: { und: 'Sea' },
      },
    ],
  },
};

describe('DataCite', () => {
  it.each([
    ['XML', () => readDataciteXml(wholeXml)],
    ['JSON', () => readDataciteJson(wholeJson)],
  ])('reads every property from %s', async (_, read) => {
    const { record, problems } = await read();
    expect(problems).toEqual([]);
    expect(record).toMatchObject(expected);
    expect(record?.resource.responsibilities).toHaveLength(5);
  });

  it('reads the older ways of kernels 2 and 3', async () => {
    const record = await fromXml(
      `<dates><date dateType="StartDate">2009-04-29</date><date dateType="EndDate">2010-01-05</date></dates><rights>ODbL 1.0</rights>
       <geoLocations><geoLocation><geoLocationBox>44.7 -64.2 44.9 -63.8 </geoLocationBox><geoLocationPoint>44.8 -64</geoLocationPoint></geoLocation></geoLocations>`,
      '2.2',
    );
    expect(record).toMatchObject({
      resource: {
        temporalExtents: [{ start: { date: '2009-04-29' }, end: { date: '2010-01-05' } }],
        licences: [{ id: 'ODbL-1.0' }],
        spatialExtents: [
          {
            box: { west: -64.2, south: 44.7, east: -63.8, north: 44.9 },
            geometry: { type: 'Point', coordinates: [-64, 44.8] },
          },
        ],
      },
      problems: [],
    });
  });

  it('reads polygons of all shapes and closes them', async () => {
    const points = [
      [0, 0],
      [2, 0],
      [1, 2],
    ].map(([pointLongitude, pointLatitude]) => ({ pointLongitude, pointLatitude }));
    const triangle = [
      {
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [0, 0],
              [2, 0],
              [1, 2],
              [0, 0],
            ],
          ],
        },
        inclusive: true,
      },
    ];
    for (const geoLocationPolygon of [
      points.map((polygonPoint) => ({ polygonPoint })),
      { polygonPoints: points },
      [[...points.map((polygonPoint) => ({ polygonPoint }))]],
    ]) {
      const { resource, problems } = await fromJson({ geoLocations: [{ geoLocationPolygon }] });
      expect([resource.spatialExtents, problems]).toEqual([triangle, []]);
    }
  });

  it('tells types, dates and places that it cannot understand', async () => {
    const record = await fromXml(`<publicationYear>soon</publicationYear>
      <dates><date dateType="Created">1990/1995</date><date dateType="Submitted">/1999</date><date dateType="Issued">:unkn</date></dates>
      <geoLocations><geoLocation/><geoLocation><geoLocationBox>95 0 96 1</geoLocationBox></geoLocation></geoLocations>`);
    expect(record.resource.dates).toEqual([
      { type: 'creation', date: '1990', end: '1995' },
      { type: 'submitted', date: '1999' },
    ]);
    expect(record.problems).toEqual([
      'date-interval /resource/dates/date[2]',
      'date-unreadable /resource/publicationYear',
      'box-impossible /resource/geoLocations/geoLocation[2]',
    ]);
  });

  it.each([
    ['Event', 'Oceanographic cruise', 'campaign'],
    ['Event', 'Workshop', 'other'],
    ['PhysicalObject', 'Research vessel', 'platform'],
    ['PhysicalObject', 'Coin', 'other'],
    ['JournalArticle', undefined, 'document'],
    ['Collection', undefined, 'collection'],
  ])('takes %s (%s) for a %s', async (resourceTypeGeneral, resourceType, type) => {
    expect((await fromJson({ types: { resourceTypeGeneral, resourceType } })).resource.type).toBe(type);
  });

  it('reads the envelope of OAI-PMH and the first of a list, and refuses the rest without throwing', async () => {
    const envelope = new TextEncoder().encode(
      `<oai_datacite xmlns="http://schema.datacite.org/oai/oai-1.0/"><payload><resource xmlns="http://datacite.org/schema/kernel-4">${basics}</resource></payload></oai_datacite>`,
    );
    expect((await readDataciteXml(envelope)).record?.resource.titles).toEqual({ und: 'T' });
    const list = await readDataciteJson(
      json({ data: [{ attributes: { titles: [{ title: '1' }] } }, { attributes: {} }] }),
    );
    expect(list.record?.resource.titles).toEqual({ und: '1' });
    expect(list.problems.map(({ code }) => code)).toContain('several-resources');
    for (const text of ['', '[]', '{}', 'null', '"a"', '{"data": null}', '[[[]]]', '<a/>']) {
      for (const read of [readDataciteXml, readDataciteJson]) {
        const { record, problems } = await read(new TextEncoder().encode(text));
        expect(record).toBeNull();
        expect(problems.some(({ severity }) => severity === 'error')).toBe(true);
      }
    }
  });
});
