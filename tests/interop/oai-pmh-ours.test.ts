import { afterAll, beforeAll, expect, test } from 'vitest';
import { formats } from '#catalogue/formats';
import { createStores } from '#db';
import { createHarvester, type HarvestSource, protocols } from '#harvesters';
import { createLedger } from '#ledger';
import { catalogueSets, createOaiPmh } from '#protocols/oai-pmh';
import { createOriginals } from '#protocols/originals';
import { createFetcher } from '#runtime/fetching';
import { createLog } from '#runtime/log';
import { openTestDatabase } from '../../db/testing/index.ts';
import { putChange, sampleRecord } from '../../protocols/oai-pmh/testing/repository.ts';
import { serveHttp } from './serve.ts';

let now = Date.parse('2026-04-01T08:00:00Z');
const clock = () => now;
const cause = { actor: 'system' };
const theirs = openTestDatabase();
const published = createStores(theirs, clock);
const ledger = createLedger(published.writer);
const ids: string[] = [];
let server: Awaited<ReturnType<typeof serveHttp>>;

const recordOf = (index: number, title = `Record ${index}`) =>
  putChange(`r${index}`, sampleRecord(title, { topicCategories: index % 2 ? ['oceans'] : [] }), 'argo');

beforeAll(async () => {
  const outcomes = await ledger.commit(
    Array.from({ length: 400 }, (_, index) => recordOf(index)),
    cause,
  );
  ids.push(...outcomes.map(({ recordId }) => recordId));
  server = await serveHttp((address) =>
    createOaiPmh({
      records: published.records,
      originals: createOriginals(published.records),
      formats,
      sets: catalogueSets(async () => [{ id: 'argo', name: 'Argo' }]),
      config: {
        publicBaseUrl: address,
        repositoryIdentifier: 'catalogue.example.org',
        repositoryName: 'Catalogue',
        adminEmail: 'admin@catalogue.example.org',
      },
      clock,
      limits: { batchSize: 100, largestPage: 100 },
    }),
  );
});
afterAll(async () => {
  await server.close();
  theirs.close();
});

/** A catalogue of its own that harvests the first one. */
function anotherCatalogue(options: Record<string, string>) {
  const database = openTestDatabase();
  const stores = createStores(database);
  const harvester = createHarvester({
    sources: stores.sources,
    runs: stores.runs,
    ledger: createLedger(stores.writer),
    records: stores.records,
    known: stores.writer,
    fetcher: createFetcher({
      identity: { version: 'test', url: 'https://catalogue.example.org', contact: 'test@example.org' },
    }),
    protocols,
    log: createLog('silent', 'test'),
  });
  const source: HarvestSource = {
    id: 'first',
    names: { en: 'The first catalogue' },
    descriptions: {},
    protocol: 'oai-pmh',
    url: `${server.address}/oai`,
    options,
    enabled: true,
    allowPrivateAddresses: true,
    createdAt: '2026-01-01T00:00:00Z',
  };
  return {
    async harvest() {
      await stores.sources.save(source);
      const { state, message, counts } = await harvester.harvest(source.id);
      expect([state, message]).toEqual(['succeeded', undefined]);
      return counts;
    },
    async held() {
      const records = await stores.records.pageByRevision(
        { afterRevision: 0, limit: 1000, includeDeleted: false },
        'staff',
      );
      return new Map(
        records.map(({ upstreamIdentifier, record }) => [upstreamIdentifier, record.resource.titles['en']]),
      );
    },
    close: () => database.close(),
  };
}

const identifierOf = (id: string | undefined) => `oai:catalogue.example.org:${id}`;

/** What the first catalogue holds now. */
async function live(): Promise<Map<string, string | undefined>> {
  const records = await published.records.pageByRevision(
    { afterRevision: 0, limit: 1000, includeDeleted: false },
    'public',
  );
  return new Map(records.map(({ id, record }) => [identifierOf(id), record.resource.titles['en']]));
}

test.each(['iso19139', 'oai_dc'])('our own harvester follows us in %s', async (metadataPrefix) => {
  const follower = anotherCatalogue({ metadataPrefix });
  const before = await live();
  const first = await follower.harvest();
  expect([first.created, first.refused]).toEqual([before.size, 0]);
  expect(await follower.held()).toEqual(before);
  now += 60_000;
  await ledger.commit(
    [
      recordOf(1, `Changed at ${now}`),
      recordOf(now, 'Added'),
      { kind: 'withdraw', recordId: ids.pop() ?? '', reason: 'gone' },
      { kind: 'visibility', recordId: ids.pop() ?? '', visibility: 'private' },
    ],
    cause,
  );
  const second = await follower.harvest();
  expect([second.created, second.updated, second.withdrawn]).toEqual([1, 1, 2]);
  expect(await follower.held()).toEqual(await live());
  follower.close();
});

test('our own harvester follows a set of ours', async () => {
  const follower = anotherCatalogue({ metadataPrefix: 'oai_dc', set: 'theme:oceans' });
  await follower.harvest();
  const inSet = await published.records.pageByRevision(
    { afterRevision: 0, limit: 1000, includeDeleted: false },
    'public',
  );
  const expected = inSet.filter(({ record }) => record.resource.topicCategories.includes('oceans'));
  expect([...(await follower.held()).keys()].sort()).toEqual(
    expected.map(({ id }) => identifierOf(id)).sort(),
  );
  follower.close();
});
