import jsonld from 'jsonld';
import { describe, expect, test } from 'vitest';
import { type WriterName, writerOf } from '#catalogue/formats';
import { isJsonObject, type JsonObject } from '#catalogue/json';
import { type CatalogueRecord, localise } from '#catalogue/model';
import { type JsonSchemaName, openSchemas } from '#catalogue/validation';
import { shared } from '../shared.ts';
import { corpusDocuments, readCorpusDocument } from './corpus.ts';

const corpus = shared('corpus');
const folder = shared('schemas');
const schemas = folder ? openSchemas(folder) : null;

/** Every record that the corpus gives, read once. */
const records: Promise<{ path: string; record: CatalogueRecord }[]> = (async () => {
  const found: { path: string; record: CatalogueRecord }[] = [];
  for (const { path } of corpus ? corpusDocuments(corpus) : []) {
    const { readings } = await readCorpusDocument(corpus ?? '', path);
    for (const { record } of readings) if (record) found.push({ path, record });
  }
  return found;
})();

/** What is wrong with a document by these schemas. */
const judgedBy =
  (...names: JsonSchemaName[]) =>
  (document: JsonObject) =>
    names.flatMap((name) =>
      (schemas?.validateJson(document, name) ?? []).map(({ path, message }) => `${path} ${message}`),
    );

const isTitled = ({ resource }: CatalogueRecord) => localise(resource.titles) !== undefined;

/**
 * Writes the whole corpus and gathers what is wrong, and which records were not written although they have what the
 * standard demands; prints how many were.
 */
async function written(
  name: WriterName,
  judge: (document: JsonObject) => string[] | Promise<string[]>,
  isEnough: (record: CatalogueRecord) => boolean,
) {
  const writer = writerOf(name);
  const wrong: string[] = [];
  let count = 0;
  const all = await records;
  for (const [index, { path, record }] of all.entries()) {
    const output = writer?.write(record, {
      id: `r${index}`,
      pageUrl: `https://catalogue.example.org/records/r${index}`,
      datestamp: '2026-01-01T00:00:00Z',
      catalogue: { name: 'Corpus', url: 'https://catalogue.example.org/' },
    });
    if (!output) {
      if (isEnough(record)) wrong.push(`${path}: not written`);
      continue;
    }
    count++;
    const faults = await judge(JSON.parse(output.text));
    if (faults.length > 0) wrong.push(`${path}: ${faults.slice(0, 3).join('; ')}`);
  }
  process.stdout.write(`\n${count} of ${all.length} records of the corpus are written as ${name}\n`);
  return wrong.slice(0, 20);
}

describe.runIf(corpus && schemas)('the whole corpus, written in JSON', () => {
  test('is valid STAC', async () => {
    const isData = ({ type }: CatalogueRecord['resource']) =>
      ['dataset', 'series', 'collection', 'model', 'image', 'map', 'feature'].includes(type);
    const isPlaced = ({ spatialExtents }: CatalogueRecord['resource']) =>
      spatialExtents.some(({ box, geometry, inclusive }) => inclusive && (box || geometry));
    const isEnough = (record: CatalogueRecord) =>
      isTitled(record) && isData(record.resource) && isPlaced(record.resource);
    const judge = (document: JsonObject) =>
      judgedBy(
        'stac-collection',
        ...(JSON.stringify(document).includes('"sci:') ? (['stac-scientific'] as const) : []),
      )(document);
    expect(await written('stac', judge, isEnough)).toEqual([]);
  });

  test('is valid OGC API Records GeoJSON', async () => {
    expect(await written('ogc-record', judgedBy('ogc-record'), isTitled)).toEqual([]);
  });

  test('has all that Croissant demands', async () => {
    const judge = async (document: JsonObject) => [
      ...missing(document, ['@context', 'conformsTo', ...published, 'url', 'creator']),
      ...(await unexpanded(document)),
    ];
    const isEnough = ({ resource }: CatalogueRecord) =>
      isPublished(resource) &&
      resource.responsibilities.some(({ role, party }) => role === 'author' && party.person !== undefined);
    expect(await written('croissant', judge, isEnough)).toEqual([]);
  });

  test('has all that the root of an RO-Crate demands, in a flat graph', async () => {
    const judge = (document: JsonObject) => {
      const [descriptor, root] = [document['@graph'] ?? []].flat();
      if (!isJsonObject(descriptor) || !isJsonObject(root)) return ['no root'];
      return [...missing(descriptor, ['about', 'conformsTo']), ...missing(root, published)];
    };
    expect(await written('ro-crate', judge, ({ resource }) => isPublished(resource))).toEqual([]);
  });

  test('is schema.org that can be expanded without a network', async () => {
    const judge = async (document: JsonObject) => [
      ...missing(document, ['@context', '@type', 'name', 'url']),
      ...(await unexpanded(document)),
    ];
    expect(await written('schema.org', judge, isTitled)).toEqual([]);
  });
});

const published = ['name', 'description', 'datePublished', 'license'];

/** A dataset with a text, a licence that has an address, and the date of publication. */
const isPublished = (resource: CatalogueRecord['resource']) =>
  (resource.type === 'dataset' || resource.type === 'series') &&
  localise(resource.titles) !== undefined &&
  localise(resource.abstracts) !== undefined &&
  resource.licences.some(({ uri }) => uri !== undefined) &&
  resource.dates.some(({ type }) => type === 'publication');

const missing = (document: JsonObject, keys: readonly string[]) =>
  keys.filter((key) => !(key in document)).map((key) => `no ${key}`);

async function unexpanded(document: JsonObject): Promise<string[]> {
  const nodes = await jsonld.expand(document, {
    documentLoader: () => Promise.reject(new Error('no network')),
  });
  return nodes.length === 1 ? [] : [`${nodes.length} nodes`];
}
