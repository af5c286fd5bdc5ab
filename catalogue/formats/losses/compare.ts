import type { CatalogueRecord } from '../../model/index.ts';
import { isPosition, leavesOf } from './leaves.ts';
import { matchItems } from './match.ts';
import {
  isList,
  isObject,
  isTold,
  languageMaps,
  type Members,
  meaningOf,
  membersOf,
  type Value,
} from './meaning.ts';
import { shortly } from './shortly.ts';

/** One thing that a record says and a document of it does not, or not so. */
export type Loss = {
  /** Place in the model: `resource.distributions[2].checksum`. */
  path: string;
  /** What the record says there, shortened. */
  value: string;
  /**
   * `dropped`: it is not said; `changed`: something else is said in its place; `merged`: it is said, but in another
   * field or as a part of another text, so that no program knows it for what it is.
   */
  kind: 'dropped' | 'changed' | 'merged';
  /** What is said instead, where it is said, or what the writer told. */
  note?: string;
};

/** Lists whose order tells something: of authors, of steps. */
const ordered = new Set(['responsibilities', 'processSteps', 'dimensions']);

/**
 * What a record says and another does not. What the other says beyond it is no loss.
 * @param sent the record that was written
 * @param got the record that was read back
 */
export function compareRecords(sent: CatalogueRecord, got: CatalogueRecord): Loss[] {
  const losses: Loss[] = [];
  const elsewhere = textsOf(got);

  compareObjects(sent, got, '');
  return losses;

  function compare(one: Value, other: Value, path: string, field: string): void {
    if (!isTold(one) || one === null || one === undefined) return;
    if (!isTold(other) || other === null || other === undefined) lose(one, path, field);
    else if (isList(one) && !isPosition(one) && isList(other)) compareLists(one, other, path, field);
    else if (isObject(one) && isObject(other)) {
      if (languageMaps.has(field)) compareTexts(one, other, path);
      else compareObjects(one, other, path);
    } else comparePlain(plainOf(one), plainOf(other), path);
  }

  function comparePlain(
    one: string | number | boolean,
    other: string | number | boolean,
    path: string,
  ): void {
    if (meaningOf(one) === meaningOf(other)) return;
    losses.push({ path, value: shortly(one), kind: 'changed', note: shortly(other) });
  }

  function compareObjects(one: Members, other: Members, path: string): void {
    for (const [key, value] of membersOf(one, path))
      compare(value, other[key], path === '' ? key : `${path}.${key}`, key);
  }

  /** A text that lost its language is told as changed, not as dropped. */
  function compareTexts(one: Members, other: Members, path: string): void {
    for (const [language, text] of Object.entries(one)) {
      if (!isTold(text)) continue;
      const there = other[language];
      if (isTold(there)) {
        compare(text, there, `${path}.${language}`, '');
        continue;
      }
      const moved = Object.entries(other).find(([, candidate]) => sameText(candidate, text));
      if (moved)
        losses.push({
          path: `${path}.${language}`,
          value: shortly(text),
          kind: 'changed',
          note: `language: ${moved[0]}`,
        });
      else lose(text, `${path}.${language}`, '');
    }
  }

  function compareLists(one: readonly Value[], other: readonly Value[], path: string, field: string): void {
    const places = matchItems(one, other, field);
    for (const [index, item] of one.entries()) {
      const place = places[index];
      if (!isTold(item)) continue;
      if (place === undefined) lose(item, `${path}[${index}]`, field);
      else compare(item, other[place], `${path}[${index}]`, field);
    }
    const matched = places.filter((place) => place !== undefined);
    if (ordered.has(field) && !sameOrder(one, matched, places))
      losses.push({ path, value: shortly(one), kind: 'changed', note: 'order' });
  }

  function lose(value: Value, path: string, field: string): void {
    const found = whereSaid(value, field, elsewhere);
    losses.push({
      path,
      value: shortly(value),
      kind: found === undefined ? 'dropped' : 'merged',
      ...(found ? { note: found } : {}),
    });
  }
}

/** Positions are compared as one value. */
function plainOf(value: NonNullable<Value>): string | number | boolean {
  return isList(value) || isObject(value) ? JSON.stringify(value) : value;
}

function sameText(one: Value, other: Value): boolean {
  return typeof one === 'string' && typeof other === 'string' && meaningOf(one) === meaningOf(other);
}

/** Parties of one role keep their order; between roles it tells nothing. */
function sameOrder(
  list: readonly Value[],
  matched: readonly number[],
  places: readonly (number | undefined)[],
): boolean {
  if (matched.length < 2) return true;
  const last = new Map<Value, number>();
  return list.every((item, index) => {
    const place = places[index];
    if (place === undefined) return true;
    const group = isObject(item) ? item['role'] : undefined;
    const before = last.get(group) ?? -1;
    last.set(group, place);
    return place >= before;
  });
}

/** Shorter texts are met by chance. */
const tellingLength = 6;
/** From here on a text may also be a part of another; dates and numbers are parts of many. */
const textLength = 8;

type Said = { path: string; meaning: string };

/** Every text that a record says, with its field. */
function textsOf(record: CatalogueRecord): Said[] {
  return leavesOf(record)
    .filter(({ meaning }) => meaning.length >= tellingLength)
    .map(({ field, meaning }) => ({ path: field, meaning }));
}

/** @returns the field that says all the texts of a value, `undefined` when one is nowhere to be found */
function whereSaid(value: Value, field: string, said: readonly Said[]): string | undefined {
  const wanted = leavesOf(value, field).filter(({ meaning }) => meaning.length >= tellingLength);
  let where: string | undefined;
  for (const { meaning } of wanted) {
    const isText = meaning.length >= textLength && !/^[\d:TZ.+-]+$/.test(meaning);
    const found = said.find((text) => (isText ? text.meaning.includes(meaning) : text.meaning === meaning));
    if (!found) return undefined;
    where ??= found.path;
  }
  return where;
}
