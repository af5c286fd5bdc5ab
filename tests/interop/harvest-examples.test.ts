import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startExampleCentres } from '#examples';
import { openTestHarvest, type TestHarvest } from '../../harvesters/testing/index.ts';

describe('the example data centres', () => {
  let served: Awaited<ReturnType<typeof startExampleCentres>>;
  let harvest: TestHarvest;
  beforeAll(async () => {
    served = await startExampleCentres();
    harvest = openTestHarvest();
  });
  afterAll(async () => {
    await served.close();
    await harvest.close();
  });

  it('are harvested, each by its protocol, and found unchanged the second time', async () => {
    let total = 0;
    for (const { id, protocol, url, options } of served.centres) {
      await harvest.source({ id, protocol, url, options });
      const first = await harvest.harvester.harvest(id);
      process.stdout.write(`${id} (${protocol}): ${JSON.stringify(first.counts)} ${first.message ?? ''}\n`);
      for (const { severity, code, identifier, message } of await harvest.problems(first))
        if (severity === 'error') process.stdout.write(`  ${code} ${identifier ?? ''}: ${message}\n`);
      expect(first.state).toBe('succeeded');
      expect(first.counts.created).toBeGreaterThan(0);
      total += first.counts.created;
      const second = await harvest.harvester.harvest(id, { full: true });
      expect(second).toMatchObject({ state: 'succeeded', counts: { created: 0, updated: 0, withdrawn: 0 } });
      expect((await harvest.live(id)).length).toBe(first.counts.created);
    }
    expect(served.centres.length).toBe(9);
    expect(total).toBeGreaterThan(80);
  });
});
