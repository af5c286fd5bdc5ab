import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { FormatName } from '#catalogue/formats';
import type { LanguageMap, Problem, ProblemSeverity, ResourceType } from '#catalogue/model';
import type {
  HarvestPolicy,
  HarvestProtocolName,
  HarvestSource,
  RememberedFile,
  RunCounts,
  RunKind,
  RunState,
  RunWish,
  SourceRules,
  StagedChange,
} from '#harvesters';
import type { RecordLink } from '#ledger';

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
  policy: text({ mode: 'json' }).$type<HarvestPolicy>(),
  rules: text({ mode: 'json' }).$type<SourceRules>(),
  ownerId: text('owner_id'),
  /** Themes, one on each line. */
  theme: text(),
  precedence: integer(),
  closed: text({ mode: 'json' }).$type<NonNullable<HarvestSource['closed']>>(),
  createdAt: text('created_at').notNull(),
});

/** The rules of sources as they were saved, each time; rows are never changed. */
export const rulesVersions = sqliteTable(
  'rules_versions',
  {
    sourceId: text('source_id').notNull(),
    /** Ascending from 1 within a source. */
    version: integer().notNull(),
    rules: text({ mode: 'json' }).$type<SourceRules>().notNull(),
    at: text().notNull(),
    actor: text().notNull(),
    /** The run whose rolling back brought them back. */
    undoes: text(),
  },
  (table) => [primaryKey({ columns: [table.sourceId, table.version] })],
);

export const runs = sqliteTable(
  'runs',
  {
    id: text().primaryKey(),
    sourceId: text('source_id').notNull(),
    kind: text().$type<RunKind>().notNull().default('harvest'),
    state: text().$type<RunState>().notNull(),
    phase: text().$type<'listing' | 'committing'>().notNull().default('listing'),
    actor: text().notNull().default('system'),
    dryRun: integer('dry_run', { mode: 'boolean' }).notNull(),
    full: integer({ mode: 'boolean' }).notNull().default(false),
    startedAt: text('started_at').notNull(),
    finishedAt: text('finished_at'),
    counts: text({ mode: 'json' }).$type<RunCounts>().notNull(),
    message: text(),
    highWater: text('high_water'),
    checkpoint: text(),
    rules: text(),
    selection: text(),
    undoes: text(),
    heir: text(),
    /** Whether everything that the source has was listed. */
    complete: integer({ mode: 'boolean' }),
    /** Not part of the run as it is saved: somebody else writes it. */
    wish: text().$type<RunWish>(),
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
    /** The document gave no record because of it. */
    refused: integer({ mode: 'boolean' }),
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

/** What a run would change, until it is committed or discarded. Bytes stand in `documents`. */
export const stagedChanges = sqliteTable(
  'staged_changes',
  {
    position: integer().primaryKey({ autoIncrement: true }),
    runId: text('run_id')
      .notNull()
      .references(() => runs.id),
    upstreamIdentifier: text('upstream_identifier').notNull(),
    outcome: text().$type<StagedChange['outcome']>().notNull(),
    recordId: text('record_id'),
    reason: text(),
    documentHash: text('document_hash'),
    format: text().$type<FormatName>(),
    mediaType: text('media_type'),
    documentUrl: text('document_url'),
    /** As JSON, which nobody need look into on its way to the records. */
    record: text(),
    resourceType: text('resource_type').$type<ResourceType>(),
    /** Whether an address in the record carries credentials. */
    credentials: integer({ mode: 'boolean' }),
    /** Web addresses that the record names. */
    links: text({ mode: 'json' }).$type<readonly RecordLink[]>(),
    problems: text({ mode: 'json' }).$type<Problem[]>(),
    interpretation: text(),
    overlaid: integer({ mode: 'boolean' }),
  },
  (table) => [uniqueIndex('staged_of_run').on(table.runId, table.upstreamIdentifier)],
);

/** Records that a complete list no longer had, since when: withdrawn once the grace period of their source is over. */
export const missingRecords = sqliteTable('missing_records', {
  recordId: text('record_id').primaryKey(),
  sourceId: text('source_id').notNull(),
  since: text().notNull(),
});

/**
 * Files of folders and pages of sitemaps as they were when everything that they gave was read: what is asked for only where it changed. A memory,
 * never the truth: it counts while the records are held as it says, and whatever is lost is fetched again.
 */
export const sourceFiles = sqliteTable(
  'source_files',
  {
    sourceId: text('source_id').notNull(),
    /** Of the web, or a path of this machine. */
    address: text().notNull(),
    validator: text().notNull(),
    gave: text({ mode: 'json' }).$type<RememberedFile['gave']>().notNull(),
    /** Links to other files, in the words of the protocol. */
    leads: text(),
    /** The run that met it last. */
    runId: text('run_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.sourceId, table.address] })],
);

/** Who may work on something, until when; times in milliseconds since 1970. */
export const leases = sqliteTable('leases', {
  name: text().primaryKey(),
  holder: text().notNull(),
  until: integer().notNull(),
});
