import { DomainError } from '../errors/index.ts';

export type FetchFailure =
  | 'address-refused'
  | 'address-invalid'
  | 'host-unknown'
  | 'connection'
  | 'timeout'
  | 'too-large'
  | 'redirects'
  | 'busy'
  | 'encoding'
  | 'status';

/** Why a foreign server gave nothing usable. The message names the host and the remedy, never credentials. */
export class FetchError extends DomainError {
  constructor(
    readonly failure: FetchFailure,
    message: string,
    options?: { cause?: unknown },
  ) {
    super('upstream', message, options);
    this.name = 'FetchError';
  }
}

export function isFetchError(error: unknown): error is FetchError {
  return error instanceof FetchError;
}
