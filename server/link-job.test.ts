import { afterEach, beforeEach, expect, test } from 'vitest';
import { createStores } from '#db';
import { openTestDatabase } from '#db/testing';
import { createJobRunner } from '#runtime/jobs';
import { createLog } from '#runtime/log';
import { forgetOld } from './housekeeping.ts';
import { checkDueLinks, startCheckingLinks } from './link-job.ts';

const log = createLog('silent', 'test');
let database: ReturnType<typeof openTestDatabase>;
let stores: ReturnType<typeof createStores>;
let now = 0;
beforeEach(() => {
  database = openTestDatabase();
  now = Date.parse('2026-11-25T09:00:00Z');
  stores = createStores(database, () => now);
});
afterEach(() => database.close());

test('batches follow one another until nothing is due, and each goes into the trend of its sources', async () => {
  const batches = [
    { checked: 20, sources: ['a', 'b'], more: true },
    { checked: 5, sources: ['b'], more: true },
    // A server that is left alone does not keep the queue going.
    { checked: 0, sources: [], more: true },
  ];
  const { jobs } = stores;
  const summed: string[] = [];
  const reports = { sumUp: async (source: string, day: string) => void summed.push(`${source} ${day}`) };
  const watch = { checkDue: async () => batches.shift() ?? { checked: 0, sources: [], more: false } };
  const handler = checkDueLinks({ watch, reports, jobs, log, clock: () => now });
  const runner = createJobRunner({ store: jobs, handlers: { 'check-links': handler }, log });
  await jobs.enqueue({ kind: 'check-links', payload: {} });
  for (let times = 0; times < 5; times += 1) {
    await runner.runDue();
    now += 3000;
  }
  expect(batches).toEqual([]);
  expect(summed).toEqual(['a 2026-11-25', 'b 2026-11-25', 'b 2026-11-25']);
  expect(await jobs.list('queued', 9)).toEqual([]);
});

test('the worker plans a check when it starts', async () => {
  const planned = startCheckingLinks(stores.jobs, log);
  await expect
    .poll(async () => (await stores.jobs.list('queued', 9)).map(({ kind }) => kind))
    .toEqual(['check-links']);
  planned.stop();
});

test('the housekeeping keeps the problems of runs as long as it is told', async () => {
  for (const [id, day] of [
    ['old', '2026-10-01'],
    ['last', '2026-10-02'],
  ] as const) {
    const begun = await stores.runs.begin(
      {
        id,
        sourceId: 'sea',
        kind: 'harvest',
        state: 'running',
        phase: 'listing',
        actor: 'system',
        dryRun: false,
        full: false,
        startedAt: `${day}T03:00:00Z`,
        counts: { listed: 1, created: 0, updated: 0, unchanged: 1, withdrawn: 0, refused: 0, problems: 1 },
      },
      60,
    );
    if (!begun) throw new Error('The run did not begin.');
    const problem = { severity: 'warning' as const, code: 'x', path: '/', message: 'm', hint: 'h' };
    await stores.runs.addProblems(id, [problem]);
    await stores.runs.finish({ ...begun, state: 'succeeded', finishedAt: `${day}T03:10:00Z` });
  }
  expect(await forgetOld({ stores, config: { runLogDays: 60 } }, now)).toMatchObject({ runProblems: 0 });
  expect(await forgetOld({ stores, config: { runLogDays: 30 } }, now)).toMatchObject({ runProblems: 1 });
  expect((await stores.runs.get('old'))?.counts.problems).toBe(1);
});
