export type { JsonSchemaName } from './json-schema.ts';
export type { SchemaFinding } from './schema-finding.ts';
export { openSchemas, type Schemas } from './schemas.ts';
export { type ShaclFinding, type ShaclProfile, validateShacl } from './shacl.ts';
export type { XsdName } from './xsd.ts';
