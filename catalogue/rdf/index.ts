export { describe } from './describe.ts';
export { isAbsolute } from './iri.ts';
export { type Curie, prefixes, shorten, spellings } from './namespaces.ts';
export { nodesOfType, RdfNode } from './node.ts';
export { largestGraph, type ParsedRdf, parseRdf } from './parse.ts';
export { serialiseRdf } from './serialise.ts';
export { type RdfSyntax, sniffSyntax, syntaxOfMediaType } from './syntax.ts';
