/** An edge between two records: a judgement, or what a person decided. */
export type Pair = { left: string; right: string };
export type Link = Pair & { score: number };

export type ClusteringInput = {
  ids: readonly string[];
  /** Pairs judged to be the same. */
  links: readonly Link[];
  /** What people joined, and what they keep apart. */
  joins: readonly Pair[];
  splits: readonly Pair[];
  /** Whether two records can never be one, whatever is between them. */
  contradicts: (left: string, right: string) => boolean;
};

/**
 * Groups records into clusters: what people joined first, then the surest links; a link does not join two groups of which
 * some members were split by a person or contradict each other. The order in which records came makes no difference.
 * @returns groups of two or more, members ascending, groups in the order of their first member
 */
export function formClusters({ ids, links, joins, splits, contradicts }: ClusteringInput): string[][] {
  const groups = new Map(ids.map((id) => [id, [id]]));
  const apart = new Set(splits.flatMap(({ left, right }) => [`${left} ${right}`, `${right} ${left}`]));
  const merge = ({ left, right }: Pair, forbidden: (one: string, other: string) => boolean) => {
    const [first, second] = [groups.get(left), groups.get(right)];
    if (!first || !second || first === second) return;
    if (first.some((one) => second.some((other) => forbidden(one, other)))) return;
    const all = [...first, ...second];
    for (const id of all) groups.set(id, all);
  };
  const isSplit = (one: string, other: string) => apart.has(`${one} ${other}`);
  for (const join of [...joins].sort(byIds)) merge(join, isSplit);
  const surest = [...links].sort((one, other) => other.score - one.score || byIds(one, other));
  for (const link of surest) merge(link, (one, other) => isSplit(one, other) || contradicts(one, other));
  const found = [...new Set(groups.values())].filter((group) => group.length > 1);
  return found.map((group) => [...group].sort()).sort(([one = ''], [other = '']) => (one < other ? -1 : 1));
}

function byIds(one: Pair, other: Pair): number {
  const [first, second] = [ordered(one), ordered(other)];
  if (first.left !== second.left) return first.left < second.left ? -1 : 1;
  return first.right < second.right ? -1 : Number(first.right > second.right);
}

/** The pair with its lesser id first: how pairs are kept. */
export function ordered<Kind extends Pair>(pair: Kind): Kind {
  const { left, right } = pair;
  return left <= right ? pair : { ...pair, left: right, right: left };
}
