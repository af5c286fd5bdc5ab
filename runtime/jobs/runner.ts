import { randomUUID } from 'node:crypto';
import type { Log } from '../log/index.ts';
import type { JobStore } from './ports.ts';
import type { Job } from './types.ts';

/**
 * Does the work of one kind. It may be called again for the same job (after an error, or when this process died at the
 * very end): doing it twice must be as doing it once. `signal` aborts when the runner stops or has lost its lease.
 */
export type JobHandler = (payload: unknown, context: { job: Job; signal: AbortSignal }) => Promise<void>;

/** Thrown by a handler when trying again cannot help: the job fails at once. */
export class HopelessJobError extends Error {
  override readonly name = 'HopelessJobError';
}

export type JobRunner = {
  /**
   * Does due jobs until none is left or it is stopped.
   * @returns how many were begun
   */
  runDue(): Promise<number>;
  /** Looks for work for ever, one job at a time; resolves when stopped. */
  run(): Promise<void>;
  /** Lets the job under way see `signal` abort, waits for it, then returns. The job is queued again when it did not end. */
  stop(): Promise<void>;
};

export type JobRunnerOptions = {
  store: JobStore;
  handlers: Record<string, JobHandler>;
  log: Log;
  /** How long a job stays ours without a sign of life; renewed three times in that time. 60 unless told. */
  leaseSeconds?: number;
  /** How long to wait between looks at an empty queue. 1,000 ms unless told. */
  idleMilliseconds?: number;
};

const longestWait = 3600;

/**
 * Seconds to wait after an attempt that failed: 5, 10, 20… up to an hour, with a quarter more or less by chance, so that
 * what failed together is not tried together.
 * @param attempt the one that failed, from 1
 * @param chance between 0 and 1
 */
export function backoffSeconds(attempt: number, chance = Math.random()): number {
  return Math.min(longestWait, 5 * 2 ** (attempt - 1)) * (0.75 + chance / 2);
}

/** Builds a runner of jobs; several, in several processes, share one queue. */
export function createJobRunner(options: JobRunnerOptions): JobRunner {
  const { store, handlers, log, leaseSeconds = 60, idleMilliseconds = 1000 } = options;
  const kinds = Object.keys(handlers);
  const holder = randomUUID();
  let stopped = new AbortController();
  let working: Promise<unknown> = Promise.resolve();

  async function work(job: Job): Promise<void> {
    const handler = handlers[job.kind];
    if (!handler) return;
    const lost = new AbortController();
    const signal = AbortSignal.any([lost.signal, stopped.signal]);
    const heartbeat = setInterval(
      () => {
        store.renew(job.id, holder, leaseSeconds).then(
          (ours) => {
            if (!ours) lost.abort(new Error('Another runner has taken the job'));
          },
          (error: unknown) => log.warn({ err: error, job: job.id }, 'a lease could not be renewed'),
        );
      },
      (leaseSeconds * 1000) / 3,
    );
    try {
      await handler(job.payload, { job, signal });
      if (!(await store.complete(job.id, holder)))
        log.warn({ job: job.id, kind: job.kind }, 'a job ended after its lease had gone to another runner');
    } catch (error) {
      await giveBack(job, error);
    } finally {
      clearInterval(heartbeat);
    }
  }

  async function giveBack(job: Job, error: unknown): Promise<void> {
    if (stopped.signal.aborted) {
      await store.release(job.id, holder);
      return;
    }
    const message = error instanceof Error ? error.message : String(error);
    const retryIn = error instanceof HopelessJobError ? null : backoffSeconds(job.attempts);
    const state = await store.fail(job.id, holder, message, retryIn);
    const about = { err: error, job: job.id, kind: job.kind, attempts: job.attempts, state };
    if (state === 'failed') log.error(about, 'a job failed for good');
    else log.warn(about, 'a job failed and will be tried again');
  }

  async function runDue(): Promise<number> {
    for (let begun = 0; ; begun += 1) {
      if (stopped.signal.aborted) return begun;
      const job = await store.lease(kinds, holder, leaseSeconds);
      if (!job) return begun;
      await work(job);
    }
  }

  return {
    runDue,
    async run() {
      stopped = new AbortController();
      const { signal } = stopped;
      working = (async () => {
        while (!signal.aborted) {
          try {
            await runDue();
          } catch (error) {
            log.error({ err: error }, 'the queue could not be read');
          }
          if (!signal.aborted) await pause(idleMilliseconds, signal);
        }
      })();
      await working;
    },
    async stop() {
      stopped.abort(new Error('The runner is stopping'));
      await working;
    },
  };
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end);
  });
}
