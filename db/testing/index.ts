import BetterSqlite3 from 'better-sqlite3';
import { type Database, migrationsFolder, over } from '../database.ts';
import { migrate } from '../migrate.ts';

export { put } from './changes.ts';

let migrated: Buffer | undefined;

/**
 * A fresh database in memory with the real migrations, for the tests of any room. Migrated once per process, then
 * copied: opening one takes about a millisecond.
 */
export function openTestDatabase(): Database {
  if (!migrated) {
    const connection = new BetterSqlite3(':memory:');
    migrate(connection, migrationsFolder());
    migrated = connection.serialize();
    connection.close();
  }
  return over(new BetterSqlite3(migrated), ':memory:');
}
