import type { ChangeOutcome, CommitCause, RecordWriter } from '#ledger';
import { DomainError } from '#runtime/errors';
import type { NewJob } from '#runtime/jobs';
import type { Database } from '../database.ts';
import { type Clock, utcSeconds } from './clock.ts';
import { enqueueInTransaction } from './job-store.ts';
import { type PreparedChange, prepareChange } from './record-change.ts';
import { recordStatements } from './record-statements.ts';
import { applyChange } from './record-transition.ts';

/** Longer batches would make other writers wait. */
const maximumChanges = 1000;

/** How often a batch is written anew because its second passed before it was committed. */
const attempts = 3;

class SecondPassed extends Error {}

/** Builds the writing side of the ledger's store. */
export function createRecordWriter(database: Database, clock: Clock): RecordWriter {
  const statements = recordStatements(database);

  /**
   * A datestamp must not be earlier than the moment when others can first see the revision: whoever asked in between
   * and later asks for what came since would miss it. So a batch that crosses a second is written again.
   */
  const write = database.connection.transaction(
    (
      changes: readonly PreparedChange[],
      cause: CommitCause,
      jobs: readonly NewJob[],
      mayRetry: boolean,
    ): ChangeOutcome[] => {
      const last = statements.lastRevision.get();
      const clockTime = utcSeconds(clock());
      const at = last && last.at > clockTime ? last.at : clockTime;
      let revision = last?.revision ?? 0;
      const outcomes: ChangeOutcome[] = [];
      for (const change of changes) {
        const outcome = applyChange(statements, change, { revision: revision + 1, at, cause });
        if (outcome.revision !== undefined) revision = outcome.revision;
        outcomes.push(outcome);
      }
      for (const job of jobs) enqueueInTransaction(database, job, clock());
      if (mayRetry && utcSeconds(clock()) > at) throw new SecondPassed();
      return outcomes;
    },
  ).immediate;

  return {
    async apply(changes, cause, jobs = []) {
      if (changes.length > maximumChanges)
        throw new DomainError(
          'invalid',
          `A transaction takes at most ${maximumChanges} changes, not ${changes.length}; commit through the ledger.`,
        );
      if (changes.length === 0) return [];
      const prepared = changes.map((change) => prepareChange(statements, change));
      for (let attempt = 1; ; attempt += 1) {
        try {
          return write(prepared, cause, jobs, attempt < attempts);
        } catch (error) {
          if (!(error instanceof SecondPassed)) throw error;
        }
      }
    },
    async knownOf(sourceId, upstreamIdentifiers) {
      return statements.knownOf.all({ sourceId, identifiers: JSON.stringify(upstreamIdentifiers) });
    },
    async isOutdated(sourceId, interpretation) {
      return statements.outdated.get({ sourceId, interpretation }) !== undefined;
    },
    async countOutdated(sourceId, interpretation) {
      return statements.countOutdated.get({ sourceId, interpretation })?.number ?? 0;
    },
    async listLive(sourceId, afterRecordId, limit) {
      return statements.listLive.all({ sourceId, after: afterRecordId, limit });
    },
  };
}
