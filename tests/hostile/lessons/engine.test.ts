import { setTimeout as sleep } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { parseXml } from '#catalogue/xml';
import { openTestDatabase } from '#db/testing';
import type { HarvestSource } from '#harvesters';
import type { Fetcher } from '#runtime/fetching';
import { openTestPortal } from '../../../app/testing/index.ts';
import { over } from '../../../db/database.ts';
import {
  honestCsw,
  honestErddap,
  honestOai,
  type OaiSample,
  oaiEnvelope,
  oaiRecord,
  openTestHarvest,
  sampleRecords,
  startOai,
  type TestHarvest,
} from '../../../harvesters/testing/index.ts';
import {
  createTestFetcher,
  type LocalServer,
  startLocalServer,
} from '../../../runtime/fetching/testing/index.ts';

/** What went wrong around the lists: speed, failing sources, hanging jobs, manners, memory, growing tables. */
const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const open of closing.splice(0)) await open.close();
});

type Options = Parameters<typeof openTestHarvest>[0];

async function openOai(server: LocalServer, options: Options = {}): Promise<TestHarvest> {
  const harvest = openTestHarvest(options);
  closing.push(server, harvest);
  await harvest.source({ protocol: 'oai-pmh', url: server.url, options: { incremental: 'no' } });
  return harvest;
}

const dated = (count: number): OaiSample[] =>
  sampleRecords(count).map((record) => ({ ...record, datestamp: '2024-01-01T00:00:00Z' }));
const thousand = dated(1000);

describe('a harvest of a thousand records', () => {
  /** A database that notes every statement. */
  function noting(): { database: NonNullable<NonNullable<Options>['database']>; statements: string[] } {
    const fresh = openTestDatabase();
    const statements: string[] = [];
    const verbose = (sql: unknown) => statements.push(String(sql));
    const database = over(new BetterSqlite3(fresh.connection.serialize(), { verbose }), ':memory:');
    fresh.close();
    return { database, statements };
  }

  it('asks for a page of whole records each time, never for one; writes in batches; and one that changes nothing touches no record', async () => {
    const { database, statements } = noting();
    const server = await honestCsw(() => thousand);
    const harvest = openTestHarvest({ database });
    closing.push(server, harvest);
    await harvest.source({ protocol: 'csw', url: `${server.url}/csw`, options: { pageSize: '100' } });
    const cost = async () => {
      const asked = server.requests.length;
      statements.length = 0;
      const { counts } = await harvest.harvester.harvest('test');
      return {
        counts,
        requests: server.requests.length - asked,
        transactions: statements.filter((sql) => sql.startsWith('BEGIN')).length,
        statements: statements.length,
      };
    };

    const first = await cost();
    expect(first.counts).toMatchObject({ created: 1000 });
    expect(first.requests).toBeLessThanOrEqual(12);
    expect(first.transactions).toBeLessThanOrEqual(40);
    // Of each record its document, its place among what is staged, itself, its revision, and five looks; a batch in which a
    // second passes is written once more.
    expect(first.statements).toBeLessThanOrEqual(12_000);

    const again = await cost();
    expect(again.counts).toMatchObject({ unchanged: 1000, updated: 0 });
    expect(again.requests).toBeLessThanOrEqual(12);
    expect(again.transactions).toBeLessThanOrEqual(20);
    expect(again.statements).toBeLessThanOrEqual(200);
  });

  it('asks for what comes next while it stores, and never for more than a few pages ahead', async () => {
    const server = await honestOai(() => thousand, { deletedRecord: 'no', pageSize: 20 });
    const real = createTestFetcher();
    closing.push(real);
    let asked = 0;
    const fetcher: Fetcher = {
      ...real,
      fetch(address, request) {
        if (address.includes('ListRecords')) asked += 1;
        return real.fetch(address, request);
      },
    };
    const ahead: number[] = [];
    const harvest = await openOai(server, { ports: { fetcher } });
    await harvest.harvester.harvest('test', {
      onProgress: ({ run }) => {
        if (run.phase === 'listing') ahead.push(asked - run.counts.listed / 20);
      },
    });
    expect(ahead.length).toBe(50);
    expect(Math.max(...ahead)).toBeGreaterThanOrEqual(1);
    expect(Math.max(...ahead)).toBeLessThanOrEqual(2);
  });
});

describe('what fails at the source takes nothing away', () => {
  const fifty = dated(50);
  it.each<[string, (server: LocalServer) => string | number | Promise<void>]>([
    ['an error of the server', () => 500],
    ['a page of HTML', () => '<html><body>Maintenance</body></html>'],
    ['an error of the protocol', () => oaiEnvelope('<error code="badVerb">No</error>')],
    ['an empty list', () => oaiEnvelope('<error code="noRecordsMatch">Nothing</error>')],
    ['half a list', () => oaiEnvelope('<ListRecords></ListRecords>').slice(0, 300)],
    ['nobody there any more', (server) => server.close()],
  ])('%s: all fifty records stay', async (_name, fail) => {
    let failing = false;
    const honest = await honestOai(() => fifty, { deletedRecord: 'no', pageSize: 100 });
    closing.push(honest);
    const server: LocalServer = await startLocalServer(async (request, response) => {
      const path = request.url ?? '';
      if (failing && path.includes('ListRecords')) {
        const answer = fail(server);
        if (typeof answer === 'number') response.writeHead(answer);
        return void response.end(typeof answer === 'string' ? answer : '');
      }
      response.end(await (await fetch(honest.url + path)).text());
    });
    const harvest = await openOai(server);
    await harvest.harvester.harvest('test');
    failing = true;
    const run = await harvest.harvester.harvest('test');
    expect(['failed', 'held']).toContain(run.state);
    expect(run.message?.length).toBeGreaterThan(20);
    expect(run.counts.withdrawn).toBe(0);
    expect((await harvest.live()).length).toBe(50);
  });

  it('and the log of a run that failed is never empty', async () => {
    const server = await startLocalServer((_request, response) => void response.writeHead(503).end());
    const harvest = await openOai(server);
    const run = await harvest.harvester.harvest('test');
    expect(run.state).toBe('failed');
    expect(await harvest.problems(run)).toMatchObject([
      { severity: 'error', code: 'run-failed', hint: expect.stringMatching(/\w/) },
    ]);
  });
});

it('a bad character in the name of one source leaves the list of sources as it is', async () => {
  const portal = await openTestPortal();
  closing.push(portal);
  const source = (id: string, name: string): HarvestSource => ({
    id,
    names: { en: name },
    descriptions: { en: name },
    protocol: 'csw',
    url: 'http://data.example.org/',
    options: {},
    enabled: true,
    allowPrivateAddresses: false,
    createdAt: '2024-01-01T00:00:00Z',
  });
  await portal.stores.sources.save(source('bad', 'Bad \u0000 \u0008 \ud800 \ufffe & </script><b> "name"'));
  await portal.stores.sources.save(source('good', 'Good name'));
  const page = await (await portal.fetch('/sources')).text();
  expect(page).toContain('href="/sources/bad"');
  expect(page).toContain('Good name');
  expect(page).not.toContain('</script><b>');
  expect((await portal.fetch('/sources/bad')).status).toBe(200);
  const feed = await portal.fetch('/sources/bad/feed.atom');
  expect(feed.status).toBe(200);
  expect(parseXml(new Uint8Array(await feed.arrayBuffer())).problems).toEqual([]);
});

describe('tables do not grow by what did not change', () => {
  it('only what changed has a new revision, and nothing that was staged stays', async () => {
    let all = dated(30);
    const { database, harvest } = await withDatabase(() => all);
    const rows = (table: string) =>
      database.connection.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get();
    const tables = () => ['revisions', 'documents', 'staged_changes', 'seen_identifiers', 'leases'].map(rows);
    await harvest.harvester.harvest('test');
    expect(tables()).toEqual([30, 30, 0, 0, 0]);
    for (let time = 0; time < 3; time += 1) await harvest.harvester.harvest('test');
    expect(tables()).toEqual([30, 30, 0, 0, 0]);
    all = all.map((record, index) => (index === 7 ? { ...record, title: 'Changed' } : record));
    await harvest.harvester.harvest('test');
    expect(tables()).toEqual([31, 31, 0, 0, 0]);
  });

  async function withDatabase(records: () => OaiSample[]) {
    const database = openTestDatabase();
    const server = await honestOai(records, { deletedRecord: 'no' });
    return { database, harvest: await openOai(server, { database }) };
  }
});

describe('nothing hangs for ever', () => {
  it('a server that never answers is left', async () => {
    const server = await startLocalServer(() => {});
    const harvest = await openOai(server, {
      fetcher: { limits: { headersMs: 200, totalMs: 400, retries: 0 } },
    });
    expect(await harvest.harvester.harvest('test')).toMatchObject({ state: 'failed', message: /answer/ });
  });

  it('a run that lives too long is ended, and the next goes on', async () => {
    const server = await startLocalServer(async (_request, response) => {
      await sleep(5000, undefined, { ref: false });
      response.end();
    });
    const harvest = await openOai(server, { ports: { deadlineMs: 200 } });
    expect(await harvest.harvester.harvest('test')).toMatchObject({
      state: 'interrupted',
      message: /stopped after/,
    });
  });

  it('two runs of one source never overlap', async () => {
    const server = await honestOai(() => thousand, { deletedRecord: 'no', pageSize: 20 });
    const harvest = await openOai(server);
    const first = harvest.harvester.harvest('test');
    await expect(harvest.harvester.harvest('test')).rejects.toMatchObject({ code: 'conflict' });
    expect(await first).toMatchObject({ state: 'succeeded', counts: { created: 1000 } });
  });

  it('a run that a crash left "running" holds nobody up once its lease lapsed, and is gone on with', async () => {
    let now = Date.now();
    const server = await honestOai(() => dated(40), { deletedRecord: 'no' });
    const harvest = await openOai(server, { ports: { clock: () => now } });
    const interrupted = new AbortController();
    const before = await harvest.harvester.harvest('test', {
      signal: interrupted.signal,
      onProgress: () => interrupted.abort(),
    });
    // As a process leaves it that is killed: still "running", its lease not given back.
    await harvest.stores.runs.begin({ ...before, state: 'running' }, 60);
    await expect(harvest.harvester.harvest('test')).rejects.toMatchObject({ code: 'conflict' });
    now += 61_000;
    const after = await harvest.harvester.harvest('test');
    expect(after).toMatchObject({ id: before.id, state: 'succeeded', counts: { listed: 40, created: 40 } });
  });
});

describe('manners', () => {
  it('every request says who asks, and how to reach the operator', async () => {
    const server = await honestOai(() => dated(30), { deletedRecord: 'no' });
    const harvest = await openOai(server);
    await harvest.harvester.harvest('test');
    for (const { headers } of server.requests)
      expect(headers['user-agent']).toMatch(/^Halocline\/\S+ \(\+https:\/\/\S+; ops@example\.org\)$/);
  });

  it('Retry-After is obeyed', async () => {
    const records = dated(5).map(oaiRecord).join('');
    let busy = true;
    const server = await startOai((_given, response) => {
      if (busy) response.writeHead(503, { 'retry-after': '1' }).end();
      busy = false;
      return `<ListRecords>${records}</ListRecords>`;
    });
    const harvest = await openOai(server);
    expect(await harvest.harvester.harvest('test')).toMatchObject({ state: 'succeeded' });
    const [first = 0, second = 0] = server.requests
      .filter(({ path }) => path.includes('ListRecords'))
      .map(({ at }) => at);
    expect(second - first).toBeGreaterThanOrEqual(990);
  });

  it('a host has a budget: so many requests at once, so long between two', async () => {
    const server = await honestOai(() => dated(50), { deletedRecord: 'no' });
    const harvest = await openOai(server, { fetcher: { privateBudget: { concurrency: 1, intervalMs: 40 } } });
    await harvest.harvester.harvest('test');
    const starts = server.requests.map(({ at }) => at);
    const gaps = starts.slice(1).map((at, index) => at - (starts[index] ?? at));
    // The clocks of timers and of requests differ by a few milliseconds.
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(30);
  });

  it('an ERDDAP has one connection at a time', async () => {
    const server = await honestErddap(() => sampleRecords(30));
    const harvest = openTestHarvest();
    closing.push(server, harvest);
    await harvest.source({ protocol: 'erddap', url: `${server.url}/erddap` });
    expect((await harvest.harvester.harvest('test')).counts).toMatchObject({ created: 30 });
    expect(server.together()).toBe(1);
  });
});
