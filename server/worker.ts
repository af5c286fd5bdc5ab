import { readConfiguration } from '#runtime/config';
import { createJobRunner } from '#runtime/jobs';
import { createLog } from '#runtime/log';
import { openHouse } from './house.ts';
import { startHousekeeping } from './housekeeping.ts';
import { jobHandlers } from './job-handlers.ts';
import { startSchedule } from './schedule.ts';

/** How often the index looks whether the log went on: another process may have committed. */
const indexEveryMs = 2000;

/** The worker process: jobs, schedules, and the search index that follows the log. */
export async function runWorker(): Promise<void> {
  const config = readConfiguration(process.env);
  const log = createLog(config.logLevel, 'worker');
  const house = await openHouse(config, log);
  const runner = createJobRunner({ store: house.stores.jobs, handlers: jobHandlers(house), log });
  const schedule = await startSchedule(house);
  const housekeeping = startHousekeeping(house);
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
    await runner.stop();
    await indexing;
    await house.close();
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.send?.('ready');
  await runner.run();
}
