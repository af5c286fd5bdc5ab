import type { RunStore } from '../ports.ts';
import { runProblem } from '../run-problem.ts';
import type { HarvestRun, RunCounts, RunProblem } from '../types.ts';

/** Problems kept per run; a producer mends rules, not the ten thousandth instance of one. */
const mostProblems = 10_000;

/** What is told while a run goes on. */
export type HarvestProgress = {
  run: HarvestRun;
  /** As told by the source. */
  total?: number;
  /** Documents per second since the start. */
  rate: number;
};

/** Counts of a run, its problems and who is told of them. */
export class Tally {
  readonly counts: RunCounts = {
    listed: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    withdrawn: 0,
    refused: 0,
    problems: 0,
  };
  total: number | undefined;
  #kept = 0;

  constructor(
    readonly runId: string,
    private readonly runs: RunStore,
  ) {}

  /** Stores problems; beyond the bound they are counted only. */
  async problems(problems: readonly RunProblem[]): Promise<void> {
    if (problems.length === 0) return;
    this.counts.problems += problems.length;
    const room = mostProblems - this.#kept;
    const kept = problems.slice(0, Math.max(0, room));
    this.#kept += kept.length;
    if (kept.length > 0) await this.runs.addProblems(this.runId, kept);
    if (room > 0 && kept.length < problems.length)
      await this.runs.addProblems(this.runId, [
        runProblem(
          'info',
          'problems-omitted',
          `More than ${mostProblems} problems were met; the rest is counted, not listed.`,
          'Mend the most frequent ones and harvest again.',
        ),
      ]);
  }
}
