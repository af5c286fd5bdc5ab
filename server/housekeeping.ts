import { Cron } from 'croner';
import type { House } from './house.ts';

/** Days that a job which is done stays to be looked at. */
const jobDays = 30;

/** Once a night (UTC), forgets what nobody needs any more: expired sessions and links, old jobs that are done. */
export function startHousekeeping(house: Pick<House, 'accounts' | 'stores' | 'log'>): { stop(): void } {
  const cron = new Cron(
    '17 3 * * *',
    { timezone: 'UTC', catch: (error) => house.log.error({ err: error }, 'the housekeeping failed') },
    async () => {
      await house.accounts.forgetExpired();
      const jobs = await house.stores.jobs.forgetDone(Date.now() - jobDays * 24 * 3_600_000);
      house.log.info({ jobs }, 'housekeeping done');
    },
  );
  return { stop: () => cron.stop() };
}
