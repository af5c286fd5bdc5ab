import type { Locale } from '../../locales/index.ts';

const units = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'] as const;
const durationPattern =
  /^P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?$/;

/** An ISO 8601 duration in words: `PT10M` is "10 minutes". What is not such a duration comes back as it is. */
export function formatDuration(duration: string, locale: Locale): string {
  const parts = durationPattern.exec(duration)?.slice(1) ?? [];
  const words = units.flatMap((unit, index) => {
    const amount = Number(parts[index] ?? 0);
    if (!(amount > 0)) return [];
    return [new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(amount)];
  });
  return words.length > 0 ? words.join(' ') : duration;
}
