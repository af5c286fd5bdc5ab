import { isFetchError } from '#runtime/fetching';
import { runProblem } from '../run-problem.ts';
import type { RunProblem } from '../types.ts';
import { PageFailure, type ResultsPage } from './get-records.ts';

/** Single records lost in a row after which it is the catalogue that fails, not a record. */
const mostLost = 10;

export type Recovered = { records: Uint8Array[]; problems: RunProblem[]; matched: number | undefined };

/** Tells failures that a smaller page may mend from those where nobody answers. */
export function isMendable(error: unknown): boolean {
  if (error instanceof PageFailure) return error.kind !== 'html';
  return isFetchError(error) && (error.failure === 'too-large' || error.failure === 'timeout');
}

/**
 * Fetches a page that failed as a whole in halves, down to single records, so that the one which breaks it costs only
 * itself.
 * @param get asks for `size` records from `position`
 * @throws the last failure when so many single ones are lost in a row that nothing seems to work
 */
export async function recover(
  get: (position: number, size: number) => Promise<ResultsPage>,
  position: number,
  size: number,
): Promise<Recovered> {
  const recovered: Recovered = { records: [], problems: [], matched: undefined };
  let lost = 0;
  const halve = async (start: number, length: number): Promise<void> => {
    const half = Math.ceil(length / 2);
    await take(start, half);
    await take(start + half, length - half);
  };
  const take = async (start: number, length: number): Promise<void> => {
    if (length === 0 || (recovered.matched !== undefined && start > recovered.matched)) return;
    try {
      const page = await get(start, length);
      recovered.records.push(...page.records);
      recovered.matched = page.matched ?? recovered.matched;
      lost = 0;
      // A server that caps its pages still owes the rest of the half.
      if (page.records.length > 0 && page.records.length < length)
        await take(start + page.records.length, length - page.records.length);
    } catch (error) {
      if (!isMendable(error)) throw error;
      if (length > 1) return halve(start, length);
      lost += 1;
      if (lost >= mostLost) throw error;
      recovered.problems.push(lostRecord(start, error));
    }
  };
  await halve(position, size);
  return recovered;
}

function lostRecord(position: number, error: unknown): RunProblem {
  const told = error instanceof Error ? error.message : String(error);
  return runProblem(
    'error',
    'record-unreachable',
    `The record at position ${position} can't be had, not even alone. ${told}`,
    'Ask the catalogue for this single record and mend it there.',
    { path: `/GetRecords[startPosition=${position}]` },
  );
}
