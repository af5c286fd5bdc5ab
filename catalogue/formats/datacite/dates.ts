import { type CatalogueRecord, dateTypes, findCode } from '../../model/index.ts';
import { period, type Report, readPeriodText } from '../reading/index.ts';
import type { DataciteDocument } from './document.ts';

type Dates = Pick<CatalogueRecord['resource'], 'dates' | 'temporalExtents'>;
type Dated = DataciteDocument['dates'][number];

/** Types of date that say when the data are of, not when something happened to the resource. */
const coverage = /^(Collected|Coverage|StartDate|EndDate)$/i;

/**
 * Dates of the resource, and the periods that the data cover: `Collected` and `Coverage`, and intervals of type `Other`
 * that say so. The year of publication counts where no date of issue is given.
 */
export function datesOf(document: DataciteDocument, report: Report): Dates {
  const dates: Dates['dates'] = [];
  const temporalExtents: Dates['temporalExtents'] = [];
  const add = (type: string, date: string) => {
    if (!dates.some((known) => known.type === type && known.date === date)) dates.push({ type, date });
  };
  for (const given of document.dates) {
    if (isCoverage(given)) {
      if (/^(Start|End)Date$/i.test(given.dateType ?? '')) continue;
      const extent = readPeriodText(given.text, report, given.place);
      if (extent) temporalExtents.push(extent);
    } else addDate(given, report, add);
  }
  const span = startAndEnd(document.dates, report);
  if (span) temporalExtents.push(span);
  const year = document.publicationYear;
  if (year && !dates.some(({ type }) => type === 'publication')) {
    const date = /^:/.test(year.text) ? undefined : report.date(year.text, year.place);
    if (date !== undefined) add('publication', date);
  }
  return { dates, temporalExtents };
}

function isCoverage({ dateType = '', information = '', text }: Dated): boolean {
  if (coverage.test(dateType)) return true;
  return (
    /^Other$/i.test(dateType) &&
    text.includes('/') &&
    /cover|period|collect|temporal|observ/i.test(information)
  );
}

function addDate(
  { dateType, text, place }: Dated,
  report: Report,
  add: (type: string, date: string) => void,
): void {
  // DataCite's codes for a value that is not known or not told (:unkn, :tba…) are no dates.
  if (/^:(unac|unal|unap|unas|unav|unkn|none|null|tba|etal)$/i.test(text)) return;
  const type = (dateType === undefined ? undefined : findCode(dateTypes, dateType)?.value) ?? 'other';
  const isInterval = text.includes('/') && !/^\d{1,4}\/\d{1,2}\/\d{1,4}$/.test(text);
  if (!isInterval) {
    const date = report.date(text, place);
    if (date !== undefined) add(type, date);
    return;
  }
  const extent = readPeriodText(text, report, place);
  if (type === 'validityBegins') {
    if (extent?.start?.date) add('validityBegins', extent.start.date);
    if (extent?.end?.date) add('validityExpires', extent.end.date);
    return;
  }
  const first = extent?.start?.date ?? extent?.end?.date;
  if (first === undefined) return;
  report.info(
    'date-interval',
    place,
    `"${text}" is an interval, where ${dateType ?? 'a date'} happens once; its beginning was kept.`,
    'Give the period that the data cover as "Collected" or "Coverage".',
  );
  add(type, first);
}

/** Kernel 2 tells the ends of the period as two dates. */
function startAndEnd(dates: readonly Dated[], report: Report) {
  const find = (name: RegExp) => dates.find(({ dateType }) => name.test(dateType ?? ''));
  const [start, end] = [find(/^StartDate$/i), find(/^EndDate$/i)];
  return period(start && report.date(start.text, start.place), end && report.date(end.text, end.place));
}
