import type { DigestFrequency, DigestPeriod } from './types.ts';

const day = 24 * 3_600_000;

/**
 * The last whole period: yesterday, or the week that ended with last Sunday (ISO 8601).
 * @param now milliseconds since 1970
 */
export function lastPeriod(frequency: Exclude<DigestFrequency, 'never'>, now: number): DigestPeriod {
  const today = Math.floor(now / day) * day;
  // 1 January 1970 was a Thursday, three days after a Monday.
  const weekday = (Math.floor(now / day) + 3) % 7;
  const until = frequency === 'daily' ? today : today - weekday * day;
  return { from: dateOf(until - (frequency === 'daily' ? 1 : 7) * day), until: dateOf(until) };
}

function dateOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
