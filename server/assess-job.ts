import { setTimeout as rest } from 'node:timers/promises';
import { Cron } from 'croner';
import { z } from 'zod';
import type { Assessor } from '#assessment';
import type { JobHandler, JobStore } from '#runtime/jobs';
import type { Log } from '#runtime/log';

const assessJob = z.object({ sourceId: z.string().optional() });

/** A batch holds up other jobs no longer than this; what is left is a job of its own that waits its turn. */
const batchMs = 15_000;
const batchSize = 200;

/** Scores can wait: whatever was asked for meanwhile goes first, and the machine rests between records. */
const laterMs = 2000;
const restMs = 25;

/** After the start, people and harvests come first. */
const afterStartMs = 20_000;

export type AssessPorts = {
  assessor: Assessor;
  jobs: Pick<JobStore, 'enqueue'>;
  log: Pick<Log, 'info'>;
  clock?: () => number;
};

/** Assesses what is due, a batch at a time. Doing it twice is as doing it once: what was assessed is no longer due. */
export function assessDueRecords({ assessor, jobs, log, clock = Date.now }: AssessPorts): JobHandler {
  return async (payload, { job, signal }) => {
    const { sourceId } = assessJob.parse(payload);
    const until = clock() + batchMs;
    const options = { signal, until, ...(sourceId ? { sourceId } : {}) };
    let total = 0;
    let more = true;
    while (more && total < batchSize && clock() < until) {
      // One by one, so that there is a pause between them in which others get their turn.
      const batch = await assessor.assessDue({ ...options, limit: 10 });
      total += batch.assessed;
      more = batch.more;
      if (batch.assessed === 0) break;
      await rest(restMs * batch.assessed, undefined, { signal });
    }
    if (total > 0) log.info({ assessed: total, more, source: sourceId }, 'assessed');
    if (more && total > 0)
      await jobs.enqueue({
        kind: 'assess',
        payload: { sourceId },
        idempotencyKey: `after ${job.id}`,
        dueAt: clock() + laterMs,
      });
  };
}

/** Looks every hour, and once after the start, whether something is due; several workers enqueue it once. */
export function startAssessing(jobs: Pick<JobStore, 'enqueue'>, log: Pick<Log, 'error'>): { stop(): void } {
  const enqueue = (moment: string, dueAt: number) =>
    jobs.enqueue({ kind: 'assess', payload: {}, idempotencyKey: moment, dueAt });
  const failed = (error: unknown) => log.error({ err: error }, 'an assessment could not be planned');
  enqueue(`start ${new Date().toISOString()}`, Date.now() + afterStartMs).catch(failed);
  const cron = new Cron('41 * * * *', { timezone: 'UTC', catch: failed }, async () => {
    await enqueue(`hour ${new Date().toISOString().slice(0, 13)}`, Date.now());
  });
  return { stop: () => cron.stop() };
}
