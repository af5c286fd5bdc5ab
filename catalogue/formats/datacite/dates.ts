import { type CatalogueRecord, dateTypes, findCode, type ResourceDate } from '../../model/index.ts';
import { period, present, type Report, readPeriodText } from '../reading/index.ts';
import { type DataciteDocument, isUnknownValue } from './document.ts';
import { dateTypeNames, wordOf } from './vocabulary.ts';

type Dates = Pick<CatalogueRecord['resource'], 'dates' | 'temporalExtents'>;
type Dated = DataciteDocument['dates'][number];

/** Types of date that say when the data are of, not when something happened to the resource. */
const coverage = /^(Collected|Coverage|StartDate|EndDate)$/i;

/**
 * Dates of the resource, and the periods that the data cover: `Collected` and `Coverage`, and intervals of type `Other`
 * that say so. The year of publication counts where no date of issue is given.
 */
export function datesOf(document: DataciteDocument, report: Report, language: string): Dates {
  const dates: ResourceDate[] = [];
  const temporalExtents: Dates['temporalExtents'] = [];
  const known = new Set<string>();
  const add = (date: ResourceDate) => {
    const key = JSON.stringify(date);
    if (!known.has(key)) dates.push(date);
    known.add(key);
  };
  for (const given of document.dates) {
    // DataCite's codes for a value that is not known or not told (:unkn, :tba…) are no dates.
    if (isUnknownValue(given.text)) continue;
    if (isCoverage(given)) {
      if (/^(Start|End)Date$/i.test(given.dateType ?? '')) continue;
      const extent = readPeriodText(given.text, report, given.place);
      const { information } = given;
      const says = information !== undefined && !/^coverage$/i.test(information);
      if (extent)
        temporalExtents.push(says ? { ...extent, description: { [language]: information } } : extent);
    } else addDate(given, report, add);
  }
  const span = startAndEnd(document.dates, report);
  if (span) temporalExtents.push(span);
  const year = document.publicationYear;
  if (year && !isUnknownValue(year.text) && !dates.some(({ type }) => type === 'publication')) {
    const date = report.date(year.text, year.place);
    if (date !== undefined) add({ type: 'publication', date });
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

function addDate(given: Dated, report: Report, add: (date: ResourceDate) => void): void {
  const { text, place } = given;
  const { type, information } = typeOf(given);
  const isInterval = text.includes('/') && !/^\d{1,4}\/\d{1,2}\/\d{1,4}$/.test(text);
  if (!isInterval) {
    const date = report.date(text, place);
    if (date !== undefined) add(present({ type, date, information }));
    return;
  }
  const extent = readPeriodText(text, report, place);
  const [date, end] = [extent?.start?.date, extent?.end?.date];
  if (type === 'validityBegins') {
    if (date) add(present({ type, date, information }));
    if (end) add(present({ type: 'validityExpires', date: end, information }));
    return;
  }
  if (date !== undefined) {
    add(present({ type, date, end, information }));
    return;
  }
  if (end === undefined) return;
  report.info(
    'date-interval',
    place,
    `"${text}" is an interval without a beginning; its end was kept as the date.`,
    'Give the beginning of the interval, or one date.',
  );
  add(present({ type, date: end, information }));
}

/**
 * A dateType that our codelist has no word for (Copyrighted) is kept as information; a date of type `Other` whose
 * information is a word of our codelist (superseded, next update…) is of that type.
 */
function typeOf({ dateType, information }: Dated): Pick<ResourceDate, 'type' | 'information'> {
  const named = dateType === undefined ? undefined : findCode(dateTypes, dateType);
  if (named && named.value !== 'other') return present({ type: named.value, information });
  const told = information === undefined ? undefined : findCode(dateTypes, information);
  if (told && told.datacite === undefined) return { type: told.value };
  return present({ type: 'other', information: information ?? (named ? undefined : dateType) });
}

/** Kernel 2 tells the ends of the period as two dates. */
function startAndEnd(dates: readonly Dated[], report: Report) {
  const find = (name: RegExp) =>
    dates.find(({ dateType, text }) => name.test(dateType ?? '') && !isUnknownValue(text));
  const [start, end] = [find(/^StartDate$/i), find(/^EndDate$/i)];
  return period(start && report.date(start.text, start.place), end && report.date(end.text, end.place));
}

/**
 * Dates as DataCite says them. A type that it has no word for is of type `Other` with our word as information; the
 * ends of validity are one interval, as are dates that have an end. Open ends are empty (RKMS-ISO8601).
 */
export function writeDates({ dates, temporalExtents }: Dates): Omit<Dated, 'place'>[] {
  const begins = dates.filter(({ type }) => type === 'validityBegins');
  const expires = dates.filter(({ type }) => type === 'validityExpires');
  const valid = Array.from({ length: Math.max(begins.length, expires.length) }, (_, index) => {
    const [begin, end] = [begins[index], expires[index]];
    const text = end ? `${begin?.date ?? ''}/${end.date}` : (begin?.date ?? '');
    return present({ text, dateType: 'Valid', information: begin?.information ?? end?.information });
  });
  const others = dates.flatMap(({ type, date, end, information }) => {
    if (type === 'validityBegins' || type === 'validityExpires') return [];
    const text = end === undefined ? date : `${date}/${end}`;
    const dateType = dateTypes.flatMap((known): string[] =>
      known.value === type && 'datacite' in known ? [known.datacite] : [],
    )[0];
    const asGiven = type === 'other' ? wordOf(dateTypeNames, information) : undefined;
    if (asGiven !== undefined && !coverage.test(asGiven)) return [{ text, dateType: asGiven }];
    return [
      present({
        text,
        dateType: dateType ?? 'Other',
        information: information ?? (dateType === undefined ? type : undefined),
      }),
    ];
  });
  const covered = temporalExtents.flatMap(({ start, end, description = {} }) => {
    const [from, to] = [start?.date, end?.date];
    if (from === undefined && to === undefined) return [];
    const [information] = Object.values(description);
    return [
      present({
        text: from === to ? (from ?? '') : `${from ?? ''}/${to ?? ''}`,
        dateType: 'Coverage',
        information,
      }),
    ];
  });
  return [...others, ...valid, ...covered];
}
