import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backoffSeconds, createJobRunner, HopelessJobError, type JobHandler } from '#runtime/jobs';
import { createLog } from '#runtime/log';
import type { Database } from '../database.ts';
import { openTestDatabase } from '../testing/index.ts';
import { createStores, type Stores } from './index.ts';

let database: Database;
let later: number;
let jobs: Stores['jobs'];

beforeEach(() => {
  database = openTestDatabase();
  later = 0;
  jobs = createStores(database, () => Date.now() + later).jobs;
});
afterEach(() => database.close());

const log = createLog('silent', 'test');
const runner = (handlers: Record<string, JobHandler>, leaseSeconds = 60) =>
  createJobRunner({ store: jobs, handlers, log, leaseSeconds, idleMilliseconds: 5 });

/** Waits until something holds, as long as the test may last. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('the runner', () => {
  test('does what is due, each once, and leaves other kinds alone', async () => {
    for (const payload of ['a', 'b', 'c']) await jobs.enqueue({ kind: 'mail', payload });
    await jobs.enqueue({ kind: 'other', payload: 'x' });
    const done: unknown[] = [];
    const handlers = { mail: async (payload: unknown) => void done.push(payload) };
    const begun = await Promise.all([runner(handlers).runDue(), runner(handlers).runDue()]);
    expect(begun[0] + begun[1]).toBe(3);
    expect(done.sort()).toEqual(['a', 'b', 'c']);
    expect(await jobs.list('done', 10)).toHaveLength(3);
    expect(await jobs.list('queued', 10)).toMatchObject([{ kind: 'other' }]);
  });

  test('tries again after a while, and gives up on the hopeless', async () => {
    const { id } = await jobs.enqueue({ kind: 'mail', payload: 1 });
    const hopeless = await jobs.enqueue({ kind: 'hopeless', payload: 1 });
    let attempts = 0;
    const working = runner({
      mail: async () => {
        attempts += 1;
        if (attempts < 3) throw new Error('no answer');
      },
      hopeless: async () => {
        throw new HopelessJobError('never');
      },
    });
    expect(await working.runDue()).toBe(2);
    expect(await jobs.get(hopeless.id)).toMatchObject({ state: 'failed', lastError: 'never', attempts: 1 });
    expect(await jobs.get(id)).toMatchObject({ state: 'queued', lastError: 'no answer' });
    expect(await working.runDue()).toBe(0);
    later += 7000;
    expect(await working.runDue()).toBe(1);
    later += 13_000;
    expect(await working.runDue()).toBe(1);
    expect(await jobs.get(id)).toMatchObject({ state: 'done', attempts: 3 });
  });

  test('keeps its lease while it works longer than that', async () => {
    const { id } = await jobs.enqueue({ kind: 'slow', payload: 1 });
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const working = runner({ slow: () => held }, 0.3).runDue();
    const leasedUntil = () => database.connection.prepare('SELECT lease_until FROM jobs').pluck().get();
    await until(() => leasedUntil() !== null);
    const first = leasedUntil();
    await until(() => leasedUntil() !== first);
    expect(Number(leasedUntil())).toBeGreaterThan(Number(first));
    release();
    await working;
    expect(await jobs.get(id)).toMatchObject({ state: 'done', attempts: 1 });
  });

  test('tells the handler that its lease is lost', async () => {
    await jobs.enqueue({ kind: 'slow', payload: 1 });
    let reason: unknown;
    const working = runner(
      {
        slow: (_payload, { signal }) =>
          new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => {
              reason = signal.reason;
              reject(signal.reason);
            });
          }),
      },
      0.3,
    ).runDue();
    await until(async () => (await jobs.list('running', 1)).length === 1);
    later += 10_000;
    const stolen = await jobs.lease(['slow'], 'thief', 60);
    await working;
    expect(String(reason)).toContain('Another runner');
    expect(stolen && (await jobs.get(stolen.id))).toMatchObject({ state: 'running', attempts: 2 });
  });

  test('stops: the job under way is given back, its attempt not counted', async () => {
    const { id } = await jobs.enqueue({ kind: 'slow', payload: 1 });
    let begun = false;
    const working = runner({
      slow: (_payload, { signal }) =>
        new Promise((_resolve, reject) => {
          begun = true;
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
    });
    const running = working.run();
    await until(() => begun);
    await working.stop();
    await running;
    expect(await jobs.get(id)).toMatchObject({ state: 'queued', attempts: 0 });
  });

  test('finds work that comes while it waits', async () => {
    let done = 0;
    const working = runner({
      mail: async () => {
        done += 1;
      },
    });
    const running = working.run();
    await jobs.enqueue({ kind: 'mail', payload: 1 });
    await until(() => done === 1);
    await jobs.enqueue({ kind: 'mail', payload: 2 });
    await until(() => done === 2);
    await working.stop();
    await running;
  });
});

test('the wait doubles, up to an hour, with a quarter more or less', () => {
  expect([1, 2, 3, 4].map((attempt) => backoffSeconds(attempt, 0.5))).toEqual([5, 10, 20, 40]);
  expect(backoffSeconds(1, 0)).toBe(3.75);
  expect(backoffSeconds(1, 1)).toBe(6.25);
  expect(backoffSeconds(30, 0.5)).toBe(3600);
});
