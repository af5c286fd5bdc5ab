import { DomainError } from '#runtime/errors';
import type { HarvestRun } from '../types.ts';
import { runOf, sourceOf } from './found.ts';
import type { RunOptions } from './harvester-ports.ts';
import { type EnginePorts, live } from './life.ts';
import { newRun } from './new-run.ts';
import { isUndoable, reopened } from './removal.ts';
import { sourceBefore } from './rules-before.ts';

const isWaiting = ({ state, dryRun }: HarvestRun) => state === 'held' || (state === 'succeeded' && dryRun);

/** Stores what a held run, or a dry one, has staged; goes on where that was begun. @throws as `Harvester.approve` */
export async function approve(runId: string, options: RunOptions, ports: EnginePorts): Promise<HarvestRun> {
  const { runs } = ports;
  const run = await runOf(runId, ports);
  // The process that stored it died: it goes on.
  const isBegun = ['interrupted', 'running'].includes(run.state) && run.phase === 'committing';
  if (isBegun) return live(await sourceOf(run.sourceId, ports), run, options, ports);
  if (!isWaiting(run) || Object.values(await runs.countStaged(runId)).every((number) => number === 0))
    throw new DomainError('conflict', 'Nothing of this run waits to be stored. Harvest the source again.');
  const approved: HarvestRun = {
    ...run,
    dryRun: false,
    phase: 'committing',
    actor: options.actor ?? run.actor,
  };
  const { withdrawn, moved } = await runs.countStaged(runId);
  approved.counts = { ...run.counts, withdrawn, ...(moved > 0 ? { moved } : {}) };
  return live(await sourceOf(run.sourceId, ports), approved, options, ports);
}

/** Forgets what a held, paused or dry run has staged. @throws as `Harvester.discard` */
export async function discard(runId: string, ports: EnginePorts): Promise<void> {
  const { runs } = ports;
  const run = await runOf(runId, ports);
  if (!isWaiting(run) && run.state !== 'paused')
    throw new DomainError('conflict', `The run is ${run.state}: nothing of it waits to be stored.`);
  await runs.settle(
    run,
    'cancelled',
    run.phase === 'listing'
      ? 'The run was discarded. Nothing of it was stored.'
      : 'The run was discarded while it was stored. What was stored by then stays; roll it back to undo it.',
  );
  await runs.discard(runId);
}

/** Undoes what a run changed, as a run of its own; goes on where that was interrupted. @throws as `Harvester.rollBack` */
export async function rollBack(runId: string, options: RunOptions, ports: EnginePorts): Promise<HarvestRun> {
  const { runs } = ports;
  const run = await runOf(runId, ports);
  if (run.kind === 'rollback' || !['succeeded', 'failed', 'cancelled'].includes(run.state) || run.dryRun)
    throw new DomainError(
      'conflict',
      'Only a harvest, a reading anew or a removal that is over can be rolled back, and only once.',
    );
  if ((await ports.records.revisionsOfRun(runId, 0, 1)).length === 0)
    throw new DomainError('conflict', 'The run changed nothing, so there is nothing to roll back.');
  const source = await sourceOf(run.sourceId, ports);
  if (run.kind === 'removal' && !isUndoable(source, ports.clock()))
    throw new DomainError('conflict', 'The source was removed too long ago: this can’t be undone any more.');
  const before = await sourceBefore(run, source, ports);
  const unfinished = await runs.unfinished(source.id);
  const undoing =
    unfinished?.undoes === runId
      ? unfinished
      : newRun(before, options, ports, { kind: 'rollback', undoes: runId });
  const ended = await live(before, undoing, options, ports);
  if (ended.state === 'succeeded' && run.kind === 'removal')
    await ports.sources.save(reopened(await sourceOf(source.id, ports)));
  if (ended.state === 'succeeded')
    await runs.settle(run, 'rolled-back', `Rolled back by the run ${ended.id}.`);
  return ended;
}
