import { type Calendar, calendarOf } from './calendar.ts';

/** How numbers of a time coordinate become moments (CF 4.4). */
export type TimeScale = { calendar: Calendar; secondsPerUnit: number; origin: number };

/** Seconds of a unit by the names of UDUNITS; its year is the tropical one, its month a twelfth of it. */
const seconds: readonly (readonly [RegExp, number])[] = [
  [/^(microseconds?|microsecs?|us)$/, 1e-6],
  [/^(milliseconds?|millisecs?|msecs?|ms)$/, 1e-3],
  [/^(seconds?|secs?|s)$/, 1],
  [/^(minutes?|mins?)$/, 60],
  [/^(hours?|hrs?|hr|h)$/, 3600],
  [/^(days?|d)$/, 86400],
  [/^weeks?$/, 7 * 86400],
  [/^months?$/, (365.242198781 / 12) * 86400],
  [/^(years?|yr)$/, 365.242198781 * 86400],
];

/**
 * Reads the units of a time coordinate, such as `days since 1950-01-01T00:00:00Z`.
 * @returns `undefined` where units or calendar cannot be read
 */
export function timeScaleOf(units: string, calendarName: string | undefined): TimeScale | undefined {
  const calendar = calendarOf(calendarName);
  const parts =
    /^\s*([a-z]+)\s+since\s+(-?\d{1,6})-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2})(?::(\d{1,2})(?::(\d{1,2}(?:\.\d+)?))?)?)?\s*(z|utc|gmt|[+-]?\d{1,2}(?::?\d{2})?)?\s*$/i.exec(
      units,
    );
  if (!calendar || !parts) return undefined;
  const [, unit = '', year, month, day, hour = '0', minute = '0', second = '0', zone = ''] = parts;
  const secondsPerUnit = seconds.find(([pattern]) => pattern.test(unit.toLowerCase()))?.[1];
  if (secondsPerUnit === undefined || !(Number(month) >= 1 && Number(month) <= 12)) return undefined;
  const days = calendar.toNumber({ year: Number(year), month: Number(month), day: Number(day) });
  const clock = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  return { calendar, secondsPerUnit, origin: days * 86400 + clock - offsetOf(zone) };
}

function offsetOf(zone: string): number {
  const parts = /^([+-]?)(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (!parts) return 0;
  const value = Number(parts[2]) * 3600 + Number(parts[3] ?? 0) * 60;
  return parts[1] === '-' ? -value : value;
}

/**
 * The moment of a number, in ISO 8601 to the second. A day that real calendars don't have (30 February of `360_day`) is
 * told by its month.
 */
export function momentOf(value: number, { calendar, secondsPerUnit, origin }: TimeScale): string | undefined {
  const total = Math.round(origin + value * secondsPerUnit);
  if (!Number.isSafeInteger(total)) return undefined;
  const days = Math.floor(total / 86400);
  const { year, month, day } = calendar.fromNumber(days);
  if (Math.abs(year) > 99999) return undefined;
  const two = (number: number) => String(number).padStart(2, '0');
  const written = `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}-${two(month)}`;
  if (day > lastDay(year, month)) return written;
  const clock = total - days * 86400;
  return `${written}-${two(day)}T${two(Math.floor(clock / 3600))}:${two(Math.floor(clock / 60) % 60)}:${two(clock % 60)}Z`;
}

/** In the Gregorian calendar, by which the rest of the world reads the date. */
function lastDay(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
