import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { DomainError } from '#runtime';
import type { Log } from '#runtime/log';
import { schema, schemaVersion } from './schema.ts';

const inMemory = ':memory:';

/**
 * The index's own file. What it holds can be had from the log again: a file of another version, or one that is damaged,
 * is thrown away and made anew, empty.
 */
export class IndexFile {
  private open: Database;
  private inode: number | undefined;

  constructor(
    readonly path: string,
    private readonly log?: Log,
  ) {
    this.open = this.openOrRebuild();
    this.inode = this.currentInode();
  }

  /** The connection; another one after another process has replaced the file. */
  connection(): Database {
    if (this.path !== inMemory && this.currentInode() !== this.inode) this.reopen();
    return this.open;
  }

  /**
   * Runs work on the connection; when the file turns out to be damaged, it is made anew and the work runs once more.
   * @throws DomainError `unavailable` when the file can't be used at all
   */
  run<Result>(work: (connection: Database) => Result): Result {
    try {
      return work(this.connection());
    } catch (error) {
      if (!isDamage(error)) throw readable(error);
      this.log?.error({ err: error, file: this.path }, 'The search index is damaged; it is made anew');
      this.reopen(true);
      try {
        return work(this.open);
      } catch (again) {
        throw readable(again);
      }
    }
  }

  close(): void {
    this.open.close();
  }

  private reopen(damaged = false): void {
    this.open.close();
    // Another process may have met the same damage and replaced the file already.
    if (damaged && this.currentInode() === this.inode) this.remove();
    this.open = this.openOrRebuild();
    this.inode = this.currentInode();
  }

  private openOrRebuild(): Database {
    try {
      const connection = this.connect();
      const reason = prepare(connection);
      if (!reason) return connection;
      connection.close();
      this.log?.warn({ file: this.path }, `The search index is made anew: ${reason}`);
    } catch (error) {
      if (!isDamage(error)) throw readable(error);
      this.log?.error({ err: error, file: this.path }, 'The search index is damaged; it is made anew');
    }
    this.remove();
    const connection = this.connect();
    prepare(connection);
    return connection;
  }

  private connect(): Database {
    if (this.path !== inMemory) mkdirSync(dirname(this.path), { recursive: true });
    const connection = new BetterSqlite3(this.path, { timeout: 30_000 });
    try {
      connection.pragma('journal_mode = WAL');
      connection.pragma('synchronous = NORMAL');
      connection.pragma('cache_size = -64000');
      connection.pragma('journal_size_limit = 67108864');
    } catch (error) {
      connection.close();
      throw error;
    }
    return connection;
  }

  private remove(): void {
    if (this.path === inMemory) return;
    for (const suffix of ['', '-wal', '-shm']) rmSync(this.path + suffix, { force: true });
  }

  private currentInode(): number | undefined {
    return this.path !== inMemory && existsSync(this.path) ? statSync(this.path).ino : undefined;
  }
}

/** Makes the tables of an empty file. @returns why the file cannot be used, if so */
function prepare(connection: Database): string | undefined {
  return connection
    .transaction(() => {
      const tables = connection
        .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'")
        .all();
      if (tables.length === 0) {
        connection.exec(schema);
        connection.prepare('INSERT INTO state VALUES (1, ?, ?, 0, 0)').run(schemaVersion, randomUUID());
        return undefined;
      }
      if (!tables.some(({ name }) => name === 'state')) return 'the file holds something else';
      const state = connection.prepare<[], { version: number }>('SELECT version FROM state').get();
      if (!state) return 'it was not finished';
      return state.version === schemaVersion
        ? undefined
        : `it is of version ${state.version}, this program writes version ${schemaVersion}`;
    })
    .immediate();
}

function isDamage(error: unknown): boolean {
  return (
    error instanceof BetterSqlite3.SqliteError && /^SQLITE_(CORRUPT|NOTADB|IOERR_SHORT_READ)/.test(error.code)
  );
}

/** A disk without room is told as such, or as one that can't be written. */
const mayBeFull = ({ code }: { code: string }) => /^SQLITE_(FULL|IOERR)/.test(code);

function readable(error: unknown): unknown {
  if (!(error instanceof BetterSqlite3.SqliteError)) return error;
  const remedy = mayBeFull(error) ? ' Look whether the disk is full, make room, and start again.' : '';
  return new DomainError('unavailable', `The search index cannot be used: ${error.message}.${remedy}`, {
    cause: error,
  });
}
