import { and, asc, count, desc, eq, sql } from 'drizzle-orm';
import type { HarvestRun, RunStore } from '#harvesters';
import { DomainError } from '#runtime/errors';
import type { Database } from '../database.ts';
import { leases, runProblems, runs, seenIdentifiers } from '../schema/index.ts';
import { type Clock, utcSeconds } from './clock.ts';
import { toRun, toRunProblem, toRunRow } from './run-rows.ts';
import { forgetSeen } from './seen-identifiers.ts';

const rowsAtOnce = 500;

/** Builds the store of runs. A source is leased to one run at a time, under the name `source:<id>`. */
export function createRunStore({ query }: Database, clock: Clock): RunStore {
  const immediate = { behavior: 'immediate' } as const;
  const leaseName = (run: HarvestRun) => `source:${run.sourceId}`;
  const identifiersOf = (identifiers: readonly string[]) =>
    sql`(SELECT value FROM json_each(${JSON.stringify(identifiers)}))`;

  /** Refuses to go on for a run that took too long to renew its lease and was overtaken. */
  const lostLease = (run: HarvestRun) =>
    new DomainError('conflict', `The run ${run.id} of "${run.sourceId}" lost its lease to another run.`);

  return {
    async begin(run, leaseSeconds) {
      const now = clock();
      const lapsed = query.transaction((transaction) => {
        const lease = transaction
          .select()
          .from(leases)
          .where(eq(leases.name, leaseName(run)))
          .get();
        if (lease && lease.until > now) return null;
        const interrupted = transaction
          .update(runs)
          .set({
            state: 'interrupted',
            finishedAt: utcSeconds(now),
            message: 'The run stopped without ending: its process died or its machine was lost.',
          })
          .where(and(eq(runs.sourceId, run.sourceId), eq(runs.state, 'running')))
          .returning({ id: runs.id })
          .all();
        const held = { name: leaseName(run), holder: run.id, until: now + leaseSeconds * 1000 };
        transaction.insert(leases).values(held).onConflictDoUpdate({ target: leases.name, set: held }).run();
        transaction.insert(runs).values(toRunRow(run)).run();
        return interrupted;
      }, immediate);
      if (!lapsed) return null;
      for (const { id } of lapsed) await forgetSeen(query, id);
      return run;
    },
    async save(run, leaseSeconds) {
      query.transaction((transaction) => {
        const until = clock() + leaseSeconds * 1000;
        const renewed = transaction
          .update(leases)
          .set({ until })
          .where(and(eq(leases.name, leaseName(run)), eq(leases.holder, run.id)))
          .run();
        if (renewed.changes === 0) throw lostLease(run);
        transaction.update(runs).set(toRunRow(run)).where(eq(runs.id, run.id)).run();
      }, immediate);
    },
    async finish(run) {
      query.transaction((transaction) => {
        const given = transaction
          .delete(leases)
          .where(and(eq(leases.name, leaseName(run)), eq(leases.holder, run.id)))
          .run();
        if (given.changes === 0) throw lostLease(run);
        transaction.update(runs).set(toRunRow(run)).where(eq(runs.id, run.id)).run();
      }, immediate);
      await forgetSeen(query, run.id);
    },
    async addProblems(runId, problems) {
      for (let start = 0; start < problems.length; start += rowsAtOnce) {
        const some = problems.slice(start, start + rowsAtOnce);
        query.transaction((transaction) => {
          for (const problem of some)
            transaction
              .insert(runProblems)
              .values({ runId, ...problem })
              .run();
        }, immediate);
      }
    },
    async get(runId) {
      const row = query.select().from(runs).where(eq(runs.id, runId)).get();
      return row ? toRun(row) : null;
    },
    async listBySource(sourceId, limit) {
      return query
        .select()
        .from(runs)
        .where(eq(runs.sourceId, sourceId))
        .orderBy(desc(runs.startedAt), desc(sql`rowid`))
        .limit(limit)
        .all()
        .map(toRun);
    },
    async problemsOf(runId, offset, limit) {
      const total = query
        .select({ number: count() })
        .from(runProblems)
        .where(eq(runProblems.runId, runId))
        .get();
      const rows = query
        .select()
        .from(runProblems)
        .where(eq(runProblems.runId, runId))
        .orderBy(asc(runProblems.id))
        .limit(limit)
        .offset(offset)
        .all();
      return { total: total?.number ?? 0, problems: rows.map(toRunProblem) };
    },
    async lastSuccessful(sourceId) {
      const row = query
        .select()
        .from(runs)
        .where(and(eq(runs.sourceId, sourceId), eq(runs.state, 'succeeded'), eq(runs.dryRun, false)))
        .orderBy(desc(runs.startedAt), desc(sql`rowid`))
        .limit(1)
        .get();
      return row ? toRun(row) : null;
    },
    async markSeen(runId, upstreamIdentifiers) {
      for (let start = 0; start < upstreamIdentifiers.length; start += rowsAtOnce) {
        const some = upstreamIdentifiers.slice(start, start + rowsAtOnce);
        query
          .insert(seenIdentifiers)
          .values(some.map((upstreamIdentifier) => ({ runId, upstreamIdentifier })))
          .onConflictDoNothing()
          .run();
      }
    },
    async unseen(runId, upstreamIdentifiers) {
      const seen = query
        .select({ identifier: seenIdentifiers.upstreamIdentifier })
        .from(seenIdentifiers)
        .where(
          and(
            eq(seenIdentifiers.runId, runId),
            sql`${seenIdentifiers.upstreamIdentifier} IN ${identifiersOf(upstreamIdentifiers)}`,
          ),
        )
        .all();
      const known = new Set(seen.map((row) => row.identifier));
      return upstreamIdentifiers.filter((identifier) => !known.has(identifier));
    },
  };
}
