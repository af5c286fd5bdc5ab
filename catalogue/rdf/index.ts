export { describe } from './describe.ts';
export { mendIri } from './iri.ts';
export { type Curie, expand, prefixes, shorten } from './namespaces.ts';
export { nodesOfType, RdfNode } from './node.ts';
export { type ParsedRdf, parseRdf } from './parse.ts';
export { serialiseRdf } from './serialise.ts';
export { type RdfSyntax, sniffSyntax } from './syntax.ts';
export { writeJsonLd } from './write-json-ld.ts';
export { writeRdfXml } from './write-rdf-xml.ts';
