export { describe } from './describe.ts';
export { type Curie, prefixes, shorten } from './namespaces.ts';
export { nodesOfType, RdfNode } from './node.ts';
export { type ParsedRdf, parseRdf } from './parse.ts';
export { serialiseRdf } from './serialise.ts';
export { type RdfSyntax, sniffSyntax } from './syntax.ts';
