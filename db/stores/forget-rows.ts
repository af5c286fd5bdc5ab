import { type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Database } from '../database.ts';

const rowsAtOnce = 2000;

/** Deletes rows, in transactions short enough that nobody waits. @returns their number */
export async function forgetRows(
  query: Database['query'],
  table: SQLiteTable,
  condition: SQL,
): Promise<number> {
  const some = sql`rowid IN (SELECT rowid FROM ${table} WHERE ${condition} LIMIT ${rowsAtOnce})`;
  for (let forgotten = 0; ; ) {
    const { changes } = query.delete(table).where(some).run();
    if (changes === 0) return forgotten;
    forgotten += changes;
    await new Promise(setImmediate);
  }
}
