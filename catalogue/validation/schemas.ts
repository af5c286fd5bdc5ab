import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { JsonValue } from '../json/index.ts';
import { type JsonSchemaName, jsonSchemaFiles, validateJson } from './json-schema.ts';
import type { SchemaFinding } from './schema-finding.ts';
import { validateXsd, type XsdName, xsdFiles } from './xsd.ts';

/** The official schemas of a folder. Each is compiled once per process, when it is first needed. */
export type Schemas = {
  folder: string;
  /** Whether the folder has that schema. */
  has(name: XsdName | JsonSchemaName): boolean;
  /** @throws Error when the schema is not there or does not compile */
  validateXsd(bytes: Uint8Array, name: XsdName): SchemaFinding[];
  /** @throws Error when the schema is not there or does not compile */
  validateJson(value: JsonValue, name: JsonSchemaName): SchemaFinding[];
};

/**
 * Opens a folder of schemas as `halocline schemas install` fills it.
 * @throws Error when it has no catalog.xml
 */
export function openSchemas(path: string): Schemas {
  const folder = resolve(path);
  if (!existsSync(join(folder, 'catalog.xml')))
    throw new Error(`${folder} is no schemas folder: it has no catalog.xml.`);
  return {
    folder,
    has: (name) => existsSync(join(folder, fileOf(name))),
    validateXsd: (bytes, name) => validateXsd(folder, bytes, name),
    validateJson: (value, name) => validateJson(folder, value, name),
  };
}

/** Path of a schema below the folder. */
export function fileOf(name: XsdName | JsonSchemaName): string {
  return isXsd(name) ? xsdFiles[name] : jsonSchemaFiles[name].file;
}

function isXsd(name: XsdName | JsonSchemaName): name is XsdName {
  return name in xsdFiles;
}
