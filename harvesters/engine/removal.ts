import type { RecordWriter } from '#ledger';
import type { NewStagedChange, RunStore } from '../ports.ts';
import type { HarvestRun, HarvestSource } from '../types.ts';
import type { Tally } from './tally.ts';

/** Days within which a removal can be undone. */
export const undoDays = 30;

const pageSize = 500;

/**
 * Stages the withdrawal of everything that is held of a source, a page at a time: killed at any moment, it goes on behind
 * the last page.
 */
export async function stageRemoval(
  run: HarvestRun,
  tally: Tally,
  ports: { runs: RunStore; known: Pick<RecordWriter, 'listLive'> },
  leaseSeconds: number,
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    const page = await ports.known.listLive(run.sourceId, run.checkpoint ?? '', pageSize);
    const last = page.at(-1);
    if (!last) return;
    const changes = page.map(({ recordId, upstreamIdentifier }): NewStagedChange => {
      const reason = 'Its source was removed from this catalogue.';
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
