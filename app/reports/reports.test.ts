import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '#catalogue/model';
import { salinityDocument } from '../testing/documents.ts';
import { elementsOf } from '../testing/page.ts';
import { openTestPortal, publicUrl, readDocument, type TestPortal } from '../testing/portal.ts';
import { csvLine } from './csv.ts';
import { trendOf } from './trend.ts';

let portal: TestPortal;
const ids: string[] = [];

const problem = (
  code: string,
  severity: Problem['severity'],
  path: string,
  message = `Amiss at ${path}.`,
) => ({
  severity,
  code,
  path,
  line: 12,
  message,
  hint: 'Mend it.',
});

beforeAll(async () => {
  portal = await openTestPortal();
  for (let number = 0; number < 60; number += 1) {
    const document = await readDocument('schema.org', salinityDocument(`Salinity ${number}`), `n${number}`);
    const problems =
      number === 0
        ? [
            problem(
              'date-unreadable',
              'error',
              '/dataset/date',
              'Not a date: =HYPERLINK("http://10.0.0.7/x")',
            ),
            ...Array.from({ length: 7 }, (_, place) =>
              problem('term-unknown', 'warning', `/keyword[${place}]`),
            ),
          ]
        : [problem('term-unknown', 'warning', '/keyword[1]')];
    ids.push(...(await portal.commit({ ...document, problems })));
  }
  const { runs, reports } = portal.stores;
  const run = await runs.begin(
    {
      id: 'run-1',
      sourceId: 'centre',
      kind: 'harvest',
      state: 'running',
      phase: 'listing',
      actor: 'account-of-ada',
      dryRun: false,
      full: false,
      startedAt: '2026-01-02T03:00:00Z',
      counts: { listed: 61, created: 60, updated: 0, unchanged: 0, withdrawn: 0, refused: 1, problems: 68 },
      complete: true,
    },
    60,
  );
  if (!run) throw new Error('The run did not begin.');
  await runs.addProblems(run.id, [
    {
      ...problem(
        'format-unknown',
        'error',
        '/',
        'http://user:pw@db.internal/a.xml is in no format that is read.',
      ),
      identifier: '/nowhere/a.xml',
      refused: true,
    },
  ]);
  await runs.finish({
    ...run,
    state: 'failed',
    message: 'http://10.0.0.7/csw did not answer.',
    finishedAt: '2026-01-02T03:01:00Z',
  });
  await reports.sumUp('centre', '2026-01-02');
});
afterAll(() => portal.close());

const html = async (path: string) => (await portal.fetch(path)).text();
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll(/\s+/g, ' ');
const words = async (path: string, section?: string) => {
  const elements = elementsOf(await html(path));
  const part = elements.find(({ tag, attributes }) =>
    section === undefined ? tag === 'main' : attributes['aria-labelledby'] === section,
  );
  return plain(part?.text ?? '');
};

describe('the report of a source', () => {
  it('says by rule what is amiss, how often, where, and what to do', async () => {
    const told = await words('/sources/centre/report?lang=en', 'problems');
    for (const expected of [
      '66 times, in 60 records',
      '1 time, in 1 record',
      'line 12',
      '/dataset/date',
      'Remedy',
    ])
      expect(told).toContain(expected);
    expect(told.indexOf('date-unreadable')).toBeLessThan(told.indexOf('term-unknown'));
  });
  it('has the figures, the trend with a table, and the runs', async () => {
    const told = await words('/sources/centre/report?lang=en');
    for (const expected of [
      'Records60',
      'With errors or warnings60',
      'Errors and warnings67',
      'Documents refused1',
    ])
      expect(told).toContain(expected);
    const trend = await words('/sources/centre/report?lang=en', 'trend');
    expect(trend).toContain('The figures as a table');
    expect(trend).toContain('2 January 2026');
    const drawings = elementsOf(await html('/sources/centre/report?lang=en')).filter(
      ({ tag, attributes }) => tag === 'svg' && attributes['role'] === 'img',
    );
    expect(drawings.map(({ attributes }) => attributes['aria-label']?.split(':')[0])).toEqual([
      'Records',
      'With errors or warnings',
      'Errors and warnings',
      'Documents refused',
      'Links amiss',
    ]);
    expect(await words('/sources/centre/report?lang=en', 'runs')).toContain('Failed');
  });
  it('says what was refused and why', async () => {
    const told = await words('/sources/centre/report?lang=en', 'refused');
    expect(told).toContain('is in no format that is read.');
    expect(told).toContain('refused on 2 January 2026');
  });
  it('is in French, too', async () => {
    const told = await words('/sources/centre/report?lang=fr');
    for (const expected of ['66 fois, dans 60 fiches', 'Documents refusés', 'Remède', 'Moissons'])
      expect(told).toContain(expected);
  });
  it.each([
    '/sources/centre/report',
    '/sources/centre',
    '/sources/centre/report.csv',
    '/api/sources/centre/report',
  ])('%s tells nothing of the inside', async (path) => {
    const text = await html(path);
    for (const secret of ['user:pw', 'db.internal', '10.0.0.7', '/nowhere', 'account-of-ada'])
      expect([secret, text.includes(secret)]).toEqual([secret, false]);
  });
  it('of an unknown source is a 404', async () => {
    for (const path of ['/sources/nobody/report', '/sources/nobody/report.csv', '/api/sources/nobody/report'])
      expect((await portal.fetch(path)).status).toBe(404);
  });
});

describe('the records of one rule', () => {
  it('come fifty at a time, each with its places', async () => {
    const first = await html('/sources/centre/report?rule=term-unknown&lang=en');
    const links = (page: string) => [...new Set(page.match(/\/records\/[a-z0-9]+/gi) ?? [])];
    expect(links(first)).toHaveLength(50);
    expect(plain(first)).toContain('Found 66 times in 60 records.');
    const next = /href="([^"]*\?rule=term-unknown&amp;after=[^"]+)"/
      .exec(first)?.[1]
      ?.replaceAll('&amp;', '&');
    const second = await html(`${next}&lang=en`);
    expect(links(second)).toHaveLength(10);
    expect(new Set([...links(first), ...links(second)]).size).toBe(60);
    expect(plain(first + second)).toContain('and 2 more places');
  });
  it('that nothing breaks any more says so', async () => {
    expect(await words('/sources/centre/report?rule=title-missing&lang=en')).toContain(
      'No record of this centre breaks',
    );
  });
});

describe('the table', () => {
  it('has every problem once, what was refused first, and nothing that a spreadsheet runs', async () => {
    const response = await portal.fetch('/sources/centre/report.csv?lang=en');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="centre-report.csv"');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(bytes).split('\r\n');
    expect(lines).toHaveLength(1 + 1 + 67 + 1);
    expect(lines[0]).toBe('status,identifier,title,page,severity,rule,problem,path,line,message,remedy');
    expect(lines[1]).toMatch(/^refused,\*\*\*\/a\.xml,,,error,format-unknown,/);
    expect(lines.filter((line) => line.startsWith('in the catalogue,'))).toHaveLength(67);
    expect(lines.find((line) => line.includes('date-unreadable'))).toContain(
      `${publicUrl}/records/${ids[0]}`,
    );
  });
  it('of one rule, without a byte order mark where that is asked for, in French', async () => {
    const response = await portal.fetch('/sources/centre/report.csv?rule=date-unreadable&bom=no&lang=fr');
    const text = await response.text();
    expect(text.split('\r\n')).toHaveLength(3);
    expect(text).toMatch(/^status,/);
    expect(response.headers.get('content-disposition')).toContain('centre-report-date-unreadable.csv');
  });
  it.each([
    [['a', 1, ''], 'a,1,\r\n'],
    [['a,b', 'say "x"', 'two\nlines'], '"a,b","say ""x""","two\nlines"\r\n'],
    [['=1+1', '+1', '-1', '@x', '\t=1', ' =1'], "'=1+1,'+1,'-1,'@x,'\t=1,' =1\r\n"],
  ])('a line of %j', (fields, expected) => {
    expect(csvLine(fields)).toBe(expected);
  });
});

describe('for programs', () => {
  it('the whole', async () => {
    const body = await (await portal.fetch('/api/sources/centre/report')).json();
    expect(body).toMatchObject({
      source: 'centre',
      figures: { records: 60, withProblems: 60, problems: 67, refused: 1, links: expect.any(Number) },
      rules: [
        {
          code: 'date-unreadable',
          severity: 'error',
          problems: 1,
          records: 1,
          title: { en: expect.any(String) },
        },
        { code: 'term-unknown', severity: 'warning', problems: 66, records: 60 },
      ],
      refused: { total: 1, documents: [{ code: 'format-unknown', identifier: '***/a.xml' }] },
      runs: [{ state: 'failed', counts: { created: 60 }, message: 'http://***/csw did not answer.' }],
      history: [{ day: '2026-01-02', problems: 67 }],
    });
  });
  it('the records of a rule', async () => {
    const { rules } = await (await portal.fetch('/api/sources/centre/report')).json();
    const address = rules[1].listing.replace(publicUrl, '');
    const body = await (await portal.fetch(address)).json();
    expect(body.records).toHaveLength(60);
    expect(body).not.toHaveProperty('next');
  });
});

describe('a broken link', () => {
  it('stands in the report, in the table and on the page of the record, until it is mended', async () => {
    const [id = ''] = ids;
    const stored = await portal.stores.records.get(id, 'public');
    const url = stored?.record.resource.distributions[0]?.url ?? '';
    const save = (status: number) =>
      portal.stores.linkChecks.save({
        url,
        checkedAt: 1,
        nextCheckAt: 2,
        failures: status < 400 ? 0 : 1,
        observation: { outcome: 'answered', status, mediaType: '', finalUrl: url },
      });
    const pages = async () =>
      Promise.all(
        [
          '/sources/centre/report?lang=en',
          '/sources/centre/report.csv?rule=link-broken',
          `/records/${id}?lang=en`,
        ].map(async (path) => (await html(path)).includes('leads nowhere (status 404)')),
      );
    const etag = async () => (await portal.fetch(`/records/${id}?lang=en`)).headers.get('etag');
    expect(await pages()).toEqual([false, false, false]);
    const before = await etag();
    await save(404);
    expect(await pages()).toEqual([true, true, true]);
    expect(await etag()).not.toBe(before);
    await save(200);
    expect(await pages()).toEqual([false, false, false]);
    expect(await etag()).toBe(before);
  });
});

describe('the trend', () => {
  const day = (name: string, problems: number) => ({
    day: name,
    records: 10,
    withProblems: 1,
    problems,
    refused: 0,
    links: 0,
    linksAmiss: 0,
    rules: {},
  });
  it('needs two days', () => {
    expect(trendOf([day('2026-01-01', 1)], 'en')).toBeUndefined();
  });
  it('places days by time and figures by the highest', () => {
    const trend = trendOf([day('2026-01-01', 4), day('2026-01-02', 1), day('2026-01-05', 2)], 'en');
    const points = trend?.series.find(({ figure }) => figure === 'problems')?.points ?? [];
    expect(points.map(({ at, height }) => [at, height])).toEqual([
      [0, 100],
      [25, 25],
      [100, 50],
    ]);
    const refused = trend?.series.find(({ figure }) => figure === 'refused')?.points ?? [];
    expect(refused.map(({ height }) => height)).toEqual([0, 0, 0]);
  });
});
