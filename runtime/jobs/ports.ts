import type { Job, JobState, NewJob } from './types.ts';

/** The queue, implemented by db/. Every call that changes is one transaction; `holder` names the runner that asks. */
export type JobStore = {
  /** @returns the job's id; the id of the earlier one when its idempotency key was used before */
  enqueue(job: NewJob): Promise<{ id: number; enqueued: boolean }>;
  /**
   * Takes the job that has been due longest, of these kinds, and leases it; a running job whose lease lapsed (its
   * runner died) is due again. One that lapsed at its last attempt becomes `failed`.
   * @returns `null` when nothing is due
   */
  lease(kinds: readonly string[], holder: string, leaseSeconds: number): Promise<Job | null>;
  /** @returns `false` when the lease was lost meanwhile: the work must stop */
  renew(jobId: number, holder: string, leaseSeconds: number): Promise<boolean>;
  /** @returns `false` when the lease was lost meanwhile */
  complete(jobId: number, holder: string): Promise<boolean>;
  /**
   * Gives a job back after an error: due again after `retryInSeconds`, or `failed` for good when that is `null` or
   * the attempts are used up.
   * @returns the state it is in now; `null` when the lease was lost meanwhile
   */
  fail(jobId: number, holder: string, error: string, retryInSeconds: number | null): Promise<JobState | null>;
  /** Gives a job back that was not ended because its runner stops: due at once, the attempt not counted. */
  release(jobId: number, holder: string): Promise<boolean>;
  get(jobId: number): Promise<Job | null>;
  /** Newest first. */
  list(state: JobState, limit: number): Promise<Job[]>;
  /** Puts a failed job back in the queue, with its attempts from the beginning. */
  retry(jobId: number): Promise<boolean>;
  /** When the next queued job of these kinds is due; `null` when none is. */
  nextDueAt(kinds: readonly string[]): Promise<number | null>;
  /** Forgets jobs done before a moment, and with them their idempotency keys. @returns their number */
  forgetDone(before: number): Promise<number>;
};
