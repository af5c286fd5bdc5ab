import type { Quad, Quad_Object, Term } from '@rdfjs/types';
import type { JsonObject, JsonValue } from '../json/index.ts';
import { prefixes, shorten } from './namespaces.ts';
import { canonicalOrder, usedPrefixes } from './serialise.ts';
import { type TreeNode, type TreeValue, treesOf } from './tree.ts';

/**
 * Writes quads as compacted JSON-LD 1.1, so that equal graphs give equal bytes. The context stands in the document:
 * nobody needs a network to expand it. A property that only ever has links, texts with a language, or values of one
 * datatype is declared so, and its values are bare strings.
 * @param options `first`: the subject to begin with
 */
export function writeJsonLd(quads: readonly Quad[], options: { first?: Term } = {}): string {
  const ordered = canonicalOrder(quads, options.first);
  const kinds = kindsOf(ordered);
  const context: JsonObject = Object.fromEntries(usedPrefixes(ordered));
  // `rdf:type` is not written, but a datatype of RDF is.
  for (const [predicate, kind] of [...kinds].sort(([one], [other]) => (one < other ? -1 : 1)))
    if (kind !== 'mixed')
      context[shorten(predicate)] = {
        '@id': predicate,
        ...definitions[kind.split(' ')[0] ?? ''],
        ...typeOf(kind),
      };
  const trees = treesOf(ordered).map((tree) => objectOf(tree, kinds, true));
  const document: JsonObject = {
    '@context': context,
    ...(trees.length === 1 ? trees[0] : { '@graph': trees }),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

const rdfType = `${prefixes.rdf}type`;
const xsdString = `${prefixes.xsd}string`;

/** What all values of a property have in common: `link`, `language`, `datatype <IRI>`, or nothing. */
type Kind = 'link' | 'language' | 'mixed' | `datatype ${string}`;

const definitions: Readonly<Record<string, JsonObject>> = {
  link: { '@type': '@id' },
  language: { '@container': '@language' },
};

function typeOf(kind: Kind): JsonObject {
  const [, datatype] = kind.split(' ');
  return datatype === undefined ? {} : { '@type': shorten(datatype) };
}

function kindsOf(quads: readonly Quad[]): Map<string, Kind> {
  const kinds = new Map<string, Kind>();
  for (const { predicate, object } of quads) {
    if (predicate.value === rdfType) continue;
    const kind = kindOf(object);
    const known = kinds.get(predicate.value);
    kinds.set(predicate.value, known === undefined || known === kind ? kind : 'mixed');
  }
  return kinds;
}

function kindOf(term: Quad_Object): Kind {
  if (term.termType !== 'Literal') return 'link';
  if (term.language) return 'language';
  return term.datatype.value === xsdString ? 'mixed' : `datatype ${term.datatype.value}`;
}

function objectOf(
  { term, properties }: TreeNode,
  kinds: ReadonlyMap<string, Kind>,
  named: boolean,
): JsonObject {
  const object: JsonObject = {};
  if (term.termType === 'NamedNode') object['@id'] = term.value;
  else if (named) object['@id'] = `_:${term.value}`;
  for (const { predicate, values } of properties) {
    if (predicate === rdfType) object['@type'] = single(values.map((value) => shorten(value.term.value)));
    else object[shorten(predicate)] = valuesOf(values, kinds.get(predicate) ?? 'mixed', kinds);
  }
  return object;
}

function valuesOf(values: readonly TreeValue[], kind: Kind, kinds: ReadonlyMap<string, Kind>): JsonValue {
  if (kind !== 'language') return single(values.map((value) => jsonOf(value, kind, kinds)));
  const texts = new Map<string, string[]>();
  for (const { term } of values) {
    const language = term.termType === 'Literal' ? term.language : '';
    texts.set(language, [...(texts.get(language) ?? []), term.value]);
  }
  return Object.fromEntries([...texts].map(([language, own]) => [language, single(own)]));
}

function jsonOf({ term, node }: TreeValue, kind: Kind, kinds: ReadonlyMap<string, Kind>): JsonValue {
  if (node) return objectOf(node, kinds, false);
  if (term.termType !== 'Literal') {
    const id = term.termType === 'BlankNode' ? `_:${term.value}` : term.value;
    return kind === 'link' ? id : { '@id': id };
  }
  if (kind !== 'mixed') return term.value;
  if (term.language) return { '@language': term.language, '@value': term.value };
  return term.datatype.value === xsdString
    ? term.value
    : { '@type': shorten(term.datatype.value), '@value': term.value };
}

function single(values: readonly JsonValue[]): JsonValue {
  const [first] = values;
  return values.length === 1 && first !== undefined ? first : [...values];
}
