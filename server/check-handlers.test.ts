import { afterAll, describe, expect, test } from 'vitest';
import { type CheckReport, checkDocument } from '#catalogue/checks';
import type { OriginalDocument } from '#ledger';
import { DomainError } from '#runtime/errors';
import { largestCheckedDocument, recordChecksHandler, validateHandler } from './check-handlers.ts';
import type { CheckingPool } from './checking-pool.ts';

const pool: CheckingPool = { check: checkDocument, close: async () => undefined };
const validate = validateHandler(pool);
const post = (body: BodyInit | null, query = '', headers: Record<string, string> = {}) =>
  validate(
    new Request(`https://catalogue.example.org/api/validate${query}`, { method: 'POST', body, headers }),
  );
const dublinCore =
  '<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">\n<dc:title>Plume</dc:title></oai_dc:dc>';

describe('POST /api/validate', () => {
  test('answers a report, which anybody may read', async () => {
    const answer = await post(dublinCore, '?rules=oai-dc,halocline&lang=fr', { 'content-type': 'text/xml' });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'application/json; charset=utf-8',
    ]);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    const report: CheckReport = await answer.json();
    expect(report).toMatchObject({ format: 'oai_dc', language: 'fr', rules: ['oai-dc', 'halocline'] });
    expect(report.findings.map(({ message }) => message)).toContain('Manque : créateur.');
    expect(report.notRun.map(({ check }) => check)).toEqual(['xsd:oai_dc']);
  });

  test('all rule sets, named twice, count once', async () => {
    const report: CheckReport = await (await post(dublinCore, '?rules=all&rules=inspire')).json();
    expect(report.rules).toHaveLength(13);
  });

  test.each<[string, () => Promise<Response>, number, RegExp]>([
    [
      'an unknown rule set',
      () => post(dublinCore, '?rules=isnpire'),
      400,
      /"isnpire" is no rule set.*inspire/,
    ],
    ['an unknown language', () => post(dublinCore, '?lang=de'), 400, /lang: "de"/],
    ['no document', () => post(null), 400, /body is empty/],
    ['a document too large', () => post(new Uint8Array(largestCheckedDocument + 1)), 413, /At most 5242880/],
    [
      'a GET',
      () => validate(new Request('https://catalogue.example.org/api/validate')),
      405,
      /body of a POST/,
    ],
  ])('%s is refused in problem+json', async (_name, ask, status, detail) => {
    const answer = await ask();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
    expect(await answer.json()).toEqual({
      type: 'about:blank',
      title: expect.any(String),
      status,
      detail: expect.stringMatching(detail),
    });
  });

  test('a body without end is given up at the limit', async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    const request = new Request('https://catalogue.example.org/api/validate', {
      method: 'POST',
      body: endless,
      ...{ duplex: 'half' },
    });
    expect((await validate(request)).status).toBe(413);
    expect(sent).toBeLessThan(10);
  });

  test('a document that takes too long is told so', async () => {
    const slow = validateHandler({
      ...pool,
      check: () => Promise.reject(new DomainError('too-large', 'Checking took longer than 30 seconds.')),
    });
    const answer = await slow(new Request('https://x.example/', { method: 'POST', body: 'x' }));
    expect([answer.status, (await answer.json()).detail]).toEqual([
      413,
      'Checking took longer than 30 seconds.',
    ]);
  });

  test.each([
    ['an entity that reads a file', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 255, 254])],
    ['five megabytes of one element', `<a>${'x'.repeat(5_000_000)}</a>`],
    ['many elements', '<a/>'.repeat(500_000)],
  ])('%s is a report with an error', async (_name, body) => {
    const answer = await post(body, '?rules=all');
    const report: CheckReport = await answer.json();
    expect([answer.status, report.passed, report.parts]).toEqual([200, false, []]);
  });
});

describe('GET /api/records/{id}/checks', () => {
  const original: OriginalDocument = {
    bytes: new TextEncoder().encode(dublinCore),
    format: 'oai_dc',
    mediaType: 'application/xml',
    hash: '',
  };
  const checks = recordChecksHandler(pool, {
    get: async (id) => (id === 'nothing' ? null : { deleted: id === 'withdrawn' }),
    original: async () => original,
  });
  const get = (id: string, query = '') =>
    checks(new Request(`https://catalogue.example.org/api/records/${id}/checks${query}`), id);
  afterAll(() => pool.close());

  test('answers the report of the original document', async () => {
    const report: CheckReport = await (await get('here', '?rules=datacite')).json();
    expect(report).toMatchObject({ rules: ['datacite'], parts: [{ title: 'Plume' }] });
    expect(report.findings.map(({ rule }) => rule)).toContain('datacite-creator');
  });

  test('404, 410 and 400 in problem+json', async () => {
    expect((await get('nothing')).status).toBe(404);
    expect((await get('withdrawn')).status).toBe(410);
    expect((await get('here', '?rules=x')).status).toBe(400);
  });
});
