import { createHash } from 'node:crypto';
import type { Quad, Term } from '@rdfjs/types';
import { DataFactory, Writer } from 'n3';
import { type Curie, prefixes, spellings } from './namespaces.ts';

/**
 * RDF knows no order, but a list of authors does: their order in the document is kept. Everything else is sorted.
 */
const orderedPredicates = new Set(
  (
    ['dct:creator', 'dct:contributor', 'prov:qualifiedAttribution', 'dct:title', 'dct:description'] as Curie[]
  ).flatMap((curie) => [...spellings(curie)]),
);

/**
 * Writes quads so that equal graphs give equal bytes, whatever order and blank node labels the source made up this
 * time: that is what "unchanged" is decided by. Blank nodes are named in the order in which they are met.
 * @param quads the graph
 * @param options `first`: the subject to begin with; `format`: Turtle unless told
 */
export function serialiseRdf(
  quads: readonly Quad[],
  options: { first?: Term; format?: 'turtle' | 'n-triples' } = {},
): string {
  const ordered = canonicalOrder(quads, options.first);
  const used = usedPrefixes(ordered);
  const writer =
    options.format === 'n-triples'
      ? new Writer({ format: 'N-Triples' })
      : new Writer({ prefixes: Object.fromEntries(used) });
  writer.addQuads(ordered);
  let text = '';
  writer.end((error, result) => {
    if (error) throw error;
    text = String(result);
  });
  return text;
}

/** Those prefixes that shorten something, in their own order. */
export function usedPrefixes(quads: readonly Quad[]): [string, string][] {
  const namespaces = new Set<string>();
  for (const quad of quads)
    for (const iri of iris(quad))
      namespaces.add(iri.slice(0, Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1));
  return Object.entries(prefixes).filter(([, namespace]) => namespaces.has(namespace));
}

/** Turtle has a shorter way to say these. */
const unwritten = new Set([`${prefixes.rdf}type`, `${prefixes.rdf}langString`, `${prefixes.xsd}string`]);

function iris(quad: Quad): string[] {
  const terms: Term[] = [quad.subject, quad.predicate, quad.object];
  if (quad.object.termType === 'Literal') terms.push(quad.object.datatype);
  return terms.flatMap((term) =>
    term.termType === 'NamedNode' && !unwritten.has(term.value) ? [term.value] : [],
  );
}

const keyOf = (term: Term) => `${term.termType} ${term.value}`;

/** Blank nodes nested deeper are told apart no more: records nest them to about 6. */
const deepest = 100;

/**
 * Statements in an order of their own, whatever order they come in, with blank nodes named in the order in which they are
 * met: `b0`, `b1`…
 * @param first the subject to begin with
 */
export function canonicalOrder(quads: readonly Quad[], first: Term | undefined): Quad[] {
  const bySubject = new Map<string, Quad[]>();
  for (const quad of quads) {
    const key = keyOf(quad.subject);
    const known = bySubject.get(key);
    if (known) known.push(quad);
    else bySubject.set(key, [quad]);
  }
  const signatures = new Map<string, string>();
  /** What a term says whatever its label; a blank node is what is said of it. A way round in a circle adds nothing. */
  const signature = (term: Term, depth = 0): string => {
    if (term.termType === 'Literal') return `"${term.value}"${term.language} ${term.datatype.value}`;
    const key = keyOf(term);
    if (term.termType !== 'BlankNode') return key;
    const known = signatures.get(key);
    if (known !== undefined) return known;
    if (depth > deepest) return '_';
    signatures.set(key, '_');
    const said = (bySubject.get(key) ?? []).map(
      (quad) => `${quad.predicate.value} ${signature(quad.object, depth + 1)}`,
    );
    const made = `_${createHash('sha256').update(said.sort().join('\n')).digest('base64url')}`;
    signatures.set(key, made);
    return made;
  };
  const sorted = (subject: string): Quad[] =>
    (bySubject.get(subject) ?? [])
      .map((quad, place) => ({
        quad,
        predicate: quad.predicate.value === `${prefixes.rdf}type` ? '' : quad.predicate.value,
        object: orderedPredicates.has(quad.predicate.value)
          ? String(place).padStart(6, '0')
          : signature(quad.object),
      }))
      .sort((one, other) => compare(one.predicate, other.predicate) || compare(one.object, other.object))
      .map(({ quad }) => quad);
  const labels = new Map<string, string>();
  const rename = <T extends Term>(term: T) => {
    if (term.termType !== 'BlankNode') return term;
    const label = labels.get(term.value) ?? `b${labels.size}`;
    labels.set(term.value, label);
    return DataFactory.blankNode(label);
  };
  const result: Quad[] = [];
  const written = new Set<string>();
  const write = (subject: string) => {
    const waiting = [subject];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (written.has(next)) continue;
      written.add(next);
      const own = sorted(next);
      for (const quad of own)
        result.push(DataFactory.quad(rename(quad.subject), quad.predicate, rename(quad.object)));
      // One by one: a node may have more statements than a call takes arguments.
      for (const quad of own.reverse()) waiting.push(keyOf(quad.object));
    }
  };
  if (first) write(keyOf(first));
  const subjects = new Map(
    [...bySubject].map(([key, own]) => [key, own[0] ? signature(own[0].subject) : '']),
  );
  for (const [key] of [...subjects].sort(([, one], [, other]) => compare(one, other))) write(key);
  return result;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
