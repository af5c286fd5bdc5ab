import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../database.ts';
import { openTestDatabase } from '../testing/index.ts';
import { createStores, type Stores } from './index.ts';

let database: Database;
let now: number;
let jobs: Stores['jobs'];

beforeEach(() => {
  database = openTestDatabase();
  now = 1_000_000;
  jobs = createStores(database, () => now).jobs;
});
afterEach(() => database.close());

describe('the queue', () => {
  test('a job is leased once, and done once', async () => {
    const { id } = await jobs.enqueue({ kind: 'mail', payload: { to: 'a' } });
    expect(await jobs.lease(['other'], 'one', 60)).toBeNull();
    expect(await jobs.lease(['mail'], 'one', 60)).toEqual({
      id,
      kind: 'mail',
      payload: { to: 'a' },
      state: 'running',
      attempts: 1,
      maximumAttempts: 8,
      dueAt: 1_000_000,
      createdAt: 1_000_000,
    });
    expect(await jobs.lease(['mail'], 'two', 60)).toBeNull();
    expect(await jobs.complete(id, 'two')).toBe(false);
    expect(await jobs.complete(id, 'one')).toBe(true);
    expect(await jobs.get(id)).toMatchObject({ state: 'done', finishedAt: 1_000_000 });
    expect(await jobs.lease(['mail'], 'one', 60)).toBeNull();
  });

  test('an idempotency key is used once for a kind, also after the job is done', async () => {
    const job = { kind: 'mail', payload: 1, idempotencyKey: 'k' };
    const first = await jobs.enqueue(job);
    expect(first.enqueued).toBe(true);
    expect(await jobs.enqueue(job)).toEqual({ id: first.id, enqueued: false });
    await jobs.lease(['mail'], 'one', 60);
    await jobs.complete(first.id, 'one');
    expect(await jobs.enqueue(job)).toEqual({ id: first.id, enqueued: false });
    expect((await jobs.enqueue({ ...job, kind: 'other' })).enqueued).toBe(true);
    now += 10;
    expect(await jobs.forgetDone(now)).toBe(1);
    expect((await jobs.enqueue(job)).enqueued).toBe(true);
  });

  test('what is due longest comes first; what is not due, not', async () => {
    await jobs.enqueue({ kind: 'mail', payload: 'later', dueAt: now + 5000 });
    await jobs.enqueue({ kind: 'mail', payload: 'second', dueAt: now - 1 });
    await jobs.enqueue({ kind: 'mail', payload: 'first', dueAt: now - 2 });
    expect(await jobs.nextDueAt(['mail'])).toBe(now - 2);
    const payloads = [];
    for (let job = await jobs.lease(['mail'], 'one', 60); job; job = await jobs.lease(['mail'], 'one', 60))
      payloads.push(job.payload);
    expect(payloads).toEqual(['first', 'second']);
    now += 5000;
    expect(await jobs.lease(['mail'], 'one', 60)).toMatchObject({ payload: 'later' });
    expect(await jobs.nextDueAt(['mail'])).toBeNull();
  });

  test('the job of a runner that died is taken over; the dead one can no longer speak for it', async () => {
    const { id } = await jobs.enqueue({ kind: 'mail', payload: 1 });
    await jobs.lease(['mail'], 'one', 60);
    now += 50_000;
    expect(await jobs.renew(id, 'one', 60)).toBe(true);
    now += 59_000;
    expect(await jobs.lease(['mail'], 'two', 60)).toBeNull();
    now += 2000;
    expect(await jobs.lease(['mail'], 'two', 60)).toMatchObject({ id, attempts: 2 });
    expect(await jobs.renew(id, 'one', 60)).toBe(false);
    expect(await jobs.complete(id, 'one')).toBe(false);
    expect(await jobs.fail(id, 'one', 'x', 1)).toBeNull();
    expect(await jobs.release(id, 'one')).toBe(false);
    expect(await jobs.complete(id, 'two')).toBe(true);
  });

  test('a job that fails is due again, until its attempts are used up', async () => {
    const { id } = await jobs.enqueue({ kind: 'mail', payload: 1, maximumAttempts: 2 });
    await jobs.lease(['mail'], 'one', 60);
    expect(await jobs.fail(id, 'one', 'no answer', 30)).toBe('queued');
    expect(await jobs.lease(['mail'], 'one', 60)).toBeNull();
    now += 30_000;
    await jobs.lease(['mail'], 'one', 60);
    expect(await jobs.fail(id, 'one', 'still none', 30)).toBe('failed');
    expect(await jobs.list('failed', 10)).toMatchObject([{ id, attempts: 2, lastError: 'still none' }]);
    expect(await jobs.retry(id)).toBe(true);
    expect(await jobs.retry(id)).toBe(false);
    expect(await jobs.lease(['mail'], 'one', 60)).toMatchObject({ id, attempts: 1 });
    expect(await jobs.fail(id, 'one', 'hopeless', null)).toBe('failed');
  });

  test('a job that kills its runner every time fails at last', async () => {
    const { id } = await jobs.enqueue({ kind: 'mail', payload: 1, maximumAttempts: 3 });
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      expect(await jobs.lease(['mail'], `runner ${attempt}`, 60)).toMatchObject({ attempts: attempt });
      now += 61_000;
    }
    expect(await jobs.lease(['mail'], 'runner 4', 60)).toBeNull();
    expect(await jobs.get(id)).toMatchObject({ state: 'failed', attempts: 3 });
  });

  test('a released job is due at once and its attempt is not counted', async () => {
    const { id } = await jobs.enqueue({ kind: 'mail', payload: 1 });
    await jobs.lease(['mail'], 'one', 60);
    expect(await jobs.release(id, 'one')).toBe(true);
    expect(await jobs.lease(['mail'], 'two', 60)).toMatchObject({ id, attempts: 1 });
  });
});
