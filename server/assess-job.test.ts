import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestPortal, publicUrl, readDocument, salinityDocument, type TestPortal } from '#app/testing';
import { type Assessor, createAssessor } from '#assessment';
import { formats } from '#catalogue/formats';
import { createJobRunner } from '#runtime/jobs';
import { createLog } from '#runtime/log';
import { assessDueRecords, startAssessing } from './assess-job.ts';

const log = createLog('silent', 'test');
let portal: TestPortal;
let assessed: string[];

beforeEach(async () => {
  portal = await openTestPortal();
  assessed = [];
});
afterEach(() => portal.close());

async function commit(count: number): Promise<string[]> {
  const changes = [];
  for (let number = 0; number < count; number += 1)
    changes.push(await readDocument('schema.org', salinityDocument(`Salinity ${number}`), `n${number}`));
  return portal.commit(...changes);
}

/** @param before called before each page is asked for */
function assessorThat(before: () => Promise<void> | void = () => {}): Assessor {
  return createAssessor({
    publicUrl,
    async ask(request) {
      if (/\/records\/\w+$/.test(request.url) && request.headers.get('accept') === 'text/html') {
        await before();
        assessed.push(request.url.slice(-14));
      }
      return portal.answer(request);
    },
    links: { check: async () => new Map() },
    formats,
    checkLinks: false,
    records: portal.stores.records,
    store: portal.stores.assessments,
    allowPrivate: async () => false,
  });
}

function runnerWith(assessor: Assessor, leaseSeconds = 60): ReturnType<typeof createJobRunner> {
  const { jobs } = portal.stores;
  return createJobRunner({
    store: jobs,
    handlers: { assess: assessDueRecords({ assessor, jobs, log }) },
    log,
    leaseSeconds,
  });
}

const enqueue = () => portal.stores.jobs.enqueue({ kind: 'assess', payload: {} });
const missing = async (ids: readonly string[]) => {
  const found = await Promise.all(ids.map((id) => portal.stores.assessments.latest(id)));
  return found.filter((assessment) => assessment === null).length;
};

describe('the job', () => {
  test('assesses what is due, each once, and nothing the second time', async () => {
    const ids = await commit(12);
    await enqueue();
    await runnerWith(assessorThat()).runDue();
    expect(assessed.toSorted()).toEqual(ids.toSorted());
    await enqueue();
    await runnerWith(assessorThat()).runDue();
    expect(assessed).toHaveLength(12);
    const [today] = await portal.stores.assessments.ofSource('centre', 1);
    expect(today?.records).toBe(12);
  });

  test('stopped in the middle, goes on where it was', async () => {
    const ids = await commit(6);
    const { id } = await enqueue();
    let stopping: Promise<void> | undefined;
    const runner = runnerWith(
      assessorThat(() => {
        if (assessed.length === 2) stopping = runner.stop();
      }),
    );
    await runner.runDue();
    await stopping;
    expect(await missing(ids)).toBe(3);
    expect(await portal.stores.jobs.get(id)).toMatchObject({ state: 'queued', attempts: 0 });
    await runnerWith(assessorThat()).runDue();
    expect(await missing(ids)).toBe(0);
    expect(new Set(assessed).size).toBe(assessed.length);
  });

  test('killed in the middle, is taken up by another runner when its lease has lapsed', async () => {
    const ids = await commit(4);
    const { id } = await enqueue();
    const killed = new Promise<never>(() => {});
    let dead: () => void = () => {};
    const died = new Promise<void>((resolve) => {
      dead = resolve;
    });
    const { jobs } = portal.stores;
    // A process that dies says nothing more: neither that it goes on nor that it ended.
    const lease = await jobs.lease(['assess'], 'the one that dies', 0);
    const handler = assessDueRecords({
      assessor: assessorThat(async () => {
        if (assessed.length < 2) return;
        dead();
        await killed;
      }),
      jobs,
      log,
    });
    if (!lease) throw new Error('The job was not there.');
    void handler({}, { job: lease, signal: new AbortController().signal });
    await died;
    expect(await missing(ids)).toBe(2);
    await runnerWith(assessorThat()).runDue();
    expect(await missing(ids)).toBe(0);
    expect(await jobs.get(id)).toMatchObject({ state: 'done', attempts: 2 });
    expect(new Set(assessed).size).toBe(4);
  });

  test('leaves what it had no time for to a job that waits its turn', async () => {
    const ids = await commit(12);
    const { jobs } = portal.stores;
    let now = Date.now();
    const handler = assessDueRecords({
      assessor: assessorThat(() => {
        now += 2000;
      }),
      jobs,
      log,
      clock: () => now,
    });
    await enqueue();
    await createJobRunner({ store: jobs, handlers: { assess: handler }, log }).runDue();
    expect(await missing(ids)).toBe(2);
    const [waiting, ...others] = await jobs.list('queued', 10);
    expect(others).toEqual([]);
    expect(waiting?.dueAt).toBeGreaterThan(Date.now());
  });
});

test('the plan begins a while after the start, once', async () => {
  const planned = startAssessing(portal.stores.jobs, log);
  planned.stop();
  const [job, ...others] = await portal.stores.jobs.list('queued', 10);
  expect(others).toEqual([]);
  expect((job?.dueAt ?? 0) - Date.now()).toBeGreaterThan(10_000);
});
