import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schemasFolder, validateXml } from '#tests/xsd.ts';
import { type CatalogueRecord, emptyRecord, parseIdentifier } from '../../model/index.ts';
import { arbitraryRecord } from '../../model/testing/arbitrary-record.ts';
import type { WriteContext } from '../format.ts';
import { cswRecord } from './index.ts';
import { readCswRecord } from './read.ts';
import { cswWriter } from './write-csw-record.ts';

const context: WriteContext = {
  id: 'abc',
  pageUrl: 'https://portal.example.org/records/abc',
  datestamp: '2024-01-01T00:00:00Z',
};

function tides(): CatalogueRecord {
  const record = emptyRecord('dataset');
  Object.assign(record, { metadataIdentifier: 'T-1', datestamp: '2021-05-06', language: 'en' });
  Object.assign(record.resource, {
    titles: { en: 'Tides & currents', fr: 'Marées et courants' },
    alternateTitles: [{ en: 'Brest' }],
    abstracts: { en: 'Hourly levels.' },
    identifiers: [parseIdentifier('10.5072/tides')],
    languages: ['en'],
    dates: [{ type: 'publication', date: '2020' }],
    topicCategories: ['oceans'],
    keywords: [{ label: { en: 'Sea level' } }, { label: { en: 'oceans' } }],
    spatialExtents: [
      { box: { west: -5, south: 48, east: -4, north: 49 }, inclusive: true },
      { place: { code: 'Brest', names: { en: 'Brest' } }, inclusive: true },
    ],
    temporalExtents: [{ start: { date: '2001' }, end: { date: '2010' } }],
    related: [
      {
        relation: 'isPartOf',
        identifier: '10.5072/all',
        identifierType: 'doi',
        url: 'https://doi.org/10.5072/all',
        titles: {},
      },
    ],
    formats: [{ name: 'text/csv' }],
    sizes: ['12 MB'],
    distributions: [
      {
        url: 'https://example.org/wms',
        names: {},
        descriptions: {},
        kind: 'view',
        protocol: 'OGC:WMS',
        protocolAsGiven: 'OGC:WMS',
        conformsTo: [],
      },
    ],
    accessRight: 'open',
    licences: [
      {
        id: 'CC-BY-4.0',
        uri: 'https://creativecommons.org/licenses/by/4.0/',
        title: { en: 'Creative Commons Attribution 4.0', fr: 'Creative Commons Attribution 4.0' },
      },
    ],
  });
  return record;
}

describe('cswWriter', () => {
  it('writes the whole record', () => {
    const written = cswWriter('full')(tides(), context);
    expect(written?.losses).toEqual(['titles: fr']);
    expect(written?.text.split('\n').slice(2)).toEqual([
      '  <dc:identifier>T-1</dc:identifier>',
      '  <dc:identifier>https://doi.org/10.5072/tides</dc:identifier>',
      '  <dc:title>Tides &amp; currents</dc:title>',
      '  <dc:type>dataset</dc:type>',
      '  <dct:alternative>Brest</dct:alternative>',
      '  <dc:subject>Sea level</dc:subject>',
      '  <dc:subject>oceans</dc:subject>',
      '  <dct:abstract>Hourly levels.</dct:abstract>',
      '  <dct:modified>2021-05-06</dct:modified>',
      '  <dct:issued>2020</dct:issued>',
      '  <dc:format>text/csv</dc:format>',
      '  <dct:extent>12 MB</dct:extent>',
      '  <dc:language>en</dc:language>',
      '  <dct:isPartOf>https://doi.org/10.5072/all</dct:isPartOf>',
      '  <dct:references scheme="OGC:WMS">https://example.org/wms</dct:references>',
      '  <dct:spatial>Brest</dct:spatial>',
      '  <dct:temporal>start=2001; end=2010; scheme=W3C-DTF</dct:temporal>',
      '  <dc:rights>info:eu-repo/semantics/openAccess</dc:rights>',
      '  <dc:rights>https://creativecommons.org/licenses/by/4.0/</dc:rights>',
      '  <ows:BoundingBox crs="urn:ogc:def:crs:EPSG::4326"><ows:LowerCorner>48 -5</ows:LowerCorner><ows:UpperCorner>49 -4</ows:UpperCorner></ows:BoundingBox>',
      '</csw:Record>',
      '',
    ]);
  });

  it('is read back as it was, for what it can say in one language', async () => {
    const sent = tides();
    sent.resource.titles = { en: 'Tides & currents' };
    const { text } = cswWriter('full')(sent, context) ?? expect.fail('nothing written');
    const { record, problems } = await readCswRecord(new TextEncoder().encode(text));
    expect(problems).toEqual([]);
    expect(record).toMatchObject({
      metadataIdentifier: 'T-1',
      datestamp: '2021-05-06',
      language: 'en',
      resource: {
        type: 'dataset',
        titles: sent.resource.titles,
        alternateTitles: sent.resource.alternateTitles,
        abstracts: sent.resource.abstracts,
        keywords: sent.resource.keywords,
        topicCategories: ['oceans'],
        temporalExtents: sent.resource.temporalExtents,
        sizes: sent.resource.sizes,
        formats: sent.resource.formats,
        accessRight: 'open',
        licences: sent.resource.licences,
        related: [{ relation: 'isPartOf', url: 'https://doi.org/10.5072/all' }],
      },
    });
    expect(record?.resource.spatialExtents).toEqual([...sent.resource.spatialExtents].reverse());
    expect(record?.resource.distributions).toContainEqual(sent.resource.distributions[0]);
  });

  it('writes summaries and briefs', () => {
    expect(cswWriter('summary')(tides(), context)?.text).toContain(
      '<dct:modified>2021-05-06</dct:modified>\n  <dct:abstract>Hourly levels.</dct:abstract>\n  <dct:spatial>Brest</dct:spatial>\n  <ows:BoundingBox',
    );
    const brief = cswWriter('brief')(tides(), context);
    expect(brief?.text.split('\n').slice(4, 8)).toEqual([
      '  <dc:title>Tides &amp; currents</dc:title>',
      '  <dc:type>dataset</dc:type>',
      '  <ows:BoundingBox crs="urn:ogc:def:crs:EPSG::4326"><ows:LowerCorner>48 -5</ows:LowerCorner><ows:UpperCorner>49 -4</ows:UpperCorner></ows:BoundingBox>',
      '</csw:BriefRecord>',
    ]);
    expect(brief?.losses).toContain('abstracts');
  });

  it('tells a geometry without a box by its bounds, and points as such', () => {
    const record = emptyRecord();
    record.resource.titles = { en: 'T' };
    record.resource.spatialExtents = [
      {
        geometry: {
          type: 'LineString',
          coordinates: [
            [1, 2],
            [3, 5],
          ],
        },
        inclusive: true,
      },
      {
        geometry: {
          type: 'LineString',
          coordinates: [
            [-170, 2],
            [170, 5],
          ],
        },
        inclusive: true,
      },
      { geometry: { type: 'Point', coordinates: [1, 2] }, inclusive: true },
      { box: { west: 0, south: 0, east: 1, north: 1 }, inclusive: false },
    ];
    const text = cswWriter('full')(record, context)?.text ?? '';
    expect(text.match(/<ows:LowerCorner>[^<]*/g)).toEqual(['<ows:LowerCorner>2 1']);
    expect(text).toContain('<dct:spatial>east=1; north=2</dct:spatial>');
  });

  it('writes nothing without a title', () => {
    expect(cswWriter('brief')(emptyRecord(), context)).toBeNull();
  });

  it.skipIf(schemasFolder === null)('is valid against CSW 2.0.2, whatever the record', () => {
    const writers = [cswRecord, ...(cswRecord.variants ?? [])].flatMap(({ write }) => write ?? []);
    fc.assert(
      fc.property(arbitraryRecord, (record) => {
        for (const write of writers) {
          const written = write(record, context);
          if (written) expect(validateXml(written.text, 'csw-2.0.2')).toEqual([]);
        }
      }),
      { numRuns: 30 },
    );
  });
});
