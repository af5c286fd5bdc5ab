import { runProblem } from '../run-problem.ts';
import type { RunProblem } from '../types.ts';

/** How often a list that moves under us is taken up further back, at most. */
export const mostBack = 20;
/** Records that are read again for that, at most; of a longer list, as many as it has. */
const mostAgain = 1000;

/**
 * Where a list that moved is taken up again: twice as far back each time.
 * @param start of the page that does not fit, which is behind the first record
 * @param page how many records it has
 * @param gone how often and how far it went back already, of how many records listed
 * @returns how far back; `undefined` where the list moves so much that going back is no use any more
 */
export function stepBack(
  start: number,
  page: number,
  gone: { tries: number; back: number; again: number; listed: number },
): number | undefined {
  const step = Math.min(start, 2 ** gone.tries * Math.max(10, page));
  const isEnough = gone.back >= mostBack || gone.again + step > Math.max(mostAgain, gone.listed);
  return isEnough ? undefined : step;
}

/** Identifiers of the records that came last, the last of them at the end; a page that goes on with it connects. */
export type Tail = readonly string[];

const longestTail = 20;

/** Of a page that came. @returns none where the last record has no identifier: nobody can tell whether it comes again */
export function tailOf(identifiers: readonly (string | undefined)[]): Tail {
  if (identifiers.at(-1) === undefined) return [];
  return identifiers.slice(-longestTail).filter((identifier) => identifier !== undefined);
}

/**
 * How a page fits to the one before, which it was asked to overlap by its first record. A list by positions moves when
 * records are removed or inserted in front of the place that is read: what stands behind a record that came before is then
 * still complete, as long as the order of the list is stable.
 * @param tail of the page before; empty where there is none
 * @returns `seamless`: its first record is the last one of the page before; `moved`: it holds one that came before, so
 * nothing was passed over; `apart`: records may stand between the two
 */
export function seamOf(
  identifiers: readonly (string | undefined)[],
  tail: Tail,
): 'seamless' | 'moved' | 'apart' | 'none' {
  if (tail.length === 0) return 'none';
  if (identifiers[0] === tail.at(-1)) return 'seamless';
  return identifiers.some((identifier) => identifier !== undefined && tail.includes(identifier))
    ? 'moved'
    : 'apart';
}

/** What a person is told of a list that moved. @param position from 0 */
export function movedProblem(position: number): RunProblem {
  return runProblem(
    'info',
    'listing-moved',
    `The list changed while it was read, at record ${position + 1}: it was taken up again further back, so that no record is passed over.`,
    'Nothing to do, unless this comes at every harvest: then the order of the list is not stable.',
  );
}
