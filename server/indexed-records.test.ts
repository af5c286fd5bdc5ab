import { afterEach, beforeEach, expect, test } from 'vitest';
import { formats } from '#catalogue/formats';
import { parseIdentifier } from '#catalogue/model';
import { createStores } from '#db';
import { openTestDatabase, put } from '#db/testing';
import { createLedger, type RecordChange } from '#ledger';
import { createIdentity, createIdentityDesk } from '#ledger/identity';
import { catalogueSets, createOaiPmh } from '#protocols/oai-pmh';
import { createOriginals } from '#protocols/originals';
import type { Expression, SearchRequest } from '#search';
import { createIndexer, toSearchDocument } from '#search/indexing';
import { createSqliteSearch } from '#search/sqlite';
import { indexedRecords } from './indexed-records.ts';

function openIndexedHouse() {
  const database = openTestDatabase();
  const stores = createStores(database);
  const identity = createIdentity(stores.identity, stores.records);
  const search = createSqliteSearch({ file: ':memory:' });
  const indexer = createIndexer({
    engine: search,
    records: indexedRecords(stores.records, stores.identity, stores.sources),
    toDocument: (record) => toSearchDocument(record),
    prepare: () => identity.catchUp(),
  });
  const oaiPmh = createOaiPmh({
    records: stores.records,
    originals: createOriginals(stores.records),
    formats,
    sets: catalogueSets(async () => []),
    config: {
      publicBaseUrl: 'https://catalogue.example.org',
      repositoryIdentifier: 'catalogue.example.org',
      repositoryName: 'Halocline',
      adminEmail: 'catalogue@example.org',
      tokenSecret: 'secret',
    },
    clock: Date.now,
  });
  return {
    desk: createIdentityDesk({ store: stores.identity, records: stores.records }),
    indexer,
    async commit(...changes: RecordChange[]) {
      const outcomes = await createLedger(stores.writer).commit(changes, { actor: 'system' });
      await indexer.catchUp();
      return outcomes.map(({ recordId }) => recordId);
    },
    async search(where: Expression, more: Partial<SearchRequest> = {}) {
      const { hits, facets } = await search.search({
        where,
        sort: 'title',
        offset: 0,
        limit: 10,
        facets: [{ name: 'source', limit: 9 }],
        reader: 'public',
        language: 'en',
        ...more,
      });
      return { ids: hits.map(({ id }) => id), sources: facets.source };
    },
    async listed(): Promise<string[]> {
      const answer = await oaiPmh(
        new Request('https://catalogue.example.org/oai?verb=ListIdentifiers&metadataPrefix=oai_dc'),
      );
      const text = await answer.text();
      return [...text.matchAll(/<header(.*?)>\s*<identifier>oai:catalogue\.example\.org:(\w+)/g)].map(
        ([, deleted = '', id = '']) => id + deleted,
      );
    },
    async close() {
      await search.close();
      database.close();
    },
  };
}

let house: ReturnType<typeof openIndexedHouse>;
beforeEach(() => {
  house = openIndexedHouse();
});
afterEach(() => house.close());

function described(id: string, sourceId: string, more: string[] = []): RecordChange {
  const change = put(id, '1', { sourceId });
  change.record.resource.titles = { en: 'Gliders across the Ligurian current' };
  change.record.resource.identifiers = ['10.17882/1', ...more].map((code) => parseIdentifier(code));
  return change;
}

test('a search finds a resource once, by the words, identifiers and sources of any of its records', async () => {
  const [a = '', b = '', c = ''] = await house.commit(
    described('a', 'one'),
    described('b', 'two', ['urn:two:b']),
    described('c', 'two', ['urn:two:c']),
  );
  const shown = [a];
  const sources = [
    { value: 'one', count: 1 },
    { value: 'two', count: 1 },
  ];
  expect(await house.search({ op: 'all' })).toEqual({ ids: shown, sources });
  expect((await house.search({ op: 'identifier', values: ['urn:two:c'] })).ids).toEqual(shown);
  expect((await house.search({ op: 'facet', facet: 'source', values: ['two'], match: 'any' })).ids).toEqual(
    shown,
  );
  expect((await house.search({ op: 'all' }, { copies: true })).ids.sort()).toEqual([a, b, c].sort());
  await house.commit({ kind: 'withdraw', recordId: a, reason: 'gone' });
  const promoted = await house.search({ op: 'all' });
  expect(promoted.ids).toHaveLength(1);
  expect([b, c]).toContain(promoted.ids[0]);
  expect(promoted.sources).toEqual([{ value: 'two', count: 1 }]);
  await house.desk.split({ kind: 'system' }, b);
  await house.indexer.catchUp();
  expect((await house.search({ op: 'all' })).ids.sort()).toEqual([b, c].sort());
});

test('a record that the public may see does not speak for one that it may not', async () => {
  const hidden = { ...described('b', 'two', ['urn:two:b']), visibility: 'embargoed' } as const;
  const [a] = await house.commit(described('a', 'one'), hidden);
  expect(await house.search({ op: 'all' })).toEqual({ ids: [a], sources: [{ value: 'one', count: 1 }] });
  expect((await house.search({ op: 'identifier', values: ['urn:two:b'] })).ids).toEqual([]);
});

test('a harvester of ours is given every record: none is lost, changed or withdrawn by a cluster', async () => {
  const [a = '', b = ''] = await house.commit(described('a', 'one'), described('b', 'two'));
  const before = await house.listed();
  expect(before.sort()).toEqual([a, b].sort());
  await house.desk.split({ kind: 'system' }, a);
  expect((await house.listed()).sort()).toEqual(before);
  await house.commit({ kind: 'withdraw', recordId: b, reason: 'gone' });
  expect((await house.listed()).sort()).toEqual([a, `${b} status="deleted"`].sort());
});
