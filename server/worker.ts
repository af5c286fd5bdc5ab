import { readersVersion } from '#catalogue/formats';
import { readConfiguration } from '#runtime/config';
import { createJobRunner, type JobHandler } from '#runtime/jobs';
import { createLog } from '#runtime/log';
import { startAssessing } from './assess-job.ts';
import { startDigests } from './digest-job.ts';
import { postmanOf } from './digests.ts';
import { growHeapSlowly } from './heap-growth.ts';
import { openHouse } from './house.ts';
import { startHousekeeping } from './housekeeping.ts';
import { assessHandlers, digestHandlers, harvestHandlers, linkHandlers } from './job-handlers.ts';
import { startCheckingLinks } from './link-job.ts';
import { enqueueRereads } from './reread.ts';
import { startSchedule } from './schedule.ts';

/** How often the index looks whether the log went on: another process may have committed. */
const indexEveryMs = 2000;

/** Sources that are harvested at the same time: most of a harvest is waiting for the network. */
const harvestsAtOnce = 2;

/** The worker process: jobs, schedules, and the search index that follows the log. */
export async function runWorker(): Promise<void> {
  growHeapSlowly();
  const config = readConfiguration(process.env);
  const log = createLog(config.logLevel, 'worker');
  const house = await openHouse(config, log);
  const lane = (handlers: Record<string, JobHandler>) =>
    createJobRunner({ store: house.stores.jobs, handlers, log });
  // A long harvest must not keep other work waiting, so each kind of work has runners of its own.
  const runners = [
    ...Array.from({ length: harvestsAtOnce }, () => lane(harvestHandlers(house))),
    lane(assessHandlers(house)),
    lane(linkHandlers(house)),
    lane(digestHandlers(house)),
  ];
  const outdated = await enqueueRereads(house, readersVersion);
  if (outdated.length > 0)
    log.info({ sources: outdated }, 'readers or rules changed: what is held is read again');
  const schedule = await startSchedule(house);
  const housekeeping = startHousekeeping(house);
  const assessing = startAssessing(house.stores.jobs, log);
  const digests = startDigests(postmanOf(house), house.stores.jobs, log);
  const checkingLinks = config.checkLinks ? startCheckingLinks(house.stores.jobs, log) : undefined;
  let indexing: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    indexing = indexing
      .then(() => house.indexer.catchUp({}))
      .catch((error: unknown) => log.error({ err: error }, 'the index could not follow the log'));
  }, indexEveryMs);

  const stop = async () => {
    clearInterval(timer);
    schedule.stop();
    housekeeping.stop();
    assessing.stop();
    checkingLinks?.stop();
    digests.stop();
    await Promise.all(runners.map((runner) => runner.stop()));
    await indexing;
    await house.close();
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.send?.('ready');
  await Promise.all(runners.map((runner) => runner.run()));
}
