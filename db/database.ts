import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3, { type Database as Connection } from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { projectRoot } from '#runtime/root';
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
  // KiB. More brings no speed: the system keeps the pages of the file, too.
  connection.pragma('cache_size = -12000');
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

/** Where the committed migrations are. */
export function migrationsFolder(): string {
  return join(projectRoot(), 'db', 'migrations');
}
