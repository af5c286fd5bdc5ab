import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import BetterSqlite3, { type Database as Connection } from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from './migrate.ts';
import * as schema from './schema/index.ts';

/** An open database: one connection of this process, with the schema of this version. */
export type Database = {
  query: BetterSQLite3Database<typeof schema>;
  connection: Connection;
  /** Absolute path of the file; `:memory:` for tests. */
  path: string;
  close(): void;
};

/** Milliseconds that a writer waits for another process; transactions are much shorter. */
const busyTimeout = 10_000;

/**
 * Opens the database of a data folder, making and migrating it where needed. Several processes may.
 * @param dataFolder absolute path; made when absent
 * @throws DomainError `conflict` when the database is from a newer version
 */
export function openDatabase(dataFolder: string): Database {
  mkdirSync(dataFolder, { recursive: true });
  const path = join(dataFolder, 'halocline.sqlite');
  const migrating = new BetterSqlite3(path, { timeout: 60_000 });
  try {
    migrating.pragma('journal_mode = WAL');
    migrate(migrating, migrationsFolder());
  } finally {
    migrating.close();
  }
  return over(new BetterSqlite3(path, { timeout: busyTimeout }), path);
}

/**
 * Wraps an open connection to a migrated database.
 * @param path what `Database.path` will say
 */
export function over(connection: Connection, path: string): Database {
  connection.pragma('foreign_keys = ON');
  connection.pragma('journal_mode = WAL');
  // In WAL mode, NORMAL cannot corrupt: a power cut may lose the last commits, a killed process none.
  connection.pragma('synchronous = NORMAL');
  connection.pragma('cache_size = -32000');
  // Pages: with the usual 1000, nearly every batch of records would wait for a checkpoint.
  connection.pragma('wal_autocheckpoint = 8000');
  connection.pragma('journal_size_limit = 67108864');
  return {
    query: drizzle(connection, { schema }),
    connection,
    path,
    close: () => {
      connection.close();
    },
  };
}

/** Where the migrations are: beside this file in the sources, under the project's root when the code was bundled. */
export function migrationsFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    for (const candidate of [join(folder, 'migrations'), join(folder, 'db', 'migrations')])
      if (existsSync(join(candidate, 'meta', '_journal.json'))) return candidate;
    if (folder === dirname(folder)) throw new Error('The folder db/migrations was not found');
  }
}
