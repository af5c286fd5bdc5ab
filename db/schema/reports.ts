import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ProblemSeverity } from '#catalogue/model';
import type { SourceDay } from '#harvesters/report';
import { records } from './records.ts';

/**
 * Problems of the live records that the public may see, counted by rule: what reports are made of without a look at the
 * records. Written with each new record (`record-standing.ts`); triggers keep it from then on, so that it can't differ from
 * `records.problems`.
 */
export const standingProblems = sqliteTable(
  'standing_problems',
  {
    sourceId: text('source_id').notNull(),
    code: text().notNull(),
    severity: text().$type<ProblemSeverity>().notNull(),
    recordId: text('record_id')
      .notNull()
      .references(() => records.id),
    /** How often the record has it. */
    number: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sourceId, table.code, table.recordId, table.severity] }),
    index('standing_problems_of_record').on(table.recordId),
  ],
);

/** The web addresses that live public records name, kept the same way. */
export const recordLinks = sqliteTable(
  'record_links',
  {
    recordId: text('record_id')
      .notNull()
      .references(() => records.id),
    /** Where it stands in our record, such as `resource.distributions[2].url`. */
    path: text().notNull(),
    sourceId: text('source_id').notNull(),
    url: text().notNull(),
    /** Kind of the distribution; `identifier` for the address of the resource itself. */
    kind: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.recordId, table.path] }),
    index('record_links_of_url').on(table.url, table.sourceId),
    index('record_links_of_source').on(table.sourceId, table.url),
  ],
);

/** How a source stood at the end of a day: all that a trend needs, and small enough to be kept for ever. */
export const sourceDays = sqliteTable(
  'source_days',
  {
    sourceId: text('source_id').notNull(),
    day: text().notNull(),
    records: integer().notNull(),
    /** Records with an error or a warning. */
    withProblems: integer('with_problems').notNull(),
    /** Errors and warnings. */
    problems: integer().notNull(),
    refused: integer().notNull(),
    links: integer().notNull(),
    linksAmiss: integer('links_amiss').notNull(),
    rules: text({ mode: 'json' }).$type<SourceDay['rules']>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.sourceId, table.day] })],
);
