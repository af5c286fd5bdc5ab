import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase } from '#db/testing';
import { honestOai, openTestHarvest, sampleRecords, type TestHarvest } from '../testing/index.ts';

const count = 1200;
let now = 0;
let database: ReturnType<typeof openTestDatabase>;
let harvest: TestHarvest;
let server: Awaited<ReturnType<typeof honestOai>>;

beforeEach(async () => {
  now = Date.UTC(2026, 10, 26);
  database = openTestDatabase();
  harvest = openTestHarvest({ database, ports: { clock: () => now } });
  server = await honestOai(
    () => sampleRecords(count).map((one) => ({ ...one, datestamp: '2024-05-01T00:00:00Z' })),
    { pageSize: 100 },
  );
  await harvest.source({ protocol: 'oai-pmh', url: server.url });
});
afterEach(async () => {
  await harvest.close();
  await server.close();
});

/** SQLite itself says that database or disk is full once it needs more pages than these. */
const room = (pages: number) => database.connection.pragma(`max_page_count = ${pages}`);
const used = () => Number(database.connection.pragma('page_count', { simple: true }));
const everything = 1_000_000;
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string; message?: string }) => `${error.code}: ${error.message}`,
  );
const lastRun = async () => (await harvest.stores.runs.listBySource('test', 1))[0];

describe('a harvest that finds the disk full', () => {
  it('stops in words, keeps what it has, and goes on behind the last page once there is room', async () => {
    room(used() + 150);
    expect(await refusal(harvest.harvester.harvest('test'))).toMatch(
      /^unavailable: The disk .* is full.*Make room/,
    );
    const stopped = await lastRun();
    expect(stopped).toMatchObject({
      state: 'interrupted',
      phase: 'listing',
      message: /Make room, then harvest again/,
    });
    const { listed = 0 } = stopped?.counts ?? {};
    expect(listed).toBeGreaterThan(0);
    expect(listed).toBeLessThan(count);
    if (stopped)
      expect((await harvest.problems(stopped)).map(({ code, severity }) => [code, severity])).toEqual([
        ['disk-full', 'error'],
      ]);
    // Still full: it says so again, and nothing is lost by it.
    expect(await refusal(harvest.harvester.harvest('test'))).toMatch(/^unavailable/);
    room(everything);
    const asked = server.requests.length;
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({
      id: stopped?.id,
      state: 'succeeded',
      counts: { listed: count, created: count },
    });
    // No page that was stored is asked for again.
    const listings = server.requests.slice(asked).map(({ path }) => path);
    expect(listings.filter((path) => path.includes('verb=ListRecords&metadataPrefix'))).toEqual([]);
    expect(await harvest.live()).toHaveLength(count);
  });

  it('in the middle of storing keeps what is stored, and stores the rest once there is room', async () => {
    const preview = await harvest.harvester.harvest('test', { dryRun: true });
    // A little more room each time, until it is enough for a part of the records.
    for (let pages = used() + 40; (await harvest.live()).length === 0; pages += 20) {
      room(pages);
      expect(await refusal(harvest.harvester.approve(preview.id))).toMatch(/^unavailable/);
    }
    expect(await lastRun()).toMatchObject({ state: 'interrupted', phase: 'committing' });
    const stored = (await harvest.live()).length;
    expect(stored).toBeGreaterThan(0);
    expect(stored).toBeLessThan(count);
    room(everything);
    expect(await harvest.harvester.approve(preview.id)).toMatchObject({
      state: 'succeeded',
      counts: { created: count },
    });
    expect(await harvest.live()).toHaveLength(count);
  });

  it('and no room even to say so, is taken up when its lease is over', async () => {
    const { finish } = harvest.stores.runs;
    room(used() + 150);
    harvest.stores.runs.finish = async () => {
      throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    };
    expect(await refusal(harvest.harvester.harvest('test'))).toMatch(/^unavailable/);
    const left = await lastRun();
    expect(left).toMatchObject({ state: 'running' });
    harvest.stores.runs.finish = finish;
    room(everything);
    expect(await refusal(harvest.harvester.harvest('test'))).toMatch(/^conflict/);
    now += 61_000;
    expect(await harvest.harvester.harvest('test')).toMatchObject({
      id: left?.id,
      state: 'succeeded',
      counts: { listed: count, created: count },
    });
  });

  it('withdraws nothing', async () => {
    await harvest.harvester.harvest('test');
    const source = await harvest.stores.sources.get('test');
    if (source) await harvest.stores.sources.save({ ...source, options: { incremental: 'no' } });
    database.connection.exec('VACUUM');
    room(used());
    expect(await refusal(harvest.harvester.harvest('test', { full: true }))).toMatch(/^unavailable/);
    room(everything);
    expect(await harvest.live()).toHaveLength(count);
  });
});
