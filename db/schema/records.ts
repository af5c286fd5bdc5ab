import { blob, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { FormatName } from '#catalogue/formats';
import type { CatalogueRecord, Problem, ResourceType } from '#catalogue/model';
import type { Revision, RevisionKind, Visibility } from '#ledger';

/** Documents exactly as they came, once per content. `bytes` is packed as `encoding` says. */
export const documents = sqliteTable('documents', {
  /** SHA-256 of the unpacked bytes, lower-case hexadecimal. */
  hash: text().primaryKey(),
  format: text().$type<FormatName>().notNull(),
  mediaType: text('media_type').notNull(),
  /** Number of unpacked bytes. */
  size: integer().notNull(),
  encoding: text().$type<'br' | 'identity'>().notNull(),
  storedAt: text('stored_at').notNull(),
  /** Whether the text carries credentials in addresses; `null` where an older version did not look. */
  credentials: integer({ mode: 'boolean' }),
  bytes: blob({ mode: 'buffer' }).notNull(),
});

/**
 * The current state of each record. Rows are never deleted, so that an id is never given twice (a trigger refuses it).
 * What pages are chosen by stands before what they show: SQLite then need not read the long columns to choose.
 */
export const records = sqliteTable(
  'records',
  {
    id: text().primaryKey(),
    sourceId: text('source_id').notNull(),
    upstreamIdentifier: text('upstream_identifier').notNull(),
    revision: integer().notNull(),
    datestampRevision: integer('datestamp_revision').notNull(),
    datestamp: text().notNull(),
    createdAt: text('created_at').notNull(),
    deleted: integer({ mode: 'boolean' }).notNull(),
    withdrawnReason: text('withdrawn_reason'),
    visibility: text().$type<Visibility>().notNull(),
    /** Whether the public has ever been able to see it: hiding it must then look like a withdrawal. */
    oncePublic: integer('once_public', { mode: 'boolean' }).notNull(),
    format: text().$type<FormatName>().notNull(),
    resourceType: text('resource_type').$type<ResourceType>().notNull(),
    documentHash: text('document_hash')
      .notNull()
      .references(() => documents.hash),
    documentUrl: text('document_url'),
    /** Whether an address in the record or its document carries credentials, to be masked for the public. */
    credentials: integer({ mode: 'boolean' }).notNull(),
    /** Readers and rules that made the record of its document. */
    interpretation: text().notNull().default(''),
    /** Whether rules or corrections changed what the document says. */
    overlaid: integer({ mode: 'boolean' }).notNull().default(false),
    problems: text({ mode: 'json' }).$type<Problem[]>().notNull(),
    record: text({ mode: 'json' }).$type<CatalogueRecord>().notNull(),
  },
  (table) => [
    uniqueIndex('records_identity').on(table.sourceId, table.upstreamIdentifier),
    // What a run compares, without a look at the rows.
    index('records_known').on(
      table.sourceId,
      table.upstreamIdentifier,
      table.documentHash,
      table.interpretation,
      table.deleted,
      table.id,
    ),
    index('records_live').on(table.sourceId, table.deleted, table.id),
    uniqueIndex('records_pages').on(
      table.datestampRevision,
      table.deleted,
      table.visibility,
      table.oncePublic,
      table.format,
      table.resourceType,
    ),
    index('records_pages_of_source').on(
      table.sourceId,
      table.datestampRevision,
      table.deleted,
      table.visibility,
      table.oncePublic,
      table.format,
      table.resourceType,
    ),
    index('records_datestamp').on(table.datestamp, table.datestampRevision),
  ],
);

/** The revision log: append-only (triggers refuse anything else), numbered in commit order. */
export const revisions = sqliteTable(
  'revisions',
  {
    revision: integer().primaryKey({ autoIncrement: true }),
    recordId: text('record_id')
      .notNull()
      .references(() => records.id),
    kind: text().$type<RevisionKind>().notNull(),
    change: text().$type<Revision['change']>().notNull(),
    at: text().notNull(),
    actor: text().notNull(),
    runId: text('run_id'),
    documentHash: text('document_hash').references(() => documents.hash),
    reason: text(),
  },
  (table) => [
    index('revisions_of_record').on(table.recordId, table.revision),
    index('revisions_of_run').on(table.runId, table.revision),
  ],
);
