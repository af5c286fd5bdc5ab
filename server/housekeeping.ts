import { Cron } from 'croner';
import type { House } from './house.ts';

const day = 24 * 3_600_000;

/** Days that a job which is done stays to be looked at. */
const jobDays = 30;

/** Days that the check of an address stays which no record names any more. */
const unnamedDays = 30;

/** Once a night (UTC), forgets what nobody needs any more: expired sessions and links, old jobs that are done, what old runs told. */
export function startHousekeeping(house: Pick<House, 'accounts' | 'config' | 'stores' | 'log'>): {
  stop(): void;
} {
  const cron = new Cron(
    '17 3 * * *',
    { timezone: 'UTC', catch: (error) => house.log.error({ err: error }, 'the housekeeping failed') },
    async () => {
      await house.accounts.forgetExpired();
      house.log.info(await forgetOld(house, Date.now()), 'housekeeping done');
    },
  );
  return { stop: () => cron.stop() };
}

/**
 * Forgets what is too old. The runs with their counts stay, and so does all that changed; only the list of problems that a
 * run met goes, for reports are made of what stands now.
 * @param now milliseconds since 1970
 * @returns how many of what
 */
export async function forgetOld(
  {
    stores,
    config,
  }: {
    stores: Pick<House['stores'], 'jobs' | 'reports' | 'linkChecks'>;
    config: Pick<House['config'], 'runLogDays'>;
  },
  now: number,
): Promise<{ jobs: number; runProblems: number; links: number }> {
  const before = `${new Date(now - config.runLogDays * day).toISOString().slice(0, 19)}Z`;
  return {
    jobs: await stores.jobs.forgetDone(now - jobDays * day),
    runProblems: await stores.reports.forgetRunProblems(before),
    links: await stores.linkChecks.forgetUnnamed(now - unnamedDays * day),
  };
}
