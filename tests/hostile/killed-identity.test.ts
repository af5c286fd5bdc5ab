import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parseIdentifier } from '#catalogue/model';
import { createStores, openDatabase } from '#db';
import { put } from '#db/testing';
import { createLedger, type RecordChange } from '#ledger';
import { createIdentity } from '#ledger/identity';
import { createIndexer, toSearchDocument } from '#search/indexing';
import { createSqliteSearch } from '#search/sqlite';
import { indexedRecords } from '../../server/indexed-records.ts';

const script = fileURLToPath(new URL('./killed/follow.ts', import.meta.url));
/** The long form is `npm run soak -- killed`. */
const deaths = Number(process.env['HALOCLINE_DEATHS'] ?? 4);
/** Resources that a batch of changes speaks of. */
const resources = 300;
const sources = ['producer', 'aggregator', 'mirror'] as const;

/** A data folder with its clusters, and an index that follows the log as that of another process does. */
async function openHouse(precedence: Record<string, number>) {
  const folder = await mkdtemp(join(tmpdir(), 'killed-identity-'));
  const database = openDatabase(folder);
  const stores = createStores(database);
  const search = createSqliteSearch({ file: ':memory:' });
  const indexer = createIndexer({
    engine: search,
    records: indexedRecords(stores.records, stores.identity, stores.sources),
    toDocument: (record) => toSearchDocument(record),
  });
  const house = {
    folder,
    stores,
    ledger: createLedger(stores.writer),
    identity: createIdentity(stores.identity, stores.records),
    /** The index looks at the log, wherever the clusters stand. */
    look: () => indexer.catchUp(),
    async prefer(given: Record<string, number>) {
      for (const id of sources)
        await stores.sources.save({
          id,
          names: { en: id },
          descriptions: {},
          protocol: 'folder',
          url: '/nowhere',
          options: {},
          enabled: true,
          allowPrivateAddresses: false,
          createdAt: '2026-01-01T00:00:00Z',
          ...(given[id] === undefined ? {} : { precedence: given[id] }),
        });
    },
    /** Everything that the clusters say, by what sources call their records. */
    async says() {
      const all = await stores.identity.clusters('', 100_000, {});
      const ids = all.flatMap(({ cluster }) => cluster.members);
      const names = new Map(
        (await stores.records.getMany(ids, 'staff')).map((record) => [
          record.id,
          `${record.sourceId}/${record.upstreamIdentifier}`,
        ]),
      );
      const called = (id: string) => names.get(id) ?? id;
      const { total, pairs } = await stores.identity.proposals(0, 100_000, {});
      return {
        clusters: all
          .map(({ cluster }) => [called(cluster.canonical), ...cluster.members.map(called).sort()].join(' '))
          .sort(),
        proposals: [total, pairs.length],
        found: await this.finds(),
      };
    },
    /** Records that the public finds, one of each resource. */
    async finds() {
      const { hits } = await search.search({
        where: { op: 'all' },
        sort: 'title',
        offset: 0,
        limit: 100_000,
        facets: [],
        reader: 'public',
        language: 'en',
      });
      const records = await stores.records.getMany(
        hits.map(({ id }) => id),
        'public',
      );
      return records.map((record) => `${record.sourceId}/${record.upstreamIdentifier}`).sort();
    },
    async close() {
      await search.close();
      database.close();
      await rm(folder, { recursive: true });
    },
  };
  await house.prefer(precedence);
  return house;
}

type House = Awaited<ReturnType<typeof openHouse>>;

/** One record of a resource: what makes two of them one is the DOI, or title and cast alone. */
function described(source: string, resource: number, version: number): RecordChange {
  const change = put(`r${resource}`, `${source} ${resource} ${version}`, { sourceId: source });
  // Every seventh moves to another resource with each version, so that clusters part and join.
  const told = resource % 7 === 0 ? resource + version : resource;
  change.record.resource.titles = { en: `Conductivity and temperature of cast ${told}, cruise ${told % 40}` };
  if (resource % 5 !== 0) change.record.resource.identifiers = [parseIdentifier(`10.17882/${1000 + told}`)];
  return change;
}

/** Changes of one batch: all records at first; then a part of them changes, goes, or comes back. */
function batch(version: number, random: () => number): RecordChange[] {
  return sources.flatMap((source) =>
    Array.from({ length: resources }, (_, resource) => resource)
      .filter(() => version === 0 || random() < 0.4)
      .map((resource) => described(source, resource, version)),
  );
}

/** Random numbers from 0 to 1 of a seed. */
function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16_807 + 7) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/**
 * Follows in a process beside, which is killed some time after one of its signs: within a page of the log, or between two.
 * @returns whether it died
 */
async function dies(folder: string, diesAt: number, afterMs: number): Promise<boolean> {
  const child = fork(script, [folder], { execArgv: ['--import', 'tsx'] });
  let signs = 0;
  let last: unknown;
  child.on('message', (message) => {
    last = message;
    signs += 1;
    if (signs === diesAt) setTimeout(() => child.kill('SIGKILL'), afterMs);
  });
  await once(child, 'exit');
  return last !== 'ended';
}

/** Commits the same to both houses, in the same order; some of what they hold is withdrawn. */
async function commitTo(
  houses: readonly House[],
  changes: readonly RecordChange[],
  withdrawn: readonly string[],
) {
  for (const { ledger, stores } of houses) {
    await ledger.commit(changes, { actor: 'system' });
    const gone = await Promise.all(
      withdrawn.map((name) => stores.records.findByUpstreamIdentifier('mirror', name)),
    );
    const live = gone.flatMap((record) => (record && !record.deleted ? [record.id] : []));
    await ledger.commit(
      live.map((recordId) => ({ kind: 'withdraw', recordId, reason: 'Gone.' }) as const),
      { actor: 'system' },
    );
  }
}

test(
  'clusters whose follower is killed again and again end like those of one that never was',
  async () => {
    const seed = Number(process.env['HALOCLINE_SEED'] ?? Date.now() % 100_000);
    process.stdout.write(`killed-identity.test.ts: ${deaths} deaths, seed ${seed}\n`);
    const random = chanceOf(seed);
    const disturbed = await openHouse({ producer: 10 });
    const undisturbed = await openHouse({ producer: 10 });
    let died = 0;
    for (let version = 0; died < deaths; version += 1) {
      const withdrawn = Array.from({ length: 20 }, () => `r${Math.floor(random() * resources)}`);
      await commitTo([disturbed, undisturbed], batch(version, random), withdrawn);
      // Every third batch another source comes first, and all clusters are put in order again.
      const precedence =
        version % 3 === 2 ? { [sources[version % sources.length] ?? '']: 1 } : { producer: 10 };
      for (const house of [disturbed, undisturbed]) await house.prefer(precedence);
      const began = performance.now();
      await undisturbed.identity.catchUp();
      const lasts = performance.now() - began;
      await undisturbed.look();
      // A life falls anywhere between its first statement and its last; the index looks on in between.
      for (let life = 0; life < 4 && died < deaths; life += 1) {
        const [diesAt, afterMs] = [1 + Math.floor(random() * 3), (random() * lasts) / 4];
        if (!(await dies(disturbed.folder, diesAt, afterMs))) break;
        died += 1;
        await disturbed.look();
      }
      if (version % 2 === 0) {
        await disturbed.identity.catchUp();
        await disturbed.look();
        expect(await disturbed.says()).toEqual(await undisturbed.says());
      }
    }
    await disturbed.identity.catchUp();
    await disturbed.look();
    const [one, other] = [await disturbed.says(), await undisturbed.says()];
    expect(one.clusters.length).toBeGreaterThan(resources / 2);
    expect(one).toEqual(other);
    // What was followed in steps is what is made anew.
    await disturbed.identity.rebuild();
    expect((await disturbed.says()).clusters).toEqual(other.clusters);
    await disturbed.close();
    await undisturbed.close();
  },
  Math.max(600_000, deaths * 60_000),
);
