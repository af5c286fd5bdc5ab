import type { Quad_Subject, Term } from '@rdfjs/types';
import type { Store } from 'n3';
import { type Curie, shorten, spellings } from './namespaces.ts';

/**
 * One node of a graph with its way back to the graph: the cursor that RDF readers walk with.
 * Properties are named by CURIE and found under every spelling of the vocabulary.
 */
export class RdfNode {
  constructor(
    readonly store: Store,
    readonly term: Term,
    /** How one came here, for problems: `dct:spatial/dcat:bbox`. */
    readonly path: string = '',
  ) {}

  /** Literal text, IRI or blank node label. */
  get value(): string {
    return this.term.value;
  }

  get isLiteral(): boolean {
    return this.term.termType === 'Literal';
  }

  get isNamed(): boolean {
    return this.term.termType === 'NamedNode';
  }

  /** The IRI, where the node has one. */
  get iri(): string | undefined {
    return this.term.termType === 'NamedNode' && this.term.value !== '' ? this.term.value : undefined;
  }

  /** Language tag of a literal as written, `''` for none. */
  get language(): string {
    return this.term.termType === 'Literal' ? this.term.language : '';
  }

  /** Datatype IRI of a literal, `''` for anything else. */
  get datatype(): string {
    return this.term.termType === 'Literal' ? this.term.datatype.value : '';
  }

  /** Values of any of these properties, in document order within each property, equal ones once. */
  all(...curies: Curie[]): RdfNode[] {
    if (!isSubject(this.term)) return [];
    const found = new Map<string, RdfNode>();
    for (const curie of curies) {
      for (const iri of spellings(curie)) {
        for (const object of this.store.getObjects(this.term, iri, null)) {
          const key = `${object.termType} ${object.value} ${object.termType === 'Literal' ? `${object.language} ${object.datatype.value}` : ''}`;
          if (!found.has(key)) found.set(key, this.step(object, curie));
        }
      }
    }
    return [...found.values()];
  }

  /** First value of the first of these properties that has one. */
  one(...curies: Curie[]): RdfNode | undefined {
    for (const curie of curies) {
      const first = this.all(curie)[0];
      if (first) return first;
    }
    return undefined;
  }

  /** Trimmed text of the first literal (or IRI) of the first of these properties that has one. */
  text(...curies: Curie[]): string | undefined {
    const found = this.one(...curies)?.value.trim();
    return found === '' ? undefined : found;
  }

  /** Nodes that point here by any of these properties. */
  inverse(...curies: Curie[]): RdfNode[] {
    if (this.term.termType === 'Literal') return [];
    const found = new Map<string, RdfNode>();
    for (const curie of curies)
      for (const iri of spellings(curie))
        for (const subject of this.store.getSubjects(iri, this.term, null))
          found.set(`${subject.termType} ${subject.value}`, this.step(subject, `^${curie}`));
    return [...found.values()];
  }

  /** Whether the node has any of these types. */
  is(...curies: Curie[]): boolean {
    if (!isSubject(this.term)) return false;
    const types = new Set(this.types);
    return curies.some((curie) => spellings(curie).some((iri) => types.has(iri)));
  }

  /** IRIs of rdf:type. */
  get types(): string[] {
    return isSubject(this.term)
      ? this.store.getObjects(this.term, spellings('rdf:type')[0] ?? '', null).map((type) => type.value)
      : [];
  }

  /** Whether the graph says anything about this node. */
  get isDescribed(): boolean {
    return isSubject(this.term) && this.store.countQuads(this.term, null, null, null) > 0;
  }

  private step(term: Term, curie: string): RdfNode {
    return new RdfNode(this.store, term, this.path === '' ? curie : `${this.path}/${curie}`);
  }

  toString(): string {
    return this.path === '' ? shorten(this.value) : this.path;
  }
}

function isSubject(term: Term): term is Quad_Subject {
  return term.termType === 'NamedNode' || term.termType === 'BlankNode';
}

/**
 * Nodes of any of these types, in document order, each once.
 * @param store the graph
 * @param curies types
 */
export function nodesOfType(store: Store, ...curies: Curie[]): RdfNode[] {
  const found = new Map<string, RdfNode>();
  const type = spellings('rdf:type')[0] ?? '';
  for (const curie of curies)
    for (const iri of spellings(curie))
      for (const subject of store.getSubjects(type, iri, null)) {
        const key = `${subject.termType} ${subject.value}`;
        if (!found.has(key)) found.set(key, new RdfNode(store, subject));
      }
  return [...found.values()];
}
