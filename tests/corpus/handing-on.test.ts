import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formats } from '#catalogue/formats';
import { parseXml, type XmlElement } from '#catalogue/xml';
import { createStores } from '#db';
import { createLedger, type RecordChange } from '#ledger';
import { catalogueSets, createOaiPmh } from '#protocols/oai-pmh';
import { createOriginals } from '#protocols/originals';
import { openTestDatabase } from '../../db/testing/index.ts';
import { shared } from '../shared.ts';
import { validateXml } from '../xsd.ts';
import { corpusDocuments, readCorpusDocument } from './corpus.ts';

const corpus = shared('corpus');
const schemas = shared('schemas');
const database = openTestDatabase();
const stores = createStores(database);
let imported = 0;

const oai = createOaiPmh({
  records: stores.records,
  originals: createOriginals(stores.records),
  formats,
  sets: catalogueSets(async () => [{ id: 'corpus', name: 'Corpus' }]),
  config: {
    publicBaseUrl: 'https://catalogue.example.org',
    repositoryIdentifier: 'catalogue.example.org',
    repositoryName: 'Corpus',
    adminEmail: 'admin@catalogue.example.org',
  },
  clock: Date.now,
});

beforeAll(async () => {
  if (!corpus) return;
  const changes: RecordChange[] = [];
  for (const { path } of corpusDocuments(corpus)) {
    const { readings } = await readCorpusDocument(corpus, path);
    for (const [index, { part, record, problems }] of readings.entries()) {
      if (!record) continue;
      const document = { bytes: part.bytes, format: part.format, mediaType: 'application/octet-stream' };
      changes.push({
        kind: 'put',
        sourceId: 'corpus',
        upstreamIdentifier: `${path}#${index}`,
        document,
        record,
        problems,
      });
    }
  }
  imported = changes.length;
  await createLedger(stores.writer).commit(changes, { actor: 'system' });
});
afterAll(() => database.close());

describe.runIf(corpus && schemas)('the whole corpus, handed on by OAI-PMH', () => {
  test.each(['oai_dc', 'iso19139', 'oai_datacite'])('is valid in %s', async (metadataPrefix) => {
    const invalid: string[] = [];
    let records = 0;
    let query = `metadataPrefix=${metadataPrefix}`;
    while (query) {
      const response = await oai(new Request(`https://catalogue.example.org/oai?verb=ListRecords&${query}`));
      const text = await response.text();
      const list = parseXml(new TextEncoder().encode(text)).root?.child('ListRecords');
      records += [...(list?.elements() ?? [])].filter(({ name }) => name === 'record').length;
      invalid.push(...validateXml(text, 'oai-pmh').map((sentence) => explain(text, sentence)));
      const token: XmlElement | undefined = list?.child('resumptionToken');
      query = token?.text ? `resumptionToken=${token.text}` : '';
    }
    process.stdout.write(
      `\n${records} of ${imported} records of the corpus are handed on in ${metadataPrefix}\n`,
    );
    expect(invalid).toEqual([]);
    // Templates, brief records and the like have no title, or no abstract, which ISO 19139 demands.
    expect(records).toBeGreaterThan(imported * 0.8);
  });
});

/** The sentence of the validator with the record that it speaks of. */
function explain(text: string, sentence: string): string {
  const line = Number(/^line (\d+)/.exec(sentence)?.[1] ?? 0);
  const before = text.split('\n').slice(0, line).join('\n');
  return `${[...before.matchAll(/<identifier>(oai:[^<]+)/g)].at(-1)?.[1]}: ${sentence}`;
}
