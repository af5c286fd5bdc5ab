import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { emptyRecord } from '#catalogue/model';
import type { HarvestRun, HarvestSource, NewStagedChange, StagedPage } from '#harvesters';
import { WrittenRecord } from '#ledger';
import type { Database } from '../database.ts';
import { openTestDatabase } from '../testing/index.ts';
import { createStores, type Stores } from './index.ts';

let database: Database;
let now: number;
let stores: Stores;

beforeEach(() => {
  database = openTestDatabase();
  now = Date.UTC(2026, 0, 1, 12, 0, 0);
  stores = createStores(database, () => now);
});
afterEach(() => database.close());

const run = (id: string, more: Partial<HarvestRun> = {}): HarvestRun => ({
  id,
  sourceId: 'aviso',
  kind: 'harvest',
  state: 'running',
  phase: 'listing',
  actor: 'system',
  dryRun: false,
  full: false,
  startedAt: new Date(now).toISOString(),
  counts: { listed: 0, created: 0, updated: 0, unchanged: 0, withdrawn: 0, refused: 0, problems: 0 },
  ...more,
});

const stage = (page: Partial<StagedPage>) =>
  stores.runs.stage({ run: run('1'), changes: [], seen: [], problems: [], ...page }, 60);

describe('sources', () => {
  const source: HarvestSource = {
    id: 'aviso',
    names: { en: 'AVISO', fr: 'AVISO' },
    descriptions: { en: 'Altimetry' },
    protocol: 'csw',
    url: 'https://example.org/csw',
    options: { pageSize: '50' },
    enabled: true,
    allowPrivateAddresses: false,
    createdAt: '2026-01-01T00:00:00Z',
  };

  test('come back as they were saved, with and without what is optional', async () => {
    await stores.sources.save(source);
    expect(await stores.sources.get('aviso')).toEqual(source);
    const full = {
      ...source,
      homepage: 'https://example.org',
      contactEmail: 'data@example.org',
      location: { longitude: 1.48, latitude: 43.56 },
      schedule: '0 3 * * *',
      rules: { filter: { except: { type: ['service' as const] } }, rules: [] },
      ownerId: 'anna',
      themes: ['Ocean colour', 'Mediterranean'],
    };
    await stores.sources.save(full);
    expect(await stores.sources.list()).toEqual([full]);
    await stores.sources.save(source);
    expect(await stores.sources.get('aviso')).toEqual(source);
    expect(await stores.sources.get('coriolis')).toBeNull();
  });
});

describe('problems of a run', () => {
  test('are told by rule: errors first, then the most frequent', async () => {
    await stores.runs.begin(run('1'), 60);
    const problem = (code: string, severity: 'error' | 'warning', identifier?: string) => ({
      code,
      severity,
      path: '/',
      message: 'Found.',
      hint: 'Mend it.',
      ...(identifier ? { identifier } : {}),
    });
    await stores.runs.addProblems('1', [
      problem('rare', 'warning', 'a'),
      problem('frequent', 'warning', 'a'),
      problem('frequent', 'warning', 'a'),
      problem('frequent', 'warning', 'b'),
      problem('run-failed', 'error'),
    ]);
    expect(await stores.runs.problemRules('1')).toEqual([
      { code: 'run-failed', severity: 'error', problems: 1, documents: 0 },
      { code: 'frequent', severity: 'warning', problems: 3, documents: 2 },
      { code: 'rare', severity: 'warning', problems: 1, documents: 1 },
    ]);
    const { total, problems } = await stores.runs.problemsOf('1', 2, 5, 'frequent');
    expect(total).toBe(3);
    expect(problems).toEqual([problem('frequent', 'warning', 'b')]);
  });
});

describe('runs', () => {
  test('one at a time for a source; several for several', async () => {
    expect(await stores.runs.begin(run('1'), 60)).not.toBeNull();
    expect(await stores.runs.begin(run('2'), 60)).toBeNull();
    expect(await stores.runs.get('2')).toBeNull();
    expect(await stores.runs.begin(run('3', { sourceId: 'coriolis' }), 60)).not.toBeNull();
    await stores.runs.finish(run('1', { state: 'succeeded', finishedAt: '2026-01-01T12:00:05Z' }));
    expect(await stores.runs.begin(run('4'), 60)).not.toBeNull();
  });

  test('a run whose lease lapsed is interrupted, and can no longer save', async () => {
    await stores.runs.begin(run('1'), 60);
    now += 30_000;
    await stores.runs.save(run('1'), 60);
    now += 45_000;
    expect(await stores.runs.begin(run('2'), 60)).toBeNull();
    now += 20_000;
    expect(await stores.runs.begin(run('2'), 60)).not.toBeNull();
    expect(await stores.runs.get('1')).toMatchObject({
      state: 'interrupted',
      finishedAt: '2026-01-01T12:01:35Z',
    });
    await expect(stores.runs.save(run('1'), 60)).rejects.toMatchObject({ code: 'conflict' });
    await expect(stores.runs.finish(run('1', { state: 'succeeded' }))).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await stores.runs.get('1')).toMatchObject({ state: 'interrupted' });
  });

  test('a process that was frozen does not share the lease of a run that another took up', async () => {
    await stores.runs.begin(run('1'), 60);
    now += 61_000;
    const other = createStores(database, () => now);
    expect(await other.runs.begin(run('1'), 60)).toMatchObject({ id: '1' });
    await expect(stores.runs.renew(run('1'), 60)).rejects.toMatchObject({ code: 'conflict' });
    await expect(stores.runs.finish(run('1', { state: 'succeeded' }))).rejects.toMatchObject({
      code: 'conflict',
    });
    await other.runs.finish(run('1', { state: 'succeeded' }));
  });

  test('the newest first; the last that succeeded is no dry run', async () => {
    const ends = [
      run('1', { state: 'succeeded', highWater: '2025-12-31', message: 'well' }),
      run('2', { state: 'succeeded', dryRun: true }),
      run('3', { state: 'failed' }),
    ];
    for (const end of ends) {
      await stores.runs.begin(run(end.id, { dryRun: end.dryRun }), 60);
      await stores.runs.finish(end);
    }
    expect((await stores.runs.listBySource('aviso', 10)).map(({ id }) => id)).toEqual(['3', '2', '1']);
    expect(await stores.runs.listBySource('aviso', 1)).toHaveLength(1);
    expect(await stores.runs.lastSuccessful('aviso')).toEqual(ends[0]);
    expect(await stores.runs.lastSuccessful('coriolis')).toBeNull();
  });

  test('problems are kept in order and paged', async () => {
    await stores.runs.begin(run('1'), 60);
    const problems = Array.from({ length: 1203 }, (_, number) => ({
      severity: 'warning' as const,
      code: 'date-unreadable',
      path: `/a[${number}]`,
      message: 'No date.',
      hint: 'Write one.',
      ...(number === 1 ? { line: 12, identifier: 'x', recordId: 'y' } : {}),
    }));
    await stores.runs.addProblems('1', problems);
    expect(await stores.runs.problemsOf('1', 0, 2)).toEqual({ total: 1203, problems: problems.slice(0, 2) });
    expect(await stores.runs.problemsOf('1', 1202, 10)).toEqual({
      total: 1203,
      problems: problems.slice(1202),
    });
  });

  test('what a run has seen is told from what it has not, and forgotten with it', async () => {
    await stores.runs.begin(run('1'), 60);
    const seen = Array.from({ length: 5000 }, (_, number) => `n${number}`);
    await stage({ seen });
    await stage({ seen: ['n1', 'n2'] });
    expect(await stores.runs.unseen('1', ['z', 'n1', 'n4999', 'y'])).toEqual(['z', 'y']);
    expect(await stores.runs.unseen('2', ['n1'])).toEqual(['n1']);
    await stores.runs.discard('1');
    const left = database.connection.prepare('SELECT count(*) AS number FROM seen_identifiers').get();
    expect(left).toEqual({ number: 0 });
  });
});

describe('staging', () => {
  const put = (identifier: string, content: string): NewStagedChange => ({
    kind: 'put',
    upstreamIdentifier: identifier,
    outcome: 'created',
    document: { hash: content, bytes: Buffer.from(content), format: 'oai_dc', mediaType: 'text/xml' },
    record: WrittenRecord.of(emptyRecord()),
    problems: [],
    interpretation: 'now',
    overlaid: false,
  });

  test('a page is kept whole with its checkpoint; a second change of a record replaces the first', async () => {
    await stores.runs.begin(run('1'), 60);
    await stage({
      run: run('1', { checkpoint: 'p2' }),
      changes: [put('a', 'A'), put('b', 'B')],
      seen: ['a', 'b'],
    });
    await stage({ changes: [put('a', 'AA')] });
    expect((await stores.runs.get('1'))?.checkpoint).toBeUndefined();
    const staged = await stores.runs.staged('1', 0, 10);
    expect(staged).toMatchObject([
      { upstreamIdentifier: 'a', document: { hash: 'AA' } },
      { upstreamIdentifier: 'b', document: { hash: 'B' } },
    ]);
    expect(await stores.runs.countStaged('1')).toEqual({
      created: 2,
      updated: 0,
      renamed: 0,
      restored: 0,
      moved: 0,
      withdrawn: 0,
    });
    expect(await stores.runs.stagedHashes('1', ['b', 'c'])).toEqual(new Map([['b', 'B']]));
    expect(Buffer.from((await stores.records.document('AA'))?.bytes ?? []).toString()).toBe('AA');
    await stores.runs.unstage('1', staged[0]?.position ?? 0);
    expect(await stores.runs.stagedChange('1', 'a')).toBeNull();
    expect(await stores.runs.stagedChange('1', 'b')).toMatchObject({ kind: 'put', interpretation: 'now' });
  });

  test('is refused to a run that lost its lease, and goes when another takes its place', async () => {
    await stores.runs.begin(run('1'), 60);
    await stage({ changes: [put('a', 'A')], seen: ['a'] });
    now += 61_000;
    expect(await stores.runs.unfinished('aviso')).toMatchObject({ id: '1' });
    await stores.runs.begin(run('2'), 60);
    await expect(stage({ changes: [put('b', 'B')] })).rejects.toMatchObject({ code: 'conflict' });
    expect(await stores.runs.staged('1', 0, 10)).toEqual([]);
    expect(await stores.runs.unseen('1', ['a'])).toEqual(['a']);
  });

  test('missing records are remembered since they were first missed, until they are found', async () => {
    expect(await stores.runs.missing('aviso', ['r1', 'r2'], '2026-01-01')).toEqual(
      new Map([
        ['r1', '2026-01-01'],
        ['r2', '2026-01-01'],
      ]),
    );
    await stores.runs.found(['r1']);
    expect(await stores.runs.missing('aviso', ['r1', 'r2'], '2026-01-03')).toEqual(
      new Map([
        ['r1', '2026-01-03'],
        ['r2', '2026-01-01'],
      ]),
    );
  });

  test('a wish reaches the run, and is gone when it begins again', async () => {
    await stores.runs.begin(run('1'), 60);
    expect(await stores.runs.wishOf('1')).toBeNull();
    await stores.runs.wish('1', 'pause');
    await stores.runs.save(run('1'), 60);
    expect(await stores.runs.wishOf('1')).toBe('pause');
    await stores.runs.finish(run('1', { state: 'paused' }));
    await stores.runs.begin(run('1'), 60);
    expect(await stores.runs.wishOf('1')).toBeNull();
  });
});

describe('settings', () => {
  test('the first value stays', async () => {
    expect(await stores.settings.freeze('oai', 'one.example.org')).toBe('one.example.org');
    expect(await stores.settings.freeze('oai', 'two.example.org')).toBe('one.example.org');
    expect(await stores.settings.get('oai')).toBe('one.example.org');
    expect(await stores.settings.get('other')).toBeNull();
  });
});
