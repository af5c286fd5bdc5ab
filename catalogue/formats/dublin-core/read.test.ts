import { describe, expect, it } from 'vitest';
import { readCswRecord, readOaiDublinCore } from './read.ts';

const oaiDc = (content: string) =>
  new TextEncoder().encode(
    `<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dct="http://purl.org/dc/terms/">${content}</oai_dc:dc>`,
  );
const csw = (content: string, version = '2.0.2', ows = 'http://www.opengis.net/ows', name = 'Record') =>
  new TextEncoder().encode(
    `<csw:${name} xmlns:csw="http://www.opengis.net/cat/csw/${version}" xmlns:ows="${ows}" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dct="http://purl.org/dc/terms/">${content}</csw:${name}>`,
  );
const title = '<dc:title>T</dc:title><dc:type>Dataset</dc:type><dc:description>D</dc:description>';
const oaiResource = async (content: string) => {
  const { record, problems } = await readOaiDublinCore(oaiDc(title + content));
  if (!record) throw new Error('no record');
  return { ...record.resource, problems: problems.map(({ code, path }) => `${code} ${path}`) };
};
const cswRecord = async (content: string) => {
  const { record, problems } = await readCswRecord(csw(title + content));
  if (!record) throw new Error('no record');
  return { ...record, problems: problems.map(({ code }) => code) };
};

describe('readOaiDublinCore', () => {
  it('keeps languages apart', async () => {
    const { record, problems } = await readOaiDublinCore(
      oaiDc(`<dc:title xml:lang="fr">Marées</dc:title><dc:title xml:lang="en-GB">Tides</dc:title><dc:title>Ebb</dc:title><dc:title>Flow</dc:title>
        <dc:description>First.</dc:description><dc:description>Second.</dc:description><dc:language>eng</dc:language><dc:type>dataset</dc:type>`),
    );
    expect(problems).toEqual([]);
    expect(record).toMatchObject({
      language: 'en',
      resource: {
        languages: ['en'],
        titles: { fr: 'Marées', 'en-GB': 'Tides', en: 'Ebb' },
        alternateTitles: [{ en: 'Flow' }],
        abstracts: { en: 'First.\n\nSecond.' },
      },
    });
    expect(record?.metadataIdentifier).toBeUndefined();
  });

  it.each([
    ['northlimit=48.5; eastlimit=-4; southlimit=47; westlimit=-5.25; units=signed decimal degrees'],
    ['North 48.5, South 47, East -4, West -5.25'],
    [
      'SOUTH-BOUND LATITUDE: 47.0 * WEST-BOUND LONGITUDE: -5.25 * NORTH-BOUND LATITUDE: 48.5 * EAST-BOUND LONGITUDE: -4',
    ],
    ['POLYGON((-5.25 47, -4 47, -4 48.5, -5.25 48.5, -5.25 47))'],
  ])('reads the box of the coverage "%s"', async (coverage) => {
    const { spatialExtents, temporalExtents, problems } = await oaiResource(
      `<dc:coverage>${coverage}</dc:coverage>`,
    );
    expect([spatialExtents, temporalExtents, problems]).toEqual([
      [{ box: { west: -5.25, south: 47, east: -4, north: 48.5 }, inclusive: true }],
      [],
      [],
    ]);
  });

  it('reads points, periods, years and places of coverages', async () => {
    const { spatialExtents, temporalExtents } = await oaiResource(`
      <dc:coverage>LATITUDE: 54.2 * LONGITUDE: 7.9 * DATE/TIME START: 1990-01-02T00:00:00 * DATE/TIME END: 1991-03-04T00:00:00</dc:coverage>
      <dc:coverage>start=2001-01; end=2002; scheme=W3C-DTF; name=Two years</dc:coverage>
      <dc:coverage>2010/2012</dc:coverage><dc:coverage>1998</dc:coverage><dc:coverage xml:lang="fr">Mer d’Iroise</dc:coverage>`);
    expect(spatialExtents).toEqual([
      { geometry: { type: 'Point', coordinates: [7.9, 54.2] }, inclusive: true },
      { place: { code: 'Mer d’Iroise', names: { fr: 'Mer d’Iroise' } }, inclusive: true },
    ]);
    expect(temporalExtents).toEqual([
      { start: { date: '1990-01-02T00:00:00' }, end: { date: '1991-03-04T00:00:00' } },
      { start: { date: '2001-01' }, end: { date: '2002' }, description: { und: 'Two years' } },
      { start: { date: '2010' }, end: { date: '2012' } },
      { start: { date: '1998' }, end: { date: '1998' } },
    ]);
  });

  it('tells what it cannot understand, with path and line', async () => {
    const { record, problems } = await readOaiDublinCore(
      oaiDc(`<dc:title>T</dc:title>\n<dc:date>2010-01-01</dc:date>\n<dc:date>30 February</dc:date><dc:type>Dataset</dc:type>
        <dc:description>D</dc:description><dc:coverage>northlimit=120; southlimit=0; eastlimit=1; westlimit=0</dc:coverage>`),
    );
    expect(record?.resource.dates).toEqual([{ type: 'publication', date: '2010-01-01' }]);
    expect(problems).toMatchObject([
      { code: 'date-unreadable', severity: 'error', path: '/oai_dc:dc/dc:date[2]', line: 3 },
      { code: 'box-impossible', severity: 'error', path: '/oai_dc:dc/dc:coverage', line: 4 },
    ]);
  });

  it('recognises identifiers, rights, relations, types and names', async () => {
    const resource = await oaiResource(`
      <dc:identifier>https://doi.org/10.5072/abc</dc:identifier><dc:identifier>oai:e.org:1</dc:identifier>
      <dc:creator>Roux, Ada</dc:creator><dc:creator>Ifremer</dc:creator><dc:creator>Roux, Ada</dc:creator>
      <dc:rights>info:eu-repo/semantics/openAccess</dc:rights><dc:rights>https://creativecommons.org/licenses/by/4.0/</dc:rights><dc:rights>Cite us.</dc:rights>
      <dc:relation>https://doi.org/10.5072/paper</dc:relation><dc:relation>The paper by Roux</dc:relation>
      <dc:source>Ship logs</dc:source><dc:date>info:eu-repo/date/embargoEnd/2030-01-01</dc:date><dc:format>text/csv</dc:format>`);
    expect(resource).toMatchObject({
      type: 'dataset',
      identifiers: [{ scheme: 'doi' }, { code: 'oai:e.org:1' }],
      distributions: [{ url: 'https://doi.org/10.5072/abc', kind: 'landing-page' }],
      responsibilities: [
        { role: 'author', party: { person: 'Roux, Ada' } },
        { role: 'author', party: { organisation: { und: 'Ifremer' } } },
      ],
      accessRight: 'open',
      licences: [{ id: 'CC-BY-4.0' }],
      constraints: [{ otherConstraints: [{ text: { und: 'Cite us.' } }] }],
      related: [
        { relation: 'crossReference', identifierType: 'doi', url: 'https://doi.org/10.5072/paper' },
        { titles: { und: 'The paper by Roux' } },
      ],
      lineage: { sources: [{ description: { und: 'Ship logs' } }] },
      dates: [{ type: 'released', date: '2030-01-01' }],
      formats: [{ name: 'text/csv' }],
      problems: [],
    });
    expect(resource.responsibilities).toHaveLength(2);
  });

  it('never throws', async () => {
    for (const text of [
      '',
      '<a/>',
      '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
      '<oai_dc:dc',
      '{"a": 1}',
      '\u0000',
    ]) {
      const { record, problems } = await readOaiDublinCore(new TextEncoder().encode(text));
      expect(record).toBeNull();
      expect(problems.some(({ severity }) => severity === 'error')).toBe(true);
    }
  });
});

describe('readCswRecord', () => {
  const corners = (lower: string, upper: string, crs: string) =>
    `<ows:BoundingBox${crs && ` crs="${crs}"`}><ows:LowerCorner>${lower}</ows:LowerCorner><ows:UpperCorner>${upper}</ows:UpperCorner></ows:BoundingBox>`;

  it.each([
    ['47 -5', '48 -4', 'urn:ogc:def:crs:EPSG::4326', []],
    ['47 -5', '48 -4', 'urn:x-ogc:def:crs:EPSG:6.11:4326', []],
    ['47 -5', '48 -4', 'EPSG:4326', []],
    ['-5 47', '-4 48', '', []],
    ['-5 47', '-4 48', 'urn:ogc:def:crs:OGC:1.3:CRS84', []],
    ['-4 47', '-5 48', 'urn:ogc:def:crs:EPSG:6.6:4326', ['box-corners-exchanged']],
    ['-4 47', '-5 48', 'urn:ogc:def:crs:EPSG::WGS 84 (EPSG:4326)', ['box-corners-exchanged']],
  ])('reads the corners %s, %s in "%s"', async (lower, upper, crs, problems) => {
    const record = await cswRecord(corners(lower, upper, crs));
    expect(record.resource.spatialExtents).toEqual([
      { box: { west: -5, south: 47, east: -4, north: 48 }, inclusive: true },
    ]);
    expect(record.problems).toEqual(problems);
  });

  it('reads longitude first where latitude first is impossible, and leaves projected boxes out', async () => {
    const wrong = await cswRecord(corners('-150 10', '-120 20', 'EPSG:4326'));
    expect([wrong.resource.spatialExtents[0]?.box, wrong.problems]).toEqual([
      { west: -150, south: 10, east: -120, north: 20 },
      ['axis-order-wrong'],
    ]);
    const lambert = await cswRecord(corners('700000 6600000', '700010 6600010', 'EPSG:2154'));
    expect([lambert.resource.spatialExtents, lambert.problems]).toEqual([
      [],
      ['reference-system-unsupported'],
    ]);
  });

  it('takes identifier and modification as those of the record', async () => {
    const record = await cswRecord(
      '<dc:identifier>rec-1</dc:identifier><dct:modified>2020-02-03</dct:modified><dc:date>2019</dc:date>',
    );
    expect(record).toMatchObject({
      metadataIdentifier: 'rec-1',
      datestamp: '2020-02-03',
      resource: {
        dates: [
          { type: 'revision', date: '2020-02-03' },
          { type: 'other', date: '2019' },
        ],
      },
    });
  });

  it('reads links with their protocol, graphics and keywords with their address', async () => {
    const { resource } = await cswRecord(`
      <dc:URI protocol="OGC:WMS" name="sst" description="Temperature">https://e.org/wms</dc:URI>
      <dc:URI protocol="image/png" name="thumbnail">https://e.org/a.png</dc:URI>
      <dct:references scheme="WWW:DOWNLOAD">https://e.org/a.nc</dct:references>
      <dc:subject href="http://vocab.nerc.ac.uk/collection/P07/current/CFSN0335/">sea_water_temperature</dc:subject>
      <dc:subject scheme="http://e.org/scheme">Tides</dc:subject><dc:subject href=""/><dc:subject>oceans</dc:subject>`);
    expect(resource).toMatchObject({
      distributions: [
        {
          url: 'https://e.org/wms',
          protocol: 'OGC:WMS',
          kind: 'view',
          names: { und: 'sst' },
          descriptions: { und: 'Temperature' },
        },
        { url: 'https://e.org/a.nc', kind: 'download' },
      ],
      graphics: [{ url: 'https://e.org/a.png' }],
      keywords: [
        {
          label: { und: 'sea_water_temperature' },
          uri: 'http://vocab.nerc.ac.uk/collection/P07/current/CFSN0335/',
        },
        { label: { und: 'Tides' }, thesaurus: { uri: 'http://e.org/scheme' } },
        { label: { und: 'oceans' } },
      ],
      topicCategories: ['oceans'],
    });
  });

  it('reads brief and summary records and CSW 3.0', async () => {
    const content = `<dc:identifier>i</dc:identifier>${title}<ows:WGS84BoundingBox><ows:LowerCorner>-5 47</ows:LowerCorner><ows:UpperCorner>-4 48</ows:UpperCorner></ows:WGS84BoundingBox>`;
    for (const name of ['BriefRecord', 'SummaryRecord', 'Record']) {
      const { record } = await readCswRecord(csw(content, '3.0', 'http://www.opengis.net/ows/2.0', name));
      expect(record).toMatchObject({
        metadataIdentifier: 'i',
        resource: {
          titles: { und: 'T' },
          spatialExtents: [{ box: { west: -5, south: 47, east: -4, north: 48 } }],
        },
      });
    }
  });
});
