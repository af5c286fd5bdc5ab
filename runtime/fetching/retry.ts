/** How long to wait before another attempt, in milliseconds. */
export type Backoff = { firstMs: number; maximumMs: number };

/** Statuses that may pass by themselves (RFC 9110, 15.6; RFC 6585, 4). */
export function isPassing(status: number): boolean {
  return status === 429 || (status >= 500 && status !== 501 && status !== 505);
}

/**
 * Exponential backoff with full jitter, so that clients that failed together don't come back together.
 * @param attempt 1 for the wait after the first attempt
 */
export function backoffDelay(attempt: number, backoff: Backoff): number {
  const ceiling = Math.min(backoff.maximumMs, backoff.firstMs * 2 ** (attempt - 1));
  return ceiling / 2 + (Math.random() * ceiling) / 2;
}

/**
 * Reads Retry-After (RFC 9110, 10.2.3): seconds or an HTTP date.
 * @returns milliseconds from now, `undefined` when the header is absent or unreadable
 */
export function retryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
