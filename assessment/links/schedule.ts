const hour = 3_600_000;
const day = 24 * hour;

/** After a failure, and after a first or changed answer; both double as long as nothing changes. */
const firstRetry = 12 * hour;
const firstWait = day;
const longestWait = 30 * day;

/** An address is not asked twice within this time, whatever its plan says. */
export const shortestAge = 12 * hour;

/**
 * Plans the next check of an address: soon after a failure or a change, ever more seldom where nothing changes, between
 * 12 hours and 30 days.
 * @param previous the check before, if there was one
 * @param same whether the answer was of the same kind as that of the check before
 * @returns milliseconds from now
 */
export function waitFor(
  good: boolean,
  same: boolean,
  previous: { checkedAt: number; nextCheckAt: number } | undefined,
): number {
  const first = good ? firstWait : firstRetry;
  if (!previous || !same) return first;
  return Math.min(longestWait, Math.max(first, (previous.nextCheckAt - previous.checkedAt) * 2));
}
