import { formatDate, formatNumber } from '../locales/format.ts';
import type { Locale } from '../locales/index.ts';

/** A moment in words: "25 November 2026, 03:00 UTC". */
export function momentText(moment: string, locale: Locale): string {
  const time = /T(\d{2}:\d{2})/.exec(moment)?.[1];
  return `${formatDate(moment, locale)}${time ? `, ${time} UTC` : ''}`;
}

const steps = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** How long ago a moment was: "3 days ago". @param now milliseconds since 1970 */
export function agoText(moment: string, now: number, locale: Locale): string {
  const since = Date.parse(moment) - now;
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  for (const [unit, length] of steps)
    if (Math.abs(since) >= length) return words.format(Math.trunc(since / length), unit);
  return words.format(0, 'minute');
}

/** How long something took: "2 h 05 min", "14 s". */
export function durationText(from: string, until: string, locale: Locale): string {
  return secondsText(Math.max(0, Math.round((Date.parse(until) - Date.parse(from)) / 1000)), locale);
}

/** A number of seconds in words: "2 h 05 min", "14 s". */
export function secondsText(seconds: number, locale: Locale): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${String(seconds % 60).padStart(2, '0')} s`;
  return `${formatNumber(Math.floor(minutes / 60), locale)} h ${String(minutes % 60).padStart(2, '0')} min`;
}
