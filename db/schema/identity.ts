import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { IdentityProfile, Reason } from '#catalogue/identity';
import type { IdentityDecision } from '#ledger/identity';
import { records } from './records.ts';

/** What each live record is recognised by. */
export const identityProfiles = sqliteTable('identity_profiles', {
  recordId: text('record_id')
    .primaryKey()
    .references(() => records.id),
  profile: text({ mode: 'json' }).$type<IdentityProfile>().notNull(),
});

/** The keys under which records that may be the same are looked up. */
export const identityKeys = sqliteTable(
  'identity_keys',
  {
    key: text().notNull(),
    recordId: text('record_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.key, table.recordId] }),
    index('identity_keys_of_record').on(table.recordId),
  ],
);

/** Pairs of live records, the lesser id left, that were judged to be the same or perhaps the same. */
export const identityLinks = sqliteTable(
  'identity_links',
  {
    leftId: text('left_id').notNull(),
    rightId: text('right_id').notNull(),
    verdict: text().$type<'same' | 'perhaps'>().notNull(),
    score: real().notNull(),
    reasons: text({ mode: 'json' }).$type<Reason[]>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.leftId, table.rightId] }),
    index('identity_links_right').on(table.rightId),
    index('identity_links_proposed').on(table.verdict, table.score),
  ],
);

/** Clusters of two or more live records; each is named by the least id of its members. */
export const clusterMembers = sqliteTable(
  'cluster_members',
  {
    recordId: text('record_id')
      .primaryKey()
      .references(() => records.id),
    clusterId: text('cluster_id').notNull(),
    /** Whether it stands for the cluster. */
    canonical: integer({ mode: 'boolean' }).notNull(),
  },
  (table) => [index('cluster_members_of').on(table.clusterId)],
);

/** What people decided: that records are one resource, or are not. Never removed; an undone one keeps who undid it. */
export const identityDecisions = sqliteTable('identity_decisions', {
  id: integer().primaryKey({ autoIncrement: true }),
  kind: text().$type<IdentityDecision['kind']>().notNull(),
  records: text({ mode: 'json' }).$type<string[]>().notNull(),
  /** What they are joined with, or split from. */
  others: text({ mode: 'json' }).$type<string[]>().notNull(),
  actor: text().notNull(),
  at: text().notNull(),
  endedAt: text('ended_at'),
  endedBy: text('ended_by'),
});

/** The pairs of decisions that hold, the lesser id left; they stay through withdrawals and harvests. */
export const identityDecisionPairs = sqliteTable(
  'identity_decision_pairs',
  {
    leftId: text('left_id').notNull(),
    rightId: text('right_id').notNull(),
    kind: text().$type<IdentityDecision['kind']>().notNull(),
    decisionId: integer('decision_id')
      .notNull()
      .references(() => identityDecisions.id),
  },
  (table) => [
    primaryKey({ columns: [table.leftId, table.rightId] }),
    index('identity_decision_pairs_right').on(table.rightId),
    index('identity_decision_pairs_of').on(table.decisionId),
  ],
);

/** How far the clusters follow the revision log (one row). */
export const identityState = sqliteTable('identity_state', {
  one: integer().primaryKey(),
  throughRevision: integer('through_revision').notNull(),
  /** `identityVersion` of the profiles and judgements. */
  version: integer().notNull(),
  /** Precedence of the sources when members were last put in order, as JSON. */
  precedence: text().notNull(),
});

/** Identifiers that a source once called a record by: they go on leading to it. */
export const formerIdentifiers = sqliteTable(
  'former_identifiers',
  {
    sourceId: text('source_id').notNull(),
    upstreamIdentifier: text('upstream_identifier').notNull(),
    recordId: text('record_id')
      .notNull()
      .references(() => records.id),
    /** The revision that gave the record another identifier. */
    revision: integer().notNull(),
    runId: text('run_id'),
  },
  (table) => [
    primaryKey({ columns: [table.sourceId, table.upstreamIdentifier] }),
    index('former_identifiers_of_record').on(table.recordId),
    index('former_identifiers_of_run').on(table.runId),
  ],
);
