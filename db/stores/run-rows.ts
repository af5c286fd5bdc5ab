import type { HarvestRun, RunProblem } from '#harvesters';
import type { runProblems, runs } from '../schema/index.ts';

/** @returns the row of a run, with `null` for what is absent, so that a save also clears */
export function toRunRow(run: HarvestRun): typeof runs.$inferSelect {
  return {
    ...run,
    finishedAt: run.finishedAt ?? null,
    message: run.message ?? null,
    highWater: run.highWater ?? null,
  };
}

export function toRun({ finishedAt, message, highWater, ...row }: typeof runs.$inferSelect): HarvestRun {
  return {
    ...row,
    ...(finishedAt === null ? {} : { finishedAt }),
    ...(message === null ? {} : { message }),
    ...(highWater === null ? {} : { highWater }),
  };
}

export function toRunProblem(row: typeof runProblems.$inferSelect): RunProblem {
  const { id: _id, runId: _runId, line, identifier, recordId, ...problem } = row;
  return {
    ...problem,
    ...(line === null ? {} : { line }),
    ...(identifier === null ? {} : { identifier }),
    ...(recordId === null ? {} : { recordId }),
  };
}
