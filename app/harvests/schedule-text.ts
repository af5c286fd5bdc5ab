import { type HarvestSource, isSentTo, nextMoment, scheduleOf } from '#harvesters';
import type { Locale } from '../locales/index.ts';
import { momentText } from './moment.ts';
import type { DeskMessages } from './texts.ts';

/** Days of the week, from Sunday, in the words of a language. */
export function weekdayNames(locale: Locale): string[] {
  const words = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  // 4 January 1970 was a Sunday.
  return Array.from({ length: 7 }, (_nothing, day) => words.format(new Date((day + 3) * 86_400_000)));
}

/** When the records of a source come: by its schedule, or when it sends them. */
export function comingText(
  source: Pick<HarvestSource, 'protocol' | 'schedule'>,
  locale: Locale,
  messages: DeskMessages,
): string {
  if (isSentTo(source)) return messages.harvestPages.sending.when;
  return scheduleText(source.schedule, locale, messages);
}

/** When a source is harvested, in plain words: "Every Monday at 03:00 UTC". */
export function scheduleText(
  expression: string | undefined,
  locale: Locale,
  { harvestPages: texts }: DeskMessages,
): string {
  const schedule = scheduleOf(expression);
  switch (schedule.kind) {
    case 'by-hand':
      return texts.byHand;
    case 'daily':
      return texts.daily(timeText(schedule));
    case 'weekly':
      return texts.weekly(weekdayNames(locale)[schedule.weekday] ?? '', timeText(schedule));
    case 'monthly':
      return texts.monthly(schedule.day, timeText(schedule));
    case 'cron':
      return texts.cron(schedule.expression);
  }
}

/** When the schedule comes next; `undefined` by hand, and while the source is switched off. */
export function nextHarvestText(
  { enabled, schedule }: Pick<HarvestSource, 'enabled' | 'schedule'>,
  now: number,
  locale: Locale,
): string | undefined {
  const next = enabled && schedule ? nextMoment(schedule, new Date(now)) : null;
  return next ? momentText(next.toISOString(), locale) : undefined;
}

function timeText({ hour, minute }: { hour: number; minute: number }): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')} UTC`;
}
