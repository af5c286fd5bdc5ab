import { and, asc, desc, eq, inArray, isNotNull, lt, lte, or, sql } from 'drizzle-orm';
import type { Job, JobState, JobStore, NewJob } from '#runtime/jobs';
import type { Database } from '../database.ts';
import { jobs } from '../schema/index.ts';
import type { Clock } from './clock.ts';

const attemptsUnlessTold = 8;

/**
 * Adds a job within a transaction that is open on this connection, or alone.
 * @param now milliseconds since 1970
 */
export function enqueueInTransaction(
  { query }: Database,
  job: NewJob,
  now: number,
): { id: number; enqueued: boolean } {
  if (job.idempotencyKey !== undefined) {
    const earlier = query
      .select({ id: jobs.id })
      .from(jobs)
      .where(and(eq(jobs.kind, job.kind), eq(jobs.idempotencyKey, job.idempotencyKey)))
      .get();
    if (earlier) return { id: earlier.id, enqueued: false };
  }
  const { id } = query
    .insert(jobs)
    .values({
      kind: job.kind,
      payload: job.payload,
      idempotencyKey: job.idempotencyKey ?? null,
      state: 'queued',
      attempts: 0,
      maximumAttempts: job.maximumAttempts ?? attemptsUnlessTold,
      dueAt: job.dueAt ?? now,
      createdAt: now,
    })
    .returning({ id: jobs.id })
    .get();
  return { id, enqueued: true };
}

/** Builds the queue over the database. */
export function createJobStore(database: Database, clock: Clock): JobStore {
  const { query } = database;
  const immediate = { behavior: 'immediate' } as const;
  const held = (jobId: number, holder: string) =>
    and(eq(jobs.id, jobId), eq(jobs.state, 'running'), eq(jobs.leaseHolder, holder));

  return {
    async enqueue(job) {
      return query.transaction(() => enqueueInTransaction(database, job, clock()), immediate);
    },
    async lease(kinds, holder, leaseSeconds) {
      if (kinds.length === 0) return null;
      const now = clock();
      const due = and(
        inArray(jobs.kind, [...kinds]),
        or(
          and(eq(jobs.state, 'queued'), lte(jobs.dueAt, now)),
          and(eq(jobs.state, 'running'), lt(jobs.leaseUntil, now)),
        ),
      );
      // Asked outside a transaction first: an idle runner must not take the write lock at each look.
      if (!query.select({ id: jobs.id }).from(jobs).where(due).limit(1).get()) return null;
      return query.transaction((transaction) => {
        transaction
          .update(jobs)
          .set({
            state: 'failed',
            finishedAt: now,
            leaseHolder: null,
            leaseUntil: null,
            lastError: 'The runner stopped during the last attempt.',
          })
          .where(
            and(
              inArray(jobs.kind, [...kinds]),
              eq(jobs.state, 'running'),
              lt(jobs.leaseUntil, now),
              sql`${jobs.attempts} >= ${jobs.maximumAttempts}`,
            ),
          )
          .run();
        const next = transaction
          .select()
          .from(jobs)
          .where(due)
          .orderBy(asc(jobs.dueAt), asc(jobs.id))
          .limit(1)
          .get();
        if (!next) return null;
        const attempts = next.attempts + 1;
        transaction
          .update(jobs)
          .set({ state: 'running', attempts, leaseHolder: holder, leaseUntil: now + leaseSeconds * 1000 })
          .where(eq(jobs.id, next.id))
          .run();
        return toJob({ ...next, state: 'running', attempts });
      }, immediate);
    },
    async renew(jobId, holder, leaseSeconds) {
      const leaseUntil = clock() + leaseSeconds * 1000;
      return query.update(jobs).set({ leaseUntil }).where(held(jobId, holder)).run().changes === 1;
    },
    async complete(jobId, holder) {
      const ended = { state: 'done', finishedAt: clock(), leaseHolder: null, leaseUntil: null } as const;
      return query.update(jobs).set(ended).where(held(jobId, holder)).run().changes === 1;
    },
    async fail(jobId, holder, error, retryInSeconds) {
      const now = clock();
      return query.transaction((transaction) => {
        const job = transaction.select().from(jobs).where(held(jobId, holder)).get();
        if (!job) return null;
        const again = retryInSeconds !== null && job.attempts < job.maximumAttempts;
        const state: JobState = again ? 'queued' : 'failed';
        transaction
          .update(jobs)
          .set({
            state,
            lastError: error,
            leaseHolder: null,
            leaseUntil: null,
            ...(again ? { dueAt: now + retryInSeconds * 1000 } : { finishedAt: now }),
          })
          .where(eq(jobs.id, jobId))
          .run();
        return state;
      }, immediate);
    },
    async release(jobId, holder) {
      const back = {
        state: 'queued',
        dueAt: clock(),
        leaseHolder: null,
        leaseUntil: null,
        attempts: sql`${jobs.attempts} - 1`,
      } as const;
      return query.update(jobs).set(back).where(held(jobId, holder)).run().changes === 1;
    },
    async get(jobId) {
      const job = query.select().from(jobs).where(eq(jobs.id, jobId)).get();
      return job ? toJob(job) : null;
    },
    async list(state, limit) {
      return query
        .select()
        .from(jobs)
        .where(eq(jobs.state, state))
        .orderBy(desc(jobs.id))
        .limit(limit)
        .all()
        .map(toJob);
    },
    async retry(jobId) {
      const again = { state: 'queued', attempts: 0, dueAt: clock(), finishedAt: null } as const;
      return (
        query
          .update(jobs)
          .set(again)
          .where(and(eq(jobs.id, jobId), eq(jobs.state, 'failed')))
          .run().changes === 1
      );
    },
    async nextDueAt(kinds) {
      const next = query
        .select({ dueAt: jobs.dueAt })
        .from(jobs)
        .where(and(inArray(jobs.kind, [...kinds]), eq(jobs.state, 'queued')))
        .orderBy(asc(jobs.dueAt))
        .limit(1)
        .get();
      return next?.dueAt ?? null;
    },
    async forgetDone(before) {
      return query
        .delete(jobs)
        .where(and(eq(jobs.state, 'done'), isNotNull(jobs.finishedAt), lt(jobs.finishedAt, before)))
        .run().changes;
    },
  };
}

function toJob(row: typeof jobs.$inferSelect): Job {
  const { leaseHolder: _holder, leaseUntil: _until, idempotencyKey, lastError, finishedAt, ...job } = row;
  return {
    ...job,
    ...(idempotencyKey === null ? {} : { idempotencyKey }),
    ...(lastError === null ? {} : { lastError }),
    ...(finishedAt === null ? {} : { finishedAt }),
  };
}
