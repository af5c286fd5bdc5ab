/** How things are told apart: their kind, what they say exactly, and the single texts in them. */
export type Features = { kind: string; print: string; texts: ReadonlySet<string> };

/** Below this share of texts in common two things of a kind are not the same. */
const leastLikeness = 0.3;

/**
 * Finds for each thing its counterpart in another list: the one that says the same, else the one that says most of it,
 * else the only one left of its kind.
 * @returns a place in `others` for each of `things`, `undefined` for none; no place twice
 */
export function align(things: readonly Features[], others: readonly Features[]): (number | undefined)[] {
  const places: (number | undefined)[] = things.map(() => undefined);
  const taken = new Set<number>();
  const pair = (from: number, to: number) => {
    places[from] = to;
    taken.add(to);
  };
  for (const [from, { kind, print }] of things.entries()) {
    const to = others.findIndex(
      (other, at) => !taken.has(at) && other.kind === kind && other.print === print,
    );
    if (to !== -1) pair(from, to);
  }
  const candidates = things.flatMap((thing, from) =>
    places[from] !== undefined
      ? []
      : others.flatMap((other, to) =>
          taken.has(to) || other.kind !== thing.kind ? [] : [{ from, to, like: likeness(thing, other) }],
        ),
  );
  candidates.sort((one, two) => two.like - one.like || one.from - two.from || one.to - two.to);
  for (const { from, to, like } of candidates) {
    if (like < leastLikeness || places[from] !== undefined || taken.has(to)) continue;
    pair(from, to);
  }
  for (const [from, { kind }] of things.entries()) {
    if (places[from] !== undefined) continue;
    const mine = things.filter((other, at) => other.kind === kind && places[at] === undefined);
    const free = others.flatMap((other, at) => (other.kind === kind && !taken.has(at) ? [at] : []));
    if (mine.length === 1 && free.length === 1 && free[0] !== undefined) pair(from, free[0]);
  }
  return places;
}

function likeness({ texts: one }: Features, { texts: other }: Features): number {
  const weight = (texts: Iterable<string>) => {
    let sum = 0;
    for (const text of texts) sum += Math.min(text.length, 60);
    return sum;
  };
  const least = Math.min(weight(one), weight(other));
  return least === 0 ? 0 : weight([...one].filter((text) => other.has(text))) / least;
}
