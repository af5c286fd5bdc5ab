import { describe, expect, test } from 'vitest';
import { readPart, splitDocument } from '../index.ts';
import { ckan } from './index.ts';

const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const read = async (value: unknown) => {
  const result = await ckan.read?.(encode(value));
  return { record: result?.record ?? null, problems: result?.problems ?? [] };
};

const dataset = {
  id: '0b6a9bd7-1111-4222-8333-123456789abc',
  name: 'seabed',
  title_translated: { en: 'Seabed', fr: 'Fond marin' },
  notes: 'Sediments',
  state: 'active',
  metadata_modified: '2024-05-01T10:00:00.123456',
  author: 'Roux, Jean',
  author_email: 'mailto:jean@example.org',
  maintainer: 'a5c5296a-3206-4e51-b2de-bfe34857185f',
  organization: { name: 'shom', title: 'Shom', is_organization: true },
  license_id: 'cc-by',
  license_title: 'Creative Commons Attribution 4.0',
  license_url: 'https://creativecommons.org/licenses/by/4.0/',
  url: 'https://example.org/seabed',
  tags: [{ name: 'sediment', display_name: 'Sediment' }],
  groups: [{ name: 'geo', title: 'Geology' }],
  extras: [
    { key: 'spatial', value: '{"type":"Polygon","coordinates":[[[-5,47],[-4,47],[-4,48],[-5,48],[-5,47]]]}' },
    { key: 'temporal_start', value: '2010' },
    { key: 'temporal-end', value: 'soon' },
    { key: 'frequency', value: 'http://publications.europa.eu/resource/authority/frequency/ANNUAL' },
  ],
  resources: [
    {
      name: 'Data',
      url: 'https://example.org/a.csv',
      format: 'CSV',
      mimetype: 'text/csv',
      size: 1200,
      hash: 'd41d8cd98f00b204e9800998ecf8427e',
    },
    { name: 'Map', url: 'https://example.org/ows', format: 'WMS' },
    { name: 'Gone', url: 'https://example.org/b', state: 'deleted' },
    { name: 'Nowhere' },
  ],
};

describe('a dataset', () => {
  test('has its fields, wherever they are kept', async () => {
    const { record, problems } = await read(dataset);
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['date-unreadable', '/extras/2/value'],
      ['distribution-without-address', '/resources/3/url'],
    ]);
    expect(record?.metadataIdentifier).toBe(dataset.id);
    expect(record?.datestamp).toBe('2024-05-01T10:00:00.123456');
    const { resource } = record ?? { resource: undefined };
    expect(resource?.titles).toEqual({ en: 'Seabed', fr: 'Fond marin' });
    expect(
      resource?.responsibilities.map(({ role, party }) => [
        role,
        party.person ?? party.organisation,
        party.emails,
      ]),
    ).toEqual([
      ['author', 'Roux, Jean', ['jean@example.org']],
      ['publisher', { und: 'Shom' }, []],
    ]);
    expect(resource?.spatialExtents).toEqual([
      { box: { west: -5, south: 47, east: -4, north: 48 }, inclusive: true },
    ]);
    expect(resource?.temporalExtents).toEqual([{ start: { date: '2010' } }]);
    expect(resource?.licences.map(({ id }) => id)).toEqual(['CC-BY-4.0']);
    expect(resource?.maintenance?.frequency).toBe('annually');
    expect(resource?.keywords).toEqual([
      { label: { und: 'Sediment' } },
      { label: { und: 'Geology' }, type: 'theme' },
    ]);
    expect(resource?.distributions.map(({ url, kind, protocol }) => [url, kind, protocol])).toEqual([
      ['https://example.org/seabed', 'landing-page', 'WWW:LINK'],
      ['https://example.org/a.csv', 'download', 'WWW:DOWNLOAD'],
      ['https://example.org/ows', 'view', 'OGC:WMS'],
    ]);
    expect(resource?.distributions[1]).toMatchObject({
      byteSize: 1200,
      mediaType: 'text/csv',
      checksum: { algorithm: 'md5', value: 'd41d8cd98f00b204e9800998ecf8427e' },
    });
  });

  test('with values of the wrong kind is read all the same', async () => {
    const { record, problems } = await read({
      name: 'odd',
      title: 7,
      notes: { en: 5 },
      tags: 'none',
      extras: [1, { key: 2 }, { key: 'spatial', value: '{"type":"Polygon","coordinates":[[[500,100]]]}' }],
      resources: [null, 'x', { url: { a: 1 } }],
      organization: [],
      temporal_coverage: '[broken',
    });
    expect(record?.resource.titles).toEqual({ und: '7' });
    expect(problems.map(({ code }) => code)).toContain('abstract-missing');
  });
});

describe('an answer', () => {
  test('of package_search gives a part for each dataset, and tells the deleted', async () => {
    const { parts } = await splitDocument(
      encode({
        success: true,
        result: { count: 2, results: [dataset, { ...dataset, id: 'two', state: 'deleted' }] },
      }),
    );
    expect(parts.map(({ format, identifier, deleted }) => [format, identifier, deleted])).toEqual([
      ['ckan', dataset.id, undefined],
      ['ckan', 'two', true],
    ]);
    const [first] = parts;
    expect(first && (await readPart(first)).record?.metadataIdentifier).toBe(dataset.id);
  });

  test('of the older search holds datasets as texts', async () => {
    const { parts } = await splitDocument(
      encode({ count: 1, results: [{ data_dict: JSON.stringify(dataset) }] }),
    );
    expect(parts.map(({ identifier }) => identifier)).toEqual([dataset.id]);
  });

  test('without datasets is refused', async () => {
    for (const value of [
      { success: false, error: {} },
      { success: true, result: ['a', 'b'] },
      { success: true, result: { id: 'x', title: 'Org', is_organization: true, extras: [] } },
    ]) {
      const { parts, problems } = await splitDocument(encode(value));
      expect([parts.length, problems[0]?.code]).toEqual([0, 'not-a-record']);
    }
  });
});
