import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyRecord } from '../../model/index.ts';
import { context, plainRecords, tides } from '../json-record/testing/records.ts';
import { readOgcRecord } from './read.ts';
import { writeOgcRecord } from './write.ts';

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

describe('writeOgcRecord', () => {
  it('writes a feature with contacts, themes, time and links', () => {
    const written = writeOgcRecord(tides(), context) ?? expect.fail('nothing written');
    expect(JSON.parse(written.text)).toEqual({
      id: 'abc',
      type: 'Feature',
      conformsTo: ['http://www.opengis.net/spec/ogcapi-records-1/1.0/conf/record-core'],
      time: { interval: ['1846-01-01', '..'], resolution: 'PT1H' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [-5, 48],
            [-4, 48],
            [-4, 49],
            [-5, 49],
            [-5, 48],
          ],
        ],
      },
      properties: {
        updated: '2023-05-06T00:00:00Z',
        type: 'dataset',
        title: 'Tides',
        description: 'Sea level at Brest, measured every hour by a tide gauge of the harbour since 1846.',
        keywords: ['harbour', 'sea level'],
        themes: [
          {
            scheme: 'http://vocab.nerc.ac.uk/collection/P02/current/',
            concepts: [
              {
                id: 'http://vocab.nerc.ac.uk/collection/P02/current/ASLV/',
                title: 'sea level',
                url: 'http://vocab.nerc.ac.uk/collection/P02/current/ASLV/',
              },
            ],
          },
          {
            scheme: 'http://www.isotc211.org/2005/resources/Codelist/gmxCodelists.xml#MD_TopicCategoryCode',
            concepts: [{ id: 'oceans' }],
          },
        ],
        language: { code: 'en' },
        languages: [{ code: 'en' }],
        externalIds: [{ value: 'https://doi.org/10.5072/tides' }],
        formats: [{ mediaType: 'text/csv' }],
        contacts: [
          {
            identifier: 'https://orcid.org/0000-0002-1825-0097',
            name: 'Roux, Ada',
            organization: 'Shom',
            phones: [{ value: '+33298220000', roles: ['voice'] }],
            emails: [{ value: 'ada@example.org' }],
            links: [{ rel: 'about', type: 'text/html', href: 'https://shom.example.org/' }],
            roles: ['author', 'pointOfContact'],
          },
          {
            organization: 'Shom',
            links: [{ rel: 'about', type: 'text/html', href: 'https://shom.example.org/' }],
            roles: ['publisher'],
          },
        ],
        license: 'CC-BY-4.0',
      },
      links: [
        {
          rel: 'self',
          href: 'https://portal.example.org/records/abc.geojson',
          type: 'application/geo+json',
        },
        { rel: 'alternate', href: 'https://portal.example.org/records/abc', type: 'text/html' },
        { rel: 'cite-as', href: 'https://doi.org/10.5072/tides' },
        { rel: 'license', href: 'https://creativecommons.org/licenses/by/4.0/', title: 'CC BY 4.0' },
        {
          rel: 'enclosure',
          href: 'https://e.org/tides.csv',
          type: 'text/csv',
          title: 'Table',
          length: 1024,
        },
        { rel: 'preview', href: 'https://e.org/wms?service=WMS', type: 'text/html', title: 'Map' },
      ],
    });
    expect(written.losses).toEqual([
      'resource.purpose',
      'resource.edition',
      'resource.dates',
      'distribution.checksum',
      'resource.titles: fr',
      'resource.temporalExtents: precision',
    ]);
  });

  it('writes nothing without a title, and null for no place', () => {
    expect(writeOgcRecord(emptyRecord(), context)).toBeNull();
    const record = tides();
    record.resource.spatialExtents = [];
    expect(JSON.parse(writeOgcRecord(record, context)?.text ?? '{}').geometry).toBeNull();
  });

  it('cuts a box that crosses the antimeridian, and collects several places', () => {
    const record = tides();
    record.resource.spatialExtents = [
      { box: { west: 170, south: -20, east: -170, north: -10 }, inclusive: true },
      { geometry: { type: 'Point', coordinates: [1, 2] }, inclusive: true },
      { box: { west: 0, south: 0, east: 1, north: 1 }, inclusive: false },
    ];
    const { text = '{}', losses } = writeOgcRecord(record, context) ?? {};
    const { geometry } = JSON.parse(text);
    expect(geometry.geometries.map(({ type }: { type: string }) => type)).toEqual(['MultiPolygon', 'Point']);
    expect(losses).toContain('spatialExtent.inclusive');
  });

  it('is read back as it was, for all fields that it can carry', async () => {
    await fc.assert(
      fc.asyncProperty(plainRecords, async (record) => {
        const text = writeOgcRecord(record, context)?.text ?? expect.fail('nothing written');
        const { record: back, problems } = await readOgcRecord(new TextEncoder().encode(text));
        expect(problems).toEqual([]);
        const { resource } = record;
        expect(back?.language).toBe('en');
        expect(back?.resource).toMatchObject({
          titles: resource.titles,
          abstracts: resource.abstracts,
          identifiers: resource.identifiers,
          spatialExtents: resource.spatialExtents,
          temporalExtents: resource.temporalExtents,
          responsibilities: resource.responsibilities,
          keywords: resource.keywords,
          distributions: resource.distributions,
        });
      }),
      { numRuns: 150 },
    );
  });
});

describe('readOgcRecord', () => {
  const read = async (feature: Record<string, unknown>) =>
    readOgcRecord(bytes({ type: 'Feature', id: 'x', geometry: null, ...feature }));

  it('reads links by what their relation means', async () => {
    const { record, problems } = await read({
      properties: { title: 'T', description: 'D', language: { code: 'fr' } },
      links: [
        { rel: 'self', href: 'https://e.org/records/x' },
        { rel: 'collection', href: 'https://e.org/records' },
        { rel: 'enclosure', href: 'data.zip', type: 'application/zip', title: 'Tout' },
        { rel: 'preview', href: 'https://e.org/p.png', type: 'image/png' },
        { rel: 'license', href: 'https://creativecommons.org/licenses/by/4.0/' },
        { rel: 'predecessor-version', href: 'https://doi.org/10.5072/1' },
      ],
    });
    expect(problems).toEqual([]);
    expect(record?.metadataLinkages).toEqual([{ url: 'https://e.org/records/x' }]);
    expect(record?.resource.distributions).toMatchObject([
      { url: 'https://e.org/records/data.zip', kind: 'download', names: { fr: 'Tout' } },
    ]);
    expect(record?.resource.graphics).toEqual([{ url: 'https://e.org/p.png' }]);
    expect(record?.resource.licences.map(({ id }) => id)).toEqual(['CC-BY-4.0']);
    expect(record?.resource.related).toMatchObject([
      { relation: 'revisionOf', identifier: 'https://doi.org/10.5072/1' },
    ]);
  });

  it('reads dates and moments', async () => {
    const extents = async (time: unknown) =>
      (await read({ properties: { title: 'T' }, time })).record?.resource.temporalExtents;
    expect(await extents({ date: '2020-01-02' })).toEqual([
      { start: { date: '2020-01-02' }, end: { date: '2020-01-02' } },
    ]);
    expect(await extents({ interval: ['..', '2020-01-02'] })).toEqual([{ end: { date: '2020-01-02' } }]);
    expect(await extents(null)).toEqual([]);
  });

  it('tells what is no record', async () => {
    const { record, problems } = await readOgcRecord(bytes({ type: 'Feature' }));
    expect(record).toBeNull();
    expect(problems.map(({ code }) => code)).toEqual(['no-resource']);
    expect((await readOgcRecord(bytes([1]))).problems.map(({ code }) => code)).toEqual(['no-resource']);
  });
});
