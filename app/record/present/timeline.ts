import type { Instant, TemporalExtent } from '#catalogue/model';
import type { Locale, Messages } from '../../locales/index.ts';
import { periodText } from '../texts.ts';

/** A period on the line, in hundredths of its length. */
export type TimelineBar = { from: number; to: number; openStart: boolean; openEnd: boolean; text: string };
/** What a small drawing of periods needs; places are percentages of the width. */
export type Timeline = { bars: TimelineBar[]; ticks: { at: number; label: string }[]; texts: string[] };

const mostBars = 40;

/**
 * Lays periods out on a line of time. An end that is absent, unknown or now is open: its bar runs to the edge.
 * @param now year with a fraction, where what goes on has got to
 * @returns `undefined` when no period has a date
 */
export function timelineOf(
  extents: readonly TemporalExtent[],
  now: number,
  locale: Locale,
  messages: Messages,
): Timeline | undefined {
  const texts = extents
    .map((extent) => periodText(extent, locale, messages))
    .filter((it) => it !== undefined);
  const periods = extents.slice(0, mostBars).flatMap((extent) => {
    const period = periodOf(extent, now);
    return period ? [{ ...period, text: periodText(extent, locale, messages) ?? '' }] : [];
  });
  if (periods.length === 0) return undefined;
  const first = Math.min(...periods.map(({ start, end }) => Math.min(start ?? end ?? now, end ?? now)));
  const last = Math.max(...periods.map(({ start, end }) => Math.max(end ?? now, start ?? first)));
  // A little room on both sides, so that short periods are seen and ends are told from edges.
  const room = Math.max((last - first) * 0.06, 0.08);
  const [from, until] = [first - room, last + room];
  const place = (year: number) => Math.round(((year - from) / (until - from)) * 10000) / 100;
  return {
    bars: periods.map(({ start, end, openEnd, text }) => ({
      from: start === undefined ? 0 : place(start),
      to: openEnd ? 100 : place(end ?? now),
      openStart: start === undefined,
      openEnd,
      text,
    })),
    ticks: ticksOf(from, until, locale).map((year) => ({ at: place(year.at), label: year.label })),
    texts: [...new Set(texts)],
  };
}

type Period = { start: number | undefined; end: number | undefined; openEnd: boolean };

function periodOf({ start, end }: TemporalExtent, now: number): Period | undefined {
  const from = yearOf(start, 'start');
  const until = yearOf(end, 'end');
  if (from === undefined && until === undefined) return undefined;
  const openStart = from === undefined || start?.indeterminate === 'before';
  const openEnd = until === undefined || end?.indeterminate === 'after' || end?.indeterminate === 'now';
  if (openEnd) return { start: openStart ? undefined : from, end: Math.max(now, from ?? now), openEnd };
  return { start: openStart ? undefined : from, end: until, openEnd };
}

/** A date as a year with a fraction; a date of low precision spans all that it may mean. */
function yearOf(instant: Instant | undefined, edge: 'start' | 'end'): number | undefined {
  const parts = /^([+-]?\d{1,9})(?:-(\d\d))?(?:-(\d\d))?/.exec(instant?.date ?? '');
  if (!parts?.[1]) return undefined;
  const year = Number(parts[1]);
  const [month, day] = [parts[2], parts[3]].map((part) => (part === undefined ? undefined : Number(part)));
  if (month === undefined) return edge === 'start' ? year : year + 1;
  if (day === undefined) return year + (edge === 'start' ? month - 1 : month) / 12;
  return year + (month - 1) / 12 + (edge === 'start' ? day - 1 : day) / 372;
}

/** About five round years; months when the whole is short. */
function ticksOf(from: number, until: number, locale: Locale): { at: number; label: string }[] {
  const span = until - from;
  if (span < 1.5) return monthTicks(from, until, span, locale);
  const power = 10 ** Math.floor(Math.log10(span));
  const steps = [0.1, 0.2, 0.25, 0.5, 1, 2].map((factor) => factor * power);
  const step =
    steps.find((candidate) => Number.isInteger(candidate) && span / candidate <= 6) ?? Math.ceil(span / 5);
  const ticks = [];
  for (let year = Math.ceil(from / step) * step; year <= until; year += step)
    ticks.push({ at: year, label: String(year) });
  return ticks;
}

function monthTicks(from: number, until: number, span: number, locale: Locale): Timeline['ticks'] {
  const step = span > 0.9 ? 3 : span > 0.4 ? 2 : 1;
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', year: 'numeric', month: 'short' });
  const ticks = [];
  for (let month = Math.ceil(from * 12); month <= until * 12; month += 1) {
    const inYear = ((month % 12) + 12) % 12;
    if (inYear % step !== 0) continue;
    const year = Math.floor(month / 12);
    ticks.push({
      at: month / 12,
      label: inYear === 0 ? String(year) : format.format(Date.UTC(year, inYear)),
    });
  }
  return ticks;
}
