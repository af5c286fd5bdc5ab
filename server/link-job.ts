import { Cron } from 'croner';
import type { LinkWatch } from '#assessment/links';
import type { ReportStore } from '#harvesters/report';
import type { JobHandler, JobStore } from '#runtime/jobs';
import type { Log } from '#runtime/log';
import { today } from './today.ts';

/** A batch is over after this time; what is left is a job of its own, so that a stop is soon obeyed. */
const batchMs = 60_000;
const laterMs = 2000;

/** After the start, people and harvests come first. */
const afterStartMs = 60_000;

export type LinkJobPorts = {
  watch: LinkWatch;
  reports: Pick<ReportStore, 'sumUp'>;
  jobs: Pick<JobStore, 'enqueue'>;
  log: Pick<Log, 'info'>;
  clock?: () => number;
};

/** Asks the links that are due, a batch at a time, and keeps what came of it in the trend of their sources. */
export function checkDueLinks({ watch, reports, jobs, log, clock = Date.now }: LinkJobPorts): JobHandler {
  return async (_payload, { job, signal }) => {
    const { checked, sources, more } = await watch.checkDue({ until: clock() + batchMs, signal });
    for (const source of sources) await reports.sumUp(source, today(clock()));
    if (checked > 0) log.info({ checked, sources, more }, 'links checked');
    if (more && checked > 0)
      await jobs.enqueue({
        kind: 'check-links',
        payload: {},
        idempotencyKey: `after ${job.id}`,
        dueAt: clock() + laterMs,
      });
  };
}

/** Looks every hour, and once after the start, whether a link is due; several workers enqueue it once. */
export function startCheckingLinks(
  jobs: Pick<JobStore, 'enqueue'>,
  log: Pick<Log, 'error'>,
): { stop(): void } {
  const enqueue = (moment: string, dueAt: number) =>
    jobs.enqueue({ kind: 'check-links', payload: {}, idempotencyKey: moment, dueAt });
  const failed = (error: unknown) => log.error({ err: error }, 'a check of links could not be planned');
  enqueue(`start ${new Date().toISOString()}`, Date.now() + afterStartMs).catch(failed);
  const cron = new Cron('23 * * * *', { timezone: 'UTC', catch: failed }, async () => {
    await enqueue(`hour ${new Date().toISOString().slice(0, 13)}`, Date.now());
  });
  return { stop: () => cron.stop() };
}
