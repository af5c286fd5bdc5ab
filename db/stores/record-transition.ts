import type { ChangeOutcome, CommitCause, RecordChange, Revision, RevisionKind, Visibility } from '#ledger';
import { DomainError } from '#runtime/errors';
import type { PreparedChange, PreparedPut, Put } from './record-change.ts';
import { mintRecordId } from './record-id.ts';
import { noteStanding } from './record-standing.ts';
import type { RecordStatements } from './record-statements.ts';

/** The revision that a change will be, if it changes anything. */
type Next = { revision: number; at: string; cause: CommitCause };

/** Whether the public may see a record of this visibility. */
const isVisible = (visibility: Visibility): boolean =>
  visibility === 'public' || visibility === 'metadata-only';

/**
 * Applies one change; called within the writing transaction.
 * @returns the outcome, without a revision when nothing changed
 * @throws DomainError `not-found` for a record that is not there
 */
export function applyChange(statements: RecordStatements, change: PreparedChange, next: Next): ChangeOutcome {
  if (change.kind === 'put') return put(statements, change, next);
  const known = statements.stateById.get({ id: change.recordId });
  if (!known)
    throw new DomainError('not-found', `There is no record "${change.recordId}"; nothing was changed.`);
  const { recordId } = known;
  const { revision, at } = next;
  if (change.kind === 'withdraw') return withdraw(statements, known, change.reason, next);
  if (change.kind === 'move') return move(statements, known, change, next);
  const { visibility } = change;
  if (known.visibility === visibility) return { recordId, outcome: 'unchanged' };
  const oncePublic = known.oncePublic || (isVisible(visibility) && !known.deleted);
  statements.setVisibility.run({ id: recordId, revision, at, visibility, oncePublic: oncePublic ? 1 : 0 });
  append(statements, next, recordId, 'visibility', 'visibility');
  return { recordId, outcome: 'updated', revision };
}

function withdraw(
  statements: RecordStatements,
  { recordId, deleted }: State,
  reason: string,
  next: Next,
): ChangeOutcome {
  if (deleted) return { recordId, outcome: 'unchanged' };
  const { revision, at } = next;
  statements.withdraw.run({ id: recordId, revision, at, reason });
  append(statements, next, recordId, 'content', 'withdrawn', { reason });
  return { recordId, outcome: 'withdrawn', revision };
}

function move(
  statements: RecordStatements,
  known: State,
  { sourceId, reason }: Extract<RecordChange, { kind: 'move' }>,
  next: Next,
): ChangeOutcome {
  const { recordId, sourceId: former, upstreamIdentifier } = known;
  if (former === sourceId) return { recordId, outcome: 'unchanged' };
  const taken = statements.stateByIdentity.get({ sourceId, upstreamIdentifier });
  if (taken)
    return withdraw(
      statements,
      known,
      `The source "${sourceId}" has it as the record ${taken.recordId}.`,
      next,
    );
  const { revision, at, cause } = next;
  const kept = { sourceId: former, upstreamIdentifier, id: recordId, revision, runId: cause.runId ?? null };
  statements.forgetFormer.run({ sourceId, upstreamIdentifier });
  statements.keepFormer.run(kept);
  statements.move.run({ id: recordId, sourceId, revision, at });
  append(statements, next, recordId, 'content', 'moved', { reason });
  return { recordId, outcome: 'moved', revision };
}

function put(statements: RecordStatements, prepared: PreparedPut, next: Next): ChangeOutcome {
  const { change, documentHash } = prepared;
  const { sourceId, upstreamIdentifier, interpretation = '', overlaid = false } = change;
  const called = statements.stateByIdentity.get({ sourceId, upstreamIdentifier });
  const renamed = called || change.renames === undefined ? undefined : renamedRecord(statements, change);
  const known = called ?? renamed;
  if (known && !renamed && !known.deleted && known.documentHash === documentHash) {
    if (known.interpretation === interpretation) return { recordId: known.recordId, outcome: 'unchanged' };
    const { record, problems } = prepared.content();
    // Read by other readers or rules, yet saying the same: nobody need hear of it.
    if (statements.contentOf.get({ id: known.recordId })?.record === record) {
      const stamp = { id: known.recordId, interpretation, overlaid: overlaid ? 1 : 0, problems };
      statements.stampInterpretation.run(stamp);
      return { recordId: known.recordId, outcome: 'unchanged' };
    }
  }
  storeDocument(statements, prepared, next.at);
  const visibility = known?.visibility ?? change.visibility ?? 'public';
  const { record, resourceType, links, problems, credentials } = prepared.content();
  const content = {
    revision: next.revision,
    at: next.at,
    oncePublic: known?.oncePublic || isVisible(visibility) ? 1 : 0,
    format: change.document.format,
    resourceType,
    documentHash,
    documentUrl: change.document.url ?? null,
    credentials: credentials ? 1 : 0,
    interpretation,
    overlaid: overlaid ? 1 : 0,
    problems,
    record,
  };
  if (known) {
    statements.updateContent.run({ ...content, id: known.recordId });
    if (renamed) rename(statements, known, change, next);
    const outcome = known.deleted ? 'restored' : renamed ? 'renamed' : 'updated';
    const reason = renamed && `Its source called it "${known.upstreamIdentifier}" before.`;
    append(statements, next, known.recordId, 'content', outcome, {
      documentHash,
      ...(reason ? { reason } : {}),
    });
    return { recordId: known.recordId, outcome, revision: next.revision };
  }
  const recordId = freeRecordId(statements);
  statements.forgetFormer.run({ sourceId, upstreamIdentifier });
  statements.insertRecord.run({ ...content, id: recordId, sourceId, upstreamIdentifier, visibility });
  noteStanding(statements, { recordId, sourceId, visibility }, change.problems, links);
  append(statements, next, recordId, 'content', 'created', { documentHash });
  return { recordId, outcome: 'created', revision: next.revision };
}

type State = NonNullable<ReturnType<RecordStatements['stateById']['get']>>;

/** The record that a change gives another identifier; `undefined` where it is of another source. */
function renamedRecord(statements: RecordStatements, { renames, sourceId }: Put): State | undefined {
  const state = statements.stateById.get({ id: renames });
  return state?.sourceId === sourceId ? state : undefined;
}

function rename(
  statements: RecordStatements,
  { recordId: id, upstreamIdentifier: former }: State,
  { sourceId, upstreamIdentifier }: Put,
  { revision, cause }: Next,
): void {
  statements.forgetFormer.run({ sourceId, upstreamIdentifier });
  statements.keepFormer.run({
    sourceId,
    upstreamIdentifier: former,
    id,
    revision,
    runId: cause.runId ?? null,
  });
  statements.rename.run({ id, upstreamIdentifier });
}

function storeDocument(statements: RecordStatements, prepared: PreparedPut, storedAt: string): void {
  const { document } = prepared.change;
  const { documentHash: hash } = prepared;
  const made = statements.documentExists.get({ hash }) ? null : prepared.document();
  if (!made) return;
  const { format, mediaType } = document;
  const { credentials, ...packed } = made;
  statements.insertDocument.run({
    hash,
    format,
    mediaType,
    storedAt,
    credentials: credentials ? 1 : 0,
    ...packed,
  });
}

function freeRecordId(statements: RecordStatements): string {
  for (;;) {
    const id = mintRecordId();
    if (!statements.stateById.get({ id })) return id;
  }
}

function append(
  statements: RecordStatements,
  { revision, at, cause }: Next,
  recordId: string,
  kind: RevisionKind,
  change: Revision['change'],
  more: { documentHash?: string; reason?: string } = {},
): void {
  statements.insertRevision.run({
    revision,
    recordId,
    kind,
    change,
    at,
    actor: cause.actor,
    runId: cause.runId ?? null,
    documentHash: more.documentHash ?? null,
    reason: more.reason ?? cause.reason ?? null,
  });
}
