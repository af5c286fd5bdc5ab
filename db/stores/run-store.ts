import { randomUUID } from 'node:crypto';
import { and, asc, count, countDistinct, desc, eq, inArray, ne, notInArray, sql } from 'drizzle-orm';
import type { HarvestRun, RunStore } from '#harvesters';
import { DomainError } from '#runtime/errors';
import type { Database } from '../database.ts';
import {
  leases,
  records,
  revisions,
  runProblems,
  runs,
  seenIdentifiers,
  stagedChanges,
} from '../schema/index.ts';
import { type Clock, utcSeconds } from './clock.ts';
import { toRun, toRunProblem, toRunRow } from './run-rows.ts';
import { createStagingStore, preparePage, writePage, writeRename } from './staging.ts';
import { stagingStatements } from './staging-statements.ts';

const rowsAtOnce = 500;
const immediate = { behavior: 'immediate' } as const;
const isWaiting = inArray(runs.state, ['held', 'paused']);
const untouched = 'A newer run took its place. Nothing of it was stored.';
const halfStored =
  'A newer run took its place while it was stored. What was stored by then stays; roll it back to undo it.';
const newestFirst = [desc(runs.startedAt), desc(sql`${runs}.rowid`)] as const;

/** Builds the store of runs. A source is leased to one run at a time, under the name `source:<id>`. */
export function createRunStore(database: Database, clock: Clock): RunStore {
  const { query } = database;
  const staging = createStagingStore(database);
  const statements = stagingStatements(database);
  const leaseName = (run: HarvestRun) => `source:${run.sourceId}`;
  // A run is taken up again under its own name: a process that was frozen meanwhile must not take the lease for its own.
  const process = randomUUID();
  const holderOf = (run: HarvestRun) => `${run.id} ${process}`;

  /** Refuses to go on for a run that took too long to renew its lease and was overtaken. */
  const lostLease = (run: HarvestRun) =>
    new DomainError('conflict', `The run ${run.id} of "${run.sourceId}" lost its lease to another run.`);

  /** @throws DomainError `conflict` when another run has the lease */
  const renewLease = (transaction: Pick<Database['query'], 'update'>, run: HarvestRun, seconds: number) => {
    const renewed = transaction
      .update(leases)
      .set({ until: clock() + seconds * 1000 })
      .where(and(eq(leases.name, leaseName(run)), eq(leases.holder, holderOf(run))))
      .run();
    if (renewed.changes === 0) throw lostLease(run);
  };
  const place = (of: string) => sql`(SELECT rowid FROM ${runs} WHERE ${runs.id} = ${of})`;
  const saveRun = (transaction: Pick<Database['query'], 'update'>, run: HarvestRun) =>
    transaction.update(runs).set(toRunRow(run)).where(eq(runs.id, run.id)).run();

  return {
    ...staging,
    async begin(run, leaseSeconds) {
      const now = clock();
      const begun = query.transaction((transaction) => {
        const lease = transaction
          .select()
          .from(leases)
          .where(eq(leases.name, leaseName(run)))
          .get();
        if (lease && lease.until > now) return null;
        transaction
          .update(runs)
          .set({
            state: 'interrupted',
            finishedAt: utcSeconds(now),
            message: 'The run stopped without ending: its process died or its machine was lost.',
          })
          .where(and(eq(runs.sourceId, run.sourceId), eq(runs.state, 'running'), ne(runs.id, run.id)))
          .run();
        // Whoever looks what a run would do decides nothing of one that waits.
        if (!run.dryRun)
          transaction
            .update(runs)
            .set({
              state: 'cancelled',
              message: sql`CASE ${runs.phase} WHEN 'listing' THEN ${untouched} ELSE ${halfStored} END`,
            })
            .where(and(eq(runs.sourceId, run.sourceId), isWaiting, ne(runs.id, run.id)))
            .run();
        const held = { name: leaseName(run), holder: holderOf(run), until: now + leaseSeconds * 1000 };
        transaction.insert(leases).values(held).onConflictDoUpdate({ target: leases.name, set: held }).run();
        const row = { ...toRunRow(run), wish: null };
        transaction.insert(runs).values(row).onConflictDoUpdate({ target: runs.id, set: row }).run();
        return run;
      }, immediate);
      if (begun) for (const id of leftOvers(run)) await staging.discard(id);
      return begun;
    },
    async renew(run, leaseSeconds) {
      renewLease(query, run, leaseSeconds);
    },
    async save(run, leaseSeconds) {
      query.transaction((transaction) => {
        renewLease(transaction, run, leaseSeconds);
        saveRun(transaction, run);
      }, immediate);
    },
    async finish(run) {
      query.transaction((transaction) => {
        const given = transaction
          .delete(leases)
          .where(and(eq(leases.name, leaseName(run)), eq(leases.holder, holderOf(run))))
          .run();
        if (given.changes === 0) throw lostLease(run);
        saveRun(transaction, run);
      }, immediate);
    },
    async settle({ id, state: before }, state, message) {
      const changed = query
        .update(runs)
        .set({ state, ...(message === undefined ? {} : { message }) })
        .where(and(eq(runs.id, id), eq(runs.state, before)))
        .run();
      if (changed.changes === 0)
        throw new DomainError(
          'conflict',
          'Somebody else decided about this run in the meantime. Look at it again.',
        );
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
        .orderBy(...newestFirst)
        .limit(limit)
        .all()
        .map(toRun);
    },
    async unfinished(sourceId) {
      const row = query
        .select()
        .from(runs)
        .where(eq(runs.sourceId, sourceId))
        .orderBy(...newestFirst)
        .limit(1)
        .get();
      // A run that died is still marked `running`; whether it lives, its lease tells, which `begin` looks at.
      return row && (row.state === 'interrupted' || row.state === 'running') ? toRun(row) : null;
    },
    async problemsOf(runId, offset, limit, code) {
      const asked = and(
        eq(runProblems.runId, runId),
        code === undefined ? undefined : eq(runProblems.code, code),
      );
      const total = query.select({ number: count() }).from(runProblems).where(asked).get();
      const rows = query
        .select()
        .from(runProblems)
        .where(asked)
        .orderBy(asc(runProblems.id))
        .limit(limit)
        .offset(offset)
        .all();
      return { total: total?.number ?? 0, problems: rows.map(toRunProblem) };
    },
    async problemRules(runId) {
      const gravity = sql`CASE ${runProblems.severity} WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END`;
      return query
        .select({
          code: runProblems.code,
          severity: runProblems.severity,
          problems: count(),
          documents: countDistinct(runProblems.identifier),
        })
        .from(runProblems)
        .where(eq(runProblems.runId, runId))
        .groupBy(runProblems.code, runProblems.severity)
        .orderBy(gravity, desc(count()), asc(runProblems.code))
        .all();
    },
    async lastSuccessful(sourceId) {
      const row = query
        .select()
        .from(runs)
        .where(
          and(
            eq(runs.sourceId, sourceId),
            eq(runs.kind, 'harvest'),
            eq(runs.state, 'succeeded'),
            eq(runs.dryRun, false),
          ),
        )
        .orderBy(...newestFirst)
        .limit(1)
        .get();
      return row ? toRun(row) : null;
    },
    async undoneSince({ id, sourceId }) {
      const row = query
        .select({ id: runs.id })
        .from(runs)
        .where(
          and(
            eq(runs.sourceId, sourceId),
            eq(runs.kind, 'rollback'),
            sql`${runs}.rowid > ${place(id)}`,
            sql`(SELECT undone.rowid FROM ${runs} AS undone WHERE undone.id = ${runs.undoes}) < ${place(id)}`,
          ),
        )
        .limit(1)
        .get();
      return row !== undefined;
    },
    async heldOf(sourceId) {
      const row = query
        .select()
        .from(runs)
        .where(and(eq(runs.sourceId, sourceId), eq(runs.state, 'held')))
        .orderBy(...newestFirst)
        .limit(1)
        .get();
      return row ? toRun(row) : null;
    },
    async storedBefore({ id, sourceId }) {
      const row = query
        .select()
        .from(runs)
        .where(
          and(
            eq(runs.sourceId, sourceId),
            sql`(${runs.state} = 'succeeded' OR (${runs.state} IN ('failed', 'cancelled')
              AND EXISTS (SELECT 1 FROM ${revisions} WHERE ${revisions.runId} = ${runs.id})))`,
            eq(runs.dryRun, false),
            sql`${runs}.rowid < ${place(id)}`,
          ),
        )
        .orderBy(desc(sql`${runs}.rowid`))
        .limit(1)
        .get();
      return row ? toRun(row) : null;
    },
    async wish(runId, wish) {
      query.update(runs).set({ wish }).where(eq(runs.id, runId)).run();
    },
    async wishOf(runId) {
      return query.select({ wish: runs.wish }).from(runs).where(eq(runs.id, runId)).get()?.wish ?? null;
    },
    async stage(page, leaseSeconds) {
      const prepared = preparePage(query, page);
      query.transaction((transaction) => {
        renewLease(transaction, page.run, leaseSeconds);
        saveRun(transaction, page.run);
        writePage(transaction, statements, page, prepared, utcSeconds(clock()));
      }, immediate);
    },
    async stageRenames(run, renames, leaseSeconds) {
      query.transaction((transaction) => {
        renewLease(transaction, run, leaseSeconds);
        saveRun(transaction, run);
        for (const rename of renames) writeRename(transaction, run.id, rename);
      }, immediate);
    },
    async linkProblems(runId) {
      query.run(
        sql`UPDATE ${runProblems} SET record_id = (
          SELECT ${records.id} FROM ${records} JOIN ${runs} ON ${runs.id} = ${runProblems.runId}
          WHERE ${records.sourceId} = ${runs.sourceId} AND ${records.upstreamIdentifier} = ${runProblems.identifier}
        ) WHERE run_id = ${runId} AND identifier IS NOT NULL AND record_id IS NULL`,
      );
    },
  };

  /** Runs of the source that nobody goes on with once this one has begun, yet that have something staged. */
  function leftOvers(run: HarvestRun): string[] {
    const over = query
      .select({ id: runs.id })
      .from(runs)
      .where(
        and(
          eq(runs.sourceId, run.sourceId),
          ne(runs.id, run.id),
          run.dryRun ? notInArray(runs.state, ['held', 'paused']) : undefined,
        ),
      )
      .all();
    const ids = over.map(({ id }) => id);
    const staged = [stagedChanges, seenIdentifiers].flatMap((table) =>
      query.selectDistinct({ id: table.runId }).from(table).where(inArray(table.runId, ids)).all(),
    );
    return [...new Set(staged.map(({ id }) => id))];
  }
}
