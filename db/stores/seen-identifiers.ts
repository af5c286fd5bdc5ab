import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { seenIdentifiers } from '../schema/index.ts';

const rowsAtOnce = 2000;

/** Empties the staging of a run, in transactions short enough that nobody waits. */
export async function forgetSeen(query: Database['query'], runId: string): Promise<void> {
  const some = sql`rowid IN (SELECT rowid FROM ${seenIdentifiers} WHERE ${seenIdentifiers.runId} = ${runId} LIMIT ${rowsAtOnce})`;
  while (
    query
      .delete(seenIdentifiers)
      .where(and(eq(seenIdentifiers.runId, runId), some))
      .run().changes > 0
  )
    await new Promise(setImmediate);
}
