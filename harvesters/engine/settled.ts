import type { HarvestedDocument, RunProblem, StagedChange } from '../types.ts';

/** What became of one document of a run: what it would change, or why it changes nothing. */
export type Settled = {
  /** Absent where the document has none and could not be read. */
  identifier?: string;
  /** `absent`: it was to be withdrawn, but is not there; `excluded`: left out by a rule of the source. */
  outcome: StagedChange['outcome'] | 'unchanged' | 'absent' | 'excluded' | 'refused';
  problems: readonly RunProblem[];
};

/** Told once of each document, before anything is stored. */
export type OnSettled = (document: HarvestedDocument, settled: Settled) => void;
