import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createStores, openDatabase } from '#db';
import { honestOai, type OaiSample, openTestHarvest, sampleRecords } from '../../harvesters/testing/index.ts';
import type { LocalServer } from '../../runtime/fetching/testing/index.ts';

const script = fileURLToPath(new URL('./killed/harvest.ts', import.meta.url));
const lives = 6;

let records: OaiSample[] = sampleRecords(1000).map((record) => ({
  ...record,
  datestamp: '2024-01-01T00:00:00Z',
}));
let server: LocalServer;
let folder: string;

beforeAll(async () => {
  server = await honestOai(() => records, { deletedRecord: 'no', pageSize: 50 });
  folder = await mkdtemp(join(tmpdir(), 'killed-'));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** @param diesAt listed records after which the process is killed; absent: it may live */
async function live(number: number, diesAt?: number): Promise<unknown> {
  const child = fork(script, [folder, String(number * 3600_000)], { execArgv: ['--import', 'tsx'] });
  let last: unknown;
  child.on('message', (message) => {
    last = message;
    if (diesAt !== undefined && typeof message === 'number' && message >= diesAt) child.kill('SIGKILL');
  });
  await once(child, 'exit');
  return last;
}

test('a harvest that is killed again and again ends like one that never was', async () => {
  const database = openDatabase(folder);
  const stores = createStores(database);
  const source = {
    id: 'test',
    names: {},
    descriptions: {},
    protocol: 'oai-pmh' as const,
    url: server.url,
    options: {},
    enabled: true,
    allowPrivateAddresses: true,
    createdAt: '2024-01-01T00:00:00Z',
  };
  await stores.sources.save(source);
  const seed = Date.now() % 100_000;
  process.stdout.write(`killed.test.ts: seed ${seed}\n`);
  let state = seed;
  const random = () => {
    state = (state * 16_807 + 7) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  for (let number = 1; number <= lives; number += 1) {
    // The source changes between the deaths, too.
    records = records.map((record, index) =>
      index % 97 === number ? { ...record, title: `Changed in life ${number}` } : record,
    );
    await live(number, 1 + Math.floor(random() * 900));
  }
  records = records.slice(20);
  const last = await live(lives + 1);
  expect(last).toMatchObject({ state: 'succeeded', counts: { listed: 980, refused: 0, withdrawn: 20 } });
  const runs = await stores.runs.listBySource('test', 100);
  // A process may get to its end before the signal reaches it; one killed while it ran must be there.
  expect(runs.filter((run) => run.state === 'interrupted').length).toBeGreaterThan(0);
  expect(runs.filter((run) => run.state === 'running')).toEqual([]);

  const undisturbed = openTestHarvest();
  await undisturbed.source(source);
  await undisturbed.harvester.harvest('test');
  const hashes = async (writer: typeof stores.writer) =>
    (await writer.listLive('test', '', 10_000))
      .map((known) => `${known.upstreamIdentifier} ${known.documentHash}`)
      .sort();
  expect(await hashes(stores.writer)).toEqual(await hashes(undisturbed.stores.writer));
  await undisturbed.close();
  database.close();
});
