import { recover } from '../asking/index.ts';
import type { RunProblem } from '../types.ts';
import { PageFailure, type ResultsPage } from './get-records.ts';
import { isMendable, lostRecord } from './recovery.ts';

/** A page, and what of it can't be had. */
export type Reached = ResultsPage & { problems: RunProblem[] };

/** A page, or what can be had of it. */
export async function fetchPage(
  get: (position: number, size: number) => Promise<ResultsPage>,
  position: number,
  size: number,
): Promise<Reached> {
  try {
    return { ...(await get(position, size)), problems: [] };
  } catch (error) {
    if (!isMendable(error)) throw error;
    if (size === 1) throw error;
    const { records, problems, matched } = await recover(
      { get, first: 1, isMendable, lost: lostRecord },
      position,
      size,
    );
    return { records, problems, matched, nextRecord: undefined };
  }
}

/** Beyond the number told some servers answer with an exception: that is the end, not a failure. */
export async function fetchNext(
  get: (position: number, size: number) => Promise<ResultsPage>,
  position: number,
  size: number,
  told: number | undefined,
): Promise<Reached> {
  if (told !== undefined && position <= told)
    return fetchPage(get, position, Math.min(size, told - position + 1));
  try {
    return { ...(await get(position, size)), problems: [] };
  } catch (error) {
    if (error instanceof PageFailure) return { records: [], problems: [], matched: told, nextRecord: 0 };
    throw error;
  }
}

/** A page without records, where the catalogue says that there are some, is no sign that the list moved. */
export function isHole({ records, problems, matched }: Reached, start: number): boolean {
  return problems.length > 0 || (records.length === 0 && matched !== undefined && matched >= start);
}
