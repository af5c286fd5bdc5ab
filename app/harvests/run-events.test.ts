import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#accounts';
import { createHarvestDesk, type HarvestRun, previewRules, protocols } from '#harvesters';
import { openTestHarvest, type TestHarvest } from '#harvesters/testing';
import { createTestFetcher } from '#runtime/fetching/testing';
import { createLog } from '#runtime/log';
import { type RunEvent, runEvents } from './run-events.ts';

const curator: Actor = {
  kind: 'person',
  id: 'ada',
  name: 'Ada',
  email: 'ada@example.org',
  sessionId: 's',
  grants: [{ role: 'curator', scope: { kind: 'source', id: 'test' } }],
};
const timing = { lookMs: 5, beatMs: 20, lifeMs: 5000 };
const counts = { listed: 0, created: 0, updated: 0, unchanged: 0, withdrawn: 0, refused: 0, problems: 0 };
const run = (more: Partial<HarvestRun> = {}): HarvestRun => ({
  id: 'run-1',
  sourceId: 'test',
  kind: 'harvest',
  state: 'running',
  phase: 'listing',
  actor: 'system',
  dryRun: false,
  full: false,
  startedAt: '2026-11-25T11:00:00Z',
  counts,
  ...more,
});

let house: TestHarvest;
let services: { harvests: ReturnType<typeof createHarvestDesk> };
beforeEach(async () => {
  house = openTestHarvest();
  const { sources, runs, jobs, digests, accounts } = house.stores;
  services = {
    harvests: createHarvestDesk({
      sources,
      runs,
      jobs,
      digests,
      accounts,
      harvester: house.harvester,
      protocols,
      fetcher: createTestFetcher(),
      log: createLog('silent', 'test'),
      audit: async () => {},
      previewRules: (_sourceId, rules) => previewRules([], rules),
    }),
  };
  await house.source({ protocol: 'csw', url: 'https://example.org/csw' });
  await runs.begin(run(), 60);
});
afterEach(() => house.close());

/** Everything that a connection is told until it ends, and what to do when something came. */
async function listen(response: Response, onText: (all: string) => Promise<void>): Promise<string> {
  let all = '';
  const decoder = new TextDecoder();
  for await (const piece of response.body ?? []) {
    all += decoder.decode(piece);
    await onText(all);
  }
  return all;
}

const eventsIn = (text: string): RunEvent[] =>
  [...text.matchAll(/^event: progress\ndata: (.*)$/gm)].map(([, data = '']) => JSON.parse(data));

describe('the events of a run', () => {
  test('tell how it stands, every change once, and its end', async () => {
    const response = await runEvents(curator, 'run-1', services, timing);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const { runs } = house.stores;
    const text = await listen(response, async (all) => {
      const last = eventsIn(all).at(-1);
      if (last?.state !== 'running') return;
      if (last.counts.listed === 0) await runs.save(run({ counts: { ...counts, listed: 100 } }), 60);
      else await runs.finish(run({ state: 'held', counts: { ...counts, listed: 200 }, message: 'Look.' }));
    });
    expect(eventsIn(text)).toEqual([
      { state: 'running', phase: 'listing', counts, waits: false },
      { state: 'running', phase: 'listing', counts: { ...counts, listed: 100 }, waits: false },
      {
        state: 'held',
        phase: 'listing',
        counts: { ...counts, listed: 200 },
        message: 'Look.',
        waits: false,
      },
    ]);
    expect(text.endsWith('event: end\ndata: {}\n\n')).toBe(true);
  });

  test('go on while an order about the run waits', async () => {
    const { runs, jobs } = house.stores;
    await runs.finish(run({ state: 'held' }));
    await services.harvests.order(curator, { action: 'approve', runId: 'run-1' });
    const text = await listen(await runEvents(curator, 'run-1', services, timing), async (all) => {
      if (eventsIn(all).length !== 1) return;
      const job = await jobs.lease(['harvest'], 'worker', 60);
      if (job) await jobs.complete(job.id, 'worker');
    });
    expect(eventsIn(text).map(({ waits }) => waits)).toEqual([true, false]);
  });

  test('are for those who look after the source', async () => {
    await expect(runEvents({ kind: 'anonymous' }, 'run-1', services)).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    await expect(runEvents(curator, 'nowhere', services)).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('a connection ends after a while, and says that it lives meanwhile', async () => {
    const text = await listen(
      await runEvents(curator, 'run-1', services, { ...timing, lifeMs: 100 }),
      async () => {},
    );
    expect(eventsIn(text)).toHaveLength(1);
    expect(text).toContain('\n:\n');
    expect(text).not.toContain('event: end');
  });
});
