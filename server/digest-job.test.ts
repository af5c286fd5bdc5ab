import { afterEach, beforeEach, expect, test } from 'vitest';
import { createStores } from '#db';
import { openTestDatabase } from '#db/testing';
import { createJobRunner } from '#runtime/jobs';
import { createLog } from '#runtime/log';
import { enqueueDigests, sendDigest } from './digest-job.ts';

const log = createLog('silent', 'test');
const due = { sourceId: 'sea', period: { from: '2026-11-16', until: '2026-11-23' } };
let database: ReturnType<typeof openTestDatabase>;
let now = 0;
beforeEach(() => {
  database = openTestDatabase();
  now = Date.parse('2026-11-25T09:00:00Z');
});
afterEach(() => database.close());

test('a period is enqueued once, tried again while the mail server is away, and given up in the end', async () => {
  const { jobs } = createStores(database, () => now);
  const asked: unknown[] = [];
  const postman = {
    due: async () => [due],
    async send(one: typeof due) {
      asked.push(one);
      throw new Error('The mail server is away.');
    },
  };
  expect(await enqueueDigests(postman, jobs)).toBe(1);
  expect(await enqueueDigests(postman, jobs)).toBe(0);
  const runner = createJobRunner({ store: jobs, handlers: { digest: sendDigest(postman, log) }, log });
  for (let hours = 0; hours < 24; hours += 1) {
    await runner.runDue();
    now += 2 * 3_600_000;
  }
  expect(asked).toEqual(Array(8).fill(due));
  expect((await jobs.list('failed', 9)).map(({ kind, attempts }) => [kind, attempts])).toEqual([
    ['digest', 8],
  ]);
});
