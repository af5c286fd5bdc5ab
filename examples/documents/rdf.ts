import { elementWith, type XmlChild, type XmlElement } from './xml.ts';

export type RdfLiteral = { readonly value: string; readonly language?: string; readonly datatype?: string };
export type RdfIri = { readonly iri: string };

/** A resource with its types and properties as compact names; without an id it is a blank node. */
export type RdfNode = {
  readonly id?: string;
  readonly types: readonly string[];
  readonly properties: readonly (readonly [name: string, value: RdfValue])[];
};

type RdfValue = RdfNode | RdfIri | RdfLiteral;

export type RdfProperty = RdfNode['properties'][number];

const PREFIXES: Readonly<Record<string, string>> = {
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  gsp: 'http://www.opengis.net/ont/geosparql#',
  hydra: 'http://www.w3.org/ns/hydra/core#',
  locn: 'http://www.w3.org/ns/locn#',
  owl: 'http://www.w3.org/2002/07/owl#',
  prov: 'http://www.w3.org/ns/prov#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  schema: 'http://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/** The nodes as a Turtle document, blank nodes nested in brackets. */
export function turtle(nodes: readonly RdfNode[]): string {
  const prefixes = Object.entries(PREFIXES).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .`);
  return `${prefixes.join('\n')}\n\n${nodes.map((node) => `${turtleSubject(node)} .`).join('\n\n')}\n`;
}

function turtleSubject(node: RdfNode): string {
  return `${node.id === undefined ? '[]' : `<${node.id}>`}\n${turtleProperties(node, 1)}`;
}

function turtleProperties(node: RdfNode, depth: number): string {
  const margin = '  '.repeat(depth);
  const types = node.types.length > 0 ? [`${margin}a ${node.types.join(', ')}`] : [];
  const properties = node.properties.map(([name, value]) => `${margin}${name} ${turtleValue(value, depth)}`);
  return [...types, ...properties].join(' ;\n');
}

function turtleValue(value: RdfValue, depth: number): string {
  if ('iri' in value) return `<${value.iri}>`;
  if ('value' in value) {
    const text = `"${value.value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
    if (value.language !== undefined) return `${text}@${value.language}`;
    return value.datatype === undefined ? text : `${text}^^${value.datatype}`;
  }
  if (value.id !== undefined) return `<${value.id}>`;
  return `[\n${turtleProperties(value, depth + 1)}\n${'  '.repeat(depth)}]`;
}

/** All nodes with an id that stand inside others, which Turtle has no room for in its place. */
export function withNested(nodes: readonly RdfNode[]): RdfNode[] {
  const found = new Map<string, RdfNode>();
  const visit = (node: RdfNode): void => {
    for (const [, value] of node.properties) {
      if (!('properties' in value)) continue;
      if (value.id !== undefined) found.set(value.id, value);
      visit(value);
    }
  };
  nodes.forEach(visit);
  return [...nodes, ...found.values()];
}

/** The nodes as JSON-LD with a context of prefixes written out, so that nobody fetches one. */
export function jsonLd(nodes: readonly RdfNode[]): string {
  const document = { '@context': PREFIXES, '@graph': nodes.map(jsonNode) };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function jsonNode(node: RdfNode): Record<string, unknown> {
  const values = new Map<string, unknown[]>();
  for (const [name, value] of node.properties) {
    values.set(name, [...(values.get(name) ?? []), jsonValue(value)]);
  }
  return {
    ...(node.id !== undefined && { '@id': node.id }),
    ...(node.types.length > 0 && { '@type': node.types.length === 1 ? node.types[0] : node.types }),
    ...Object.fromEntries([...values].map(([name, list]) => [name, list.length === 1 ? list[0] : list])),
  };
}

function jsonValue(value: RdfValue): unknown {
  if ('iri' in value) return { '@id': value.iri };
  if (!('value' in value)) return jsonNode(value);
  if (value.language !== undefined) return { '@value': value.value, '@language': value.language };
  return value.datatype === undefined ? value.value : { '@value': value.value, '@type': value.datatype };
}

/** The nodes as the rdf:RDF element of an RDF/XML document. */
export function rdfXml(nodes: readonly RdfNode[]): XmlElement {
  const namespaces = Object.entries(PREFIXES).map(([prefix, iri]) => [`xmlns:${prefix}`, iri]);
  return elementWith('rdf:RDF', Object.fromEntries(namespaces), nodes.map(xmlNode));
}

function xmlNode(node: RdfNode): XmlElement {
  const [first = 'rdf:Description', ...others] = node.types;
  return elementWith(
    first,
    node.id === undefined ? {} : { 'rdf:about': node.id },
    others.map((type) => elementWith('rdf:type', { 'rdf:resource': fullName(type) })),
    node.properties.map(([name, value]) => xmlProperty(name, value)),
  );
}

function xmlProperty(name: string, value: RdfValue): XmlChild {
  if ('iri' in value) return elementWith(name, { 'rdf:resource': value.iri });
  if (!('value' in value)) return elementWith(name, {}, xmlNode(value));
  const { language, datatype } = value;
  const attributes = {
    ...(language !== undefined && { 'xml:lang': language }),
    ...(datatype !== undefined && { 'rdf:datatype': fullName(datatype) }),
  };
  return elementWith(name, attributes, value.value);
}

function fullName(compact: string): string {
  const [prefix = '', local = ''] = compact.split(':');
  return `${PREFIXES[prefix] ?? `${prefix}:`}${local}`;
}
