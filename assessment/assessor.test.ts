import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestPortal, publicUrl, readDocument, salinityDocument, type TestPortal } from '#app/testing';
import { evidenceText, type TestResult } from '#catalogue/fair';
import { formats } from '#catalogue/formats';
import { createTestFetcher, type LocalServer } from '#runtime/fetching/testing';
import { type Assessor, createAssessor } from './assessor.ts';
import { createLinkChecker } from './links/index.ts';
import { startLyingServer } from './testing/lying-server.ts';

/** Nobody but our own little server is asked: no other name is known. */
const fetcher = createTestFetcher({
  resolve: async (host) => {
    throw Object.assign(new Error(`no such host: ${host}`), { code: 'ENOTFOUND' });
  },
});
let server: LocalServer;
let portal: TestPortal;
let assessor: Assessor;
let now = Date.parse('2026-01-01T00:00:00Z');

beforeAll(async () => {
  server = await startLyingServer();
  portal = await openTestPortal();
  assessor = createAssessor({
    publicUrl,
    ask: (request) => portal.answer(request),
    links: createLinkChecker(fetcher, portal.stores.linkChecks, {
      clock: () => now,
      limits: { headersMs: 300 },
    }),
    formats,
    checkLinks: true,
    records: portal.stores.records,
    store: portal.stores.assessments,
    allowPrivate: async () => true,
    clock: () => now,
  });
});
afterAll(async () => {
  await portal.close();
  await server.close();
  await fetcher.close();
});

/** A record that claims all the best of one file. */
async function claiming(path: string, identifier = path): Promise<string> {
  const document = JSON.parse(salinityDocument());
  document.distribution = {
    '@type': 'DataDownload',
    contentUrl: server.url + path,
    encodingFormat: 'application/x-netcdf',
    contentSize: '4004',
  };
  const [id = ''] = await portal.commit(
    await readDocument('schema.org', JSON.stringify(document), identifier),
  );
  return id;
}

async function testsOf(id: string): Promise<Record<string, TestResult>> {
  const assessed = await assessor.assess(id);
  return Object.fromEntries((assessed?.assessment.tests ?? []).map((test) => [test.metric, test]));
}

const said = (test: TestResult | undefined) =>
  (test?.evidence ?? []).map(
    (evidence) => `${evidence.verdict}: ${evidenceText(evidence, 'en').replaceAll(server.url, 'S')}`,
  );

describe('what is served wins over what is claimed', () => {
  it.each([
    ['/honest.nc', 'passed: S/honest.nc answers (200, application/x-netcdf).'],
    ['/ranged.nc', 'passed: S/ranged.nc answers (200, application/x-netcdf).'],
    ['/sorry.nc', 'failed: S/sorry.nc promises a file, but a web page comes (200, application/x-netcdf).'],
    ['/gone.nc', 'failed: Nothing stands at S/gone.nc (it answered 404).'],
    ['/private.nc', 'passed: S/private.nc asks to sign in (401).'],
    ['/slow.nc', 'unknown: S/slow.nc could not be reached: no answer came in time.'],
    ['/busy.nc', 'unknown: S/busy.nc could not be reached: the server asks to come back later.'],
  ])('%s: whether the data are there', async (path, sentence) => {
    const tests = await testsOf(await claiming(path));
    expect(said(tests['FsF-F3-01M'])).toEqual([
      `passed: The page names the data for machines: S${path}.`,
      sentence,
    ]);
  });
  it.each([
    ['/honest.nc', 'passed: S/honest.nc sends what is described.'],
    ['/octets.nc', 'passed: S/octets.nc sends what is described.'],
    [
      '/csv-as-netcdf.nc',
      'failed: S/csv-as-netcdf.nc is said to be NetCDF, but sends text (media type application/x-netcdf).',
    ],
    [
      '/sorry.nc',
      'failed: S/sorry.nc is said to be NetCDF, but sends html (media type application/x-netcdf).',
    ],
  ])('%s: whether the file is as described', async (path, sentence) => {
    const tests = await testsOf(await claiming(path));
    expect(said(tests['FsF-R1-01MD'])[2]).toBe(sentence);
  });
  it('a page to sign in is no success, and not open access', async () => {
    const tests = await testsOf(await claiming('/guarded.nc'));
    expect(said(tests['HAL-A1.2-01D'])).toEqual([
      'failed: S/guarded.nc answers with success, but gives a page to sign in.',
    ]);
    expect(said(tests['FsF-A1-01M'])[1]).toBe(
      'failed: The data are said to be open, but S/guarded.nc asks to sign in.',
    );
  });
});

describe('our own page', () => {
  it('is read as a stranger reads it', async () => {
    const tests = await testsOf(await claiming('/honest.nc'));
    expect(said(tests['FsF-F1-01D'])).toEqual(['passed: The page states the identifier doi:10.17882/99901.']);
    expect(said(tests['FsF-F4-01M'])[0]).toBe('passed: The page holds JSON-LD that can be read (Dataset).');
    expect(said(tests['FsF-A1-02M'])).toEqual([expect.stringMatching(/^passed: .* answers over https\.$/)]);
    expect(said(tests['HAL-A2-01M'])).toEqual([
      'passed: The document that the source sent is kept here and can be had.',
      'passed: The page names https://doi.org/10.17882/99901 as its permanent address.',
    ]);
    const { good, of } = tests['FsF-F4-01M']?.evidence[1]?.values ?? {};
    expect([good, Number(of) >= 3]).toEqual([of, true]);
    expect(tests['FsF-R1.3-01M']?.score).toBe(1);
    expect(portal.reported).toEqual([]);
  });
  it('that fails is said to fail', async () => {
    const broken = createAssessor({
      publicUrl,
      ask: async () => new Response('Something went wrong.', { status: 500 }),
      links: createLinkChecker(fetcher, portal.stores.linkChecks, { clock: () => now }),
      formats,
      checkLinks: true,
      records: portal.stores.records,
      store: portal.stores.assessments,
      allowPrivate: async () => true,
      clock: () => now,
    });
    const id = await claiming('/honest.nc');
    const assessed = await broken.assess(id, { askLinks: false });
    const failed = assessed?.assessment.tests.filter(({ score }) => score === 0).map(({ metric }) => metric);
    expect(failed).toEqual(
      expect.arrayContaining(['FsF-F1-01D', 'FsF-F2-01M', 'FsF-F4-01M', 'FsF-A1-02M', 'FsF-R1.1-01M']),
    );
    await assessor.assess(id);
  });
  it('of a withdrawn record is not judged', async () => {
    const id = await claiming('/honest.nc', 'to be withdrawn');
    await portal.commit({ kind: 'withdraw', recordId: id, reason: 'gone' });
    expect(await assessor.assess(id)).toBeNull();
  });
});

describe('a batch', () => {
  it('asks no foreign server when told so, and leaves the links to the next one', async () => {
    const id = await claiming('/no-head.nc', 'new');
    server.requests.length = 0;
    expect(await assessor.assessDue({ limit: 100, askLinks: false })).toEqual({ assessed: 1, more: false });
    expect(server.requests).toEqual([]);
    const without = await portal.stores.assessments.latest(id);
    expect(await assessor.assessDue({ limit: 100 })).toEqual({ assessed: 1, more: false });
    expect(server.requests.length).toBeGreaterThan(0);
    const after = await portal.stores.assessments.latest(id);
    expect(after?.assessment.score).toBeGreaterThan(without?.assessment.score ?? 1);
    expect(await assessor.assessDue({ limit: 100 })).toEqual({ assessed: 0, more: false });
  });
  it('breaks off at a signal; what was done stays done, and the rest is done next time', async () => {
    for (const name of ['one', 'two', 'three']) await claiming('/honest.nc', name);
    const stop = new AbortController();
    const onAssessed = () => stop.abort(new Error('stopped'));
    await expect(assessor.assessDue({ limit: 100, signal: stop.signal, onAssessed })).rejects.toThrow(
      'stopped',
    );
    expect(await assessor.assessDue({ limit: 1 })).toEqual({ assessed: 1, more: true });
    expect(await assessor.assessDue({ limit: 100 })).toEqual({ assessed: 1, more: false });
  });
  it('begins none after its time, and sums up the source for the day', async () => {
    await claiming('/honest.nc', 'four');
    expect(await assessor.assessDue({ limit: 100, until: now })).toEqual({ assessed: 0, more: true });
    now += 1000;
    await assessor.assessDue({ limit: 100 });
    const [today] = await portal.stores.assessments.ofSource('centre', 1);
    const counts = await portal.stores.records.countBySource('public');
    expect(today).toMatchObject({ day: '2026-01-01', records: counts['centre'] });
    expect(Object.values(today?.tests['FsF-F1-01D'] ?? {})).toEqual([counts['centre']]);
  });
});
