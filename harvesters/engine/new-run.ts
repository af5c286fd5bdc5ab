import { randomUUID } from 'node:crypto';
import { nameOfSelection } from '../selection/index.ts';
import type { HarvestRun, HarvestSource } from '../types.ts';
import type { HarvestOptions } from './harvester-ports.ts';
import type { EnginePorts } from './life.ts';
import { toldOf } from './place.ts';
import { Tally } from './tally.ts';

/** A run that was interrupted longer ago is begun anew: the source has moved on. */
const staleAfterMs = 7 * 24 * 3_600_000;

/** Whether a run is stored by now, begins, or stands in a list of what the source is asked now. */
export const goesOnAt = ({ phase, checkpoint }: HarvestRun, source: HarvestSource): boolean =>
  phase === 'committing' || checkpoint === undefined || toldOf(source, checkpoint) !== undefined;

/** A moment as runs and sources tell it. @param now milliseconds since 1970 */
export const momentOf = (now: number): string => `${new Date(now).toISOString().slice(0, 19)}Z`;

/**
 * A run of a source that has not begun.
 * @param more what it is beside a harvest
 * @throws DomainError `invalid` for rules that are not understood
 */
export function newRun(
  source: HarvestSource,
  options: HarvestOptions,
  { clock, interpreterOf }: Pick<EnginePorts, 'clock' | 'interpreterOf'>,
  more: Partial<HarvestRun> = {},
): HarvestRun {
  const { rules } = interpreterOf(source);
  const selection = nameOfSelection(source);
  return {
    id: randomUUID(),
    sourceId: source.id,
    kind: 'harvest',
    state: 'running',
    phase: 'listing',
    actor: options.actor ?? 'system',
    dryRun: options.dryRun ?? false,
    full: options.full ?? false,
    startedAt: momentOf(clock()),
    counts: { ...new Tally().counts },
    ...(rules ? { rules } : {}),
    ...(selection ? { selection } : {}),
    ...more,
  };
}

/** Whether a run that was interrupted does what is asked for now, so that it is gone on with. @param now as `momentOf` */
export function isSameWish(
  unfinished: HarvestRun,
  source: HarvestSource,
  options: HarvestOptions,
  { kind, heir }: Pick<HarvestRun, 'kind' | 'heir'>,
  now: number,
): boolean {
  return (
    unfinished.kind === kind &&
    unfinished.heir === heir &&
    unfinished.dryRun === (options.dryRun ?? false) &&
    unfinished.full === (options.full ?? false) &&
    (unfinished.selection ?? '') === nameOfSelection(source) &&
    (kind !== 'harvest' || goesOnAt(unfinished, source)) &&
    now - Date.parse(unfinished.startedAt) < staleAfterMs
  );
}
