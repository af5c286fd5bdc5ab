import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ArchiveFile } from '#harvesters';

type Described = NonNullable<ArchiveFile['described']>;
type Facts = NonNullable<Described['facts']>;
type Header = Facts['header'];

/** What is kept in a row of its own is left out. */
export type KeptFacts = Omit<Facts, 'header'> & { header: Omit<Header, 'variables'> };

/**
 * Files of the archives that are crawled, and what was found out about them. Nothing here is more than a memory of what
 * stands in the files: whatever is lost is found out again.
 */
export const archiveFiles = sqliteTable(
  'archive_files',
  {
    sourceId: text('source_id').notNull(),
    path: text().notNull(),
    group: text('group_name').notNull(),
    size: integer().notNull(),
    modifiedMs: integer('modified_ms').notNull(),
    /** The walk that met it last. */
    walk: text().notNull(),
    /** Version of the readers by which it is known; absent until the file was opened. */
    version: integer(),
    /** What it says of itself, without its variables; absent where nothing can be said of it. */
    facts: text({ mode: 'json' }).$type<KeptFacts>(),
    /** Its variables are those of many others: their hash. */
    variables: text(),
    problems: text({ mode: 'json' }).$type<Described['problems']>(),
  },
  (table) => [
    primaryKey({ columns: [table.sourceId, table.path] }),
    index('archive_files_of_group').on(table.sourceId, table.group, table.path),
    index('archive_files_variables').on(table.variables),
  ],
);

/** Variables of headers, each once. */
export const archiveVariables = sqliteTable('archive_variables', {
  hash: text().primaryKey(),
  variables: text({ mode: 'json' }).$type<Header['variables']>().notNull(),
});
