import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import type { RecordAssessment } from '#assessment';
import type { LinkCheck } from '#assessment/links';
import { assess, nothingServed, rulesVersion } from '#catalogue/fair';
import { emptyRecord } from '#catalogue/model';
import type { Database } from '../database.ts';
import { put } from '../testing/changes.ts';
import { openTestDatabase } from '../testing/index.ts';
import { createStores, type Stores } from './index.ts';

let database: Database;
let stores: Stores;

beforeEach(() => {
  database = openTestDatabase();
  stores = createStores(database, () => Date.parse('2026-01-01T00:00:00Z'));
});
afterEach(() => database.close());

const due = (more: { now?: string; rules?: number; sourceId?: string; limit?: number } = {}) =>
  stores.assessments.due({ now: '2026-01-02T00:00:00Z', rules: rulesVersion, limit: 10, ...more });

async function commit(...names: string[]): Promise<string[]> {
  const outcomes = await stores.writer.apply(
    names.map((name) => put(name)),
    { actor: 'system' },
  );
  return outcomes.map(({ recordId }) => recordId);
}

async function assessed(recordId: string, more: Partial<RecordAssessment> = {}): Promise<RecordAssessment> {
  const stored = await stores.records.get(recordId, 'staff');
  return {
    recordId,
    revision: stored?.datestampRevision ?? 0,
    assessedAt: '2026-01-01T12:00:00Z',
    checkAgainAt: '2026-01-31T12:00:00Z',
    rules: rulesVersion,
    assessment: assess({ record: emptyRecord(), served: nothingServed }),
    ...more,
  };
}

const scored = (score: number): RecordAssessment['assessment'] => ({
  score,
  unknown: 0.25,
  principles: { F1: { score, unknown: 0 } },
  tests: [
    { metric: 'FsF-F1-01D', score, maximum: 1, evidence: [] },
    { metric: 'FsF-F2-01M', score: 1, maximum: 1, evidence: [] },
  ],
});

describe('what is due', () => {
  it('is what was never assessed, and then nothing', async () => {
    const [a = '', b = ''] = await commit('a', 'b');
    expect((await due()).toSorted()).toEqual([a, b].toSorted());
    for (const id of [a, b]) await stores.assessments.save(await assessed(id));
    expect(await due()).toEqual([]);
  });
  it('is what has changed since, not what came again unchanged', async () => {
    const [a = '', b = ''] = await commit('a', 'b');
    for (const id of [a, b]) await stores.assessments.save(await assessed(id));
    await stores.writer.apply([put('a', '2'), put('b')], { actor: 'system' });
    expect(await due()).toEqual([a]);
  });
  it('is what other tests judged, and what has a link to be asked again', async () => {
    const [a = ''] = await commit('a');
    await stores.assessments.save(await assessed(a, { checkAgainAt: '2026-01-02T00:00:00Z' }));
    expect(await due({ now: '2026-01-01T23:59:59Z' })).toEqual([]);
    expect(await due()).toEqual([a]);
    expect(await due({ now: '2026-01-01T23:59:59Z', rules: rulesVersion + 1 })).toEqual([a]);
  });
  it('is not what is withdrawn or hidden, nor another source’s', async () => {
    const [a = '', b = '', c = ''] = await commit('a', 'b', 'c');
    await stores.writer.apply(
      [
        { kind: 'withdraw', recordId: a, reason: 'gone' },
        { kind: 'visibility', recordId: b, visibility: 'private' },
      ],
      { actor: 'system' },
    );
    expect(await due()).toEqual([c]);
    expect(await due({ sourceId: 'aviso' })).toEqual([c]);
    expect(await due({ sourceId: 'shom' })).toEqual([]);
  });
  it('names no record twice, and no more than asked', async () => {
    const ids = await commit('a', 'b', 'c');
    const [a = ''] = ids;
    await stores.assessments.save(await assessed(a, { revision: 0, checkAgainAt: '2026-01-01T00:00:00Z' }));
    expect((await due()).toSorted()).toEqual(ids.toSorted());
    expect(await due({ limit: 2 })).toHaveLength(2);
  });
});

describe('the assessment of a record', () => {
  it('comes back as it was saved', async () => {
    const [a = ''] = await commit('a');
    const saved = await assessed(a);
    await stores.assessments.save(saved);
    expect(await stores.assessments.latest(a)).toEqual(saved);
    expect(await stores.assessments.latest('nobody')).toBeNull();
  });
  it('has a history that grows only when the score changes', async () => {
    const [a = ''] = await commit('a');
    for (const [at, score] of [
      ['2026-01-01T00:00:00Z', 0.5],
      ['2026-01-02T00:00:00Z', 0.5],
      ['2026-01-03T00:00:00Z', 0.75],
    ] as const)
      await stores.assessments.save(await assessed(a, { assessedAt: at, assessment: scored(score) }));
    const history = await stores.assessments.history(a, 10);
    expect(history.map(({ at, score }) => [at, score])).toEqual([
      ['2026-01-01T00:00:00Z', 0.5],
      ['2026-01-03T00:00:00Z', 0.75],
    ]);
    expect((await stores.assessments.history(a, 1)).map(({ score }) => score)).toEqual([0.75]);
  });
  it('is told with the record, as of when the score became what it is; the log says nothing of it', async () => {
    const [a = ''] = await commit('a');
    const before = await stores.records.get(a, 'public');
    expect(before).not.toHaveProperty('assessment');
    for (const assessedAt of ['2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z'])
      await stores.assessments.save(await assessed(a, { assessedAt, assessment: scored(0.5) }));
    const told = { ...before, assessment: { score: 0.5, at: '2026-01-01T00:00:00Z' } };
    expect(await stores.records.get(a, 'public')).toEqual(told);
    expect(await stores.records.getMany([a], 'public')).toEqual([told]);
    const page = { afterRevision: 0, limit: 10, includeDeleted: true };
    expect(await stores.records.pageByRevision(page, 'public')).toEqual([told]);
    expect(await stores.records.revisionsOf(a)).toHaveLength(1);
  });
});

test('a source is summed up by day, over its live records', async () => {
  const [a = '', b = '', c = ''] = await commit('a', 'b', 'c');
  await stores.assessments.sumUp('aviso', '2025-12-31');
  expect(await stores.assessments.ofSource('aviso', 10)).toEqual([]);
  for (const [id, score] of [
    [a, 0],
    [b, 1],
    [c, 0.8],
  ] as const)
    await stores.assessments.save(await assessed(id, { assessment: scored(score) }));
  await stores.writer.apply([{ kind: 'withdraw', recordId: c, reason: 'gone' }], { actor: 'system' });
  await stores.assessments.sumUp('aviso', '2026-01-01');
  await stores.assessments.sumUp('aviso', '2026-01-01');
  expect(await stores.assessments.ofSource('aviso', 10)).toEqual([
    {
      day: '2026-01-01',
      records: 2,
      score: 0.5,
      unknown: 0.25,
      principles: { F1: { score: 0.5, unknown: 0 } },
      tests: { 'FsF-F1-01D': { passed: 1, unknown: 1 }, 'FsF-F2-01M': { passed: 2 } },
    },
  ]);
});

test('checks of links come back as they were saved; the last one stays', async () => {
  const check: LinkCheck = {
    url: 'https://data.example.org/a.nc',
    checkedAt: 1000,
    nextCheckAt: 2000,
    failures: 0,
    observation: {
      outcome: 'answered',
      status: 200,
      mediaType: 'text/html',
      finalUrl: 'https://data.example.org/login',
      size: 12,
      content: 'login',
      title: 'Sign in',
    },
  };
  const failed: LinkCheck = {
    ...check,
    url: 'https://data.example.org/b.nc',
    failures: 3,
    observation: { outcome: 'unreachable', reason: 'timeout' },
  };
  for (const each of [check, failed]) await stores.linkChecks.save(each);
  const urls = [check.url, failed.url, 'https://data.example.org/c.nc'];
  expect(await stores.linkChecks.getMany(urls)).toEqual([check, failed]);
  const later: LinkCheck = { ...failed, url: check.url, checkedAt: 3000 };
  await stores.linkChecks.save(later);
  expect(await stores.linkChecks.getMany([check.url])).toEqual([later]);
});
