import { data } from 'react-router';
import { type ErrorCode, isDomainError } from '#runtime/errors';

/** What an error page shows beside its status. Texts are safe to show. */
export type ErrorData = {
  code: ErrorCode | 'not-acceptable';
  message?: string;
  /** Of a withdrawn record. */
  tombstone?: { title: string; citation: string; reason?: string; since: string };
  /** What there is instead. */
  alternatives?: { title: string; url: string }[];
};

const statusOf: Record<ErrorData['code'], number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  'not-acceptable': 406,
  conflict: 409,
  gone: 410,
  'too-large': 413,
  'rate-limited': 429,
  upstream: 502,
  unavailable: 503,
};

/** What a loader throws to show the error page of a status. */
export function errorPage(error: ErrorData) {
  return data(error, { status: statusOf[error.code] });
}

/** How a route without a page answers an expected error. @throws the error itself when it is a fault of ours */
export function statusOfError(error: unknown): { status: number; message: string } {
  if (!isDomainError(error)) throw error;
  return { status: statusOf[error.code], message: error.message };
}

/** Runs the work of a loader; an expected error (DomainError) becomes the error page of its status. */
export async function guarded<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (isDomainError(error)) throw errorPage({ code: error.code, message: error.message });
    throw error;
  }
}

/** Whether what an error boundary caught was thrown by `errorPage`. */
export function isErrorData(value: unknown): value is ErrorData {
  return typeof value === 'object' && value !== null && 'code' in value && String(value.code) in statusOf;
}
