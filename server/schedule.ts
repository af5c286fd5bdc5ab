import { Cron } from 'croner';
import type { House } from './house.ts';

/** How often sources are read again, so that a changed schedule is seen. */
const lookEveryMs = 60_000;

/**
 * Enqueues a harvest at the times of each source's schedule (cron, UTC). The idempotency key is the planned moment, so
 * that two workers enqueue it once.
 */
export async function startSchedule(house: Pick<House, 'stores' | 'log'>): Promise<{ stop(): void }> {
  const crons = new Map<string, { expression: string; cron: Cron }>();

  const follow = async () => {
    const wanted = new Map<string, string>();
    for (const source of await house.stores.sources.list())
      if (source.enabled && source.schedule) wanted.set(source.id, source.schedule);
    for (const [id, { expression, cron }] of crons) {
      if (wanted.get(id) === expression) continue;
      cron.stop();
      crons.delete(id);
    }
    for (const [id, expression] of wanted) if (!crons.has(id)) begin(id, expression);
  };

  const begin = (sourceId: string, expression: string) => {
    try {
      const cron = new Cron(
        expression,
        { timezone: 'UTC', catch: (error) => house.log.error({ err: error }) },
        async () => {
          const moment = new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString();
          await house.stores.jobs.enqueue({
            kind: 'harvest',
            payload: { sourceId },
            idempotencyKey: `${sourceId} ${moment}`,
          });
        },
      );
      crons.set(sourceId, { expression, cron });
    } catch (error) {
      house.log.warn(
        { err: error, source: sourceId, expression },
        'the schedule of a source is not understood',
      );
    }
  };

  await follow();
  const timer = setInterval(() => {
    follow().catch((error: unknown) => house.log.error({ err: error }, 'schedules could not be read'));
  }, lookEveryMs);
  return {
    stop() {
      clearInterval(timer);
      for (const { cron } of crons.values()) cron.stop();
    },
  };
}
