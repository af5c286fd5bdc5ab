import { afterEach, beforeEach, expect, test } from 'vitest';
import { createStores, type Stores } from '#db';
import { openTestDatabase } from '#db/testing';
import type { HarvestRun, HarvestSource } from '#harvesters';
import { createLog } from '#runtime/log';
import { catchUp } from './schedule.ts';

const now = Date.UTC(2026, 10, 25, 12);
let stores: Stores;
let close: () => void;

beforeEach(() => {
  const database = openTestDatabase();
  stores = createStores(database, () => now);
  close = () => database.close();
});
afterEach(() => close());

const source = (id: string, more: Partial<HarvestSource> = {}): HarvestSource => ({
  id,
  names: {},
  descriptions: {},
  protocol: 'csw',
  url: 'http://example.org/',
  options: {},
  schedule: '0 3 * * *',
  enabled: true,
  allowPrivateAddresses: false,
  createdAt: '2026-01-01T00:00:00Z',
  ...more,
});

async function ran(sourceId: string, startedAt: string): Promise<void> {
  const run: HarvestRun = {
    id: `run of ${sourceId}`,
    sourceId,
    kind: 'harvest',
    state: 'succeeded',
    phase: 'committing',
    actor: 'system',
    dryRun: false,
    full: false,
    startedAt,
    counts: { listed: 0, created: 0, updated: 0, unchanged: 0, withdrawn: 0, refused: 0, problems: 0 },
  };
  await stores.runs.begin(run, 60);
  await stores.runs.finish(run);
}

test('what was missed is caught up once for each source, the oldest first, one after the other', async () => {
  await stores.sources.save(source('daily'));
  await stores.sources.save(source('weekly', { schedule: '0 3 * * 1' }));
  await stores.sources.save(source('today'));
  await stores.sources.save(source('off', { enabled: false }));
  await stores.sources.save(source('by-hand', { schedule: '' }));
  await stores.sources.save(source('sends', { protocol: 'push' }));
  await ran('daily', '2026-11-01T03:00:00Z');
  await ran('weekly', '2026-11-16T03:00:00Z');
  await ran('today', '2026-11-25T03:00:10Z');
  const house = { stores, log: createLog('silent', 'test') };
  expect(await catchUp(house, now)).toEqual(['daily', 'weekly']);
  const jobs = await stores.jobs.list('queued', 10);
  expect(
    jobs.map(({ payload, dueAt }) => ({ payload, inMinutes: (dueAt - now) / 60_000 })).reverse(),
  ).toEqual([
    { payload: { action: 'harvest', sourceId: 'daily' }, inMinutes: 0 },
    { payload: { action: 'harvest', sourceId: 'weekly' }, inMinutes: 2 },
  ]);
  // A second worker that starts at the same time asks for nothing twice.
  await catchUp(house, now);
  expect(await stores.jobs.list('queued', 10)).toHaveLength(2);
});
