import { sql } from 'drizzle-orm';
import { blob, index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { RecordAssessment, SourceScore } from '#assessment';
import type { LinkCheck, LinkProblemCode } from '#assessment/links';
import type { ServedContent, Verdict } from '#catalogue/fair';
import { records } from './records.ts';

type Principles = RecordAssessment['assessment']['principles'];

/**
 * The last assessment of each record. Scores are no revisions of the log: they come again and again without a change of
 * the record (docs/decisions). What is summed up stands before the long column.
 */
export const assessments = sqliteTable(
  'assessments',
  {
    recordId: text('record_id')
      .primaryKey()
      .references(() => records.id),
    /** The `datestampRevision` that was judged. */
    revision: integer().notNull(),
    rules: integer().notNull(),
    assessedAt: text('assessed_at').notNull(),
    /** When the score became what it is. */
    changedAt: text('changed_at').notNull(),
    checkAgainAt: text('check_again_at').notNull(),
    score: real().notNull(),
    unknown: real().notNull(),
    principles: text({ mode: 'json' }).$type<Principles>().notNull(),
    verdicts: text({ mode: 'json' }).$type<Record<string, Verdict>>().notNull(),
    /** Results of the tests with their evidence: JSON, packed with Brotli. */
    tests: blob({ mode: 'buffer' }).notNull(),
  },
  (table) => [index('assessments_again').on(table.checkAgainAt)],
);

/** How the score of a record changed. */
export const scoreHistory = sqliteTable(
  'score_history',
  {
    recordId: text('record_id')
      .notNull()
      .references(() => records.id),
    at: text().notNull(),
    revision: integer().notNull(),
    score: real().notNull(),
    unknown: real().notNull(),
    principles: text({ mode: 'json' }).$type<Principles>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.recordId, table.at] })],
);

/** The records of a source together, by day. */
export const sourceScores = sqliteTable(
  'source_scores',
  {
    sourceId: text('source_id').notNull(),
    day: text().notNull(),
    records: integer().notNull(),
    score: real().notNull(),
    unknown: real().notNull(),
    principles: text({ mode: 'json' }).$type<Principles>().notNull(),
    tests: text({ mode: 'json' }).$type<SourceScore['tests']>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.sourceId, table.day] })],
);

/** What stood at foreign addresses when they were last asked; times in milliseconds since 1970. */
export const linkChecks = sqliteTable(
  'link_checks',
  {
    url: text().primaryKey(),
    /** Whose turn it takes: the server, as it stands in the address. */
    host: text().notNull().default(''),
    checkedAt: integer('checked_at').notNull(),
    nextCheckAt: integer('next_check_at').notNull(),
    /** How often in a row it gave no good answer. */
    failures: integer().notNull(),
    /** `not-checked`: a record names it, nobody has asked it yet. */
    outcome: text().$type<LinkCheck['observation']['outcome'] | 'not-checked'>().notNull(),
    status: integer(),
    mediaType: text('media_type'),
    finalUrl: text('final_url'),
    size: integer(),
    content: text().$type<ServedContent>(),
    title: text(),
    /** Why there is no answer. */
    error: text(),
    /** Where it has moved for good. */
    movedTo: text('moved_to'),
    /** What its centre has to mend; absent where there is nothing, or where it is too soon to tell. */
    problem: text().$type<LinkProblemCode>(),
  },
  (table) => [
    index('link_checks_due').on(table.host, table.nextCheckAt),
    index('link_checks_amiss').on(table.problem, table.url).where(sql`${table.problem} IS NOT NULL`),
  ],
);
