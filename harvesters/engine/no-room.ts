import { DomainError, isDiskFull } from '#runtime/errors';
import type { Log } from '#runtime/log';
import type { RunStore } from '../ports.ts';
import { runProblem } from '../run-problem.ts';
import type { HarvestRun } from '../types.ts';

/** How a run ends that found no room left on the disk: the next one goes on with it. */
export const noRoom = {
  state: 'interrupted',
  message:
    'The disk of this catalogue is full, so the run stopped. What was stored before is safe. Make room, then harvest again: the next run goes on from here.',
} as const;

/**
 * Ends a run on a full disk as well as can be: little is written, which finds room in most cases. Where even that fails,
 * the run counts as interrupted once its lease is over.
 * @throws DomainError `unavailable`, always: whoever ordered the run tries it again later
 */
export async function endWithoutRoom(
  { id, sourceId }: HarvestRun,
  cause: unknown,
  { runs, log }: { runs: Pick<RunStore, 'get' | 'addProblems' | 'finish'>; log: Log },
): Promise<never> {
  const { message } = noRoom;
  log.error({ runId: id, sourceId, err: cause }, message);
  // As it stands in the store, page and checkpoint of one piece; what the process knows may be ahead.
  const stored = await runs.get(id);
  const problem = runProblem('error', 'disk-full', message, 'Make room on the disk, then harvest again.');
  try {
    if (stored) {
      const { progress: _progress, ...counts } = stored.counts;
      await runs.finish({ ...stored, ...noRoom, counts: { ...counts, problems: counts.problems + 1 } });
    }
    await runs.addProblems(id, [problem]);
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    log.error({ runId: id, err: error }, 'there was no room to say so');
  }
  throw new DomainError('unavailable', message, { cause });
}
