import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { LanguageMap, ProblemSeverity } from '#catalogue/model';
import type { HarvestProtocolName, RunCounts, RunState } from '#harvesters';

export const sources = sqliteTable('sources', {
  id: text().primaryKey(),
  names: text({ mode: 'json' }).$type<LanguageMap>().notNull(),
  descriptions: text({ mode: 'json' }).$type<LanguageMap>().notNull(),
  homepage: text(),
  contactEmail: text('contact_email'),
  location: text({ mode: 'json' }).$type<{ longitude: number; latitude: number }>(),
  protocol: text().$type<HarvestProtocolName>().notNull(),
  url: text().notNull(),
  options: text({ mode: 'json' }).$type<Record<string, string>>().notNull(),
  schedule: text(),
  enabled: integer({ mode: 'boolean' }).notNull(),
  allowPrivateAddresses: integer('allow_private_addresses', { mode: 'boolean' }).notNull(),
  createdAt: text('created_at').notNull(),
});

export const runs = sqliteTable(
  'runs',
  {
    id: text().primaryKey(),
    sourceId: text('source_id').notNull(),
    state: text().$type<RunState>().notNull(),
    dryRun: integer('dry_run', { mode: 'boolean' }).notNull(),
    startedAt: text('started_at').notNull(),
    finishedAt: text('finished_at'),
    counts: text({ mode: 'json' }).$type<RunCounts>().notNull(),
    message: text(),
    highWater: text('high_water'),
  },
  (table) => [index('runs_of_source').on(table.sourceId, table.startedAt)],
);

export const runProblems = sqliteTable(
  'run_problems',
  {
    id: integer().primaryKey(),
    runId: text('run_id')
      .notNull()
      .references(() => runs.id),
    severity: text().$type<ProblemSeverity>().notNull(),
    code: text().notNull(),
    path: text().notNull(),
    line: integer(),
    message: text().notNull(),
    hint: text().notNull(),
    identifier: text(),
    recordId: text('record_id'),
  },
  (table) => [index('run_problems_of_run').on(table.runId, table.id)],
);

/** Staging: the upstream identifiers that a run has met. Emptied when the run ends. */
export const seenIdentifiers = sqliteTable(
  'seen_identifiers',
  {
    runId: text('run_id').notNull(),
    upstreamIdentifier: text('upstream_identifier').notNull(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.upstreamIdentifier] })],
);

/** Who may work on something, until when; times in milliseconds since 1970. */
export const leases = sqliteTable('leases', {
  name: text().primaryKey(),
  holder: text().notNull(),
  until: integer().notNull(),
});
