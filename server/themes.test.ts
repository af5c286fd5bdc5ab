import { afterEach, expect, it } from 'vitest';
import { slugOf } from '#app';
import { createStores } from '#db';
import { openTestDatabase, put } from '#db/testing';
import type { HarvestSource } from '#harvesters';
import { createLedger } from '#ledger';
import { catalogueSets } from '#protocols/oai-pmh';
import { createIndexer, toSearchDocument } from '#search/indexing';
import { createSqliteSearch } from '#search/sqlite';
import { indexedRecords } from './indexed-records.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const source: HarvestSource = {
  id: 'sea',
  names: { en: 'Sea' },
  descriptions: {},
  protocol: 'folder',
  url: 'https://example.org/',
  options: {},
  enabled: true,
  allowPrivateAddresses: false,
  createdAt: '2026-01-01T00:00:00Z',
};

it('the records of a source stand in its themes: in the search, and in sets of OAI-PMH', async () => {
  const database = openTestDatabase();
  const stores = createStores(database);
  const search = createSqliteSearch({ file: ':memory:' });
  closing.push(
    () => search.close(),
    () => database.close(),
  );
  const indexer = createIndexer({
    engine: search,
    records: indexedRecords(stores.records, stores.identity, stores.sources),
    toDocument: (record) => toSearchDocument(record),
  });
  const themes = async () => {
    await indexer.catchUp();
    const { facets } = await search.search({
      where: { op: 'all' },
      sort: 'title',
      offset: 0,
      limit: 0,
      facets: [{ name: 'theme', limit: 9 }],
      reader: 'public',
      language: 'en',
    });
    return (facets.theme ?? []).map(({ value, count }) => [value, count]);
  };
  await stores.sources.save(source);
  await stores.sources.save({ ...source, id: 'land' });
  const [one] = await createLedger(stores.writer).commit(
    [
      put('one', '1', { sourceId: 'sea' }),
      put('two', '1', { sourceId: 'sea' }),
      put('three', '1', { sourceId: 'land' }),
    ],
    { actor: 'system' },
  );
  expect(await themes()).toEqual([]);
  const before = await stores.records.latestRevision();
  await stores.sources.save({ ...source, themes: ['Ocean colour', 'oceans'] });
  // The log says so, and the index follows the log; datestamps stay, since no document changed.
  expect(await stores.records.latestRevision()).toBe(before + 2);
  expect(await themes()).toEqual([
    ['Ocean colour', 2],
    ['oceans', 2],
  ]);
  await stores.sources.save({ ...source, themes: ['Ocean colour', 'oceans'] });
  expect(await stores.records.latestRevision()).toBe(before + 2);

  const sets = catalogueSets(async () =>
    (await stores.sources.list()).map(({ id, themes: names = [] }) => ({
      id,
      name: id,
      themes: names.map((name) => ({ slug: slugOf(name), name })),
    })),
  );
  expect((await sets.list()).filter(({ spec }) => spec === 'theme:ocean-colour')).toEqual([
    { spec: 'theme:ocean-colour', name: 'Ocean colour' },
  ]);
  const stored = await stores.records.get(one?.recordId ?? '', 'staff');
  const other = await stores.records.findByUpstreamIdentifier('land', 'three');
  if (!stored || !other) throw new Error('The records are not there.');
  expect(await sets.of(stored)).toEqual(
    expect.arrayContaining(['source:sea', 'theme:ocean-colour', 'theme:oceans']),
  );
  for (const spec of ['theme:ocean-colour', 'theme:oceans', 'theme']) {
    const { contains } = (await sets.select(spec)) ?? {};
    expect([spec, contains?.(stored), contains?.(other)]).toEqual([spec, true, false]);
  }
  expect(await sets.select('theme:nothing')).toBeNull();

  await stores.sources.save(source);
  expect(await themes()).toEqual([]);
});
