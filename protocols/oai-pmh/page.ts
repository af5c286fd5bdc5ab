import { setImmediate } from 'node:timers/promises';
import type { RecordReader, StoredRecord } from '#ledger';
import type { Selection } from './query.ts';
import type { SetSelection } from './sets.ts';

/** Bounds of a page. */
export type PageLimits = {
  /** Records read at once, and the least that a page holds. */
  batchSize: number;
  /** The most that a page holds. */
  largestPage: number;
  /** Characters at which a page that holds the least ends. */
  pageBudget: number;
  /** Characters at which a page ends in any case, so that a hundred giants do not fill the memory. */
  hardBudget: number;
};

export const defaultPageLimits: PageLimits = {
  batchSize: 100,
  largestPage: 1000,
  pageBudget: 2 * 1024 * 1024,
  hardBudget: 16 * 1024 * 1024,
};

/** Writes one entry of a list; `null` when the record is absent from it. */
export type WriteEntry = (record: StoredRecord) => Promise<string | null>;

export type ListPage = {
  entries: string[];
  /** datestampRevision of the last record looked at. */
  lastRevision: number;
  /** Whether anything follows. */
  more: boolean;
};

/** What a list walks: the log, what is asked of it, and how its entries are written. */
export type Walk = {
  records: RecordReader;
  selection: Selection;
  set: SetSelection;
  limits: PageLimits;
  writeEntry: WriteEntry;
};

/**
 * Reads one page of a list off the log. The order is that of the revisions, so a record that changes while somebody
 * harvests moves behind everything that was there: it is met again, and none is skipped.
 * @param afterRevision where the page before stopped, 0 for the first one
 */
export async function readPage(walk: Walk, afterRevision: number): Promise<ListPage> {
  const { batchSize, largestPage, pageBudget, hardBudget } = walk.limits;
  const entries: string[] = [];
  let size = 0;
  let last = afterRevision;
  for (;;) {
    const batch = await readBatch(walk, last, batchSize);
    for (const record of batch) {
      const entry = await writeIfContained(walk, record);
      last = record.datestampRevision;
      if (entry === null) continue;
      entries.push(entry);
      size += entry.length;
      if (size >= hardBudget) return { entries, lastRevision: last, more: await anyAfter(walk, last) };
    }
    if (batch.length < batchSize) return { entries, lastRevision: last, more: false };
    if (entries.length >= largestPage || (entries.length >= batchSize && size >= pageBudget)) {
      return { entries, lastRevision: last, more: await anyAfter(walk, last) };
    }
    // Writing is work of this thread: others get their turn between two batches.
    await setImmediate();
  }
}

/** A token must lead to at least one record, since the schema knows no empty list. */
async function anyAfter(walk: Walk, revision: number): Promise<boolean> {
  let last = revision;
  for (let limit = 1; ; limit = walk.limits.batchSize) {
    const batch = await readBatch(walk, last, limit);
    for (const record of batch) {
      if ((await writeIfContained(walk, record)) !== null) return true;
      last = record.datestampRevision;
    }
    if (batch.length < limit) return false;
    await setImmediate();
  }
}

async function writeIfContained({ set, writeEntry }: Walk, record: StoredRecord): Promise<string | null> {
  return set.contains && !set.contains(record) ? null : writeEntry(record);
}

function readBatch(walk: Walk, afterRevision: number, limit: number): Promise<StoredRecord[]> {
  return walk.records.pageByRevision({ ...choice(walk), afterRevision, limit }, 'public');
}

/** Records that a list holds now; an estimate (OAI-PMH 2.0, section 3.5) where the log alone can't choose them. */
export function countList(walk: Walk): Promise<number> {
  return walk.records.countByRevision({ ...choice(walk), afterRevision: 0 }, 'public');
}

function choice({ selection: { from, until }, set: { sourceId, resourceTypes } }: Walk) {
  return {
    includeDeleted: true,
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    ...(sourceId === undefined ? {} : { sourceId }),
    ...(resourceTypes === undefined ? {} : { resourceTypes }),
  };
}
