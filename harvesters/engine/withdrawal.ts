import type { KnownRecord, RecordReader } from '#ledger';
import { runProblem } from '../run-problem.ts';
import type { HarvestRun, HarvestSource } from '../types.ts';
import type { Intake, IntakePorts } from './intake.ts';
import type { Tally } from './tally.ts';

const pageSize = 500;

/** Up to so many records may go at once without anybody being asked. */
const unsuspicious = 5;
const suspiciousShare = 0.1;

type Leaving = { recordId: string; reason: string };

/**
 * Withdraws what is gone: records that the source says are deleted and, after a complete listing, those not seen.
 * Nothing is withdrawn when too much would go at once (the usual cause is a fault at the source), unless forced.
 * @returns why the run is held, in a sentence; `undefined` when all is done
 */
export async function withdrawVanished(
  stage: {
    source: HarvestSource;
    run: HarvestRun;
    tally: Tally;
    intake: Intake;
    complete: boolean;
    force: boolean;
  },
  ports: IntakePorts & { records: Pick<RecordReader, 'original'> },
): Promise<string | undefined> {
  const { source, run, tally, intake } = stage;
  const leaving: Leaving[] = [...intake.deletions.values()].map((recordId) => ({
    recordId,
    reason: 'Deleted at the source.',
  }));
  const deleted = new Set(intake.deletions.values());
  let live = 0;
  for await (const page of livePages(source.id, ports)) {
    live += page.length;
    if (!stage.complete) continue;
    const remaining = page.filter(({ recordId }) => !deleted.has(recordId));
    for (const record of await vanished(remaining, stage, ports))
      leaving.push({ recordId: record.recordId, reason: 'No longer listed by the source.' });
  }
  if (leaving.length === 0) return undefined;
  const held = stage.force ? undefined : suspicion(leaving.length, live, tally.counts.listed);
  if (held || run.dryRun) {
    if (!held) tally.counts.withdrawn += leaving.length;
    return held;
  }
  const changes = leaving.map((record) => ({ kind: 'withdraw' as const, ...record }));
  const cause = { actor: 'system', runId: run.id };
  const outcomes = await ports.ledger.commit(changes, cause);
  tally.counts.withdrawn += outcomes.filter(({ outcome }) => outcome === 'withdrawn').length;
  ports.onCommitted(outcomes);
  return undefined;
}

async function* livePages(sourceId: string, { known }: IntakePorts): AsyncGenerator<KnownRecord[]> {
  let after = '';
  for (;;) {
    const page = await known.listLive(sourceId, after, pageSize);
    const last = page.at(-1);
    if (!last) return;
    yield page;
    after = last.recordId;
  }
}

async function vanished(
  page: readonly KnownRecord[],
  { run, tally, intake }: { run: HarvestRun; tally: Tally; intake: Intake },
  ports: IntakePorts & { records: Pick<RecordReader, 'original'> },
): Promise<KnownRecord[]> {
  const identifiers = page.map(({ upstreamIdentifier }) => upstreamIdentifier);
  const unseen = new Set(await ports.runs.unseen(run.id, identifiers));
  const gone: KnownRecord[] = [];
  for (const record of page) {
    if (!unseen.has(record.upstreamIdentifier)) continue;
    const url =
      intake.unnamed.size > 0 && ((await ports.records.original(record.recordId, 'staff'))?.url ?? '');
    if (url === false || !intake.unnamed.has(url)) {
      gone.push(record);
      continue;
    }
    await tally.problems([
      runProblem(
        'warning',
        'withdrawal-postponed',
        'The record was not found, but a document from the same address could not be read: it may be this one, so it stays.',
        'Mend the document that could not be read.',
        { identifier: record.upstreamIdentifier, recordId: record.recordId },
      ),
    ]);
  }
  return gone;
}

function suspicion(leaving: number, live: number, listed: number): string | undefined {
  if (listed === 0)
    return `The source answered with an empty list, but ${live} of its records are held here. Nothing was withdrawn; check the source, then confirm.`;
  if (leaving > unsuspicious && leaving > live * suspiciousShare)
    return `${leaving} of ${live} records would be withdrawn at once. Nothing was withdrawn; check the source, then confirm.`;
  return undefined;
}
