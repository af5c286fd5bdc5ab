import type { SearchDocument, SearchEngine } from '../engine.ts';

/** Rows of the log read at once: their records make one transaction of the index, and are in memory together. */
const pageSize = 200;

/** The log and the stores as the indexer reads them; the ledger's `RecordReader` does. */
export type IndexedRecords<Stored> = {
  /** Rows of the revision log after a revision, ascending. */
  revisionsAfter(revision: number, limit: number): Promise<{ revision: number; recordId: string }[]>;
  /** Current states; ids that are unknown are left out. */
  getMany(ids: readonly string[], reader: 'staff'): Promise<Stored[]>;
  latestRevision(): Promise<number>;
};

export type IndexingProgress = { indexed: number; through: number; latest: number };

export type Indexer = {
  /**
   * Brings the index up to the log. Several at once do no harm; a run that is killed is taken up where it stood.
   * @returns records written, and the revision that the index now knows
   */
  catchUp(options?: {
    onProgress?: (progress: IndexingProgress) => void;
    /** Ends the run between two batches. */
    signal?: AbortSignal;
  }): Promise<{ indexed: number; through: number }>;
  /** Empties the index and fills it again. */
  reindex(options?: { onProgress?: (progress: IndexingProgress) => void }): Promise<{
    indexed: number;
    through: number;
  }>;
};

/**
 * The reader of the revision log that keeps an engine in step. Records are read in their current state, so one that
 * changed many times is written once per page of the log.
 */
export function createIndexer<Stored extends { id: string; deleted: boolean }>({
  engine,
  records,
  toDocument,
  prepare,
}: {
  engine: SearchEngine;
  records: IndexedRecords<Stored>;
  toDocument: (stored: Stored) => SearchDocument;
  /** What must have followed the log before it is indexed. */
  prepare?: (signal?: AbortSignal) => Promise<unknown>;
}): Indexer {
  const write = async (ids: readonly string[], throughRevision: number) => {
    const live = (await records.getMany(ids, 'staff')).filter(({ deleted }) => !deleted);
    const found = new Set(live.map(({ id }) => id));
    await engine.apply({
      put: live.map((stored) => toDocument(stored)),
      remove: ids.filter((id) => !found.has(id)),
      throughRevision,
    });
  };

  const indexer: Indexer = {
    async catchUp({ onProgress, signal } = {}) {
      await prepare?.(signal);
      let through = await engine.indexedThrough();
      const latest = await records.latestRevision();
      // The database was restored from a copy: what the index knows beyond it never happened.
      if (through > latest) {
        await engine.reset();
        through = 0;
      }
      let indexed = 0;
      while (!signal?.aborted) {
        const page = await records.revisionsAfter(through, pageSize);
        const end = page.at(-1);
        if (!end) break;
        const ids = [...new Set(page.map(({ recordId }) => recordId))];
        await write(ids, end.revision);
        through = end.revision;
        indexed += ids.length;
        onProgress?.({ indexed, through, latest: Math.max(latest, through) });
      }
      return { indexed, through };
    },

    async reindex(options) {
      await engine.reset();
      return indexer.catchUp(options);
    },
  };
  return indexer;
}
