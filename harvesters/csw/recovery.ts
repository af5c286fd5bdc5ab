import { isFetchError } from '#runtime/fetching';
import { runProblem } from '../run-problem.ts';
import type { RunProblem } from '../types.ts';
import { PageFailure } from './get-records.ts';

/** Tells failures that a smaller page may mend from those where nobody answers. */
export function isMendable(error: unknown): boolean {
  if (error instanceof PageFailure) return error.kind !== 'html';
  return isFetchError(error) && (error.failure === 'too-large' || error.failure === 'timeout');
}

/** The problem of a record that breaks every page that it is on, even its own. */
export function lostRecord(position: number, error: unknown): RunProblem {
  const told = error instanceof Error ? error.message : String(error);
  return runProblem(
    'error',
    'record-unreachable',
    `The record at position ${position} can't be had, not even alone. ${told}`,
    'Ask the catalogue for this single record and mend it there.',
    { path: `/GetRecords[startPosition=${position}]` },
  );
}
