import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { createStores } from '#db';
import { openTestDatabase } from '#db/testing';
import { createTestFetcher, type LocalServer } from '#runtime/fetching/testing';
import { startLyingServer } from '../testing/lying-server.ts';
import { askLink } from './ask-link.ts';
import { createLinkChecker } from './link-checker.ts';
import { waitFor } from './schedule.ts';
import { contentOf } from './sniff.ts';

const signal = new AbortController().signal;
let server: LocalServer;

beforeAll(async () => {
  server = await startLyingServer();
});
afterAll(() => server.close());

describe('asking a link', () => {
  const fetcher = createTestFetcher();
  afterAll(() => fetcher.close());
  const ask = (path: string, look = true) =>
    askLink(fetcher, `${server.url}${path}`, {
      look,
      allowPrivate: true,
      signal,
      limits: { headersMs: 300 },
    });

  it.each([
    ['/honest.nc', { status: 200, mediaType: 'application/x-netcdf', size: 4004, content: 'netcdf' }],
    ['/ranged.nc', { status: 200, mediaType: 'application/x-netcdf', size: 4004, content: 'netcdf' }],
    ['/no-head.nc', { status: 200, mediaType: 'application/x-netcdf', size: 4004, content: 'netcdf' }],
    ['/csv-as-netcdf.nc', { status: 200, mediaType: 'application/x-netcdf', content: 'text' }],
    ['/octets.nc', { status: 200, mediaType: 'application/octet-stream', content: 'netcdf' }],
    ['/sorry.nc', { status: 200, mediaType: 'application/x-netcdf', content: 'html', title: 'Error' }],
    ['/endless.nc', { status: 200, mediaType: 'application/x-netcdf', content: 'netcdf' }],
    ['/gone.nc', { status: 404, mediaType: 'text/html' }],
    ['/private.nc', { status: 401 }],
  ] as const)('%s', async (path, expected) => {
    expect(await ask(path)).toMatchObject({
      outcome: 'answered',
      finalUrl: `${server.url}${path}`,
      ...expected,
    });
  });
  it('tells a page to sign in, and where it stands', async () => {
    expect(await ask('/guarded.nc')).toMatchObject({
      finalUrl: `${server.url}/cas/login?service=guarded`,
      content: 'login',
      title: 'Sign in',
    });
  });
  it('asks only for headers where these are enough', async () => {
    const before = server.requests.length;
    expect(await ask('/honest.nc', false)).not.toHaveProperty('content');
    expect(server.requests.slice(before).map(({ method }) => method)).toEqual(['HEAD']);
  });
  it('leaves a server alone that asks for it', async () => {
    const before = server.requests.length;
    expect(await ask('/busy.nc')).toEqual({ outcome: 'unreachable', reason: 'busy' });
    expect(server.requests.slice(before)).toHaveLength(1);
  });
  it.each([
    ['http://127.0.0.1:9/x', 'address-refused'],
    ['http://169.254.169.254/latest/meta-data', 'address-refused'],
    ['ftp://ftp.ifremer.fr/argo', 'other-protocol'],
    ['https://data.example.org/a.nc', 'reserved-name'],
    ['https://doi.org/10.5072/test', 'reserved-name'],
    ['nonsense', 'address-invalid'],
  ])('does not ask %s: %s', async (url, reason) => {
    expect(await askLink(fetcher, url, { look: true, allowPrivate: false, signal })).toEqual({
      outcome: 'refused',
      reason,
    });
  });
  it('does not wait for ever', async () => {
    expect(await ask('/slow.nc')).toEqual({ outcome: 'unreachable', reason: 'timeout' });
  });
  it('says that nobody answered', async () => {
    expect(
      await askLink(fetcher, 'http://127.0.0.1:1/x', { look: true, allowPrivate: true, signal }),
    ).toEqual({ outcome: 'unreachable', reason: 'connection' });
  });
});

describe('the checker', () => {
  const day = 24 * 3_600_000;
  const fetcher = createTestFetcher();
  let database: ReturnType<typeof openTestDatabase>;
  let now = 0;
  beforeEach(() => {
    database = openTestDatabase();
    now = Date.parse('2026-01-01T00:00:00Z');
    server.requests.length = 0;
  });
  afterEach(() => database.close());
  afterAll(() => fetcher.close());
  const check = (urls: readonly string[], ask = true) =>
    createLinkChecker(fetcher, createStores(database).linkChecks, { clock: () => now }).check(
      urls.map((url) => ({ url, look: true })),
      { ask, allowPrivate: true, signal },
    );

  it('asks nobody twice within a day, and ever more seldom where nothing changes', async () => {
    const url = `${server.url}/honest.nc`;
    const asked = [];
    for (let days = 0; days <= 62; days += 1) {
      const before = server.requests.length;
      await check([url]);
      if (server.requests.length > before) asked.push(days);
      now += day;
    }
    expect(asked).toEqual([0, 1, 3, 7, 15, 31, 61]);
  });
  it('remembers what it knows when it may not ask, and says what it does not know', async () => {
    const [known, other] = [`${server.url}/honest.nc`, `${server.url}/gone.nc`];
    await check([known]);
    now += 40 * day;
    server.requests.length = 0;
    const checked = await check([known, other], false);
    expect(checked.get(known)?.observation).toMatchObject({ outcome: 'answered', status: 200 });
    expect(checked.get(other)).toEqual({ observation: { outcome: 'not-checked' } });
    expect(server.requests).toEqual([]);
  });
  it('counts failures in a row', async () => {
    const url = `${server.url}/gone.nc`;
    await check([url]);
    now += 2 * day;
    await check([url]);
    const [stored] = await createStores(database).linkChecks.getMany([url]);
    expect(stored).toMatchObject({ failures: 2, nextCheckAt: now + day });
  });
  it('does not knock at every door of a host that is down', async () => {
    const checker = createLinkChecker(fetcher, createStores(database).linkChecks, { clock: () => now });
    const urls = Array.from({ length: 50 }, (_, number) => `http://127.0.0.1:1/${number}`);
    const questions = urls.map((url) => ({ url, look: true }));
    const checked = await checker.check(questions, { ask: true, allowPrivate: true, signal });
    expect([...checked.values()].every(({ observation }) => observation.outcome === 'unreachable')).toBe(
      true,
    );
  });
});

test('the plan: 12 hours after a failure, a day after a change, at most 30 days', () => {
  const hour = 3_600_000;
  const previous = (hours: number) => ({ checkedAt: 0, nextCheckAt: hours * hour });
  expect(waitFor(false, false, undefined)).toBe(12 * hour);
  expect(waitFor(false, true, previous(12))).toBe(24 * hour);
  expect(waitFor(true, false, previous(480))).toBe(24 * hour);
  expect(waitFor(true, true, previous(480))).toBe(720 * hour);
});

test.each([
  ['\x89HDF\r\n\x1a\n', 'hdf5'],
  ['PK\x03\x04', 'zip'],
  ['\x1f\x8b\x08', 'gzip'],
  ['%PDF-1.7', 'pdf'],
  ['II*\0', 'tiff'],
  ['\xff\xd8\xff\xe0', 'image'],
  ['  <!-- a --><HTML><body>no</body>', 'html'],
  ['<!DOCTYPE html><input type=PASSWORD>', 'login'],
  ['<?xml version="1.0"?><a/>', 'xml'],
  ['{"a":1}', 'json'],
  ['a,b\n1,2', 'text'],
  ['\x00\x01\x02', 'binary'],
] as const)('%j is %s', (bytes, content) => {
  expect(contentOf(Buffer.from(bytes, 'latin1'))).toBe(content);
});
