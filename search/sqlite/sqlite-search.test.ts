import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { searchEngineContract } from '../engine.contract.ts';
import type { SearchDocument, SearchEngine } from '../engine.ts';
import type { SearchRequest } from '../query.ts';
import { createSqliteSearch } from './index.ts';

searchEngineContract(async () => createSqliteSearch({ file: ':memory:' }));

const document = (number: number, title = `Document ${number}`): SearchDocument => ({
  id: `r${number}`,
  revision: number,
  visible: 'public',
  titles: { en: title },
  alternateTitles: [],
  abstracts: {},
  keywords: [],
  parties: [],
  variables: [],
  identifiers: [],
  facets: { source: [`source ${number % 3}`], keyword: [`keyword ${number}`] },
  boxes: [{ west: number % 180, south: 0, east: number % 180, north: 1 }],
  periods: [],
  depths: [],
  datestamp: '2024-01-01T00:00:00Z',
  sortDate: '2024',
});
const all: SearchRequest = {
  where: { op: 'all' },
  sort: 'date',
  offset: 0,
  limit: 1000,
  facets: [
    { name: 'source', limit: 10 },
    { name: 'keyword', limit: 1000 },
  ],
  reader: 'public',
  language: 'en',
};
const named = (text: string): SearchRequest => ({ ...all, where: { op: 'text', text } });
const documents = (from: number, to: number, title?: string) =>
  Array.from({ length: to - from }, (_, index) => document(from + index, title));

describe('the index file', () => {
  let folder = '';
  let file = '';
  const open: SearchEngine[] = [];
  const start = () => {
    const engine = createSqliteSearch({ file });
    open.push(engine);
    return engine;
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'search-'));
    file = join(folder, 'search.sqlite');
  });
  afterEach(async () => {
    for (const engine of open.splice(0)) await engine.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is there again after a restart', async () => {
    const first = start();
    await first.apply({ put: documents(1, 50), remove: ['r7'], throughRevision: 60 });
    const before = await first.search(all);
    expect(before.total).toBe(48);
    expect(await start().search(all)).toEqual(before);
  });

  it('is followed by another connection: added, changed, removed, reset', async () => {
    const writer = start();
    const reader = start();
    const agree = async () => {
      for (const request of [all, named('document'), named('changed')])
        expect(await reader.search(request)).toEqual(await writer.search(request));
      expect((await reader.search(all)).indexedThrough).toBe(await writer.indexedThrough());
    };
    await agree();
    await writer.apply({ put: documents(1, 100), remove: [], throughRevision: 99 });
    await agree();
    const changed = documents(10, 20, 'changed').map((put) => ({ ...put, revision: 100, facets: {} }));
    await writer.apply({ put: changed, remove: ['r30'], throughRevision: 100 });
    await agree();
    expect((await reader.search(named('changed'))).total).toBe(10);
    expect((await reader.search(named('document'))).total).toBe(88);
    await writer.apply({ put: [], remove: [], throughRevision: 150 });
    await agree();
    await writer.reset();
    await agree();
    await writer.apply({ put: documents(1, 5, 'changed'), remove: [], throughRevision: 5 });
    await agree();
  });

  it('is followed when more changed than the change log keeps', async () => {
    const writer = start();
    const reader = start();
    await writer.apply({ put: documents(1, 20), remove: [], throughRevision: 20 });
    expect((await reader.search(all)).total).toBe(19);
    const connection = new BetterSqlite3(file);
    await writer.apply({ put: documents(20, 30), remove: [], throughRevision: 30 });
    connection.exec('DELETE FROM changes; UPDATE state SET forgotten = 29');
    connection.close();
    expect((await reader.search(all)).total).toBe(29);
  });

  it('is written by two at once without loss', async () => {
    const [left, right] = [start(), start()];
    for (let from = 1; from < 200; from += 20) {
      const page = { put: documents(from, from + 20), remove: [], throughRevision: from + 19 };
      await Promise.all([left.apply(page), right.apply(page)]);
    }
    expect((await left.search(all)).total).toBe(200);
    expect(await right.search(all)).toEqual(await left.search(all));
  });

  it('holds whole batches only, when its writer is killed', async () => {
    const child = fork(new URL('./testing/endless-writer.ts', import.meta.url), [file], {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    await new Promise<void>((resolve) => {
      let batches = 0;
      child.on('message', () => {
        batches += 1;
        if (batches === 5) child.kill('SIGKILL');
      });
      child.on('exit', () => resolve());
    });
    const engine = start();
    const through = await engine.indexedThrough();
    expect(through).toBeGreaterThanOrEqual(5 * 40);
    expect(through % 40).toBe(0);
    const { total, facets } = await engine.search({ ...named('document'), limit: 0 });
    expect(total).toBe(through);
    expect(facets.source?.reduce((sum, { count }) => sum + count, 0)).toBe(through);
    await engine.apply({ put: [document(through + 1)], remove: [], throughRevision: through + 1 });
    expect((await engine.search(all)).total).toBe(through + 1);
  });

  it.each([
    ['no database', () => writeFileSync(file, 'this is not a database, whatever its name says'.repeat(200))],
    ['cut off', () => truncateSync(file, 20_000)],
    [
      'damaged in the middle',
      () => {
        const bytes = readFileSync(file);
        bytes.fill(0xab, 4096);
        writeFileSync(file, bytes);
      },
    ],
    [
      'of another version',
      () => {
        const connection = new BetterSqlite3(file);
        connection.exec('UPDATE state SET version = 0');
        connection.close();
      },
    ],
    [
      'something else',
      () => {
        rmSync(file);
        const connection = new BetterSqlite3(file);
        connection.exec('CREATE TABLE documents (x)');
        connection.close();
      },
    ],
  ])('that is %s is made anew, empty', async (_, harm) => {
    const before = createSqliteSearch({ file });
    await before.apply({ put: documents(1, 300), remove: [], throughRevision: 300 });
    await before.close();
    harm();
    const engine = start();
    expect((await engine.search(named('document'))).total).toBe(0);
    expect(await engine.indexedThrough()).toBe(0);
    await engine.apply({ put: documents(1, 4), remove: [], throughRevision: 4 });
    expect((await engine.search(all)).total).toBe(3);
  });

  it('that another process made anew is taken up', async () => {
    const reader = start();
    await reader.apply({ put: documents(1, 10), remove: [], throughRevision: 10 });
    expect((await reader.search(all)).total).toBe(9);
    for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
    const other = start();
    await other.apply({ put: documents(1, 4), remove: [], throughRevision: 4 });
    expect((await reader.search(all)).total).toBe(3);
  });

  it('keeps no room for replaced documents', async () => {
    const engine = createSqliteSearch({ file });
    open.push(engine);
    await engine.apply({ put: documents(1, 200), remove: [], throughRevision: 200 });
    await engine.search(all);
    const before = engine.memory();
    for (let revision = 201; revision < 260; revision += 1) {
      const put = documents(1, 200).map((stored) => ({ ...stored, revision }));
      await engine.apply({ put, remove: [], throughRevision: revision });
      await engine.search({ ...all, limit: 0 });
    }
    expect(engine.memory()).toBeLessThan(before * 20);
    expect((await engine.search(all)).total).toBe(199);
  });
});
