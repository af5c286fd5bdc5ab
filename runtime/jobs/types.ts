export const jobStates = ['queued', 'running', 'done', 'failed'] as const;
export type JobState = (typeof jobStates)[number];

/** Work to be done after the request or transaction that causes it. */
export type NewJob = {
  /** Names the handler, e.g. `harvest`, `mail`. */
  kind: string;
  /** Serialisable as JSON; the handler checks its shape. */
  payload: unknown;
  /** A second job of this kind with this key is never made, also when the first is done. */
  idempotencyKey?: string;
  /** Not before; milliseconds since 1970. Now when absent. */
  dueAt?: number;
  /** 8 unless told. */
  maximumAttempts?: number;
};

/** A row of the queue. Times are milliseconds since 1970. */
export type Job = {
  id: number;
  kind: string;
  payload: unknown;
  idempotencyKey?: string;
  state: JobState;
  /** How often it was begun, this time included. */
  attempts: number;
  maximumAttempts: number;
  dueAt: number;
  lastError?: string;
  createdAt: number;
  finishedAt?: number;
};
