import type { RunStore } from '../ports.ts';
import type { HarvestRun } from '../types.ts';
import { DeadlineAbortion, WishAbortion } from './wish.ts';

/** A run that was killed keeps others waiting this long; reading a page never takes so long. */
export const leaseSeconds = 60;
const renewMs = 20_000;
const lookMs = 1000;

/**
 * Renews the lease of a run, and ends the run by its signal when it is paused or cancelled, too old, or no longer the
 * holder.
 * @param wish aborted when this process is to stop
 */
export function holdLease(
  run: HarvestRun,
  runs: RunStore,
  deadlineMs: number,
  wish: AbortSignal | undefined,
): { signal: AbortSignal; end(): void } {
  const control = new AbortController();
  const stop = () => control.abort(wish?.reason);
  if (wish?.aborted) stop();
  wish?.addEventListener('abort', stop, { once: true });
  const deadline = setTimeout(() => control.abort(new DeadlineAbortion(deadlineMs)), deadlineMs);
  const failed = (error: unknown) => control.abort(error);
  const renewal = setInterval(() => void runs.renew(run, leaseSeconds).catch(failed), renewMs);
  const look = async () => {
    const wanted = await runs.wishOf(run.id);
    if (wanted) control.abort(new WishAbortion(wanted));
  };
  const looking = setInterval(() => void look().catch(failed), lookMs);
  return {
    signal: control.signal,
    end() {
      clearTimeout(deadline);
      clearInterval(renewal);
      clearInterval(looking);
      wish?.removeEventListener('abort', stop);
    },
  };
}
