import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createStores, openDatabase } from '#db';
import type { HarvestSource } from '#harvesters';
import { honestOai, type OaiSample, openTestHarvest, sampleRecords } from '../../harvesters/testing/index.ts';
import type { LocalServer } from '../../runtime/fetching/testing/index.ts';

const script = fileURLToPath(new URL('./killed/harvest.ts', import.meta.url));
/** Deaths of each kind; the long form is `npm run soak -- killed`. */
const deaths = Number(process.env['HALOCLINE_DEATHS'] ?? 6);

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

/**
 * @param diesAt signs of progress after which the process is killed; absent: it may live
 * @returns the run, when it came to its end
 */
async function live(number: number, diesAt?: number): Promise<unknown> {
  const child = fork(script, [folder, String(number * 120_000)], { execArgv: ['--import', 'tsx'] });
  let last: unknown;
  let signs = 0;
  child.on('message', (message) => {
    last = message;
    signs += 1;
    if (signs === diesAt) child.kill('SIGKILL');
  });
  await once(child, 'exit');
  return last;
}

const source: HarvestSource = {
  id: 'test',
  names: {},
  descriptions: {},
  protocol: 'oai-pmh',
  url: '',
  options: {},
  enabled: true,
  allowPrivateAddresses: true,
  createdAt: '2024-01-01T00:00:00Z',
};

type Stores = ReturnType<typeof createStores>;

const hashes = async (writer: Stores['writer']) =>
  (await writer.listLive('test', '', 10_000))
    .map((known) => `${known.upstreamIdentifier} ${known.documentHash}`)
    .sort();

/** What a harvest gives that nobody disturbs. */
async function undisturbed(): Promise<string[]> {
  const harvest = openTestHarvest();
  await harvest.source({ ...source, url: server.url });
  await harvest.harvester.harvest('test');
  const found = await hashes(harvest.stores.writer);
  await harvest.close();
  return found;
}

/** Random numbers from 0 to 1, of a seed that is printed. */
function chance(): () => number {
  let state = Number(process.env['HALOCLINE_SEED'] ?? Date.now() % 100_000);
  process.stdout.write(`killed.test.ts: ${deaths} deaths, seed ${state}\n`);
  return () => {
    state = (state * 16_807 + 7) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

test(
  'a harvest that is killed again and again goes on where it stood, and ends like one that never was',
  async () => {
    const database = openDatabase(folder);
    const stores = createStores(database);
    await stores.sources.save({ ...source, url: server.url });
    const random = chance();
    let number = 0;
    let last: unknown;
    for (let died = 0; died < deaths; ) {
      number += 1;
      // A life may fall anywhere: while it lists, and while it commits, which tells of itself as often.
      last = await live(number, 1 + Math.floor(random() * 12));
      if (typeof last !== 'object') died += 1;
      else records = records.map((record) => ({ ...record, title: `${record.title} again` }));
    }
    last = await live(number + 1);
    expect(last).toMatchObject({ state: 'succeeded', counts: { listed: 1000, refused: 0, withdrawn: 0 } });
    expect(await hashes(stores.writer)).toEqual(await undisturbed());
    const runs = await stores.runs.listBySource('test', 1000);
    expect(runs.filter((run) => run.state !== 'succeeded')).toEqual([]);
    expect(runs.every((run) => run.counts.listed === 1000)).toBe(true);

    // The source changes between the deaths, too: what a run that goes on can't see any more, the next one does.
    for (let died = 0; died < Math.ceil(deaths / 2); ) {
      number += 2;
      records = records.map((record, index) =>
        index % 97 === died ? { ...record, title: `Changed in life ${number}` } : record,
      );
      if (typeof (await live(number, 1 + Math.floor(random() * 12))) !== 'object') died += 1;
    }
    records = records.slice(20);
    await live(number + 2);
    expect(await live(number + 3)).toMatchObject({ state: 'succeeded', counts: { listed: 980, refused: 0 } });
    expect(await hashes(stores.writer)).toEqual(await undisturbed());
    database.close();
  },
  Math.max(600_000, deaths * 60_000),
);
