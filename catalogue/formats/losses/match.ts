import { keyOf, type Leaf, leavesOf, likeness } from './leaves.ts';
import { isTold, type Value } from './meaning.ts';

/** Below this share in common two things are not the same. */
const leastLikeness = 0.34;

/**
 * Finds for each item of a list the one that says the same, or most of it, in another: order doesn't count.
 * @param field name of the field that holds the list
 * @returns a place in `other` for each item of `list`, `undefined` where nothing is like it; two items have one place
 *   where the other list says both at once
 */
export function matchItems(
  list: readonly Value[],
  other: readonly Value[],
  field: string,
): (number | undefined)[] {
  const mine = list.map((item) => leavesOf(item, field));
  const theirs = other.map((item) => leavesOf(item, field));
  const places = exactMatches(mine.map(fingerprint), theirs.map(fingerprint));
  const taken = new Set(places);
  const candidates = list.flatMap((item, from) =>
    places[from] !== undefined || !isTold(item)
      ? []
      : theirs.flatMap((leaves, to) =>
          taken.has(to)
            ? []
            : [{ from, to, like: likeness(mine[from] ?? [], leaves), far: Math.abs(from - to) }],
        ),
  );
  candidates.sort((one, two) => two.like - one.like || one.far - two.far);
  for (const { from, to, like } of candidates) {
    if (like < leastLikeness) break;
    if (places[from] !== undefined || taken.has(to)) continue;
    places[from] = to;
    taken.add(to);
  }
  return places.map((place, from) => place ?? alikeOf(mine[from] ?? [], theirs));
}

function alikeOf(leaves: readonly Leaf[], theirs: readonly (readonly Leaf[])[]): number | undefined {
  const found = theirs.findIndex((other) => likeness(leaves, other) === 1);
  return found === -1 ? undefined : found;
}

function exactMatches(mine: readonly string[], theirs: readonly string[]): (number | undefined)[] {
  const free = new Map<string, number[]>();
  for (const [place, print] of theirs.entries()) free.set(print, [...(free.get(print) ?? []), place]);
  return mine.map((print) => (print === '' ? undefined : free.get(print)?.shift()));
}

const fingerprint = (leaves: readonly Leaf[]) => leaves.map(keyOf).sort().join('\n');
