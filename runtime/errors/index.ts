export { isDiskFull } from './disk-full.ts';

/** Codes of expected errors; each protocol and the portal map them to their own words in one table. */
export const errorCodes = [
  'invalid',
  'not-found',
  'gone',
  'unauthenticated',
  'forbidden',
  'conflict',
  'too-large',
  'rate-limited',
  'unavailable',
  'upstream',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

const brand = Symbol.for('halocline.DomainError');

/**
 * An error that a person or a client can act on. The message names the field, the place and the remedy; it is safe to
 * show. Anything else that is thrown is a fault of ours and is answered as such.
 */
export class DomainError extends Error {
  readonly [brand] = true;
  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: { cause?: unknown; field?: string },
  ) {
    super(message, options?.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'DomainError';
    if (options?.field !== undefined) this.field = options.field;
  }
  readonly field?: string;
}

/** Tells a DomainError, also one made by another bundle of the same code (`instanceof` would not). */
export function isDomainError(error: unknown): error is DomainError {
  return typeof error === 'object' && error !== null && brand in error;
}
