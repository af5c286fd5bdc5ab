/** First and last second of a date, in seconds since 1970-01-01T00:00:00Z (leap seconds aside). */
export type SecondRange = { first: number; last: number };

const isoDate =
  /^([+-]?\d{4,7})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d)(?::?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?)?(Z|[+-]\d\d:?\d\d)?)?)?)?Z?$/;

/**
 * What an ISO 8601 date (extended form) of any precision covers: `2010` is the whole year. A time without zone is UTC.
 * @returns `undefined` when the text is not such a date, or names a day that does not exist
 */
export function secondsOf(text: string): SecondRange | undefined {
  const match = isoDate.exec(text.trim());
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, zone] = match;
  const y = Number(year);
  const m = month === undefined ? undefined : Number(month);
  const d = day === undefined ? undefined : Number(day);
  if (m !== undefined && (m < 1 || m > 12)) return undefined;
  if (d !== undefined && (d < 1 || d > daysInMonth(y, m ?? 1))) return undefined;
  if (Number(hour ?? 0) > 24 || Number(minute ?? 0) > 59 || Number(second ?? 0) > 60) return undefined;
  const firstDay = dayNumber(y, m ?? 1, d ?? 1);
  if (hour === undefined) {
    const lastDay = dayNumber(y, m ?? 12, d ?? daysInMonth(y, m ?? 12));
    return { first: firstDay * 86_400, last: lastDay * 86_400 + 86_399 };
  }
  const first =
    firstDay * 86_400 + Number(hour) * 3600 + Number(minute ?? 0) * 60 + Number(second ?? 0) - offset(zone);
  return { first, last: first + (minute === undefined ? 3599 : second === undefined ? 59 : 0) };
}

/** As `secondsOf`, in whole days since 1970-01-01. */
export function daysOf(text: string): { first: number; last: number } | undefined {
  const range = secondsOf(text);
  return range && { first: Math.floor(range.first / 86_400), last: Math.floor(range.last / 86_400) };
}

/** The calendar year (Gregorian) of a day since 1970-01-01. */
export function yearOfDay(day: number): number {
  let year = 1970 + Math.floor(day / 365.2425);
  while (dayNumber(year, 1, 1) > day) year -= 1;
  while (dayNumber(year + 1, 1, 1) <= day) year += 1;
  return year;
}

function offset(zone: string | undefined): number {
  const match = /^([+-])(\d\d):?(\d\d)$/.exec(zone ?? '');
  if (!match) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 3600 + Number(match[3]) * 60);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Proleptic Gregorian; counted from 1 March, so that the leap day ends a year. Any year, unlike `Date`. */
function dayNumber(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}
