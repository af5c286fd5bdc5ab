import { Cron } from 'croner';
import { type HarvestSource, isSentTo, nextMoment } from '#harvesters';
import type { House } from './house.ts';

/** How often sources are read again, so that a changed schedule is seen. */
const lookEveryMs = 60_000;

/** Between two harvests that were missed while nothing ran: they are caught up one after the other. */
const catchUpEveryMs = 120_000;

type SchedulePorts = {
  stores: {
    sources: Pick<House['stores']['sources'], 'list'>;
    runs: Pick<House['stores']['runs'], 'listBySource'>;
    jobs: Pick<House['stores']['jobs'], 'enqueue'>;
  };
  log: House['log'];
};

/**
 * Enqueues a harvest at the times of each source's schedule (cron, UTC). The idempotency key is the planned moment, so
 * that two workers enqueue it once. What was missed while nothing ran is caught up first.
 */
export async function startSchedule(house: SchedulePorts): Promise<{ stop(): void }> {
  const crons = new Map<string, { expression: string; cron: Cron }>();

  const follow = async () => {
    const wanted = new Map<string, string>();
    for (const source of await house.stores.sources.list())
      if (source.schedule && isScheduled(source)) wanted.set(source.id, source.schedule);
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
          const moment = new Date(Math.floor(Date.now() / 60_000) * 60_000);
          await enqueue(house, sourceId, moment);
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

  await catchUp(house, Date.now());
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

const isScheduled = (source: HarvestSource) => source.enabled && !isSentTo(source);

/**
 * Enqueues one harvest for each source whose planned moment passed since its last run began, however many moments passed;
 * they are due one after the other, so that a start after a long silence is no storm.
 * @param now milliseconds since 1970
 * @returns ids of the sources, in the order in which they are due
 */
export async function catchUp(house: SchedulePorts, now: number): Promise<string[]> {
  const missed: { source: HarvestSource; moment: Date }[] = [];
  for (const source of await house.stores.sources.list()) {
    if (!source.schedule || !isScheduled(source)) continue;
    const [last] = await house.stores.runs.listBySource(source.id, 1);
    const moment = nextMoment(source.schedule, new Date(last?.startedAt ?? source.createdAt));
    if (moment && moment.getTime() < now) missed.push({ source, moment });
  }
  missed.sort((one, other) => one.moment.getTime() - other.moment.getTime());
  for (const [place, { source, moment }] of missed.entries())
    await enqueue(house, source.id, moment, now + place * catchUpEveryMs);
  return missed.map(({ source }) => source.id);
}

async function enqueue(house: SchedulePorts, sourceId: string, moment: Date, dueAt?: number): Promise<void> {
  await house.stores.jobs.enqueue({
    kind: 'harvest',
    payload: { action: 'harvest', sourceId },
    idempotencyKey: `${sourceId} ${moment.toISOString()}`,
    ...(dueAt === undefined ? {} : { dueAt }),
  });
}
