import type { KnownRecord } from '#ledger';
import { isDomainError } from '#runtime/errors';
import { runProblem } from '../run-problem.ts';
import type { ListingEnd, RunProblem } from '../types.ts';

/** So many records are asked for at most; of more that are missing, as many at even distances. */
const mostAsked = 20;

type Spared = { gone: readonly KnownRecord[]; spared: readonly KnownRecord[]; problems: RunProblem[] };

/**
 * Of records that a list no longer has, those that the source has all the same: a list by positions slips over a record
 * when another one before it is removed while it is read, and where one is added too, no count tells. Of many that are
 * missing a sample is asked for: where the source has one of these, none of all is taken for gone.
 */
export async function sparedOf(
  missing: readonly KnownRecord[],
  stillThere: ListingEnd['stillThere'],
): Promise<Spared> {
  if (!stillThere || missing.length === 0) return { gone: missing, spared: [], problems: [] };
  const step = Math.max(1, missing.length / mostAsked);
  const sample = Array.from({ length: Math.min(missing.length, mostAsked) }, (_, index) =>
    missing.at(Math.floor(index * step)),
  ).flatMap((record) => record?.upstreamIdentifier ?? []);
  const answer = await answerOf(stillThere, sample);
  const there = answer ?? new Set(sample);
  if (missing.length > mostAsked)
    return there.size === 0
      ? { gone: missing, spared: [], problems: [] }
      : { gone: [], spared: missing, problems: [manySlipped(missing.length, sample.length, answer?.size)] };
  const spared = missing.filter(({ upstreamIdentifier }) => there.has(upstreamIdentifier));
  return {
    gone: missing.filter(({ upstreamIdentifier }) => !there.has(upstreamIdentifier)),
    spared,
    problems: spared.map(({ upstreamIdentifier: identifier, recordId }) =>
      runProblem(
        'info',
        'record-slipped',
        answer
          ? 'The list did not have this record, but the source has it: the list changed while it was read. It stays.'
          : 'The list did not have this record, and the source could not be asked whether it slipped through. It stays.',
        'Nothing to do, unless this comes again: then the order of the list is not stable.',
        { identifier, recordId },
      ),
    ),
  };
}

/** @param found how many of the sample the source has; `undefined` where it can't be asked */
function manySlipped(missing: number, asked: number, found: number | undefined): RunProblem {
  const why =
    found === undefined
      ? 'and the source could not be asked for them'
      : `but of ${asked} of them that were asked for the source has ${found}: the list changed while it was read`;
  return runProblem(
    'warning',
    'listing-incomplete',
    `${missing} records were not in the list, ${why}. None of them was withdrawn.`,
    'Harvest again when the source is at rest.',
  );
}

/** @returns `undefined` where the source can't be asked */
async function answerOf(
  stillThere: NonNullable<ListingEnd['stillThere']>,
  identifiers: readonly string[],
): Promise<ReadonlySet<string> | undefined> {
  try {
    return await stillThere(identifiers);
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return undefined;
  }
}
