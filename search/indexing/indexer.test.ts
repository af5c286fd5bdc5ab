import { describe, expect, it } from 'vitest';
import type { SearchDocument, SearchEngine } from '../engine.ts';
import { createSqliteSearch } from '../sqlite/index.ts';
import { createIndexer } from './index.ts';

type Stored = { id: string; revision: number; deleted: boolean; title: string };

/** A revision log in memory. */
function createLog() {
  const revisions: { revision: number; recordId: string }[] = [];
  const states = new Map<string, Stored>();
  return {
    write(id: string, title: string, deleted = false) {
      const revision = revisions.length + 1;
      revisions.push({ revision, recordId: id });
      states.set(id, { id, revision, deleted, title });
    },
    /** Forgets the last revisions, as a database restored from a copy does. */
    restore(revision: number) {
      for (const { recordId } of revisions.splice(revision)) states.delete(recordId);
    },
    records: {
      revisionsAfter: async (revision: number, limit: number) =>
        revisions.filter((row) => row.revision > revision).slice(0, limit),
      getMany: async (ids: readonly string[]) =>
        ids.map((id) => states.get(id)).filter((state) => state !== undefined),
      latestRevision: async () => revisions.length,
    },
  };
}

const toDocument = ({ id, revision, title }: Stored): SearchDocument => ({
  id,
  revision,
  visible: 'public',
  titles: { en: title },
  alternateTitles: [],
  abstracts: {},
  keywords: [],
  parties: [],
  variables: [],
  identifiers: [],
  facets: {},
  boxes: [],
  periods: [],
  depths: [],
  datestamp: '2024-01-01T00:00:00Z',
  sortDate: '2024',
});

async function found(engine: SearchEngine, text: string): Promise<string[]> {
  const { hits } = await engine.search({
    where: { op: 'text', text },
    sort: 'title',
    offset: 0,
    limit: 10_000,
    facets: [],
    reader: 'public',
    language: 'en',
  });
  return hits.map(({ id }) => id).sort();
}

function start(engine = createSqliteSearch({ file: ':memory:' })) {
  const log = createLog();
  return { engine, log, indexer: createIndexer({ engine, records: log.records, toDocument }) };
}

describe('catchUp', () => {
  it('follows the log: added, changed, withdrawn, restored', async () => {
    const { engine, log, indexer } = start();
    log.write('a', 'Argo');
    log.write('b', 'Argo');
    expect(await indexer.catchUp()).toEqual({ indexed: 2, through: 2 });
    log.write('a', 'Nitrate');
    log.write('b', 'Argo', true);
    expect(await indexer.catchUp()).toEqual({ indexed: 2, through: 4 });
    expect(await found(engine, 'argo')).toEqual([]);
    expect(await found(engine, 'nitrate')).toEqual(['a']);
    log.write('b', 'Argo');
    await indexer.catchUp();
    expect(await found(engine, 'argo')).toEqual(['b']);
    expect(await indexer.catchUp()).toEqual({ indexed: 0, through: 5 });
  });

  it('writes a record that changed often once per page, and tells how far it is', async () => {
    const { log, indexer } = start();
    for (let number = 0; number < 1200; number += 1) log.write(`r${number % 100}`, 'Argo');
    const seen: number[] = [];
    expect(await indexer.catchUp({ onProgress: ({ through }) => seen.push(through) })).toEqual({
      indexed: 600,
      through: 1200,
    });
    expect(seen).toEqual([200, 400, 600, 800, 1000, 1200]);
  });

  it('is taken up where it was broken off', async () => {
    const engine = createSqliteSearch({ file: ':memory:' });
    let batches = 0;
    const breaking: SearchEngine = {
      ...engine,
      apply: async (batch) => {
        batches += 1;
        if (batches === 3) throw new Error('broken off');
        await engine.apply(batch);
      },
    };
    const { log, indexer } = start(Object.assign(breaking, { memory: engine.memory }));
    for (let number = 0; number < 2000; number += 1) log.write(`r${number}`, 'Argo');
    await expect(indexer.catchUp()).rejects.toThrow('broken off');
    expect(await engine.indexedThrough()).toBe(400);
    expect(await indexer.catchUp()).toEqual({ indexed: 1600, through: 2000 });
    expect(await found(engine, 'argo')).toHaveLength(2000);
  });

  it('does no harm beside another one', async () => {
    const { engine, log, indexer } = start();
    const other = createIndexer({ engine, records: log.records, toDocument });
    for (let number = 0; number < 1500; number += 1) log.write(`r${number}`, 'Argo');
    const both = Promise.all([indexer.catchUp(), other.catchUp()]);
    for (let number = 0; number < 1500; number += 3) log.write(`r${number}`, 'Nitrate', number % 2 === 0);
    await both;
    await indexer.catchUp();
    expect(await found(engine, 'argo')).toHaveLength(1000);
    expect(await found(engine, 'nitrate')).toHaveLength(250);
  });

  it('begins anew when the database was restored from a copy', async () => {
    const { engine, log, indexer } = start();
    log.write('a', 'Argo');
    log.write('b', 'Argo');
    await indexer.catchUp();
    log.restore(1);
    expect(await indexer.catchUp()).toEqual({ indexed: 1, through: 1 });
    expect(await found(engine, 'argo')).toEqual(['a']);
  });

  it('ends between two batches when told to', async () => {
    const { log, indexer } = start();
    for (let number = 0; number < 1500; number += 1) log.write(`r${number}`, 'Argo');
    const stop = new AbortController();
    const run = indexer.catchUp({ signal: stop.signal, onProgress: () => stop.abort() });
    expect(await run).toEqual({ indexed: 200, through: 200 });
  });
});

describe('reindex', () => {
  it('throws away what the log does not know', async () => {
    const { engine, log, indexer } = start();
    log.write('a', 'Argo');
    await engine.apply({
      put: [toDocument({ id: 'stray', revision: 1, deleted: false, title: 'Argo' })],
      remove: [],
      throughRevision: 1,
    });
    expect(await indexer.reindex()).toEqual({ indexed: 1, through: 1 });
    expect(await found(engine, 'argo')).toEqual(['a']);
  });
});
