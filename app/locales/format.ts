import type { BoundingBox } from '#catalogue/model';
import type { Locale } from './index.ts';

/** Formatters are costly to make: one is made for each language and option, when it is first needed. */
function once<Option extends string | number, Formatter>(
  make: (locale: Locale, option: Option) => Formatter,
): (locale: Locale, option: Option) => Formatter {
  const made = new Map<string, Formatter>();
  return (locale, option) => {
    const key = `${locale} ${option}`;
    const formatter = made.get(key) ?? make(locale, option);
    made.set(key, formatter);
    return formatter;
  };
}

const numbers = once(
  (locale, maximumFractionDigits: number) => new Intl.NumberFormat(locale, { maximumFractionDigits }),
);
const dates = once(
  (locale, precision: 'month' | 'day') =>
    new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
      timeZone: 'UTC',
      year: 'numeric',
      month: 'long',
      ...(precision === 'day' ? { day: 'numeric' } : {}),
    }),
);
const names = once((locale, type: 'language') => new Intl.DisplayNames(locale, { type }));

/** A number with the separators of the language. */
export function formatNumber(value: number, locale: Locale, fractionDigits = 2): string {
  return numbers(locale, fractionDigits).format(value);
}

/**
 * An ISO 8601 date in words, no more precise than it was given: `2010-07` is "July 2010". The time of day is dropped.
 * What is not such a date comes back as it is.
 */
export function formatDate(date: string, locale: Locale): string {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T.*)?$/.exec(date);
  const [, year, month, day] = parts ?? [];
  if (year === undefined) return date;
  if (month === undefined) return String(Number(year));
  const moment = new Date(Date.UTC(2000, Number(month) - 1, Number(day ?? 1)));
  moment.setUTCFullYear(Number(year), Number(month) - 1, Number(day ?? 1));
  return dates(locale, day === undefined ? 'month' : 'day').format(moment);
}

/** Bytes with a unit of powers of ten: "3.2 MB", « 3,2 Mo ». */
export function formatBytes(bytes: number, locale: Locale): string {
  const units = locale === 'fr' ? ['o', 'ko', 'Mo', 'Go', 'To'] : ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3));
  return `${formatNumber(bytes / 1000 ** power, locale, 1)}\u00a0${units[power]}`;
}

/** A latitude as a chart letters it: degrees, minutes and hemisphere, `48°23′N`. */
export function formatLatitude(degrees: number): string {
  return degreesAndMinutes(degrees, degrees < 0 ? 'S' : 'N');
}

/** A longitude as a chart letters it, `4°29′W`; French charts write O for west. */
export function formatLongitude(degrees: number, locale: Locale): string {
  const west = locale === 'fr' ? 'O' : 'W';
  return degreesAndMinutes(degrees, degrees < 0 ? west : 'E');
}

function degreesAndMinutes(degrees: number, hemisphere: string): string {
  const minutes = Math.round(Math.abs(degrees) * 60);
  const rest = minutes % 60;
  const whole = `${Math.floor(minutes / 60)}°`;
  return `${whole}${rest === 0 ? '' : `${String(rest).padStart(2, '0')}′`}${minutes === 0 ? '' : hemisphere}`;
}

/** A box, or a position when it has no size: `43°N–48°30′N, 10°W–1°W`. */
export function formatBox({ west, south, east, north }: BoundingBox, locale: Locale): string {
  const range = (from: string, to: string) => (from === to ? from : `${from} – ${to}`);
  return `${range(formatLatitude(south), formatLatitude(north))}, ${range(
    formatLongitude(west, locale),
    formatLongitude(east, locale),
  )}`;
}

/** The name of a language, such as "French" or « français » for `fr`. */
export function formatLanguage(tag: string, locale: Locale): string {
  try {
    return names(locale, 'language').of(tag) ?? tag;
  } catch {
    // Not a well-formed BCP 47 tag: shown as it was given.
    return tag;
  }
}
