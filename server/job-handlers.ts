import { z } from 'zod';
import { isDomainError } from '#runtime/errors';
import type { JobHandler } from '#runtime/jobs';
import type { House } from './house.ts';

const harvestJob = z.object({ sourceId: z.string() });

/** What the worker can do, by kind of job. */
export function jobHandlers(house: Pick<House, 'harvester' | 'indexer' | 'log'>): Record<string, JobHandler> {
  return {
    async harvest(payload, { signal }) {
      const { sourceId } = harvestJob.parse(payload);
      try {
        const run = await house.harvester.harvest(sourceId, { signal });
        house.log.info({ source: sourceId, state: run.state, counts: run.counts }, 'harvested');
      } catch (error) {
        // Somebody harvests it by hand at this moment: the wish is fulfilled.
        if (!isDomainError(error) || error.code !== 'conflict') throw error;
        house.log.info({ source: sourceId }, error.message);
      }
      await house.indexer.catchUp({});
    },
  };
}
