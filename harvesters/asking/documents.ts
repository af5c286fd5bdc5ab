import { isFetchError } from '#runtime/fetching';
import { runProblem } from '../run-problem.ts';
import type { HarvestedDocument, RunProblem } from '../types.ts';
import { AnswerFailure } from './ask-json.ts';

/** Stands for what gave nothing, so that the records that came from there are not taken for gone. */
export function hollowDocument(url: string, identifier?: string): HarvestedDocument {
  const named = identifier === undefined ? {} : { identifier };
  return { url, mediaType: 'application/octet-stream', bytes: new Uint8Array(), ...named };
}

/** The same for what can't be had because of an error: it is asked for again where that may pass. */
export function lostDocument(url: string, error: unknown, identifier?: string): HarvestedDocument {
  return { ...hollowDocument(url, identifier), ...(mayPass(error) ? { lost: true } : {}) };
}

/** What an address itself is guilty of is the same the next time. */
function mayPass(error: unknown): boolean {
  if (error instanceof AnswerFailure) return error.status >= 500 || error.status === 429;
  return isFetchError(error) && !['address-refused', 'address-invalid', 'too-large'].includes(error.failure);
}

/** The problem of a record that breaks every page that it is on, even its own. @param position from 0 */
export function lostRecord(position: number, error: unknown): RunProblem {
  return runProblem(
    'error',
    'record-unreachable',
    `The record at position ${position + 1} can't be had, not even alone. ${messageOf(error)}`,
    'Ask the source for this single record and mend it there.',
  );
}

/** The problem of a record or document with an address of its own that can't be had. */
export function unreachable(error: unknown, identifier?: string): RunProblem {
  return runProblem(
    'error',
    'record-unreachable',
    messageOf(error),
    'Check that it can be fetched from outside.',
    identifier === undefined ? {} : { identifier },
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
