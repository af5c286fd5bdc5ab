import type { ChangeOutcome, Ledger } from '#ledger';
import { isDomainError } from '#runtime/errors';
import type { Put } from './document-reader.ts';

export type Committed = { change: Put; outcome: ChangeOutcome } | { change: Put; refusal: string };

/**
 * Commits a batch; where the ledger refuses it as invalid, one by one, so that only the culprit stays out.
 * @param onCommitted told of what was committed
 */
export async function commitEach(
  changes: readonly Put[],
  runId: string,
  ledger: Ledger,
  onCommitted: (outcomes: ChangeOutcome[]) => void,
): Promise<Committed[]> {
  try {
    const outcomes = await ledger.commit(changes, { actor: 'system', runId });
    onCommitted(outcomes);
    return changes.flatMap((change, index) => {
      const outcome = outcomes[index];
      return outcome ? [{ change, outcome }] : [];
    });
  } catch (error) {
    if (!isDomainError(error) || error.code !== 'invalid') throw error;
    const [only] = changes;
    if (changes.length === 1 && only) return [{ change: only, refusal: error.message }];
  }
  const done: Committed[] = [];
  for (const change of changes) done.push(...(await commitEach([change], runId, ledger, onCommitted)));
  return done;
}
