import type { KnownRecord } from '#ledger';
import { runProblem } from '../run-problem.ts';
import type { ListingEnd, RunProblem } from '../types.ts';

/** More records than that don't slip through: they are gone, or the policy of the source holds the run. */
const mostAsked = 20;

/**
 * Of records that a list no longer has, those that the source has all the same: a list by positions slips over a record
 * when another one before it is removed while it is read, and where one is added too, no count tells.
 * @param before how many were found missing before these
 */
export async function sparedOf(
  missing: readonly KnownRecord[],
  before: number,
  stillThere: ListingEnd['stillThere'],
): Promise<{ gone: readonly KnownRecord[]; spared: KnownRecord[]; problems: RunProblem[] }> {
  if (!stillThere || missing.length === 0 || before + missing.length > mostAsked)
    return { gone: missing, spared: [], problems: [] };
  const there = await stillThere(missing.map(({ upstreamIdentifier }) => upstreamIdentifier));
  const spared = missing.filter(({ upstreamIdentifier }) => there.has(upstreamIdentifier));
  return {
    gone: missing.filter(({ upstreamIdentifier }) => !there.has(upstreamIdentifier)),
    spared,
    problems: spared.map(({ upstreamIdentifier: identifier, recordId }) =>
      runProblem(
        'info',
        'record-slipped',
        'The list did not have this record, but the source has it: the list changed while it was read. It stays.',
        'Nothing to do, unless this comes again: then the order of the list is not stable.',
        { identifier, recordId },
      ),
    ),
  };
}
