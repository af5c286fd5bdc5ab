import type { Database as Connection } from 'better-sqlite3';
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator';
import { z } from 'zod';
import { DomainError } from '#runtime/errors';

const applied = z.array(z.object({ created_at: z.number(), hash: z.string() }));

/**
 * Brings a database to the version of this code, in one immediate transaction: of two processes that start together,
 * one migrates and the other waits. Drizzle's own migrator begins its transaction after it has read the state, so
 * that both would; the files and the table are drizzle's.
 * @param connection its own connection: foreign keys are off on it, as rebuilding a table needs
 * @param migrationsFolder where drizzle-kit wrote the migrations
 * @throws DomainError `conflict` when the database is from a newer version; Error when a foreign key is broken (then nothing changed)
 */
export function migrate(connection: Connection, migrationsFolder: string): void {
  const migrations = readMigrationFiles({ migrationsFolder });
  connection.pragma('foreign_keys = OFF');
  connection
    .transaction(() => {
      connection.exec(
        'CREATE TABLE IF NOT EXISTS __drizzle_migrations (id INTEGER PRIMARY KEY, hash TEXT NOT NULL, created_at NUMERIC)',
      );
      const done = applied.parse(
        connection.prepare('SELECT hash, created_at FROM __drizzle_migrations ORDER BY created_at').all(),
      );
      refuseNewer(done.at(-1)?.created_at ?? 0, migrations);
      const last = done.at(-1)?.created_at ?? 0;
      const remember = connection.prepare(
        'INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)',
      );
      for (const migration of migrations.filter((one) => one.folderMillis > last)) {
        for (const statement of migration.sql) connection.exec(statement);
        remember.run(migration.hash, migration.folderMillis);
      }
      const broken = connection.prepare('PRAGMA foreign_key_check').all();
      if (broken.length > 0)
        throw new Error(`The migration would leave broken references: ${JSON.stringify(broken.slice(0, 5))}`);
    })
    .immediate();
}

function refuseNewer(last: number, migrations: readonly MigrationMeta[]): void {
  if (last > (migrations.at(-1)?.folderMillis ?? 0))
    throw new DomainError(
      'conflict',
      'The database was written by a newer version of Halocline. Start that version, or point HALOCLINE_DATA at another folder.',
    );
}
