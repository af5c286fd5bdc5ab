import type { HarvestRun, HarvestSource, RunProblem } from './types.ts';

/** Sources, implemented by db/. */
export type SourceStore = {
  list(): Promise<HarvestSource[]>;
  get(id: string): Promise<HarvestSource | null>;
  /** Adds or replaces by id. */
  save(source: HarvestSource): Promise<void>;
};

/** Runs and their problems, implemented by db/. */
export type RunStore = {
  /**
   * Starts a run under a lease of the source.
   * @returns `null` when another live run holds the lease; a run whose lease lapsed is marked `interrupted`
   */
  begin(run: HarvestRun, leaseSeconds: number): Promise<HarvestRun | null>;
  /** Saves counts and state and renews the lease. */
  save(run: HarvestRun, leaseSeconds: number): Promise<void>;
  /** Saves the end state and gives the lease back. */
  finish(run: HarvestRun): Promise<void>;
  addProblems(runId: string, problems: RunProblem[]): Promise<void>;
  get(runId: string): Promise<HarvestRun | null>;
  /** Newest first. */
  listBySource(sourceId: string, limit: number): Promise<HarvestRun[]>;
  problemsOf(
    runId: string,
    offset: number,
    limit: number,
  ): Promise<{ total: number; problems: RunProblem[] }>;
  lastSuccessful(sourceId: string): Promise<HarvestRun | null>;
  /** Staging of a run: identifiers seen, so that memory stays flat and a vanished record can be told. */
  markSeen(runId: string, upstreamIdentifiers: readonly string[]): Promise<void>;
  /** Of these identifiers, those not marked in the run. */
  unseen(runId: string, upstreamIdentifiers: readonly string[]): Promise<string[]>;
};
