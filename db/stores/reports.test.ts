import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LinkCheck } from '#assessment/links';
import type { Problem } from '#catalogue/model';
import type { HarvestRun, RunProblem } from '#harvesters';
import { createSourceReports } from '#harvesters/report';
import type { Database } from '../database.ts';
import { put } from '../testing/changes.ts';
import { openTestDatabase } from '../testing/index.ts';
import { createStores, type Stores } from './index.ts';

let database: Database;
let stores: Stores;
let now = 0;

beforeEach(() => {
  now = Date.parse('2026-01-01T00:00:00Z');
  database = openTestDatabase();
  stores = createStores(database, () => now);
});
afterEach(() => database.close());

const problem = (code: string, severity: Problem['severity'] = 'warning', path = '/a'): Problem => ({
  severity,
  code,
  path,
  line: 7,
  message: `${code} is found.`,
  hint: 'Mend it.',
});
const apply = async (...changes: Parameters<typeof stores.writer.apply>[0]) =>
  (await stores.writer.apply(changes, { actor: 'system' })).map(({ recordId }) => recordId);

function withLinks(name: string, urls: readonly string[], problems: Problem[] = []) {
  const change = put(name, '1', { problems });
  change.record.resource.distributions = urls.map((url) => ({
    url,
    names: {},
    descriptions: {},
    kind: 'download' as const,
    conformsTo: [],
  }));
  return change;
}

const checked = (url: string, status: number, more: Partial<LinkCheck> = {}): LinkCheck => ({
  url,
  checkedAt: now,
  nextCheckAt: now + 1000,
  failures: status < 400 ? 0 : 1,
  observation: { outcome: 'answered', status, mediaType: '', finalUrl: url },
  ...more,
});

describe('what stands', () => {
  it('counts by rule, errors first, and follows every change of a record', async () => {
    const title = problem('title-missing', 'error');
    const [a = ''] = await apply(
      put('a', '1', { problems: [title, problem('x'), problem('x', 'warning', '/b')] }),
      put('b', '1', { problems: [problem('x'), problem('note', 'info')] }),
      put('c'),
    );
    expect(await stores.reports.rules('aviso')).toEqual([
      { code: 'title-missing', severity: 'error', problems: 1, records: 1 },
      { code: 'x', severity: 'warning', problems: 3, records: 2 },
      { code: 'note', severity: 'info', problems: 1, records: 1 },
    ]);
    expect(await stores.reports.standing('aviso', '2026-01-01')).toEqual({
      day: '2026-01-01',
      records: 3,
      withProblems: 2,
      problems: 4,
      refused: 0,
      links: 0,
      linksAmiss: 0,
      rules: { 'title-missing': 1, x: 3 },
    });
    await apply(put('a', '2', { problems: [title] }));
    expect((await stores.reports.rules('aviso')).map(({ code, problems }) => [code, problems])).toEqual([
      ['title-missing', 1],
      ['x', 1],
      ['note', 1],
    ]);
    await apply({ kind: 'visibility', recordId: a, visibility: 'private' });
    expect((await stores.reports.rules('aviso')).map(({ code }) => code)).toEqual(['x', 'note']);
    await apply({ kind: 'visibility', recordId: a, visibility: 'public' });
    await apply({ kind: 'withdraw', recordId: a, reason: 'gone' });
    expect((await stores.reports.rules('aviso')).map(({ code }) => code)).toEqual(['x', 'note']);
    await apply(put('a', '2', { problems: [title] }));
    expect((await stores.reports.rules('aviso')).map(({ code }) => code)).toEqual([
      'title-missing',
      'x',
      'note',
    ]);
    expect(await stores.reports.rules('another')).toEqual([]);
  });

  it('keeps one row a day, the last', async () => {
    await stores.reports.sumUp('aviso', '2026-01-01');
    await apply(put('a', '1', { problems: [problem('x')] }));
    await stores.reports.sumUp('aviso', '2026-01-01');
    await stores.reports.sumUp('aviso', '2026-01-02');
    await stores.reports.sumUp('aviso', '2026-01-03');
    const days = await stores.reports.days('aviso', 2);
    expect(days.map(({ day, records, rules }) => [day, records, rules])).toEqual([
      ['2026-01-02', 1, { x: 1 }],
      ['2026-01-03', 1, { x: 1 }],
    ]);
    expect((await stores.reports.days('aviso', 9))[0]).toMatchObject({ day: '2026-01-01', records: 1 });
  });
});

describe('links', () => {
  const [good, bad] = ['https://data.example.com/good.nc', 'https://data.example.com/bad.nc'];

  it('that records name are due at once, each once, and are told with the record and the place', async () => {
    const [a = '', b = ''] = await apply(
      withLinks('a', [good, bad, 'ftp://data.example.com/x'], [problem('x')]),
      withLinks('b', [bad]),
    );
    const { linkChecks, reports } = stores;
    expect(await linkChecks.dueHosts(now)).toEqual(['data.example.com']);
    expect(await linkChecks.dueOf('data.example.com', now, 9)).toEqual([
      { url: bad, look: true, allowPrivate: false },
      { url: good, look: true, allowPrivate: false },
    ]);
    expect(await linkChecks.getMany([good])).toEqual([]);
    await linkChecks.save(checked(good, 200));
    await linkChecks.save(checked(bad, 404));
    expect(await linkChecks.dueHosts(now)).toEqual([]);
    expect(await linkChecks.sourcesNaming([bad])).toEqual(['aviso']);
    expect(await reports.rules('aviso')).toEqual([
      { code: 'link-broken', severity: 'error', problems: 2, records: 2 },
      { code: 'x', severity: 'warning', problems: 1, records: 1 },
    ]);
    expect(await reports.standing('aviso', '2026-01-01')).toMatchObject({
      withProblems: 2,
      links: 2,
      linksAmiss: 1,
      rules: { 'link-broken': 2, x: 1 },
    });
    const report = createSourceReports(reports, stores.records);
    const broken = {
      severity: 'error',
      code: 'link-broken',
      message: `${bad} leads nowhere (status 404).`,
      hint: 'Correct it.',
    };
    expect(await report.linkProblems(a)).toEqual([{ ...broken, path: 'resource.distributions[1].url' }]);
    const query = { code: 'link-broken', after: '', limit: 1 };
    const [first, second] = [a, b].toSorted();
    const page = await report.records('aviso', query);
    expect(page).toMatchObject({ records: [{ id: first, problems: [broken] }], next: first });
    expect(await report.records('aviso', { ...query, after: page.next ?? '' })).toMatchObject({
      records: [{ id: second, problems: [broken] }],
    });
    const all = [];
    for await (const { upstreamIdentifier, problems } of report.allRecords('aviso'))
      all.push([upstreamIdentifier, problems.map(({ code }) => code)]);
    expect(all.toSorted()).toEqual([
      ['a', ['x', 'link-broken']],
      ['b', ['link-broken']],
    ]);
  });

  it('go with the record that named them, and are forgotten in the end', async () => {
    const [a = ''] = await apply(withLinks('a', [bad]));
    await stores.linkChecks.save(checked(bad, 404));
    await apply({ kind: 'withdraw', recordId: a, reason: 'gone' });
    expect(await stores.reports.rules('aviso')).toEqual([]);
    expect(await stores.linkChecks.dueHosts(now + 9999)).toEqual([]);
    expect(await stores.linkChecks.forgetUnnamed(now)).toBe(0);
    expect(await stores.linkChecks.forgetUnnamed(now + 9999)).toBe(1);
  });

  it('of a record whose data are closed are not asked', async () => {
    const [a = ''] = await apply(withLinks('a', [bad]));
    await apply({ kind: 'visibility', recordId: a, visibility: 'metadata-only' });
    expect(await stores.linkChecks.dueHosts(now)).toEqual([]);
  });
});

describe('refused documents and old runs', () => {
  const day = 24 * 3_600_000;
  const at = (milliseconds: number) => `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;

  async function run(id: string, problems: RunProblem[], more: Partial<HarvestRun> = {}): Promise<void> {
    const begun = await stores.runs.begin(
      {
        id,
        sourceId: 'aviso',
        kind: 'harvest',
        state: 'running',
        phase: 'listing',
        actor: 'system',
        dryRun: false,
        full: false,
        startedAt: at(now),
        counts: { listed: 9, created: 0, updated: 0, unchanged: 9, withdrawn: 0, refused: 0, problems: 0 },
      },
      60,
    );
    if (!begun) throw new Error('The run did not begin.');
    await stores.runs.addProblems(id, problems);
    await stores.runs.finish({ ...begun, state: 'succeeded', finishedAt: at(now), ...more });
    now += day;
  }
  const refusal = (identifier: string, code = 'xml-malformed'): RunProblem => ({
    ...problem(code, 'error'),
    identifier,
    refused: true,
  });
  const standing = async () => {
    const { total, refused } = await stores.reports.refusals('aviso', 0, 10);
    return [total, ...refused.map(({ identifier, code, at: when }) => `${identifier} ${code} ${when}`)];
  };

  it('stand until they are read well, or a whole listing no longer has them', async () => {
    await run('whole', [refusal('a'), refusal('b'), { ...problem('x'), identifier: 'c' }], {
      complete: true,
    });
    await run('changes', [refusal('b', 'format-unknown')]);
    expect(await standing()).toEqual([
      2,
      'a xml-malformed 2026-01-01T00:00:00Z',
      'b format-unknown 2026-01-02T00:00:00Z',
    ]);
    await apply(put('a'));
    expect(await standing()).toEqual([1, 'b format-unknown 2026-01-02T00:00:00Z']);
    await run('preview', [refusal('d')], { complete: true, dryRun: true });
    expect(await standing()).toEqual([1, 'b format-unknown 2026-01-02T00:00:00Z']);
    await run('whole again', [], { complete: true });
    expect(await standing()).toEqual([0]);
  });

  it('of hidden records are told to nobody', async () => {
    await apply({ ...put('a'), visibility: 'embargoed' }, { ...put('b'), visibility: 'private' }, put('c'));
    now += day;
    await run('whole', [refusal('a'), refusal('b'), refusal('c'), refusal('d')], { complete: true });
    const [total, ...told] = await standing();
    expect(total).toBe(2);
    expect(told).toMatchObject([/^c /, /^d /].map((name) => expect.stringMatching(name)));
  });

  it('stand, too, where they came with a page', async () => {
    const held: HarvestRun = {
      id: 'paged',
      sourceId: 'aviso',
      kind: 'harvest',
      state: 'running',
      phase: 'listing',
      actor: 'system',
      dryRun: false,
      full: false,
      startedAt: at(now),
      counts: { listed: 2, created: 0, updated: 0, unchanged: 0, withdrawn: 0, refused: 1, problems: 2 },
    };
    await stores.runs.begin(held, 60);
    const problems = [refusal('a'), { ...problem('x'), identifier: 'b' }];
    await stores.runs.stage({ run: held, changes: [], seen: ['a', 'b'], problems }, 60);
    await stores.runs.finish({ ...held, state: 'succeeded', finishedAt: at(now) });
    expect(await standing()).toEqual([1, 'a xml-malformed 2026-01-01T00:00:00Z']);
  });

  it('old runs keep their counts, and lose their problems but for the last run and what still stands', async () => {
    await run('first', [{ ...problem('x'), identifier: 'c' }], { complete: true });
    await run('second', [refusal('a'), { ...problem('x'), identifier: 'c' }], { complete: true });
    await run('third', [{ ...problem('x'), identifier: 'c' }]);
    await run('last', [{ ...problem('x'), identifier: 'c' }]);
    expect(await stores.reports.forgetRunProblems(at(now + day))).toBe(3);
    const kept = async (id: string) =>
      (await stores.runs.problemsOf(id, 0, 9)).problems.map(({ code }) => code);
    expect(await Promise.all(['first', 'second', 'third', 'last'].map(kept))).toEqual([
      [],
      ['xml-malformed'],
      [],
      ['x'],
    ]);
    expect((await stores.runs.listBySource('aviso', 9)).map(({ counts }) => counts.listed)).toEqual([
      9, 9, 9, 9,
    ]);
    expect(await standing()).toEqual([1, 'a xml-malformed 2026-01-02T00:00:00Z']);
    expect(await stores.reports.forgetRunProblems(at(now + day))).toBe(0);
  });
});
