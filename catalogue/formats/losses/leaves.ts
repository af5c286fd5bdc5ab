import { isList, isObject, languageMaps, meaningOf, membersOf, type Value } from './meaning.ts';

/** One text, number or truth value within a part of the model. */
export type Leaf = {
  /** Field names without places in lists and languages: `party.organisation`. */
  field: string;
  meaning: string;
};

/** Everything that a part of the model says. */
export function leavesOf(value: Value, field = ''): Leaf[] {
  if (value === null || value === undefined || value === '') return [];
  if (isList(value)) {
    if (isPosition(value)) return [{ field, meaning: JSON.stringify(value) }];
    return value.flatMap((item) => leavesOf(item, field));
  }
  if (!isObject(value)) return [{ field, meaning: meaningOf(value) }];
  if (languageMaps.has(lastName(field))) return Object.values(value).flatMap((text) => leavesOf(text, field));
  return membersOf(value, '.').flatMap(([key, member]) =>
    leavesOf(member, field === '' ? key : `${field}.${key}`),
  );
}

/** A list of numbers is one value: a position, or a ring of them. */
export function isPosition(list: readonly Value[]): boolean {
  const [first] = list;
  return typeof first === 'number' || (isList(first ?? null) && isPosition(isList(first) ? first : []));
}

const lastName = (field: string) => field.slice(field.lastIndexOf('.') + 1);

/** Long texts tell more surely than codes what is the same thing. */
function weightOf({ meaning }: Leaf): number {
  return Math.min(meaning.length, 60);
}

/** The share of the lesser of two things that the other says too, 0 to 1. */
export function likeness(one: readonly Leaf[], other: readonly Leaf[]): number {
  const keys = new Set(other.map(keyOf));
  const shared = sum(one.filter((leaf) => keys.has(keyOf(leaf))));
  const least = Math.min(sum(one), sum(other));
  return least === 0 ? 0 : shared / least;
}

export const keyOf = ({ field, meaning }: Leaf) => `${field} ${meaning}`;
const sum = (leaves: readonly Leaf[]) => leaves.reduce((total, leaf) => total + weightOf(leaf), 0);
