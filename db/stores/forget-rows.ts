import { type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Database } from '../database.ts';

const rowsAtOnce = 2000;

/** Deletes rows, in transactions short enough that nobody waits. */
export async function forgetRows(
  query: Database['query'],
  table: SQLiteTable,
  condition: SQL,
): Promise<void> {
  const some = sql`rowid IN (SELECT rowid FROM ${table} WHERE ${condition} LIMIT ${rowsAtOnce})`;
  while (query.delete(table).where(some).run().changes > 0) await new Promise(setImmediate);
}
