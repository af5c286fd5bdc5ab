import { OaiError } from './errors.ts';

export type Granularity = 'day' | 'second';

const day = /^(\d{4})-(\d{2})-(\d{2})$/;
const second = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})Z$/;

/**
 * Reads `from` or `until` (OAI-PMH 2.0, section 3.3: YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ, nothing else).
 * @param end which end of the range: a day stands for its first second in `from`, for its last in `until`
 * @returns the moment with seconds, and the granularity that was used
 * @throws OaiError `badArgument` for another shape and for dates that do not exist
 */
export function readBound(
  value: string,
  end: 'from' | 'until',
): { moment: string; granularity: Granularity } {
  const granularity: Granularity | undefined = day.test(value)
    ? 'day'
    : second.test(value)
      ? 'second'
      : undefined;
  if (!granularity) {
    throw new OaiError(
      'badArgument',
      `"${end}" must be YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ, in UTC; it is "${value}".`,
    );
  }
  const moment = granularity === 'second' ? value : `${value}T${end === 'from' ? '00:00:00' : '23:59:59'}Z`;
  if (!exists(moment))
    throw new OaiError('badArgument', `"${end}" is a date that does not exist: "${value}".`);
  return { moment, granularity };
}

/** `Date` rolls 31 February over to March; a moment exists when it comes back as it went in. */
function exists(moment: string): boolean {
  const time = Date.parse(moment);
  return !Number.isNaN(time) && `${new Date(time).toISOString().slice(0, 19)}Z` === moment;
}

/** @returns UTC with seconds and without decimals, as every date of an answer is written */
export function utcDatestamp(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
