import { createHash } from 'node:crypto';
import {
  type CatalogueRecord,
  findCode,
  type LanguageMap,
  type Problem,
  parseIdentifier,
  readDate,
  resourceTypeNames,
} from '#catalogue/model';
import { compareParties } from './compare-parties.ts';
import type { Expectation } from './expectation.ts';
import { difference, type Mismatch, normalised } from './mismatch.ts';

/** What a reader gave, with what the envelope told. */
export type Reading = { record: CatalogueRecord; problems: readonly Problem[]; headerDatestamp?: string };

/** Compares every field that an expectation names. @returns what differs, all at once */
export function compare(expected: Expectation, reading: Reading): Mismatch[] {
  const { record } = reading;
  const language = expected.abstract?.language ?? expected.language ?? record.language ?? 'und';
  return [
    ...compareIdentifier(expected, record),
    ...compareType(expected, record),
    ...compareLanguage(expected, record),
    ...compareTexts(expected, record),
    ...compareDatestamp(expected, reading),
    ...compareDates(expected, reading),
    ...comparePeriods(expected, reading),
    ...compareBoxes(expected, reading),
    ...compareSets(
      'keywords',
      expected.keywords,
      expected.also?.keywords,
      record.resource.keywords.map(({ label }) => label[language] ?? label['und'] ?? ''),
    ),
    ...compareParties(expected, record, language),
    ...compareSets(
      'online',
      expected.online,
      expected.also?.online,
      record.resource.distributions.map(({ url }) => url),
    ),
  ];
}

function compareIdentifier({ identifier, also }: Expectation, record: CatalogueRecord): Mismatch[] {
  if (identifier === undefined) return [];
  const plain = (code: string) => {
    const { scheme, uri } = parseIdentifier(code);
    return scheme === 'doi' && uri ? uri.toLowerCase() : code;
  };
  const actual = record.metadataIdentifier ?? record.resource.identifiers[0]?.code;
  if (identifier === null) {
    return record.metadataIdentifier === undefined ? [] : [{ field: 'identifier', expected: null, actual }];
  }
  const right = [identifier, ...(also?.identifier ?? [])].map(plain);
  return actual !== undefined && right.includes(plain(actual))
    ? []
    : [{ field: 'identifier', expected: identifier, actual }];
}

/** The document's own word, or the kind of ours that it means. */
function compareType({ type, also }: Expectation, { resource }: CatalogueRecord): Mismatch[] {
  if (type === undefined || type === null) return [];
  const right = [type, ...(also?.type ?? [])];
  const given = resource.typeAsGiven?.split(/[/#]/).at(-1)?.toLowerCase();
  const means = right.some(
    (word) => word === resource.type || findCode(resourceTypeNames, word)?.value === resource.type,
  );
  const kept = resource.type === 'other' && given !== undefined && right.includes(given);
  return means || kept ? [] : [{ field: 'type', expected: type, actual: { type: resource.type, given } }];
}

function compareLanguage({ language, also }: Expectation, record: CatalogueRecord): Mismatch[] {
  if (language === undefined) return [];
  const actual = record.language === 'und' ? null : (record.language ?? null);
  const right: (string | null)[] = [language, ...(also?.language ?? [])];
  return right.includes(actual) ? [] : [{ field: 'language', expected: language, actual }];
}

function compareTexts({ titles, abstract }: Expectation, { resource }: CatalogueRecord): Mismatch[] {
  const mismatches: Mismatch[] = [];
  if (titles !== undefined) {
    const actual = normalisedMap(resource.titles);
    if (JSON.stringify(actual) !== JSON.stringify(normalisedMap(titles))) {
      mismatches.push({ field: 'titles', expected: titles, actual });
    }
  }
  if (abstract === null && Object.values(resource.abstracts).some((text) => text.trim() !== '')) {
    mismatches.push({ field: 'abstract', expected: null, actual: resource.abstracts });
  }
  if (abstract) {
    const text = normalised(resource.abstracts[abstract.language] ?? '');
    const actual = {
      languages: Object.keys(resource.abstracts),
      length: [...text].length,
      sha256: createHash('sha256').update(text).digest('hex'),
    };
    if (actual.sha256 !== abstract.sha256 || actual.length !== abstract.length) {
      mismatches.push({ field: 'abstract', expected: abstract, actual });
    }
  }
  return mismatches;
}

const normalisedMap = (map: LanguageMap) =>
  Object.entries(map)
    .map(([language, text]) => [language, normalised(text)])
    .sort();

/**
 * The date that a raw one stands for by the published rule (`readDate`); `null` where the rule refuses it, and then the
 * reader must have listed a problem that quotes it.
 */
function dateOf(raw: string, problems: readonly Problem[], unreported: string[]): string | null {
  const { date } = readDate(raw);
  if (date !== undefined) return date;
  if (!problems.some(({ code, message }) => code.startsWith('date-') && message.includes(raw)))
    unreported.push(raw);
  return null;
}

/** Fractions of a second are left out of the comparison: nothing is told by trailing zeros. */
const moment = (date: string) => (readDate(date).date ?? date).replace(/\.\d+/, '');

function compareDatestamp(
  { datestamp }: Expectation,
  { record, problems, headerDatestamp }: Reading,
): Mismatch[] {
  if (datestamp === undefined) return [];
  const actual = headerDatestamp ?? record.datestamp ?? null;
  const unreported: string[] = [];
  const expected = datestamp === null ? null : dateOf(datestamp, problems, unreported);
  const same =
    expected === null || actual === null ? expected === actual : moment(expected) === moment(actual);
  return same && unreported.length === 0 ? [] : [{ field: 'datestamp', expected: datestamp, actual }];
}

function compareDates({ dates, also }: Expectation, { record, problems }: Reading): Mismatch[] {
  if (!dates) return [];
  const unreported: string[] = [];
  const written = (list: typeof dates, quiet: boolean) =>
    list.flatMap(({ type, date }) => {
      const read = dateOf(date, problems, quiet ? [] : unreported);
      return read === null ? [] : [{ type, date: moment(read) }];
    });
  const expected = written(dates, false);
  const allowed = [...expected, ...written(also?.dates ?? [], true)];
  const actual = record.resource.dates.map(({ type, date }) => ({ type, date: moment(date) }));
  const same = (one: { type: string | null; date: string }, other: { type: string | null; date: string }) =>
    one.date === other.date && (one.type === null || one.type === other.type);
  // A date of no told kind may be the datestamp instead (README).
  const missing = expected.filter(
    (one) =>
      !actual.some((other) => same(one, other)) &&
      !(one.type === null && record.datestamp !== undefined && moment(record.datestamp) === one.date),
  );
  const extra = actual.filter((other) => !allowed.some((one) => same(one, other)));
  return difference('dates', missing, extra, unreported);
}

function comparePeriods({ periods, also }: Expectation, { record, problems }: Reading): Mismatch[] {
  if (!periods) return [];
  const unreported: string[] = [];
  const written = (list: typeof periods, quiet: boolean) =>
    list.flatMap(({ start, end }) => {
      const [first, last] = [start, end].map((raw) =>
        raw === null ? null : dateOf(raw, problems, quiet ? [] : unreported),
      );
      return first || last ? [`${first ? moment(first) : ''}/${last ? moment(last) : ''}`] : [];
    });
  const expected = written(periods, false);
  const allowed = [...expected, ...written(also?.periods ?? [], true)];
  const actual = record.resource.temporalExtents.flatMap(({ start, end }) =>
    start?.date || end?.date
      ? [`${start?.date ? moment(start.date) : ''}/${end?.date ? moment(end.date) : ''}`]
      : [],
  );
  return difference(
    'periods',
    expected.filter((one) => !actual.includes(one)),
    actual.filter((one) => !allowed.includes(one)),
    unreported,
  );
}

type Box = readonly [west: number, south: number, east: number, north: number];

function compareBoxes({ boxes, also }: Expectation, { record, problems }: Reading): Mismatch[] {
  if (!boxes) return [];
  const actual = record.resource.spatialExtents.flatMap(({ box }): Box[] =>
    box ? [[box.west, box.south, box.east, box.north]] : [],
  );
  const same = (one: Box, other: Box) =>
    one.every((value, index) => Math.abs(value - (other[index] ?? Number.NaN)) <= 1e-9);
  const has = (list: readonly Box[], wanted: Box) => list.some((one) => same(one, wanted));
  const allowed = [...boxes, ...(also?.boxes ?? [])];
  const missing = boxes.filter((wanted) => !has(actual, wanted));
  // What no model of the earth holds (longitude 360) may be given otherwise or left out, but not in silence.
  const unreported = missing.filter((wanted) => !(isOffEarth(wanted) && tellsOfBox(problems)));
  const extra = actual.filter((given) => !has(allowed, given));
  return difference('boxes', unreported, extra, []);
}

const isOffEarth = ([west, south, east, north]: Box) =>
  Math.abs(west) > 180 ||
  Math.abs(east) > 180 ||
  Math.abs(south) > 90 ||
  Math.abs(north) > 90 ||
  south > north;

const tellsOfBox = (problems: readonly Problem[]) =>
  problems.some(({ code }) => /^(box|extent|coordinate|longitude|latitude)/.test(code));

/** Compares two sets of texts; `also` may come in addition. */
function compareSets(
  field: string,
  expected: readonly string[] | undefined,
  also: readonly string[] | undefined,
  given: readonly string[],
): Mismatch[] {
  if (!expected) return [];
  const [wanted, actual] = [expected, given].map(
    (list) => new Set(list.map(normalised).filter((text) => text !== '')),
  );
  const allowed = new Set([...(wanted ?? []), ...(also ?? []).map(normalised)]);
  return difference(
    field,
    [...(wanted ?? [])].filter((text) => !actual?.has(text)),
    [...(actual ?? [])].filter((text) => !allowed.has(text)),
    [],
  );
}
