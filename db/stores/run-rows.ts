import type { HarvestRun, RunProblem } from '#harvesters';
import type { runProblems, runs } from '../schema/index.ts';

/** @returns the row of a run, with `null` for what is absent, so that a save also clears; its wish is another's */
export function toRunRow(run: HarvestRun): Omit<typeof runs.$inferSelect, 'wish'> {
  return {
    ...run,
    finishedAt: run.finishedAt ?? null,
    message: run.message ?? null,
    highWater: run.highWater ?? null,
    checkpoint: run.checkpoint ?? null,
    rules: run.rules ?? null,
    selection: run.selection ?? null,
    undoes: run.undoes ?? null,
    heir: run.heir ?? null,
    complete: run.complete ?? null,
  };
}

export function toRun(row: typeof runs.$inferSelect): HarvestRun {
  const {
    finishedAt,
    message,
    highWater,
    checkpoint,
    rules,
    selection,
    undoes,
    heir,
    complete,
    wish: _wish,
    ...rest
  } = row;
  return {
    ...rest,
    ...(finishedAt === null ? {} : { finishedAt }),
    ...(message === null ? {} : { message }),
    ...(highWater === null ? {} : { highWater }),
    ...(checkpoint === null ? {} : { checkpoint }),
    ...(rules === null ? {} : { rules }),
    ...(selection === null ? {} : { selection }),
    ...(undoes === null ? {} : { undoes }),
    ...(heir === null ? {} : { heir }),
    ...(complete === null ? {} : { complete }),
  };
}

export function toRunProblem(row: typeof runProblems.$inferSelect): RunProblem {
  const { id: _id, runId: _runId, line, identifier, recordId, refused, ...problem } = row;
  return {
    ...problem,
    ...(line === null ? {} : { line }),
    ...(identifier === null ? {} : { identifier }),
    ...(recordId === null ? {} : { recordId }),
    ...(refused ? { refused } : {}),
  };
}
