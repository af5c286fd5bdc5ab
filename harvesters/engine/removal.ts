import type { KnownRecord, RecordReader, RecordWriter } from '#ledger';
import type { Identity } from '#ledger/identity';
import type { NewStagedChange, RunStore } from '../ports.ts';
import type { HarvestRun, HarvestSource } from '../types.ts';
import type { Tally } from './tally.ts';

/** Days within which a removal can be undone. */
export const undoDays = 30;

const pageSize = 500;

/**
 * Stages what becomes of everything that is held of a source, a page at a time: killed at any moment, it goes on behind the
 * last page. It is withdrawn; or it is handed over to the heir, but for what the heir has already.
 */
export async function stageRemoval(
  run: HarvestRun,
  tally: Tally,
  ports: {
    runs: RunStore;
    known: Pick<RecordWriter, 'listLive' | 'knownOf'>;
    records: Pick<RecordReader, 'countBySource'>;
    identity?: Pick<Identity, 'catchUp' | 'sameIn'>;
  },
  leaseSeconds: number,
  signal: AbortSignal,
): Promise<void> {
  // What the heir has under other identifiers is told by the clusters.
  if (run.heir !== undefined) await ports.identity?.catchUp({ signal });
  tally.total = (await ports.records.countBySource('staff'))[run.sourceId] ?? 0;
  for (;;) {
    signal.throwIfAborted();
    const page = await ports.known.listLive(run.sourceId, run.checkpoint ?? '', pageSize);
    const last = page.at(-1);
    if (!last) return;
    const inherited = await heldByHeir(run.heir, page, ports);
    const changes = page.map(({ recordId, upstreamIdentifier }): NewStagedChange => {
      const twin = inherited(recordId, upstreamIdentifier);
      if (run.heir !== undefined && twin === undefined)
        return { kind: 'move', outcome: 'moved', upstreamIdentifier, recordId };
      const reason =
        twin === undefined
          ? 'Its source was removed from this catalogue.'
          : `The source "${run.heir}" has it as the record ${twin}.`;
      return { kind: 'withdraw', outcome: 'withdrawn', upstreamIdentifier, recordId, reason };
    });
    tally.counts.listed += page.length;
    run.checkpoint = last.recordId;
    await ports.runs.stage(
      { run: { ...run, counts: tally.counted([]) }, changes, seen: [], problems: [] },
      leaseSeconds,
    );
    await new Promise(setImmediate);
  }
}

/** @returns which record of the heir is the same as one of the page, where there is one */
async function heldByHeir(
  heir: string | undefined,
  page: readonly KnownRecord[],
  { known, identity }: { known: Pick<RecordWriter, 'knownOf'>; identity?: Pick<Identity, 'sameIn'> },
): Promise<(recordId: string, upstreamIdentifier: string) => string | undefined> {
  if (heir === undefined) return () => undefined;
  const named = await known.knownOf(
    heir,
    page.map(({ upstreamIdentifier }) => upstreamIdentifier),
  );
  const byName = new Map(named.map((twin) => [twin.upstreamIdentifier, twin.recordId]));
  const same = await identity?.sameIn(
    heir,
    page.map(({ recordId }) => recordId),
  );
  return (recordId, upstreamIdentifier) => byName.get(upstreamIdentifier) ?? same?.get(recordId);
}

/** The source once its removal is stored. @param at ISO 8601 */
export function removed(source: HarvestSource, run: HarvestRun, at: string): HarvestSource {
  const wasEnabled = source.closed?.wasEnabled ?? source.enabled;
  return { ...source, enabled: false, closed: { as: 'removed', at, runId: run.id, wasEnabled } };
}

/** The source once its removal, or its archiving, is undone. */
export function reopened({ closed, ...source }: HarvestSource): HarvestSource {
  return { ...source, enabled: closed?.wasEnabled ?? source.enabled };
}

/** Whether the removal of a source can still be undone. @param now milliseconds since 1970 */
export function isUndoable({ closed }: HarvestSource, now: number): boolean {
  return closed?.as === 'removed' && now - Date.parse(closed.at) <= undoDays * 24 * 3_600_000;
}
