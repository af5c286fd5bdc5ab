import type { Quad, Quad_Object, Quad_Subject } from '@rdfjs/types';

/** One subject with what is said of it; blank nodes that only it points to stand within. */
export type TreeNode = {
  term: Quad_Subject;
  properties: readonly { predicate: string; values: readonly TreeValue[] }[];
};
/** A value that is a node of the tree is written where it stands; any other is referred to. */
export type TreeValue = { term: Quad_Object; node?: TreeNode };

/**
 * Arranges statements as nested descriptions, for syntaxes that nest: a blank node that one statement points to is put
 * there; everything else stands at the top, in the order in which it is met.
 * @param quads in canonical order
 */
export function treesOf(quads: readonly Quad[]): TreeNode[] {
  const bySubject = new Map<string, Quad[]>();
  const pointers = new Map<string, number>();
  for (const quad of quads) {
    const own = bySubject.get(keyOf(quad.subject));
    if (own) own.push(quad);
    else bySubject.set(keyOf(quad.subject), [quad]);
    const object = keyOf(quad.object);
    pointers.set(object, (pointers.get(object) ?? 0) + 1);
  }
  const nests = (term: Quad_Object) =>
    term.termType === 'BlankNode' && pointers.get(keyOf(term)) === 1 && bySubject.has(keyOf(term));
  const placed = new Set<string>();
  const nodeOf = (term: Quad_Subject): TreeNode => {
    placed.add(keyOf(term));
    const properties = new Map<string, TreeValue[]>();
    for (const { predicate, object } of bySubject.get(keyOf(term)) ?? []) {
      const nested =
        nests(object) && !placed.has(keyOf(object)) && object.termType === 'BlankNode'
          ? nodeOf(object)
          : undefined;
      const value = nested ? { term: object, node: nested } : { term: object };
      const known = properties.get(predicate.value);
      if (known) known.push(value);
      else properties.set(predicate.value, [value]);
    }
    return { term, properties: [...properties].map(([predicate, values]) => ({ predicate, values })) };
  };
  const subjects = [...new Map(quads.map(({ subject }) => [keyOf(subject), subject])).values()];
  const trees = subjects.filter((subject) => !isObject(subject) || !nests(subject)).map(nodeOf);
  // Blank nodes that only point to each other in a circle are nested in none of them.
  for (const subject of subjects) if (!placed.has(keyOf(subject))) trees.push(nodeOf(subject));
  return trees;
}

function isObject(term: Quad_Subject): term is Quad_Subject & Quad_Object {
  return term.termType === 'BlankNode' || term.termType === 'NamedNode';
}

const keyOf = (term: { termType: string; value: string }) => `${term.termType} ${term.value}`;
