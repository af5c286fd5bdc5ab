import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLedger, type StoredRecord } from '#ledger';
import { isDomainError } from '#runtime/errors';
import type { Database } from '../database.ts';
import { put } from '../testing/changes.ts';
import { openTestDatabase } from '../testing/index.ts';
import { createStores, type Stores } from './index.ts';

const cause = { actor: 'system' };
let database: Database;
let now: number;
let stores: Stores;

beforeEach(() => {
  database = openTestDatabase();
  now = Date.UTC(2026, 0, 1, 12, 0, 0);
  stores = createStores(database, () => now);
});
afterEach(() => database.close());

const apply = (...changes: Parameters<Stores['writer']['apply']>[0]) => stores.writer.apply(changes, cause);
async function created(...changes: Parameters<Stores['writer']['apply']>[0]): Promise<string> {
  const [outcome] = await apply(...changes);
  if (outcome?.outcome !== 'created') throw new Error(`not created: ${outcome?.outcome}`);
  return outcome.recordId;
}

describe('what becomes of a change', () => {
  test('a record is created, unchanged, updated, withdrawn, restored, under one id', async () => {
    const id = await created(put('a'));
    expect(await apply(put('a'))).toEqual([{ recordId: id, outcome: 'unchanged' }]);
    expect(await apply(put('a', '2'))).toEqual([{ recordId: id, outcome: 'updated', revision: 2 }]);
    const withdraw = { kind: 'withdraw', recordId: id, reason: 'gone at the source' } as const;
    expect(await apply(withdraw)).toEqual([{ recordId: id, outcome: 'withdrawn', revision: 3 }]);
    expect(await apply(withdraw)).toEqual([{ recordId: id, outcome: 'unchanged' }]);
    expect(await stores.records.get(id, 'public')).toMatchObject({
      deleted: true,
      withdrawnReason: 'gone at the source',
    });
    expect(await apply(put('a', '2'))).toEqual([{ recordId: id, outcome: 'restored', revision: 4 }]);
    const back = await stores.records.get(id, 'public');
    expect(back).toMatchObject({ deleted: false, revision: 4, datestampRevision: 4 });
    expect(back).not.toHaveProperty('withdrawnReason');
    expect((await stores.records.revisionsOf(id)).map((revision) => revision.change)).toEqual([
      'created',
      'updated',
      'withdrawn',
      'restored',
    ]);
  });

  test('what was put is what is read', async () => {
    const change = put('a');
    change.problems.push({
      severity: 'warning',
      code: 'date-unreadable',
      path: '/a',
      message: 'No date: "x".',
      hint: 'Write one.',
    });
    const id = await created(change);
    expect(await stores.records.get(id, 'staff')).toEqual({
      overlaid: false,
      id,
      sourceId: 'aviso',
      upstreamIdentifier: 'a',
      revision: 1,
      datestampRevision: 1,
      datestamp: '2026-01-01T12:00:00Z',
      createdAt: '2026-01-01T12:00:00Z',
      deleted: false,
      visibility: 'public',
      format: 'iso19139',
      record: change.record,
      problems: change.problems,
    });
    expect(await stores.records.findByUpstreamIdentifier('aviso', 'a')).toMatchObject({ id });
    expect(await stores.records.findByUpstreamIdentifier('coriolis', 'a')).toBeNull();
  });

  test('an identifier is of its source: the same one elsewhere is another record', async () => {
    const outcomes = await apply(put('a'), put('a', '1', { sourceId: 'coriolis' }));
    expect(outcomes.map((outcome) => outcome.outcome)).toEqual(['created', 'created']);
    expect(outcomes[0]?.recordId).not.toBe(outcomes[1]?.recordId);
    expect(database.connection.prepare('SELECT count(*) AS number FROM documents').get()).toEqual({
      number: 1,
    });
  });

  test('two versions in one batch are two revisions', async () => {
    const outcomes = await apply(put('a', '1'), put('a', '2'), put('a', '2'), put('a', '1'));
    expect(outcomes.map(({ outcome, revision }) => [outcome, revision])).toEqual([
      ['created', 1],
      ['updated', 2],
      ['unchanged', undefined],
      ['updated', 3],
    ]);
  });

  test('a change of a record that is not there applies nothing', async () => {
    const missing = { kind: 'withdraw', recordId: 'nowhere', reason: 'x' } as const;
    const error = await apply(put('a'), missing).catch((reason: unknown) => reason);
    expect(isDomainError(error) && error.code).toBe('not-found');
    expect(await stores.records.latestRevision()).toBe(0);
    expect(await stores.records.findByUpstreamIdentifier('aviso', 'a')).toBeNull();
  });

  test('the ledger commits any number, in order', async () => {
    const changes = Array.from({ length: 450 }, (_, number) => put(`n${number}`));
    const batches: number[] = [];
    const ledger = createLedger(stores.writer, (outcomes) => batches.push(outcomes.length));
    const outcomes = await ledger.commit(changes, cause);
    expect(outcomes.map((outcome) => outcome.revision)).toEqual(changes.map((_, index) => index + 1));
    expect(batches).toEqual([200, 200, 50]);
  });

  test('jobs are enqueued with their cause, or not at all', async () => {
    const job = { kind: 'notify', payload: { about: 'a' }, idempotencyKey: 'a' };
    const missing = { kind: 'withdraw', recordId: 'nowhere', reason: 'x' } as const;
    await expect(stores.writer.apply([put('a'), missing], cause, [job])).rejects.toThrow('no record');
    expect(await stores.jobs.list('queued', 10)).toEqual([]);
    await stores.writer.apply([put('a')], cause, [job]);
    await stores.writer.apply([put('b')], cause, [job]);
    expect(await stores.jobs.list('queued', 10)).toMatchObject([{ kind: 'notify', payload: { about: 'a' } }]);
  });
});

describe('identity', () => {
  test('an id is opaque and safe in an address', async () => {
    expect(await created(put('https://example.org/a.b/c'))).toMatch(/^[0-9a-hjkmnp-tv-z]{14}$/);
  });

  test('the database itself refuses to remove a record, to rename one, or to touch the log', async () => {
    const id = await created(put('a'));
    for (const statement of [
      'DELETE FROM records',
      "UPDATE records SET upstream_identifier = 'b'",
      "UPDATE records SET id = 'b'",
      'DELETE FROM revisions',
      "UPDATE revisions SET actor = 'b'",
    ])
      expect(() => database.connection.exec(statement), statement).toThrow(/never|append-only/);
    expect(await stores.records.get(id, 'staff')).toMatchObject({ id });
  });
});

describe('datestamps', () => {
  test('never go back when the clock does', async () => {
    await apply(put('a'));
    now -= 3_600_000;
    await apply(put('b'));
    expect((await stores.records.findByUpstreamIdentifier('aviso', 'b'))?.datestamp).toBe(
      '2026-01-01T12:00:00Z',
    );
    now += 7_200_000;
    await apply(put('c'));
    expect((await stores.records.findByUpstreamIdentifier('aviso', 'c'))?.datestamp).toBe(
      '2026-01-01T13:00:00Z',
    );
    expect(await stores.records.earliestDatestamp()).toBe('2026-01-01T12:00:00Z');
  });

  test('a batch that crosses a second is stamped with the later one', async () => {
    let calls = 0;
    const ticking = createStores(database, () => now + (calls++ === 0 ? 0 : 1000));
    await ticking.writer.apply([put('a')], cause);
    expect(await stores.records.findByUpstreamIdentifier('aviso', 'a')).toMatchObject({
      datestamp: '2026-01-01T12:00:01Z',
      revision: 1,
    });
    expect(await stores.records.latestRevision()).toBe(1);
  });
});

describe('pages by revision', () => {
  const everything = { afterRevision: 0, limit: 100, includeDeleted: true };
  const identifiers = (records: StoredRecord[]) => records.map((record) => record.upstreamIdentifier);

  test('while records change, a walk misses none and sees a changed one again', async () => {
    await apply(...Array.from({ length: 10 }, (_, number) => put(`n${number}`)));
    const seen: string[] = [];
    for (let afterRevision = 0; ; ) {
      const page = await stores.records.pageByRevision({ ...everything, afterRevision, limit: 3 }, 'public');
      if (page.length === 0) break;
      seen.push(...identifiers(page));
      afterRevision = page.at(-1)?.datestampRevision ?? 0;
      if (seen.length === 3) await apply(put('n0', '2'), put('n5', '2'), put('new'));
    }
    expect(seen).toEqual(['n0', 'n1', 'n2', 'n3', 'n4', 'n6', 'n7', 'n8', 'n9', 'n0', 'n5', 'new']);
  });

  test('bounds of time are inclusive; source, format and type select', async () => {
    await apply(put('a'));
    now += 10_000;
    const series = put('b', '1', { sourceId: 'coriolis' });
    series.record.resource.type = 'series';
    series.document.format = 'dcat';
    await apply(series);
    now += 10_000;
    await apply(put('c'));
    const page = async (more: object) =>
      identifiers(await stores.records.pageByRevision({ ...everything, ...more }, 'public')).join('');
    expect(await page({ from: '2026-01-01T12:00:10Z' })).toBe('bc');
    expect(await page({ from: '2026-01-01T12:00:11Z' })).toBe('c');
    expect(await page({ from: '2026-01-01T12:00:21Z' })).toBe('');
    expect(await page({ until: '2026-01-01T12:00:10Z' })).toBe('ab');
    expect(await page({ until: '2026-01-01T12:00:09Z' })).toBe('a');
    expect(await page({ until: '2026-01-01T11:59:59Z' })).toBe('');
    expect(await page({ from: '2026-01-01T12:00:01Z', until: '2026-01-01T12:00:19Z' })).toBe('b');
    expect(await page({ sourceId: 'aviso' })).toBe('ac');
    expect(await page({ formats: ['dcat', 'unheard-of'] })).toBe('b');
    expect(await page({ formats: [] })).toBe('');
    expect(await page({ resourceTypes: ['dataset'] })).toBe('ac');
    expect(await page({ afterRevision: 2 })).toBe('c');
    const { limit: _limit, ...counted } = everything;
    expect(await stores.records.countByRevision({ ...counted, sourceId: 'aviso' }, 'public')).toBe(2);
  });

  test('withdrawn ones are there when asked for', async () => {
    const id = await created(put('a'));
    await apply(put('b'), { kind: 'withdraw', recordId: id, reason: 'x' });
    const page = await stores.records.pageByRevision(everything, 'public');
    expect(page.map((record) => [record.upstreamIdentifier, record.deleted])).toEqual([
      ['b', false],
      ['a', true],
    ]);
    expect(
      identifiers(await stores.records.pageByRevision({ ...everything, includeDeleted: false }, 'public')),
    ).toEqual(['b']);
    expect(await stores.records.countBySource('public')).toEqual({ aviso: 1 });
  });

  test('the log can be followed', async () => {
    const id = await created(put('a'));
    await stores.writer.apply([put('a', '2')], { actor: 'someone', runId: 'run-1', reason: 'harvest' });
    const [first, second, ...none] = await stores.records.revisionsAfter(0, 10);
    expect(first).toMatchObject({ revision: 1, recordId: id, kind: 'content', change: 'created' });
    expect(second).toMatchObject({
      revision: 2,
      change: 'updated',
      actor: 'someone',
      runId: 'run-1',
      reason: 'harvest',
    });
    expect(second?.documentHash).toMatch(/^[0-9a-f]{64}$/);
    expect(none).toEqual([]);
    expect(await stores.records.revisionsAfter(1, 10)).toHaveLength(1);
    expect(await stores.records.revisionsAfter(2, 10)).toEqual([]);
  });
});

describe('comparing a run with what is held', () => {
  test('hashes and states without content', async () => {
    const id = await created(put('a'));
    await apply(put('b'), { kind: 'withdraw', recordId: id, reason: 'x' });
    const known = await stores.writer.knownOf('aviso', ['a', 'b', 'c']);
    expect(known.map(({ upstreamIdentifier, deleted }) => [upstreamIdentifier, deleted]).sort()).toEqual([
      ['a', true],
      ['b', false],
    ]);
    expect(await stores.writer.knownOf('coriolis', ['a'])).toEqual([]);
    expect(await stores.writer.listLive('aviso', '', 10)).toMatchObject([{ upstreamIdentifier: 'b' }]);
  });

  test('live records are paged by id, each once', async () => {
    await apply(...Array.from({ length: 25 }, (_, number) => put(`n${number}`)));
    const seen: string[] = [];
    for (let after = ''; ; ) {
      const page = await stores.writer.listLive('aviso', after, 10);
      if (page.length === 0) break;
      seen.push(...page.map((known) => known.upstreamIdentifier));
      after = page.at(-1)?.recordId ?? '';
    }
    expect(new Set(seen).size).toBe(25);
    expect(seen).toHaveLength(25);
  });
});
