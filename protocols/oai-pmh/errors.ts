import { type ErrorCode, isDomainError } from '#runtime/errors';

/** Error conditions of OAI-PMH 2.0, section 3.6; `noSetHierarchy` never arises, since there are sets. */
export type OaiErrorCode =
  | 'badArgument'
  | 'badResumptionToken'
  | 'badVerb'
  | 'cannotDisseminateFormat'
  | 'idDoesNotExist'
  | 'noMetadataFormats'
  | 'noRecordsMatch';

/** An error that is answered with status 200 and an `error` element. */
export class OaiError extends Error {
  constructor(
    readonly code: OaiErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'OaiError';
  }
}

/** Too many lists at once: answered with status 503 and Retry-After (OAI-PMH 2.0, section 3.1.2.2). */
export class Overload extends Error {
  constructor(readonly retryAfterSeconds: number) {
    super('Too many harvests at once; try again later.');
    this.name = 'Overload';
  }
}

/** What an expected error of the house is in OAI-PMH: an error code of the protocol, or a status of HTTP. */
const meanings: Record<ErrorCode, OaiErrorCode | number> = {
  invalid: 'badArgument',
  'not-found': 'idDoesNotExist',
  gone: 'idDoesNotExist',
  unauthenticated: 401,
  forbidden: 403,
  conflict: 503,
  'too-large': 413,
  'rate-limited': 503,
  unavailable: 503,
  upstream: 503,
};

/** How long a client is asked to wait where no better number is known, in seconds. */
export const retryAfterSeconds = 10;

/**
 * Puts an error into the words of the protocol.
 * @returns an OaiError to answer in XML, or a status and message of HTTP
 * @throws the error itself when it is no expected one: the server answers and logs it
 */
export function inProtocolWords(
  error: unknown,
): OaiError | { status: number; message: string; retryAfterSeconds?: number } {
  if (error instanceof OaiError) return error;
  if (error instanceof Overload)
    return { status: 503, message: error.message, retryAfterSeconds: error.retryAfterSeconds };
  if (!isDomainError(error)) throw error;
  const meaning = meanings[error.code];
  if (typeof meaning === 'string') return new OaiError(meaning, error.message);
  return {
    status: meaning,
    message: error.message,
    ...(meaning === 503 ? { retryAfterSeconds } : {}),
  };
}
