import { carryOut, harvestOrder } from '#harvesters';
import { isDomainError } from '#runtime/errors';
import { HopelessJobError, type Job, type JobHandler } from '#runtime/jobs';
import { assessDueRecords } from './assess-job.ts';
import { assessorOf, linkWatchOf } from './assessing.ts';
import { sendDigest } from './digest-job.ts';
import { postmanOf } from './digests.ts';
import type { House } from './house.ts';
import { checkDueLinks } from './link-job.ts';

type Handlers = Record<string, JobHandler>;

/** Faults of an order itself, which asking again does not mend. */
const hopeless = new Set(['not-found', 'conflict', 'invalid']);

/**
 * Whether the process that began the order may have died: its run keeps the source a while longer than the order was kept,
 * so that whoever takes the order up finds a run that seems alive. The waits between these attempts are longer than that.
 */
const mayBeDead = ({ attempts }: Pick<Job, 'attempts'>) => attempts > 1 && attempts < 5;

/** Harvests and what is done with their runs; several sources may be harvested at once. */
export function harvestHandlers(house: Pick<House, 'harvester' | 'indexer' | 'log' | 'stores'>): Handlers {
  const { jobs } = house.stores;
  return {
    async harvest(payload, { job, signal }) {
      const order = harvestOrder.parse(payload);
      try {
        const run = await carryOut(order, house.harvester, { signal });
        house.log.info({ order, run: run.id, state: run.state, counts: run.counts }, 'harvested');
        // Given back to the queue, so that the next start goes on with it.
        if (run.state === 'interrupted') signal.throwIfAborted();
      } catch (error) {
        if (!isDomainError(error) || !hopeless.has(error.code)) throw error;
        if (error.code === 'conflict' && mayBeDead(job)) throw error;
        // Somebody harvests it at this moment: the wish is fulfilled.
        if (error.code === 'conflict' && order.action === 'harvest') house.log.info({ order }, error.message);
        else throw new HopelessJobError(error.message);
      }
      await house.indexer.catchUp({});
      await jobs.enqueue({ kind: 'assess', payload: {}, idempotencyKey: `harvest ${job.id}` });
      await jobs.enqueue({ kind: 'check-links', payload: {}, idempotencyKey: `harvest ${job.id}` });
    },
  };
}

/** Judges how FAIR records are, one batch after the other. */
export function assessHandlers(house: House): Handlers {
  return {
    assess: assessDueRecords({ assessor: assessorOf(house), jobs: house.stores.jobs, log: house.log }),
  };
}

/** Asks the links of records, where this portal asks foreign servers at all. */
export function linkHandlers(house: House): Handlers {
  const { reports, jobs } = house.stores;
  if (!house.config.checkLinks) return { 'check-links': async () => {} };
  return { 'check-links': checkDueLinks({ watch: linkWatchOf(house), reports, jobs, log: house.log }) };
}

/** Sends digests. */
export function digestHandlers(house: House): Handlers {
  return { digest: sendDigest(postmanOf(house), house.log) };
}
