/** A moment as it was written, in ISO 8601 with its own precision, and in milliseconds since 1970. */
export type Moment = { date: string; ms: number };

/** Which of two numbers is the day, where a date does not begin with its year. */
export type DayOrder = 'day-first' | 'month-first';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const clock = String.raw`(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d*)?)?\s*([AP]M)?)?`;
const zone = String.raw`\s*(Z|UTC|GMT|TU)?\s*([+-]\d{2}:?\d{2})?`;
const yearFirst = new RegExp(`^(\\d{4})[-/](\\d{1,2})(?:[-/](\\d{1,2}))?${clock}${zone}$`, 'i');
const compact = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?()Z?()()$/;
const yearLast = new RegExp(`^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})${clock}${zone}$`, 'i');
const monthNamed = new RegExp(`^([a-z]{3})[a-z]*\\.? (\\d{1,2}),? (\\d{4})${clock}${zone}$`, 'i');

/** The two numbers before the year of a date that does not begin with it: what tells the order of a whole column. */
export function leadingNumbers(text: string): [number, number] | undefined {
  const parts = yearLast.exec(text.trim());
  return parts ? [Number(parts[1]), Number(parts[2])] : undefined;
}

/**
 * Reads a date with or without a time: year first (ISO 8601 and its neighbours), compact, with the name of the month as
 * Sea-Bird writes it, or day and month first where the order is known. Times without a zone are UTC, as in the standards
 * of these formats.
 * @returns `undefined` for anything else
 */
export function momentOf(text: string, order?: DayOrder): Moment | undefined {
  const written = text.trim();
  const plain = yearFirst.exec(written) ?? compact.exec(written);
  if (plain) {
    const [, year, month, day, ...time] = plain;
    return momentFrom(Number(year), Number(month), day === undefined ? undefined : Number(day), time);
  }
  const last = order && yearLast.exec(written);
  if (last) {
    const [, one, other, year, ...time] = last;
    const [day, month] = order === 'day-first' ? [one, other] : [other, one];
    return momentFrom(Number(year), Number(month), Number(day), time);
  }
  const [, name = '', day, year, ...time] = monthNamed.exec(written) ?? [];
  const month = months.indexOf(name.toLowerCase()) + 1;
  return month > 0 ? momentFrom(Number(year), month, Number(day), time) : undefined;
}

function momentFrom(
  year: number,
  month: number,
  day: number | undefined,
  [hour, minute, second, half, , offset]: readonly (string | undefined)[],
): Moment | undefined {
  const hours = hour === undefined ? 0 : hourOf(Number(hour), half);
  const ms = Date.UTC(year, month - 1, day ?? 1, hours, Number(minute ?? 0), Number(second ?? 0));
  const made = new Date(ms);
  // JavaScript makes 2 March of 30 February.
  if (made.getUTCMonth() !== month - 1 || (day !== undefined && made.getUTCDate() !== day) || hours > 23)
    return undefined;
  if (day === undefined) return { date: made.toISOString().slice(0, 7), ms };
  if (hour === undefined) return { date: made.toISOString().slice(0, 10), ms };
  return momentAt(ms - offsetOf(offset));
}

/** The moment so many milliseconds after 1970, to the second. */
export function momentAt(ms: number): Moment | undefined {
  if (!Number.isFinite(ms) || Math.abs(ms) > 8.64e15) return undefined;
  return { date: `${new Date(ms).toISOString().slice(0, -5)}Z`, ms };
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  return (hour % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
}

function offsetOf(text: string | undefined): number {
  const parts = /^([+-])(\d{2}):?(\d{2})$/.exec(text ?? '');
  if (!parts) return 0;
  const ms = (Number(parts[2]) * 60 + Number(parts[3])) * 60_000;
  return parts[1] === '-' ? -ms : ms;
}
