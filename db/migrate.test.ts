import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrationsFolder } from './database.ts';
import { openDatabase } from './index.ts';
import { migrate } from './migrate.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'halocline-migrate-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A copy of the migrations with one more. */
async function withOneMore(sql: string): Promise<string> {
  const copy = join(folder, 'migrations');
  await cp(migrationsFolder(), copy, { recursive: true });
  const journalPath = join(copy, 'meta', '_journal.json');
  const journal = JSON.parse(await readFile(journalPath, 'utf8'));
  journal.entries.push({
    ...journal.entries.at(-1),
    when: journal.entries.at(-1).when + 1,
    tag: '9999_more',
  });
  await writeFile(journalPath, JSON.stringify(journal));
  await writeFile(join(copy, '9999_more.sql'), sql);
  return copy;
}

describe('openDatabase', () => {
  test('makes the folder and the database, and opens it again', () => {
    const inner = join(folder, 'new', 'data');
    for (let time = 0; time < 2; time += 1) {
      const database = openDatabase(inner);
      expect(database.connection.pragma('journal_mode', { simple: true })).toBe('wal');
      expect(database.connection.pragma('foreign_keys', { simple: true })).toBe(1);
      database.close();
    }
  });

  test('refuses a database of a newer version with a sentence', async () => {
    const connection = new BetterSqlite3(join(folder, 'halocline.sqlite'));
    migrate(connection, await withOneMore('CREATE TABLE later (id integer)'));
    connection.close();
    expect(() => openDatabase(folder)).toThrow(/newer version of Halocline. Start that version/);
  });
});

describe('migrate', () => {
  test('a migration that breaks a reference changes nothing', async () => {
    const connection = new BetterSqlite3(':memory:');
    migrate(connection, migrationsFolder());
    const more = await withOneMore(
      "CREATE TABLE later (id integer);\n--> statement-breakpoint\nINSERT INTO sessions VALUES ('s', 't', 'nobody', 0, NULL, NULL, 0, 0)",
    );
    expect(() => migrate(connection, more)).toThrow(/broken references/);
    expect(connection.prepare("SELECT name FROM sqlite_master WHERE name = 'later'").get()).toBeUndefined();
    connection.close();
  });

  test('only what is new is applied', async () => {
    const connection = new BetterSqlite3(':memory:');
    migrate(connection, migrationsFolder());
    const more = await withOneMore('CREATE TABLE later (id integer)');
    migrate(connection, more);
    migrate(connection, more);
    expect(connection.prepare("SELECT name FROM sqlite_master WHERE name = 'later'").get()).toBeDefined();
    connection.close();
  });
});
