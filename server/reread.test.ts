import { afterEach, expect, it } from 'vitest';
import { readersVersion } from '#catalogue/formats';
import { plainInterpreter } from '#harvesters';
import { createLog } from '#runtime/log';
import { honestFolder, openTestHarvest, sampleRecords } from '../harvesters/testing/index.ts';
import { harvestHandlers } from './job-handlers.ts';
import { enqueueRereads } from './reread.ts';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const open of closing.splice(0)) await open.close();
});

it('what older readers made is read again by the worker, without asking the source, and once', async () => {
  let interpreter = plainInterpreter('readers-1');
  const harvest = openTestHarvest({ ports: { interpreterOf: () => interpreter } });
  const server = await honestFolder(() => sampleRecords(3));
  closing.push(harvest, server);
  await harvest.source({ protocol: 'folder', url: `${server.url}/` });
  await harvest.harvester.harvest('test');
  expect(await enqueueRereads(harvest, 'readers-1')).toEqual([]);
  const asked = server.requests.length;
  interpreter = plainInterpreter(readersVersion);
  expect(await enqueueRereads(harvest, readersVersion)).toEqual(['test']);
  await enqueueRereads(harvest, readersVersion);
  const [job, ...more] = await harvest.stores.jobs.list('queued', 10);
  expect(more).toEqual([]);
  const indexer = {
    catchUp: async () => ({ indexed: 0, through: 0 }),
    reindex: async () => ({ indexed: 0, through: 0 }),
  };
  const handlers = harvestHandlers({
    stores: harvest.stores,
    harvester: harvest.harvester,
    indexer,
    log: createLog('silent', 'test'),
  });
  if (!job) throw new Error('no job');
  await handlers['harvest']?.(job.payload, { job, signal: new AbortController().signal });
  expect(await harvest.stores.runs.listBySource('test', 1)).toMatchObject([
    { kind: 'reread', state: 'succeeded', counts: { listed: 3 } },
  ]);
  expect(await enqueueRereads(harvest, readersVersion)).toEqual([]);
  expect(server.requests.length).toBe(asked);
  // Nothing was said anew, so the log is as it was.
  expect(await harvest.stores.records.latestRevision()).toBe(3);
});
