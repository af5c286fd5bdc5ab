import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyRecord } from '#catalogue/model';
import { createStores } from '#db';
import { openTestDatabase } from '#db/testing';
import { createSourceReports } from '#harvesters/report';
import { createTestFetcher, type LocalServer, startLocalServer } from '#runtime/fetching/testing';
import { createRobots } from '#runtime/robots';
import { createLinkChecker, createLinkWatch } from './index.ts';

const hour = 3_600_000;
const day = 24 * hour;
const signal = new AbortController().signal;

/** A data server that changes its mind: what it answers, by path; 404 for what it does not know. */
const answers = new Map<string, { status: number; headers?: Record<string, string> }>();
let server: LocalServer;
let database: ReturnType<typeof openTestDatabase>;
let stores: ReturnType<typeof createStores>;
let fetcher: ReturnType<typeof createTestFetcher>;
let now = 0;

beforeEach(async () => {
  answers.clear();
  server = await startLocalServer((request, response) => {
    const { status, headers = {} } = answers.get(request.url ?? '') ?? { status: 404 };
    response.writeHead(status, { 'content-type': 'text/plain', ...headers });
    response.end(request.method === 'HEAD' ? undefined : 'depth,temperature\n');
  });
  now = Date.parse('2026-01-01T00:00:00Z');
  database = openTestDatabase();
  stores = createStores(database, () => now);
  fetcher = createTestFetcher();
});
afterEach(async () => {
  await fetcher.close();
  database.close();
  await server.close();
});

async function source(id: string, allowPrivateAddresses: boolean): Promise<void> {
  await stores.sources.save({
    id,
    names: { en: id },
    descriptions: {},
    protocol: 'folder',
    url: 'https://data.example.org',
    options: {},
    enabled: true,
    allowPrivateAddresses,
    createdAt: '2026-01-01T00:00:00Z',
  });
}

async function record(
  sourceId: string,
  name: string,
  urls: readonly string[],
  kind: 'download' | 'service' = 'download',
) {
  const content = emptyRecord();
  content.resource.distributions = urls.map((url) => ({
    url,
    names: {},
    descriptions: {},
    kind,
    conformsTo: [],
  }));
  const [outcome] = await stores.writer.apply(
    [
      {
        kind: 'put',
        sourceId,
        upstreamIdentifier: name,
        document: {
          bytes: Buffer.from(name + urls.join()),
          format: 'iso19139',
          mediaType: 'application/xml',
        },
        record: content,
        problems: [],
      },
    ],
    { actor: 'system' },
  );
  return outcome?.recordId ?? '';
}

function watchOf(linksAtOnce = 20, pauseMs = 0) {
  return createLinkWatch({
    links: createLinkChecker(fetcher, stores.linkChecks, {
      clock: () => now,
      limits: { headersMs: 300, retries: 0 },
    }),
    store: stores.linkChecks,
    robots: createRobots(fetcher),
    budget: { linksAtOnce, pauseMs, hostsAtOnce: 4, restMs: 12 * hour },
    clock: () => now,
  });
}

const check = (watch = watchOf()) => watch.checkDue({ until: Infinity, signal });
const problemsOf = async (id: string) =>
  (await createSourceReports(stores.reports, stores.records).linkProblems(id)).map(
    ({ code, severity, path }) => `${severity} ${code} ${path}`,
  );
const asked = () =>
  server.requests.filter(({ path }) => path !== '/robots.txt').map(({ method, path }) => `${method} ${path}`);

describe('a server that changes its mind', () => {
  it('is told broken at once where it says so, and its recovery clears the report', async () => {
    await source('centre', true);
    const id = await record('centre', 'a', [`${server.url}/a.csv`]);
    answers.set('/a.csv', { status: 200 });
    expect(await check()).toEqual({ checked: 1, sources: ['centre'], more: false });
    expect(asked()).toEqual(['HEAD /a.csv', 'GET /a.csv']);
    expect(server.requests.at(-1)?.headers['range']).toBe('bytes=0-16383');
    expect(await problemsOf(id)).toEqual([]);

    expect(await check()).toEqual({ checked: 0, sources: [], more: false });
    now += day;
    answers.set('/a.csv', { status: 410 });
    await check();
    expect(await problemsOf(id)).toEqual(['error link-broken resource.distributions[0].url']);
    expect(await stores.reports.rules('centre')).toMatchObject([{ code: 'link-broken', records: 1 }]);

    // Half a day after a failure it is asked again, not before.
    now += 12 * hour - 1;
    expect((await check()).checked).toBe(0);
    now += 1;
    answers.set('/a.csv', { status: 200 });
    expect((await check()).checked).toBe(1);
    expect(await problemsOf(id)).toEqual([]);
    expect(await stores.reports.rules('centre')).toEqual([]);
  });

  it('is told to fail only when it fails twice in a row', async () => {
    await source('centre', true);
    const id = await record('centre', 'a', [`${server.url}/a.csv`, 'http://127.0.0.1:1/b.csv']);
    answers.set('/a.csv', { status: 500 });
    await check();
    expect(await problemsOf(id)).toEqual([]);
    now += 12 * hour;
    await check();
    expect(await problemsOf(id)).toEqual([
      'warning link-server-error resource.distributions[0].url',
      'warning link-unreachable resource.distributions[1].url',
    ]);
  });

  it('is asked ever more seldom while nothing changes, at last every 30 days', async () => {
    await source('centre', true);
    await record('centre', 'a', [`${server.url}/gone.csv`]);
    const at: number[] = [];
    for (let halfDays = 0; halfDays < 260; halfDays += 1) {
      if ((await check()).checked > 0) at.push(halfDays / 2);
      now += 12 * hour;
    }
    const waits = at.slice(1).map((moment, place) => moment - (at[place] ?? 0));
    expect(waits).toEqual([0.5, 1, 2, 4, 8, 16, 30, 30, 30]);
  });
});

describe('what a link may say besides', () => {
  it.each([
    [{ status: 301, headers: { location: '/new.csv' } }, 'info link-moved resource.distributions[0].url'],
    [{ status: 308, headers: { location: '/new.csv' } }, 'info link-moved resource.distributions[0].url'],
    [{ status: 302, headers: { location: '/new.csv' } }, undefined],
    [{ status: 301, headers: { location: '/nowhere' } }, 'error link-broken resource.distributions[0].url'],
    [{ status: 403 }, 'info link-restricted resource.distributions[0].url'],
    [{ status: 400 }, undefined],
  ] as const)('%j: %s', async (answer, expected) => {
    await source('centre', true);
    const id = await record('centre', 'a', [`${server.url}/old.csv`]);
    answers.set('/new.csv', { status: 200 });
    answers.set('/old.csv', answer);
    await check();
    expect(await problemsOf(id)).toEqual(expected ? [expected] : []);
  });

  it('a service is asked for its headers only', async () => {
    await source('centre', true);
    await record('centre', 'a', [`${server.url}/wms`], 'service');
    answers.set('/wms', { status: 200 });
    await check();
    expect(asked()).toEqual(['HEAD /wms']);
  });
});

describe('manners', () => {
  it('a private address is not asked where its source may not name one', async () => {
    await source('stranger', false);
    const id = await record('stranger', 'a', [`${server.url}/a.csv`]);
    await check();
    expect(server.requests).toEqual([]);
    expect(await problemsOf(id)).toEqual(['warning link-private resource.distributions[0].url']);
  });

  it('robots are kept out where the server says so, and nothing is told of it', async () => {
    await source('centre', true);
    const id = await record('centre', 'a', [`${server.url}/data/a.csv`]);
    server.requests.length = 0;
    answers.set('/robots.txt', { status: 200 });
    await server.close();
    server = await startLocalServer((_request, response) => {
      response.end('User-agent: *\nDisallow: /data/\n');
    });
    await record('centre', 'a', [`${server.url}/data/a.csv`]);
    expect((await check()).checked).toBe(1);
    expect(asked()).toEqual([]);
    expect(await problemsOf(id)).toEqual([]);
  });

  it('a password in a record is not used', async () => {
    await source('centre', true);
    await record('centre', 'a', [`${server.url.replace('//', '//user:secret@')}/a.csv`]);
    expect((await check()).checked).toBe(1);
    expect(asked()).toEqual([]);
  });

  it('one server is asked a bounded number of links in one go, and others are not kept waiting', async () => {
    await source('centre', true);
    const other = await startLocalServer((_request, response) => void response.end('x'));
    await record(
      'centre',
      'many',
      Array.from({ length: 50 }, (_, number) => `${server.url}/${number}`),
      'service',
    );
    await record('centre', 'one', [`${other.url}/x`], 'service');
    expect(await check(watchOf(10))).toEqual({ checked: 11, sources: ['centre'], more: true });
    expect(other.requests.map(({ path }) => path)).toEqual(['/robots.txt', '/x']);
    await other.close();
  });

  it('a busy server is left alone for half a day', async () => {
    await source('centre', true);
    await record(
      'centre',
      'many',
      ['/1', '/2', '/3'].map((path) => server.url + path),
      'service',
    );
    const watch = watchOf();
    for (const path of ['/1', '/2', '/3'])
      answers.set(path, { status: 503, headers: { 'retry-after': '7200' } });
    expect(await check(watch)).toEqual({ checked: 1, sources: ['centre'], more: false });
    expect(asked()).toEqual(['HEAD /1']);
    now += 11 * hour;
    expect((await check(watch)).checked).toBe(0);
    now += hour;
    expect((await check(watch)).checked).toBe(1);
  });

  it('waits between two questions to a server, and stops when it is told to', async () => {
    await source('centre', true);
    await record(
      'centre',
      'many',
      ['/1', '/2'].map((path) => server.url + path),
      'service',
    );
    const stop = new AbortController();
    const work = watchOf(20, 9000).checkDue({ until: Infinity, signal: stop.signal });
    await expect.poll(() => asked().length).toBeGreaterThan(0);
    stop.abort(new Error('The worker stops.'));
    await expect(work).rejects.toThrow();
    expect(new Set(asked().map((line) => line.split(' ')[1])).size).toBe(1);
    expect(await stores.linkChecks.dueHosts(now)).toHaveLength(1);
  });
});
