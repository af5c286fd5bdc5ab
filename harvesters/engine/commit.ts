import type { ChangeOutcome, Ledger, RecordChange } from '#ledger';
import { isDomainError } from '#runtime/errors';
import type { RunStore } from '../ports.ts';
import { runProblem } from '../run-problem.ts';
import type { HarvestRun, StagedChange } from '../types.ts';
import type { Tally } from './tally.ts';

const batchSize = 200;

export type CommitPorts = {
  ledger: Ledger;
  runs: RunStore;
  onCommitted: (outcomes: ChangeOutcome[]) => void;
};

/**
 * Makes records of what a run staged, in order. What was committed is forgotten batch by batch; a batch that is committed
 * again because the process died in between changes nothing.
 * @throws the reason of the signal when it is aborted between two batches
 */
export async function commitStaged(
  run: HarvestRun,
  tally: Tally,
  ports: CommitPorts,
  signal: AbortSignal,
  onBatch: (changes: number) => Promise<void>,
): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    const staged = await ports.runs.staged(run.id, 0, batchSize);
    const last = staged.at(-1);
    if (!last) return;
    const refusals = await commitEach(staged, run, ports);
    for (const { change, refusal } of refusals) {
      const { upstreamIdentifier: identifier, outcome } = change;
      if (outcome === 'created') tally.counts.created -= 1;
      else if (outcome === 'renamed') tally.counts.renamed = (tally.counts.renamed ?? 1) - 1;
      else if (outcome === 'moved') tally.counts.moved = (tally.counts.moved ?? 1) - 1;
      else if (outcome !== 'withdrawn') tally.counts.updated -= 1;
      tally.counts.refused += 1;
      const problem = runProblem('error', 'record-refused', refusal, 'Mend the record.', {
        identifier,
        refused: true,
      });
      tally.counted([problem]);
      await ports.runs.addProblems(run.id, tally.kept([problem]));
    }
    await ports.runs.unstage(run.id, last.position);
    await onBatch(staged.length);
    await new Promise(setImmediate);
  }
}

type Refused = { change: StagedChange; refusal: string };

/** Commits a batch; where the ledger refuses it as invalid, one by one, so that only the culprit stays out. */
async function commitEach(
  staged: readonly StagedChange[],
  run: HarvestRun,
  ports: CommitPorts,
): Promise<Refused[]> {
  const changes = staged.flatMap((change) => recordChange(change, run));
  try {
    ports.onCommitted(await ports.ledger.commit(changes, { actor: run.actor, runId: run.id }));
    return [];
  } catch (error) {
    if (!isDomainError(error) || error.code !== 'invalid') throw error;
    const [only] = staged;
    if (staged.length === 1 && only) return [{ change: only, refusal: error.message }];
  }
  const refused: Refused[] = [];
  for (const change of staged) refused.push(...(await commitEach([change], run, ports)));
  return refused;
}

function recordChange(change: StagedChange, run: HarvestRun): RecordChange[] {
  const { sourceId } = run;
  if (change.kind === 'move') {
    const { recordId } = change;
    if (recordId === undefined) return [];
    return run.heir === undefined
      ? [{ kind: 'move', recordId, sourceId, reason: 'That it was handed over was undone.' }]
      : [{ kind: 'move', recordId, sourceId: run.heir, reason: `Handed over by "${sourceId}".` }];
  }
  if (change.kind === 'withdraw')
    return change.recordId === undefined
      ? []
      : [{ kind: 'withdraw', recordId: change.recordId, reason: change.reason }];
  const { upstreamIdentifier, document, record, problems, interpretation, overlaid, outcome, recordId } =
    change;
  return [
    {
      kind: 'put-stored',
      sourceId,
      upstreamIdentifier,
      document,
      record,
      problems,
      interpretation,
      overlaid,
      ...(outcome === 'renamed' && recordId !== undefined ? { renames: recordId } : {}),
    },
  ];
}
