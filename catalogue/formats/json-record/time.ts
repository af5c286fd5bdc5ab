/**
 * A date of the model as RFC 3339 in UTC: the first moment of a year, month or day, or its last second for an end.
 * A time without a zone is taken for UTC.
 * @returns `undefined` for years that four digits can't hold
 */
export function utcOf(date: string, side: 'start' | 'end'): string | undefined {
  const time = /^\d{4}-\d{2}-\d{2}T/.test(date) ? Date.parse(zoned(date)) : Number.NaN;
  if (!Number.isNaN(time)) {
    const text = new Date(time).toISOString();
    return /^\d{4}-/.test(text) ? text.replace('.000Z', 'Z') : undefined;
  }
  const day = dayOf(date, side);
  return day && `${day}T${side === 'start' ? '00:00:00' : '23:59:59'}Z`;
}

/** The day of a date of the model, `YYYY-MM-DD`: the first or last one of a year or month. */
export function dayOf(date: string, side: 'start' | 'end'): string | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date) ?? [];
  if (year === undefined) return undefined;
  if (month === undefined) return `${year}-${side === 'start' ? '01-01' : '12-31'}`;
  if (day !== undefined) return date;
  const last = new Date(Date.UTC(Number(year), Number(month), 0));
  last.setUTCFullYear(Number(year));
  return `${year}-${month}-${side === 'start' ? '01' : String(last.getUTCDate()).padStart(2, '0')}`;
}

function zoned(date: string): string {
  return /(Z|[+-]\d{2}:?\d{2})$/.test(date) ? date : `${date}Z`;
}
