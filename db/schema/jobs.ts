import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { JobState } from '#runtime/jobs';

/** Work that outlives a request; times in milliseconds since 1970. */
export const jobs = sqliteTable(
  'jobs',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    kind: text().notNull(),
    payload: text({ mode: 'json' }).$type<unknown>().notNull(),
    idempotencyKey: text('idempotency_key'),
    state: text().$type<JobState>().notNull(),
    attempts: integer().notNull(),
    maximumAttempts: integer('maximum_attempts').notNull(),
    dueAt: integer('due_at').notNull(),
    leaseHolder: text('lease_holder'),
    leaseUntil: integer('lease_until'),
    lastError: text('last_error'),
    createdAt: integer('created_at').notNull(),
    finishedAt: integer('finished_at'),
  },
  (table) => [
    uniqueIndex('jobs_idempotency').on(table.kind, table.idempotencyKey),
    index('jobs_due').on(table.state, table.dueAt),
  ],
);

/** What is decided once at the first start and then frozen, such as the OAI repository identifier. */
export const settings = sqliteTable('settings', {
  key: text().primaryKey(),
  value: text().notNull(),
});
