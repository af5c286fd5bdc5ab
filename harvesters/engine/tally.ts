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

/** Counts of a run and its problems, of which a bounded number is kept. */
export class Tally {
  readonly counts: RunCounts;
  total: number | undefined;
  #kept = 0;

  /** @param begun counts of a run that is taken up again */
  constructor(begun?: RunCounts) {
    this.counts = begun
      ? { ...begun }
      : { listed: 0, created: 0, updated: 0, unchanged: 0, withdrawn: 0, refused: 0, problems: 0 };
    this.#kept = Math.min(this.counts.problems, mostProblems);
  }

  /** Counts a record for each of the rules that changed something of it. */
  changedBy(rules: readonly string[]): void {
    if (rules.length === 0) return;
    const byRule = { ...this.counts.byRule };
    for (const rule of rules) byRule[rule] = (byRule[rule] ?? 0) + 1;
    this.counts.byRule = byRule;
  }

  /** Adds problems to the counts. @returns a copy of the counts */
  counted(problems: readonly RunProblem[]): RunCounts {
    this.counts.problems += problems.length;
    return { ...this.counts };
  }

  /** Those of the problems that are to be stored; beyond the bound they are counted only. */
  kept(problems: readonly RunProblem[]): RunProblem[] {
    const room = mostProblems - this.#kept;
    if (room <= 0) return [];
    const kept = problems.slice(0, room);
    this.#kept += kept.length;
    if (kept.length === problems.length) return kept;
    return [
      ...kept,
      runProblem(
        'info',
        'problems-omitted',
        `More than ${mostProblems} problems were met; the rest is counted, not listed.`,
        'Mend the most frequent ones and harvest again.',
      ),
    ];
  }
}
