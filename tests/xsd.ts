import { openSchemas, type XsdName } from '#catalogue/validation';
import { shared } from './shared.ts';

export type SchemaName = XsdName;

/** Whether the schemas are there; a suite that needs them skips when they are not (and fails in CI). */
export const schemasFolder: string | null = shared('schemas');

/**
 * Validates a document against an official schema of the shared folder.
 * @param document bytes or text of the document
 * @param schema which schema
 * @returns what is wrong, one sentence each with its line; empty when it is valid
 * @throws Error when the schemas are not there or do not compile
 */
export function validateXml(document: Uint8Array | string, schema: SchemaName): string[] {
  if (!schemasFolder) throw new Error('The folder of schemas is not there.');
  const bytes = typeof document === 'string' ? new TextEncoder().encode(document) : document;
  return openSchemas(schemasFolder)
    .validateXsd(bytes, schema)
    .map(({ line, message }) => (line ? `line ${line}: ${message}` : message));
}
