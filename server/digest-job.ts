import { Cron } from 'croner';
import { z } from 'zod';
import type { Postman } from '#harvesters/digest';
import type { JobHandler, JobStore } from '#runtime/jobs';
import type { Log } from '#runtime/log';

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const digestJob = z.object({ sourceId: z.string(), period: z.object({ from: date, until: date }) });

/** A mail server that refused so often is left alone; the next period tells what still stands. */
const attempts = 8;

/** Sends one digest. Doing it twice is as doing it once: who has the letter does not get it again. */
export function sendDigest(postman: Pick<Postman, 'send'>, log: Pick<Log, 'info'>): JobHandler {
  return async (payload) => {
    const due = digestJob.parse(payload);
    const sent = await postman.send(due);
    if (sent > 0) log.info({ source: due.sourceId, period: due.period, sent }, 'a digest was sent');
  };
}

/** Enqueues the digests of the last whole period; each once, however often and by whomever it is called. */
export async function enqueueDigests(
  postman: Pick<Postman, 'due'>,
  jobs: Pick<JobStore, 'enqueue'>,
): Promise<number> {
  let enqueued = 0;
  for (const due of await postman.due()) {
    const { from, until } = due.period;
    const job = await jobs.enqueue({
      kind: 'digest',
      payload: due,
      idempotencyKey: `${due.sourceId} ${from}/${until}`,
      maximumAttempts: attempts,
    });
    if (job.enqueued) enqueued += 1;
  }
  return enqueued;
}

/** Looks every hour of the working morning (UTC) whether a digest is due: what a night without power missed is caught up. */
export function startDigests(
  postman: Pick<Postman, 'due'>,
  jobs: Pick<JobStore, 'enqueue'>,
  log: Pick<Log, 'error'>,
): { stop(): void } {
  const failed = (error: unknown) => log.error({ err: error }, 'digests could not be planned');
  const cron = new Cron('7 6-20 * * *', { timezone: 'UTC', catch: failed }, async () => {
    await enqueueDigests(postman, jobs);
  });
  return { stop: () => cron.stop() };
}
