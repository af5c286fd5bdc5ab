import type { RecordReader, Revision, StoredRecord } from '#ledger';
import type { Identity } from '#ledger/identity';
import type { Log } from '#runtime/log';
import type { NewStagedChange, RunStore } from '../ports.ts';
import { runProblem } from '../run-problem.ts';
import type { HarvestRun, RunProblem } from '../types.ts';
import { type Interpreter, type PartReader, readDocument } from './document-reader.ts';
import type { Tally } from './tally.ts';

export type RollbackPorts = {
  runs: RunStore;
  records: Pick<RecordReader, 'get' | 'revisionsOfRun' | 'revisionsOf' | 'document'>;
  read: PartReader;
  log: Log;
  /** Absent where nothing is ever renamed. */
  identity?: Pick<Identity, 'renamesOfRun'>;
};

const pageSize = 200;

/**
 * Stages the reverse of what a run changed: what it created goes, what it changed becomes what it was before, what it
 * withdrew comes back. A record that changed again since is left as it is, and told.
 * @param run the run that undoes; `run.undoes` names the other
 */
export async function stageReverse(
  run: HarvestRun,
  tally: Tally,
  interpreter: Interpreter,
  ports: RollbackPorts,
  leaseSeconds: number,
  signal: AbortSignal,
): Promise<void> {
  const undone = run.undoes ?? '';
  const {
    created = 0,
    updated = 0,
    withdrawn = 0,
    renamed = 0,
    moved = 0,
  } = (await ports.runs.get(undone))?.counts ?? {};
  tally.total = created + updated + withdrawn + renamed + moved;
  let after = 0;
  for (;;) {
    signal.throwIfAborted();
    const page = await ports.records.revisionsOfRun(undone, after, pageSize);
    const last = page.at(-1);
    if (!last) return;
    after = last.revision;
    const changes: NewStagedChange[] = [];
    const ids = page.map(({ recordId }) => recordId);
    const former = (await ports.identity?.renamesOfRun(undone, ids)) ?? new Map<string, string>();
    const problems: RunProblem[] = [];
    for (const recordId of new Set(ids)) {
      tally.counts.listed += 1;
      const stored = await ports.records.get(recordId, 'staff');
      if (!stored) continue;
      const history = (await ports.records.revisionsOf(recordId)).filter(({ kind }) => kind === 'content');
      if (history.at(-1)?.runId !== undone) {
        tally.counts.refused += 1;
        problems.push(changedSince(stored));
        continue;
      }
      if (history.at(-1)?.change === 'moved') {
        const { upstreamIdentifier } = stored;
        changes.push({ kind: 'move', outcome: 'moved', upstreamIdentifier, recordId });
        continue;
      }
      const before = history.filter(({ runId }) => runId !== undone).at(-1);
      const name = former.get(recordId);
      const change = await reverse(stored, name, before, history, interpreter, ports);
      if (change === 'unreadable') problems.push(unreadable(stored));
      else if (change) {
        changes.push(change);
        if (change.kind === 'put') tally.counts.updated += 1;
      } else tally.counts.unchanged += 1;
    }
    const counts = tally.counted(problems);
    await ports.runs.stage(
      { run: { ...run, counts }, changes, seen: [], problems: tally.kept(problems) },
      leaseSeconds,
    );
  }
}

async function reverse(
  stored: StoredRecord,
  formerIdentifier: string | undefined,
  before: Revision | undefined,
  history: readonly Revision[],
  interpreter: Interpreter,
  ports: RollbackPorts,
): Promise<NewStagedChange | 'unreadable' | null> {
  const { id: recordId } = stored;
  // What the run renamed goes by its former identifier again.
  const upstreamIdentifier = formerIdentifier ?? stored.upstreamIdentifier;
  if (!before || before.change === 'withdrawn') {
    if (stored.deleted) return null;
    const reason = 'The run that brought it was rolled back.';
    return { kind: 'withdraw', outcome: 'withdrawn', upstreamIdentifier, recordId, reason };
  }
  const hash = before.documentHash ?? lastDocumentBefore(before, history);
  const document = hash === undefined ? null : await ports.records.document(hash);
  if (!document || hash === undefined) return 'unreadable';
  const { bytes, format, mediaType } = document;
  const harvested = { identifier: upstreamIdentifier, bytes, format, mediaType, held: true as const };
  const { change } = await readDocument(harvested, stored.sourceId, interpreter, ports.read, ports.log);
  if (!change) return 'unreadable';
  const { record, problems, overlaid } = change;
  return {
    kind: 'put',
    outcome: formerIdentifier !== undefined ? 'renamed' : stored.deleted ? 'restored' : 'updated',
    upstreamIdentifier,
    recordId,
    document: { hash, format, mediaType },
    record,
    problems,
    interpretation: interpreter.name,
    overlaid,
  };
}

function lastDocumentBefore(before: Revision, history: readonly Revision[]): string | undefined {
  return history
    .filter(({ revision, documentHash }) => revision <= before.revision && documentHash !== undefined)
    .at(-1)?.documentHash;
}

function changedSince({ upstreamIdentifier: identifier, id: recordId }: StoredRecord): RunProblem {
  return runProblem(
    'warning',
    'rollback-changed-since',
    'The record changed again after the run that is rolled back, so it was left as it is.',
    'Roll back the later run first, if that is what you want.',
    { identifier, recordId },
  );
}

function unreadable({ upstreamIdentifier: identifier, id: recordId }: StoredRecord): RunProblem {
  return runProblem(
    'error',
    'rollback-unreadable',
    'The document that the record had before can’t be read any more, so it was left as it is.',
    'Harvest the source again.',
    { identifier, recordId },
  );
}
