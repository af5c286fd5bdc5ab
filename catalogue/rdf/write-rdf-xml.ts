import type { Quad, Term } from '@rdfjs/types';
import { prefixes } from './namespaces.ts';
import { canonicalOrder } from './serialise.ts';
import { type TreeNode, type TreeValue, treesOf } from './tree.ts';

/**
 * Writes quads as RDF/XML 1.1, so that equal graphs give equal bytes: typed node elements, blank nodes within the
 * property that points to them.
 * @param options `first`: the subject to begin with
 * @throws Error for a property whose IRI no XML name can end (RDF/XML can't say it)
 */
export function writeRdfXml(quads: readonly Quad[], options: { first?: Term } = {}): string {
  const names = new Names();
  const lines: string[] = [];
  for (const tree of treesOf(canonicalOrder(quads, options.first))) writeNode(tree, '  ', names, lines);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<rdf:RDF${names.declarations()}>`,
    ...lines,
    '</rdf:RDF>\n',
  ].join('\n');
}

const rdfType = `${prefixes.rdf}type`;
const plain = new Set([`${prefixes.xsd}string`, `${prefixes.rdf}langString`]);

function writeNode({ term, properties }: TreeNode, indent: string, names: Names, lines: string[]): void {
  const types = properties.find(({ predicate }) => predicate === rdfType)?.values ?? [];
  const named = types.find((type) => type.term.termType === 'NamedNode' && names.fits(type.term.value));
  const element = named ? names.of(named.term.value) : 'rdf:Description';
  // A nested node needs no name; where it is at the top, others refer to it.
  const identity =
    term.termType === 'NamedNode'
      ? ` rdf:about="${escaped(term.value)}"`
      : indent === '  '
        ? ` rdf:nodeID="${escaped(term.value)}"`
        : '';
  const written = properties.flatMap(({ predicate, values }) =>
    values.filter((value) => value !== named).map((value) => ({ predicate, value })),
  );
  if (written.length === 0) {
    lines.push(`${indent}<${element}${identity}/>`);
    return;
  }
  lines.push(`${indent}<${element}${identity}>`);
  for (const { predicate, value } of written)
    writeProperty(names.of(predicate), value, `${indent}  `, names, lines);
  lines.push(`${indent}</${element}>`);
}

function writeProperty(name: string, value: TreeValue, indent: string, names: Names, lines: string[]): void {
  const { term, node } = value;
  if (node) {
    lines.push(`${indent}<${name}>`);
    writeNode(node, `${indent}  `, names, lines);
    lines.push(`${indent}</${name}>`);
  } else if (term.termType === 'Literal') {
    const kind = term.language
      ? ` xml:lang="${escaped(term.language)}"`
      : plain.has(term.datatype.value)
        ? ''
        : ` rdf:datatype="${escaped(term.datatype.value)}"`;
    lines.push(`${indent}<${name}${kind}>${escaped(term.value)}</${name}>`);
  } else {
    const reference = term.termType === 'BlankNode' ? 'nodeID' : 'resource';
    lines.push(`${indent}<${name} rdf:${reference}="${escaped(term.value)}"/>`);
  }
}

/** Qualified names, with the namespaces that they use. */
class Names {
  private readonly used = new Map<string, string>([[prefixes.rdf, 'rdf']]);

  fits(iri: string): boolean {
    return split(iri) !== undefined;
  }

  of(iri: string): string {
    const parts = split(iri);
    if (!parts) throw new Error(`RDF/XML has no name for <${iri}>.`);
    const [namespace, local] = parts;
    const known = Object.entries(prefixes).find(([, address]) => address === namespace)?.[0];
    const prefix = this.used.get(namespace) ?? known ?? `ns${this.used.size}`;
    this.used.set(namespace, prefix);
    return `${prefix}:${local}`;
  }

  declarations(): string {
    return [...this.used]
      .sort(([, one], [, other]) => (one < other ? -1 : 1))
      .map(([namespace, prefix]) => `\n    xmlns:${prefix}="${escaped(namespace)}"`)
      .join('');
  }
}

/** Namespace and the XML name that the IRI ends with. */
function split(iri: string): readonly [string, string] | undefined {
  const local = /[\p{L}_][\p{L}\p{Nd}._-]*$/u.exec(iri)?.[0];
  const known = Object.values(prefixes).find(
    (namespace) =>
      iri.startsWith(namespace) && /^[\p{L}_][\p{L}\p{Nd}._-]*$/u.test(iri.slice(namespace.length)),
  );
  if (known) return [known, iri.slice(known.length)];
  return local === undefined || local.length === iri.length
    ? undefined
    : [iri.slice(0, -local.length), local];
}

/** XML 1.0 knows no other control characters, and no half of a surrogate pair. */
const unspeakable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu;

function escaped(text: string): string {
  return text
    .replace(unspeakable, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}
