import { isDeepStrictEqual } from 'node:util';
import type { CatalogueRecord } from '#catalogue/model';

/** One place where two states of a record differ; a side is absent where there was nothing. */
export type FieldDifference = {
  /** Name of the field in the model; the key of its text in `modelFields`. */
  field: string;
  /** Where within the field, such as `2 › name`; '' for the field itself. */
  path: string;
  before?: string;
  after?: string;
};

/** Characters of one value that are shown. */
const longestValue = 1000;

/** What differs between two states of a record, field by field, in the order of the model. */
export function differenceOf(before: CatalogueRecord, after: CatalogueRecord): FieldDifference[] {
  const { resource: resourceBefore, ...recordBefore } = before;
  const { resource: resourceAfter, ...recordAfter } = after;
  return [...ofFields(resourceBefore, resourceAfter), ...ofFields(recordBefore, recordAfter)];
}

function ofFields(before: object, after: object): FieldDifference[] {
  const [one, other] = [entriesOf(before), entriesOf(after)];
  return keysOf(one, other).flatMap((field) => compare(field, [], one.get(field), other.get(field)));
}

function compare(field: string, path: readonly string[], before: unknown, after: unknown): FieldDifference[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) {
    const [gone, come] = [unmatched(before, after), unmatched(after, before)];
    // Only the order changed: what is said is the same.
    return Array.from({ length: Math.max(gone.length, come.length) }, (_nothing, index) => {
      const place = come[index]?.place ?? gone[index]?.place ?? index;
      return compare(field, [...path, String(place + 1)], gone[index]?.value, come[index]?.value);
    }).flat();
  }
  if (isPlain(before) && isPlain(after)) {
    const [one, other] = [entriesOf(before), entriesOf(after)];
    return keysOf(one, other).flatMap((key) => compare(field, [...path, key], one.get(key), other.get(key)));
  }
  const [was, is] = [inWords(before), inWords(after)];
  return [
    {
      field,
      path: path.join(' › '),
      ...(was === '' ? {} : { before: was }),
      ...(is === '' ? {} : { after: is }),
    },
  ];
}

/** Members of a list that the other has not, each as often as it has it less, with their place. */
function unmatched(list: readonly unknown[], other: readonly unknown[]): { value: unknown; place: number }[] {
  const left = other.map((value) => JSON.stringify(value));
  return list.flatMap((value, place) => {
    const found = left.indexOf(JSON.stringify(value));
    if (found < 0) return [{ value, place }];
    left.splice(found, 1);
    return [];
  });
}

/** A value as a line: names and values of an object, members of a list. */
function inWords(value: unknown): string {
  const words = worded(value);
  return words.length > longestValue ? `${words.slice(0, longestValue)}…` : words;
}

function worded(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(worded).join(', ');
  if (!isPlain(value)) return String(value);
  return [...entriesOf(value)]
    .map(([name, part]) => [name, worded(part)])
    .filter(([, words]) => words !== '')
    .map(([name, words]) => `${name}: ${words}`)
    .join('; ');
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function entriesOf(value: object): Map<string, unknown> {
  return new Map(Object.entries(value));
}

function keysOf(one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])];
}
