import { afterEach, expect, it } from 'vitest';
import { HopelessJobError, type Job } from '#runtime/jobs';
import { createLog } from '#runtime/log';
import { honestFolder, openTestHarvest, sampleRecords } from '../harvesters/testing/index.ts';
import { harvestHandlers } from './job-handlers.ts';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const open of closing.splice(0)) await open.close();
});

/** A source whose run was begun by a process that died a moment ago, and the handler of another process. */
async function open() {
  let now = Date.UTC(2026, 0, 1);
  const house = openTestHarvest({ ports: { clock: () => now } });
  const server = await honestFolder(() => sampleRecords(3));
  closing.push(house, server);
  await house.source({ protocol: 'folder', url: `${server.url}/` });
  const stop = new AbortController();
  stop.abort();
  const begun = await house.harvester.harvest('test', { signal: stop.signal });
  await house.stores.runs.begin({ ...begun, state: 'running' }, 60);
  const catchUp = async () => ({ indexed: 0, through: 0 });
  const { harvest } = harvestHandlers({
    ...house,
    indexer: { catchUp, reindex: catchUp },
    log: createLog('silent', 'test'),
  });
  const take = async (attempts: number, payload: object) => {
    const { id } = await house.stores.jobs.enqueue({ kind: 'harvest', payload });
    const job: Job | null = await house.stores.jobs.get(id);
    if (!job) throw new Error('no job');
    await harvest?.(payload, { job: { ...job, attempts }, signal: new AbortController().signal });
  };
  const pass = (seconds: number) => {
    now += seconds * 1000;
  };
  return { house, begun, take, pass };
}

it('an order whose process died waits until the run that it had begun is free, and goes on with it', async () => {
  const { house, begun, take, pass } = await open();
  const order = { action: 'harvest', sourceId: 'test' };
  await expect(take(2, order)).rejects.toMatchObject({ code: 'conflict' });
  pass(61);
  await take(3, order);
  expect(await house.stores.runs.listBySource('test', 5)).toMatchObject([
    { id: begun.id, state: 'succeeded', counts: { created: 3 } },
  ]);
});

it('so does one that resumes a run', async () => {
  const { house, begun, take, pass } = await open();
  const order = { action: 'resume', runId: begun.id };
  await expect(take(2, order)).rejects.not.toBeInstanceOf(HopelessJobError);
  pass(61);
  await take(3, order);
  expect(await house.stores.runs.get(begun.id)).toMatchObject({ state: 'succeeded', counts: { created: 3 } });
});

it('where somebody harvests a source, the wish to harvest it is fulfilled, and others are refused', async () => {
  const { take, begun } = await open();
  await take(1, { action: 'harvest', sourceId: 'test' });
  await expect(take(1, { action: 'reread', sourceId: 'test' })).rejects.toBeInstanceOf(HopelessJobError);
  await expect(take(5, { action: 'resume', runId: begun.id })).rejects.toBeInstanceOf(HopelessJobError);
});
