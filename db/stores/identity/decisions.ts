import { asc, desc, eq, isNull } from 'drizzle-orm';
import { ordered } from '#catalogue/identity';
import type { IdentityDecision, NewDecision } from '#ledger/identity';
import type { Database } from '../../database.ts';
import { identityDecisionPairs, identityDecisions } from '../../schema/index.ts';

type Query = Pick<Database['query'], 'select' | 'insert' | 'update' | 'delete'>;

/** Adds a decision; the pairs that it speaks of are as it says, whatever was decided of them before. */
export function addDecision(
  query: Query,
  decision: NewDecision,
  actor: string,
  at: string,
): IdentityDecision {
  const added = query
    .insert(identityDecisions)
    .values({ ...decision, actor, at })
    .returning()
    .get();
  applyDecisions(query);
  return toDecision(added);
}

/** @returns the records that it spoke of; `null` when it was undone already */
export function endDecision(query: Query, id: number, by: string, at: string): string[] | null {
  const row = query.select().from(identityDecisions).where(eq(identityDecisions.id, id)).get();
  if (!row || row.endedAt !== null) return null;
  query.update(identityDecisions).set({ endedAt: at, endedBy: by }).where(eq(identityDecisions.id, id)).run();
  applyDecisions(query);
  return [...row.records, ...row.others];
}

/** Newest first. */
export function listDecisions(query: Query, limit: number): IdentityDecision[] {
  return query
    .select()
    .from(identityDecisions)
    .orderBy(desc(identityDecisions.id))
    .limit(limit)
    .all()
    .map(toDecision);
}

export function findDecision(query: Query, id: number): IdentityDecision | null {
  const row = query.select().from(identityDecisions).where(eq(identityDecisions.id, id)).get();
  return row ? toDecision(row) : null;
}

/**
 * Works out again which pairs are joined and split: of several decisions about one pair the newest holds, and when that is
 * undone the one before. People decide some hundreds of times, so all of them are gone through.
 */
function applyDecisions(query: Query): void {
  query.delete(identityDecisionPairs).run();
  const standing = query
    .select()
    .from(identityDecisions)
    .where(isNull(identityDecisions.endedAt))
    .orderBy(asc(identityDecisions.id))
    .all();
  for (const { id: decisionId, kind, records, others } of standing)
    for (const one of records)
      for (const other of others) {
        const { left: leftId, right: rightId } = ordered({ left: one, right: other });
        query
          .insert(identityDecisionPairs)
          .values({ leftId, rightId, kind, decisionId })
          .onConflictDoUpdate({
            target: [identityDecisionPairs.leftId, identityDecisionPairs.rightId],
            set: { kind, decisionId },
          })
          .run();
      }
}

function toDecision({ endedAt, endedBy, ...row }: typeof identityDecisions.$inferSelect): IdentityDecision {
  return { ...row, ...(endedAt === null ? {} : { ended: { at: endedAt, by: endedBy ?? '' } }) };
}
