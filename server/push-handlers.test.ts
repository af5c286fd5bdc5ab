import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { system } from '#accounts';
import { openTestAccounts, type TestAccounts } from '#accounts/testing';
import { createHarvester, createReception, type HarvestSource, protocols } from '#harvesters';
import { isoDocument } from '#harvesters/testing';
import { createLedger } from '#ledger';
import { createTestFetcher } from '#runtime/fetching/testing';
import { createLog } from '#runtime/log';
import { projectRoot } from '#runtime/root';
import { pushHandler } from './push-handlers.ts';

const publicUrl = 'https://catalogue.example.org';
const log = createLog('silent', 'test');
let house: TestAccounts;
let secret: string;
let push: ReturnType<typeof pushHandler>;
let fetcher: ReturnType<typeof createTestFetcher>;

const source = (id: string, more: Partial<HarvestSource> = {}): HarvestSource => ({
  id,
  names: { en: id },
  descriptions: {},
  protocol: 'push',
  url: 'https://example.org',
  options: {},
  enabled: true,
  allowPrivateAddresses: false,
  createdAt: '2024-01-01T00:00:00Z',
  ...more,
});

beforeEach(async () => {
  house = openTestAccounts();
  const { accounts, stores } = house;
  const ada = await accounts.actorOf((await house.administrator()).request());
  const accountId = ada.kind === 'person' ? ada.id : '';
  ({ secret } = await accounts.createToken(system, { accountId, sourceId: 'ifremer', name: 'test' }));
  await stores.sources.save(source('ifremer'));
  await stores.sources.save(source('asked', { protocol: 'csw' }));
  fetcher = createTestFetcher();
  const harvester = createHarvester({
    sources: stores.sources,
    runs: stores.runs,
    ledger: createLedger(stores.writer),
    records: stores.records,
    known: stores.writer,
    fetcher,
    protocols,
    log,
  });
  const reception = createReception({
    sources: stores.sources,
    runs: stores.runs,
    known: stores.writer,
    harvester,
    log,
    audit: accounts.audit,
  });
  push = pushHandler({ accounts, reception, publicUrl }, 60);
});
afterEach(async () => {
  await fetcher.close();
  house.close();
});

type Sent = {
  identifier?: string;
  body?: BodyInit;
  type?: string;
  token?: string;
  query?: string;
  sourceId?: string;
};

async function send(method: string, given: Sent = {}) {
  const { identifier, body, type, token = secret, query = '', sourceId = 'ifremer' } = given;
  const headers = new Headers(token ? { authorization: `Bearer ${token}` } : {});
  if (type) headers.set('content-type', type);
  const request = new Request(`${publicUrl}/api/sources/${sourceId}/documents${query}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
  });
  const response = await push(request, sourceId, identifier);
  return { status: response.status, headers: response.headers, answer: await response.json() };
}

const iso = (identifier: string, title = identifier) => isoDocument({ identifier, title });
const xml = 'application/xml';
const live = async () =>
  (await house.stores.writer.listLive('ifremer', '', 100))
    .map(({ upstreamIdentifier }) => upstreamIdentifier)
    .sort();
const outcomes = ({ documents }: { documents: { name: string; outcome: string }[] }) =>
  documents.map(({ name, outcome }) => `${name} ${outcome}`);

describe('one document', () => {
  test('is created, left alone when it comes again, updated, withdrawn and restored', async () => {
    const put = (title: string) =>
      send('PUT', { identifier: '10.1/a', body: iso('inside', title), type: xml });
    const first = await put('A');
    const [held] = await house.stores.writer.knownOf('ifremer', ['10.1/a']);
    expect(first).toMatchObject({
      status: 200,
      answer: {
        state: 'succeeded',
        counts: { created: 1, refused: 0 },
        documents: [
          {
            name: '10.1/a',
            identifier: '10.1/a',
            outcome: 'created',
            record: `${publicUrl}/records/${held?.recordId}`,
          },
        ],
      },
    });
    expect(outcomes((await put('A')).answer)).toEqual(['10.1/a unchanged']);
    expect(outcomes((await put('B')).answer)).toEqual(['10.1/a updated']);
    const gone = await send('DELETE', { identifier: '10.1/a' });
    expect([gone.status, outcomes(gone.answer)]).toEqual([200, ['10.1/a withdrawn']]);
    expect(await live()).toEqual([]);
    expect(outcomes((await send('DELETE', { identifier: '10.1/a' })).answer)).toEqual(['10.1/a absent']);
    expect((await send('DELETE', { identifier: 'never' })).status).toBe(404);
    expect(outcomes((await put('B')).answer)).toEqual(['10.1/a restored']);
    expect(await live()).toEqual(['10.1/a']);
  });

  test('that cannot be read is refused with line, rule and remedy, in the language that was asked for', async () => {
    const body = `${iso('a').slice(0, -20)}\n<oops`;
    const { status, answer } = await send('PUT', { identifier: 'a', body, type: xml, query: '?lang=fr' });
    expect(status).toBe(422);
    expect(answer.documents[0]).toMatchObject({
      name: 'a',
      identifier: 'a',
      outcome: 'refused',
      problems: [
        { severity: 'error', rule: 'not-well-formed', line: expect.any(Number), remedy: expect.any(String) },
      ],
    });
    expect(answer.documents[0].problems[0].title).not.toBe('not-well-formed');
    const unknown = await send('POST', { body: 'Hello', type: 'text/plain' });
    expect([unknown.status, unknown.answer.documents[0].outcome]).toEqual([422, 'refused']);
    expect(unknown.answer.documents[0].problems[0].remedy).toMatch(/\.$/);
    expect(await live()).toEqual([]);
  });

  test('may be looked at first: nothing is stored', async () => {
    const { answer } = await send('PUT', {
      identifier: 'a',
      body: iso('a'),
      type: xml,
      query: '?dryRun=yes',
    });
    expect(answer).toMatchObject({ dryRun: true, documents: [{ outcome: 'created' }] });
    expect(await live()).toEqual([]);
  });
});

describe('many documents', () => {
  test('come as a form of files, each for itself', async () => {
    const form = new FormData();
    form.append('file', new File([iso('a')], 'a.xml', { type: xml }));
    form.append('file', new File(['<broken'], 'b.xml', { type: xml }));
    form.append('file', new File([iso('a', 'another')], 'c.xml', { type: xml }));
    const { status, answer } = await send('POST', { body: form });
    expect(status).toBe(200);
    expect(outcomes(answer)).toEqual(['a.xml created', 'b.xml refused', 'c.xml refused']);
    expect(answer.documents[2].problems).toMatchObject([{ rule: 'duplicate-identifier' }]);
    expect(await live()).toEqual(['a']);
  });

  test('come as lines of JSON, or as a page that is taken apart', async () => {
    const dataset = (id: string) =>
      JSON.stringify({
        '@context': 'https://schema.org/',
        '@type': 'Dataset',
        '@id': `https://example.org/${id}`,
        name: id,
      });
    const lines = await send('POST', {
      body: `${dataset('a')}\n\n{"broken": \n${dataset('b')}\n`,
      type: 'application/x-ndjson; charset=utf-8',
    });
    expect(outcomes(lines.answer)).toEqual([
      'document line 1 created',
      'document line 3 refused',
      'document line 4 created',
    ]);
    const page = await send('POST', {
      body: `@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .\n<https://e.org/c> a dcat:Catalog ; dcat:dataset <https://e.org/1>, <https://e.org/2> .\n<https://e.org/1> a dcat:Dataset ; dct:title "One" .\n<https://e.org/2> a dcat:Dataset ; dct:title "Two" .`,
      type: 'text/turtle',
    });
    expect(page.answer.counts.created).toBe(2);
    expect((await live()).length).toBe(4);
    const wrong = await send('PUT', { identifier: 'x', body: Buffer.from('[]'), type: 'application/json' });
    expect(wrong.status).toBe(422);
  });

  test('are held where too much would change, and nothing more is taken until somebody decides', async () => {
    await house.stores.sources.save(
      source('ifremer', { policy: { mostGone: 0.1, mostChanged: 0.5, graceDays: 0 } }),
    );
    const form = (title: string) => {
      const made = new FormData();
      for (let at = 0; at < 10; at++)
        made.append('f', new File([iso(`r${at}`, title)], `r${at}.xml`, { type: xml }));
      return made;
    };
    expect((await send('POST', { body: form('A') })).answer.counts.created).toBe(10);
    const held = await send('POST', { body: form('B') });
    expect([held.status, held.answer.state]).toEqual([202, 'held']);
    expect(held.answer.message).toContain('10 of 10 records would change at once');
    const refused = await send('PUT', { identifier: 'z', body: iso('z'), type: xml });
    expect([refused.status, refused.answer.detail]).toEqual([409, expect.stringContaining(held.answer.run)]);
  });

  test('at the same time are taken in one after the other', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_none, at) =>
        send('PUT', { identifier: `r${at}`, body: iso(`r${at}`), type: xml }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    expect((await live()).length).toBe(8);
  });
});

describe('what is not taken', () => {
  test('is told by its status, and why', async () => {
    const body = iso('a');
    const status = async (method: string, given: Sent = {}) => (await send(method, given)).status;
    expect(await status('PUT', { identifier: 'a', body, token: '' })).toBe(401);
    expect(await status('PUT', { identifier: 'a', body, token: `${secret}x` })).toBe(401);
    expect(await status('PUT', { identifier: 'a', body, sourceId: 'asked' })).toBe(403);
    expect(await status('PUT', { identifier: 'a', body, sourceId: 'nowhere' })).toBe(403);
    expect(await status('POST', { identifier: 'a', body })).toBe(405);
    expect(await status('PUT', { body })).toBe(405);
    expect(await status('POST')).toBe(400);
    expect(await status('POST', { body: 'x', type: 'multipart/form-data; boundary=none' })).toBe(400);
    expect(await status('POST', { body: new Uint8Array(33 * 1024 * 1024) })).toBe(413);
    const lines = '{}\n'.repeat(1001);
    expect(await status('POST', { body: lines, type: 'application/x-ndjson' })).toBe(400);
    expect(await live()).toEqual([]);
    await house.stores.sources.save(source('ifremer', { enabled: false }));
    expect(await status('PUT', { identifier: 'a', body })).toBe(409);
    await house.stores.sources.save(source('ifremer', { protocol: 'csw' }));
    expect(await status('PUT', { identifier: 'a', body })).toBe(409);
  });

  test('is what comes too fast', async () => {
    let last = 200;
    for (let at = 0; at < 61 && last !== 429; at++) {
      const { status, headers } = await send('DELETE', { identifier: 'none' });
      if (status === 429) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      last = status;
    }
    expect(last).toBe(429);
  });
});

test('what was sent stands in the audit trail', async () => {
  const { answer } = await send('PUT', { identifier: 'a', body: iso('a'), type: xml });
  const trail = await house.stores.accounts.listAudit({ limit: 1, subject: 'source:ifremer' });
  expect(trail).toMatchObject([
    {
      action: 'documents.pushed',
      details: { run: answer.run, state: 'succeeded', documents: 1, dryRun: false },
    },
  ]);
});

test('the examples of the documentation do what they say', async () => {
  const app = new Hono();
  app.all('/api/sources/:id/documents', (context) => push(context.req.raw, context.req.param('id')));
  app.all('/api/sources/:id/documents/:identifier{.+}', (context) =>
    push(context.req.raw, context.req.param('id'), context.req.param('identifier')),
  );
  const folder = mkdtempSync(join(tmpdir(), 'push-'));
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const made = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(made));
  });
  try {
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    writeFileSync(join(folder, 'ctd-2021.xml'), iso('ctd-2021'));
    const dataset = {
      '@context': 'https://schema.org/',
      '@type': 'Dataset',
      '@id': 'https://example.org/mooring',
      name: 'M',
    };
    writeFileSync(join(folder, 'mooring.json'), JSON.stringify(dataset));
    writeFileSync(join(folder, 'records.ndjson'), `${JSON.stringify({ ...dataset, name: 'New' })}\n`);
    const page = readFileSync(join(projectRoot(), 'docs', 'push.md'), 'utf8');
    const examples = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text = '']) => text);
    const answers = [];
    for (const example of examples) {
      const env = { ...process.env, HALOCLINE: `http://127.0.0.1:${port}`, TOKEN: secret };
      const { stdout } = await promisify(execFile)('bash', ['-c', example], { cwd: folder, env });
      answers.push(outcomes(JSON.parse(stdout)));
    }
    expect(answers).toEqual([
      ['ctd-2021 created'],
      ['ctd-2021.xml unchanged', 'mooring.json created'],
      ['document line 1 updated'],
      ['ctd-2021 withdrawn'],
    ]);
    // Slashes of an identifier stand as they are, or encoded.
    const encoded = await fetch(`http://127.0.0.1:${port}/api/sources/ifremer/documents/10.1%2Fa%20b`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${secret}` },
      body: iso('x'),
    });
    expect(await encoded.json()).toMatchObject({ documents: [{ identifier: '10.1/a b' }] });
    expect(await live()).toEqual(['10.1/a b', 'https://example.org/mooring']);
  } finally {
    server.close();
    rmSync(folder, { recursive: true });
  }
});
