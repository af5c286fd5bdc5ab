import { describe, expect, it } from 'vitest';
import { isJsonObject, type JsonObject, type JsonValue } from '../../json/index.ts';
import { context, tides } from '../json-record/testing/records.ts';
import { recogniseFormat } from '../recognise.ts';
import { readSchemaOrg } from '../schema-org/read.ts';
import { writeRoCrate } from './write.ts';

const written = () => writeRoCrate(tides(), context) ?? expect.fail('nothing written');
const graph = (text: string): JsonObject[] => JSON.parse(text)['@graph'];

describe('writeRoCrate', () => {
  it('describes the root and its files in a flat graph', () => {
    const entities = graph(written().text);
    expect(entities[0]).toEqual({
      '@id': 'ro-crate-metadata.json',
      '@type': 'CreativeWork',
      conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
      about: { '@id': 'https://portal.example.org/records/abc' },
    });
    expect(entities[1]).toMatchObject({
      '@id': 'https://portal.example.org/records/abc',
      '@type': 'Dataset',
      name: 'Tides',
      datePublished: '2021-02-03',
      license: [{ '@id': 'https://creativecommons.org/licenses/by/4.0/' }],
      hasPart: [{ '@id': 'https://e.org/tides.csv' }],
      creator: { '@id': 'https://orcid.org/0000-0002-1825-0097' },
    });
    expect(entities).toContainEqual({
      '@id': 'https://e.org/tides.csv',
      '@type': 'File',
      name: 'Table',
      encodingFormat: 'text/csv',
      contentSize: '1024',
      sha256: 'ab12',
    });
  });

  it('nests nothing: every object within an entity is a reference', () => {
    const references = (value: JsonValue): boolean =>
      Array.isArray(value)
        ? value.every(references)
        : !isJsonObject(value) || Object.keys(value).join() === '@id';
    const entities = graph(written().text);
    for (const entity of entities) expect(Object.values(entity).every(references)).toBe(true);
    const ids = entities.map((entity) => entity['@id']);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is recognised, and read as the one dataset that it is about', async () => {
    const bytes = new TextEncoder().encode(written().text);
    expect(recogniseFormat(bytes)).toBe('schema.org');
    const { record, problems } = await readSchemaOrg(bytes);
    expect(problems).toEqual([]);
    expect(record?.resource).toMatchObject({
      type: 'dataset',
      titles: { und: 'Tides' },
      licences: [{ id: 'CC-BY-4.0' }],
      spatialExtents: [{ box: { west: -5, south: 48, east: -4, north: 49 } }],
    });
    expect(record?.resource.distributions).toContainEqual(
      expect.objectContaining({ url: 'https://e.org/tides.csv', kind: 'download', byteSize: 1024 }),
    );
  });

  it('writes nothing without a licence or a date of publication', () => {
    const unlicensed = tides();
    unlicensed.resource.licences = [];
    const undated = tides();
    undated.resource.dates = [];
    expect([writeRoCrate(unlicensed, context), writeRoCrate(undated, context)]).toEqual([null, null]);
  });
});
