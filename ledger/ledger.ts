import type { NewJob } from '#runtime/jobs';
import type { RecordWriter } from './ports.ts';
import type { ChangeOutcome, CommitCause, RecordChange } from './types.ts';

/** Transactions stay short so that nobody waits (docs/architecture.md, Storage). */
const batchSize = 200;

/** The only place where a record changes. */
export type Ledger = {
  /**
   * Commits changes in order, in transactions of at most 200; each becomes one revision of the log.
   * @param jobs work that follows, enqueued with each transaction (give it an idempotency key to have it once)
   * @returns one outcome per change, in the same order
   * @throws DomainError `not-found`, `invalid`; changes of earlier transactions of the call stay committed
   */
  commit(
    changes: readonly RecordChange[],
    cause: CommitCause,
    jobs?: readonly NewJob[],
  ): Promise<ChangeOutcome[]>;
};

/** Builds the ledger over a store; `onCommitted` is told the last revision of each transaction (to index it). */
export function createLedger(
  writer: RecordWriter,
  onCommitted: (outcomes: ChangeOutcome[]) => void = () => {},
): Ledger {
  return {
    async commit(changes, cause, jobs = []) {
      const outcomes: ChangeOutcome[] = [];
      for (let start = 0; start < changes.length; start += batchSize) {
        const done = await writer.apply(changes.slice(start, start + batchSize), cause, jobs);
        outcomes.push(...done);
        onCommitted(done);
      }
      return outcomes;
    },
  };
}
