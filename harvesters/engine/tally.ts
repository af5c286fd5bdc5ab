import { runProblem } from '../run-problem.ts';
import type { HarvestRun, RunCounts, RunProblem, RunProgress } from '../types.ts';
import { Pace } from './pace.ts';

/** Problems kept per run; a producer mends rules, not the ten thousandth instance of one. */
const mostProblems = 10_000;

/** What is told while a run goes on. */
export type HarvestProgress = {
  run: HarvestRun;
  /** As told by the source. */
  total?: number;
  /** Documents, or changes that are stored, per second. */
  rate: number;
};

/** Counts of a run and its problems, of which a bounded number is kept. */
export class Tally {
  readonly counts: RunCounts;
  /** Documents that the source says it has. */
  total: number | undefined;
  #kept = 0;
  #storing: { done: number; total: number } | undefined;
  #pace: Pace;
  readonly #clock: () => number;

  /**
   * @param begun counts of a run that is taken up again
   * @param clock milliseconds since 1970
   */
  constructor(begun?: RunCounts, clock: () => number = Date.now) {
    const { progress: _progress, ...counts } = begun ?? {};
    this.counts =
      'listed' in counts
        ? { ...counts }
        : { listed: 0, created: 0, updated: 0, unchanged: 0, withdrawn: 0, refused: 0, problems: 0 };
    this.#kept = Math.min(this.counts.problems, mostProblems);
    this.#clock = clock;
    this.#pace = new Pace(clock, this.counts.listed);
  }

  /** Counts a record for each of the rules that changed something of it. */
  changedBy(rules: readonly string[]): void {
    if (rules.length === 0) return;
    const byRule = { ...this.counts.byRule };
    for (const rule of rules) byRule[rule] = (byRule[rule] ?? 0) + 1;
    this.counts.byRule = byRule;
  }

  /** Adds problems to the counts. @returns a copy of the counts, with how far the run is */
  counted(problems: readonly RunProblem[]): RunCounts {
    this.counts.problems += problems.length;
    return this.underWay();
  }

  /** Everything is staged: from here on it is told how much of it is stored. @param total changes */
  beginStoring(total: number): void {
    this.#storing = { done: 0, total };
    this.#pace = new Pace(this.#clock, 0);
  }

  /** So many more changes are stored. @returns as `counted` */
  stored(changes: number): RunCounts {
    if (this.#storing) this.#storing.done += changes;
    return this.underWay();
  }

  /** A copy of the counts, with how far the run is. */
  underWay(): RunCounts {
    return { ...this.counts, progress: this.#progress() };
  }

  #progress(): RunProgress {
    const { done, total } = this.#storing ?? { done: this.counts.listed, total: this.total };
    return { done, rate: this.#pace.note(done), ...(total === undefined ? {} : { total }) };
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
