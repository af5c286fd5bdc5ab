import { assess, rulesVersion } from '#catalogue/fair';
import type { RecordReader, StoredRecord } from '#ledger';
import { type GatherPorts, gather } from './gather/gather.ts';
import type { AssessmentStore } from './ports.ts';
import type { RecordAssessment } from './types.ts';

export type AssessorPorts = GatherPorts & {
  records: Pick<RecordReader, 'get'>;
  store: AssessmentStore;
  /** Whether this portal asks foreign servers at all. */
  checkLinks: boolean;
  /** Whether the links of a source may lead to private addresses. */
  allowPrivate(sourceId: string): Promise<boolean>;
  /** Milliseconds since 1970; `Date.now` unless told. */
  clock?: () => number;
};

export type AssessOptions = {
  /** `false` asks no foreign server this time, and leaves the links to whoever comes next. */
  askLinks?: boolean;
  signal?: AbortSignal;
};

export type BatchOptions = AssessOptions & {
  sourceId?: string;
  /** At most so many records. */
  limit: number;
  /** No record is begun after this time, in milliseconds since 1970. */
  until?: number;
  onAssessed?: (assessed: RecordAssessment) => void;
};

export type Assessor = {
  /**
   * Assesses one record, whether it is due or not.
   * @returns `null` for a record that is withdrawn or that the public may not see
   * @throws what the portal throws; the reason of `signal`
   */
  assess(recordId: string, options?: AssessOptions): Promise<RecordAssessment | null>;
  /**
   * Assesses records that are due; each is stored at once, so that a batch which breaks off loses one record's work.
   * @returns how many were assessed, and whether more are due
   */
  assessDue(options: BatchOptions): Promise<{ assessed: number; more: boolean }>;
};

const day = 24 * 3_600_000;

/** A record without links, or whose links never change, is judged anew after this time: the portal may have changed. */
const longestAge = 30 * day;

/** Builds the assessor over its ports. */
export function createAssessor(ports: AssessorPorts): Assessor {
  const clock = ports.clock ?? Date.now;
  const never = new AbortController().signal;

  async function assessStored(
    stored: StoredRecord,
    { askLinks: wanted = true, signal = never }: AssessOptions,
  ): Promise<RecordAssessment> {
    const askLinks = wanted && ports.checkLinks;
    const allowPrivate = await ports.allowPrivate(stored.sourceId);
    const { served, nextCheckAt } = await gather(stored, ports, { askLinks, allowPrivate, signal });
    const now = clock();
    const again =
      wanted || !ports.checkLinks
        ? Math.max(now + day, Math.min(nextCheckAt ?? Infinity, now + longestAge))
        : now;
    const assessed: RecordAssessment = {
      recordId: stored.id,
      revision: stored.datestampRevision,
      assessedAt: utcSeconds(now),
      checkAgainAt: utcSeconds(again),
      rules: rulesVersion,
      assessment: assess({ record: stored.record, served }),
    };
    await ports.store.save(assessed);
    return assessed;
  }

  return {
    async assess(recordId, options = {}) {
      const stored = await ports.records.get(recordId, 'public');
      return stored === null || stored.deleted ? null : assessStored(stored, options);
    },
    async assessDue({ sourceId, limit, until = Infinity, onAssessed, ...options }) {
      const ids = await ports.store.due({
        // Only who asks the links has something to do about those that are due.
        now: options.askLinks === false && ports.checkLinks ? '' : utcSeconds(clock()),
        rules: rulesVersion,
        limit: limit + 1,
        ...(sourceId ? { sourceId } : {}),
      });
      const sources = new Set<string>();
      let assessed = 0;
      try {
        for (const id of ids.slice(0, limit)) {
          options.signal?.throwIfAborted();
          if (clock() >= until) break;
          const stored = await ports.records.get(id, 'public');
          if (stored === null || stored.deleted) continue;
          sources.add(stored.sourceId);
          const done = await assessStored(stored, options);
          assessed += 1;
          onAssessed?.(done);
        }
      } finally {
        const today = utcSeconds(clock()).slice(0, 10);
        for (const source of sources) await ports.store.sumUp(source, today);
      }
      return { assessed, more: ids.length > assessed };
    },
  };
}

function utcSeconds(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
