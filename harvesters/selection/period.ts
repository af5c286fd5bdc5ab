import type { CatalogueRecord } from '#catalogue/model';

/** An interval of dates in ISO 8601, both ends included; open where an end is absent. */
export type Period = { begin?: string; end?: string };

const date = /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;

/** Reads a date or an interval as OGC APIs take them (OGC 17-069r4, 7.15.4). @returns `undefined` when it is none */
export function parsePeriod(text: string): Period | undefined {
  const parts = text.split('/').map((part) => part.trim());
  const [first = '', second = first] = parts;
  const isOpen = (part: string) => part === '' || part === '..';
  if (parts.length > 2 || (isOpen(first) && isOpen(second))) return undefined;
  if (![first, second].every((part) => isOpen(part) || (date.test(part) && isDay(part)))) return undefined;
  const period = { ...(isOpen(first) ? {} : { begin: first }), ...(isOpen(second) ? {} : { end: second }) };
  return isAfter(period.begin, period.end) ? undefined : period;
}

/** Whether a record covers a time that meets the period; one that tells no time does not. */
export function coversTimeOf({ resource }: CatalogueRecord, { begin, end }: Period): boolean {
  return resource.temporalExtents.some(
    (extent) =>
      (extent.start?.date !== undefined || extent.end?.date !== undefined) &&
      !isAfter(extent.start?.date, end) &&
      !isAfter(begin, extent.end?.date),
  );
}

/** Dates are compared to the precision that both have; nothing is after an end that is open. */
function isAfter(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const length = Math.min(one.length, other.length, 19);
  return one.slice(0, length) > other.slice(0, length);
}

function isDay(text: string): boolean {
  const day = text.slice(0, 10);
  return day.length < 10 || (!Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day));
}
