import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyRecord } from '../../model/index.ts';
import { context, plainRecords, tides } from '../json-record/testing/records.ts';
import { readStac } from './read.ts';
import { writeStac } from './write.ts';

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

describe('writeStac', () => {
  it('writes a Collection with providers, extent, assets and links', () => {
    const written = writeStac(tides(), context) ?? expect.fail('nothing written');
    const { contacts, themes, stac_extensions, ...document } = JSON.parse(written.text);
    expect(document).toEqual({
      type: 'Collection',
      stac_version: '1.1.0',
      id: 'abc',
      title: 'Tides',
      description: 'Sea level at Brest, measured every hour by a tide gauge of the harbour since 1846.',
      language: { code: 'en' },
      keywords: ['harbour', 'sea level'],
      updated: '2023-05-06T00:00:00Z',
      version: '3',
      license: 'CC-BY-4.0',
      providers: [{ name: 'Shom', roles: ['producer', 'host'], url: 'https://shom.example.org/' }],
      'sci:doi': '10.5072/tides',
      extent: {
        spatial: { bbox: [[-5, 48, -4, 49]] },
        temporal: { interval: [['1846-01-01T00:00:00Z', null]] },
      },
      assets: {
        table: {
          href: 'https://e.org/tides.csv',
          title: 'Table',
          type: 'text/csv',
          roles: ['data'],
          'file:size': 1024,
          'file:checksum': '1220ab12',
        },
      },
      links: [
        { rel: 'self', href: 'https://portal.example.org/records/abc.stac.json', type: 'application/json' },
        { rel: 'alternate', href: 'https://portal.example.org/records/abc', type: 'text/html' },
        { rel: 'cite-as', href: 'https://doi.org/10.5072/tides' },
        { rel: 'license', href: 'https://creativecommons.org/licenses/by/4.0/', title: 'CC BY 4.0' },
        { rel: 'preview', href: 'https://e.org/wms?service=WMS', type: 'text/html', title: 'Map' },
      ],
    });
    expect(contacts).toHaveLength(2);
    expect(themes).toHaveLength(2);
    expect(stac_extensions).toContain('https://stac-extensions.github.io/scientific/v1.0.0/schema.json');
    expect(written.losses).toEqual([
      'resource.purpose',
      'resource.dates',
      'resource.temporalResolutions',
      'resource.titles: fr',
    ]);
  });

  it('writes nothing that is no data, has no place or no words', () => {
    const service = tides();
    service.resource.type = 'service';
    const nowhere = tides();
    nowhere.resource.spatialExtents = [];
    expect([service, nowhere, emptyRecord()].map((record) => writeStac(record, context))).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('puts the whole before several boxes and periods', async () => {
    const record = tides();
    record.resource.spatialExtents = [
      { box: { west: 0, south: 0, east: 1, north: 1 }, inclusive: true },
      { box: { west: 5, south: -5, east: 6, north: -4 }, inclusive: true },
    ];
    record.resource.temporalExtents = [
      { start: { date: '2001-01-01T00:00:00Z' }, end: { date: '2002-01-01T00:00:00Z' } },
      { start: { date: '2003-01-01T00:00:00Z' } },
    ];
    const text = writeStac(record, context)?.text ?? '{}';
    const { extent } = JSON.parse(text);
    expect(extent.spatial.bbox).toEqual([
      [0, -5, 6, 1],
      [0, 0, 1, 1],
      [5, -5, 6, -4],
    ]);
    expect(extent.temporal.interval[0]).toEqual(['2001-01-01T00:00:00Z', null]);
    const back = await readStac(new TextEncoder().encode(text));
    expect(back.record?.resource.spatialExtents).toEqual(record.resource.spatialExtents);
    expect(back.record?.resource.temporalExtents).toEqual(record.resource.temporalExtents);
  });

  it('is read back as it was, for all fields that it can carry', async () => {
    await fc.assert(
      fc.asyncProperty(plainRecords, async (record) => {
        const text = writeStac(record, context)?.text ?? expect.fail('nothing written');
        const { record: back, problems } = await readStac(new TextEncoder().encode(text));
        expect(problems).toEqual([]);
        const { resource } = record;
        expect(back?.language).toBe('en');
        expect(back?.resource).toMatchObject({
          titles: resource.titles,
          abstracts: resource.abstracts,
          // The extension writes a DOI without its resolver.
          identifiers: resource.identifiers.map(({ uri, scheme }) => ({ uri, scheme })),
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

describe('readStac', () => {
  it('reads an Item as a dataset', async () => {
    const { record, problems } = await readStac(
      bytes({
        type: 'Feature',
        stac_version: '1.1.0',
        id: 'scene',
        geometry: null,
        bbox: [-5, 47, -4, 48],
        properties: { title: 'Scene', description: 'One.', datetime: '2020-01-02T03:04:05Z', gsd: 10 },
        links: [],
        assets: {
          thumbnail: { href: 'https://e.org/t.png', roles: ['thumbnail'] },
          b1: { href: 'https://e.org/b1.tif', bands: [{ name: 'blue' }] },
        },
      }),
    );
    expect(problems).toEqual([]);
    expect(record).toMatchObject({
      metadataIdentifier: 'scene',
      resource: {
        type: 'dataset',
        typeAsGiven: 'Item',
        spatialExtents: [{ box: { west: -5, south: 47, east: -4, north: 48 } }],
        temporalExtents: [{ start: { date: '2020-01-02T03:04:05Z' }, end: { date: '2020-01-02T03:04:05Z' } }],
        spatialResolutions: [{ distance: { value: 10, unit: 'm' } }],
        graphics: [{ url: 'https://e.org/t.png' }],
        distributions: [{ url: 'https://e.org/b1.tif', kind: 'download' }],
        variables: [{ shortName: 'blue' }],
      },
    });
  });

  it('tells relative addresses that nothing completes', async () => {
    const { record, problems } = await readStac(
      bytes({
        type: 'Collection',
        stac_version: '1.1.0',
        id: 'c',
        title: 'C',
        description: 'C',
        license: 'other',
        extent: { spatial: { bbox: [[0, 0, 0, 6, 6, 6]] }, temporal: { interval: [[null, null]] } },
        links: [{ rel: 'about', href: './page.html' }],
      }),
    );
    expect(problems).toMatchObject([{ code: 'address-relative', path: '/links/0/href' }]);
    expect(record?.resource.spatialExtents).toEqual([
      { box: { west: 0, south: 0, east: 6, north: 6 }, inclusive: true },
    ]);
  });
});
