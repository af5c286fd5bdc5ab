import { type HarvestRun, type HarvestSource, isSentTo, nextMoment } from '#harvesters';
import type { DeskMessages } from './texts.ts';

/** How a source fares, in a word; the key of its text. */
export type Health = keyof DeskMessages['harvestPages']['healths'];

/** Worst first: those before `running` need somebody's attention. */
const order: readonly Health[] = [
  'failed',
  'held',
  'paused',
  'late',
  'running',
  'never',
  'unsent',
  'well',
  'off',
  'archived',
];

/** How long after its moment a harvest may begin: others may be under way. */
const graceMs = 3_600_000;

/**
 * How a source fares by its runs.
 * @param runs newest first
 * @param now milliseconds since 1970
 */
export function healthOf(
  source: Pick<HarvestSource, 'protocol' | 'enabled' | 'schedule' | 'closed'>,
  runs: readonly HarvestRun[],
  now: number,
): Health {
  for (const state of ['running', 'held', 'paused'] as const)
    if (runs.some((run) => run.state === state)) return state;
  if (source.closed) return 'archived';
  if (!source.enabled) return 'off';
  const last = lastHarvest(runs);
  if (!last) return isSentTo(source) ? 'unsent' : 'never';
  if (last.state === 'failed' || last.state === 'interrupted') return 'failed';
  const next = source.schedule ? nextMoment(source.schedule, new Date(last.startedAt)) : null;
  return next && next.getTime() + graceMs < now ? 'late' : 'well';
}

/** The last harvest that was meant to store something. */
export function lastHarvest(runs: readonly HarvestRun[]): HarvestRun | undefined {
  return runs.find(({ kind, dryRun }) => kind === 'harvest' && !dryRun);
}

export function needsAttention(health: Health): boolean {
  return order.indexOf(health) < order.indexOf('running');
}

/** For sorting: the worst first. */
export function byHealth(one: Health, other: Health): number {
  return order.indexOf(one) - order.indexOf(other);
}
