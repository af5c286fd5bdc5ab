import { words } from '#catalogue/model';
/** A day of a calendar. Years count as astronomers do: 0 is before 1. */
export type Day = { year: number; month: number; day: number };

/** Days counted from an origin of each calendar's own, and back. */
export type Calendar = { name: string; toNumber(day: Day): number; fromNumber(number: number): Day };

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Calendars whose years are all alike: months of these lengths. */
function uniform(name: string, months: readonly number[]): Calendar {
  const before = months.map((_length, index) =>
    months.slice(0, index).reduce((sum, length) => sum + length, 0),
  );
  const year = months.reduce((sum, length) => sum + length, 0);
  return {
    name,
    toNumber: (day) => day.year * year + (before[day.month - 1] ?? 0) + day.day - 1,
    fromNumber: (number) => {
      const within = ((number % year) + year) % year;
      const month = before.findLastIndex((days) => days <= within);
      return { year: Math.floor(number / year), month: month + 1, day: within - (before[month] ?? 0) + 1 };
    },
  };
}

/** Julian day number at noon, of a date in the Gregorian or the Julian calendar (Meeus, "Astronomical Algorithms", 7). */
function julianDay({ year, month, day }: Day, gregorian: boolean): number {
  const shift = Math.floor((14 - month) / 12);
  const years = year + 4800 - shift;
  const months = month + 12 * shift - 3;
  const days = day + Math.floor((153 * months + 2) / 5) + 365 * years + Math.floor(years / 4);
  return gregorian ? days - Math.floor(years / 100) + Math.floor(years / 400) - 32045 : days - 32083;
}

function fromJulianDay(number: number, gregorian: boolean): Day {
  const shifted = number + (gregorian ? 32044 : 32082);
  const centuries = gregorian ? Math.floor((4 * shifted + 3) / 146097) : 0;
  const within = shifted - Math.floor((146097 * centuries) / 4);
  const years = Math.floor((4 * within + 3) / 1461);
  const days = within - Math.floor((1461 * years) / 4);
  const months = Math.floor((5 * days + 2) / 153);
  return {
    year: 100 * centuries + years - 4800 + Math.floor(months / 10),
    month: months + 3 - 12 * Math.floor(months / 10),
    day: days - Math.floor((153 * months + 2) / 5) + 1,
  };
}

/** 1582-10-15, the first day of the Gregorian calendar. */
const reform = 2299161;

const mixed: Calendar = {
  name: 'standard',
  toNumber: (day) => {
    const gregorian = julianDay(day, true);
    return gregorian >= reform ? gregorian : julianDay(day, false);
  },
  fromNumber: (number) => fromJulianDay(number, number >= reform),
};
const proleptic: Calendar = {
  name: 'proleptic_gregorian',
  toNumber: (day) => julianDay(day, true),
  fromNumber: (number) => fromJulianDay(number, true),
};
const julian: Calendar = {
  name: 'julian',
  toNumber: (day) => julianDay(day, false),
  fromNumber: (number) => fromJulianDay(number, false),
};
const noLeap = uniform('noleap', lengths);
const allLeap = uniform(
  'all_leap',
  lengths.map((length, index) => (index === 1 ? 29 : length)),
);
const equalMonths = uniform(
  '360_day',
  lengths.map(() => 30),
);

/** Calendars by the names that CF 4.4.1 gives them. */
const calendars: Readonly<Record<string, Calendar>> = words({
  standard: mixed,
  gregorian: mixed,
  proleptic_gregorian: proleptic,
  julian,
  noleap: noLeap,
  '365_day': noLeap,
  all_leap: allLeap,
  '366_day': allLeap,
  '360_day': equalMonths,
});

/** @returns `undefined` for a calendar that CF does not know */
export function calendarOf(name: string | undefined): Calendar | undefined {
  return calendars[(name ?? 'standard').trim().toLowerCase()];
}
