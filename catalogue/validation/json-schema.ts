import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import type { JsonValue } from '../json/index.ts';
import { mostFindings, type SchemaFinding } from './schema-finding.ts';

/** Folders of schemas with the address that their files refer to one another by. */
const stacItems = 'https://schemas.stacspec.org/v1.1.0/item-spec/json-schema/';
const addresses: Readonly<Record<string, string>> = {
  'stac/v1.1.0/': stacItems,
  'stac/geojson.org/schema/': 'https://geojson.org/schema/',
  'stac/extensions/scientific/json-schema/': 'https://stac-extensions.github.io/scientific/v1.0.0/',
  'ogcapi-records/core/openapi/schemas/':
    'https://schemas.opengis.net/ogcapi/records/part1/1.0/openapi/schemas/',
  'ogcapi-features/core/openapi/schemas/':
    'https://schemas.opengis.net/ogcapi/features/part1/1.0/openapi/schemas/',
  'datacite/json/kernel-4.3/': 'https://schema.datacite.org/meta/kernel-4.3/doc/',
  'csl/': 'https://resource.citationstyles.org/schema/v1.0/input/json/',
};
/** Files of STAC 1.1.0 that lie in a folder of their own upstream. */
const stacElsewhere: Readonly<Record<string, string>> = {
  'collection.json': 'https://schemas.stacspec.org/v1.1.0/collection-spec/json-schema/collection.json',
  'catalog.json': 'https://schemas.stacspec.org/v1.1.0/catalog-spec/json-schema/catalog.json',
};

/** Entry schemas by name: the file, and the folders whose schemas it refers to. */
export const jsonSchemaFiles = {
  'stac-collection': { file: 'stac/v1.1.0/collection.json', with: ['stac/geojson.org/schema/'] },
  'stac-catalog': { file: 'stac/v1.1.0/catalog.json', with: ['stac/geojson.org/schema/'] },
  'stac-item': { file: 'stac/v1.1.0/item.json', with: ['stac/geojson.org/schema/'] },
  'stac-scientific': { file: 'stac/extensions/scientific/json-schema/schema.json', with: [] },
  'ogc-record': {
    file: 'ogcapi-records/core/openapi/schemas/recordGeoJSON.yaml',
    with: ['ogcapi-features/core/openapi/schemas/'],
  },
  'datacite-json': { file: 'datacite/json/kernel-4.3/datacite_4.3_schema.json', with: [] },
  csl: { file: 'csl/csl-data.json', with: [] },
} as const satisfies Record<string, { file: string; with: readonly string[] }>;
export type JsonSchemaName = keyof typeof jsonSchemaFiles;

const compiled = new Map<string, ValidateFunction>();
const schemaObject = z.record(z.string(), z.unknown());
type SchemaObject = z.infer<typeof schemaObject>;

/**
 * Validates a JSON value against an official JSON schema.
 * @param folder the schemas folder
 * @returns violations with the JSON pointer of the place; empty when the value is valid
 * @throws Error when the schema is not in the folder or does not compile
 */
export function validateJson(folder: string, value: JsonValue, name: JsonSchemaName): SchemaFinding[] {
  const validate = validatorOf(folder, name);
  if (validate(value)) return [];
  const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if');
  return errors
    .slice(0, mostFindings)
    .map((error) => ({ path: error.instancePath || '/', message: sentence(error) }));
}

function sentence({ instancePath, message = 'is not valid', params }: ErrorObject): string {
  const extra = z.object({ additionalProperty: z.string() }).safeParse(params);
  const allowed = z.object({ allowedValues: z.array(z.unknown()) }).safeParse(params);
  const more = extra.success
    ? ` ("${extra.data.additionalProperty}")`
    : allowed.success
      ? `: ${allowed.data.allowedValues.slice(0, 20).join(', ')}`
      : '';
  return `${instancePath || 'The document'} ${message}${more}.`;
}

function validatorOf(folder: string, name: JsonSchemaName): ValidateFunction {
  const { file, with: others } = jsonSchemaFiles[name];
  const path = join(folder, file);
  const known = compiled.get(path);
  if (known) return known;
  if (!existsSync(path)) throw new Error(`The schemas folder has no ${file}.`);
  // Not strict: the schemas of others use words that Ajv does not know (`example`), and have files beside the wanted
  // one that are no schemas.
  const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false });
  addFormats.default(ajv);
  const own = file.slice(0, file.lastIndexOf('/') + 1);
  for (const part of [own, ...others])
    for (const schema of schemasIn(folder, part))
      if (!ajv.getSchema(String(schema['$id']))) ajv.addSchema(schema);
  const validate = ajv.getSchema(addressOf(own, file.slice(own.length)));
  if (!validate) throw new Error(`The schema ${file} was not understood.`);
  compiled.set(path, validate);
  return validate;
}

function schemasIn(folder: string, part: string): SchemaObject[] {
  const names = readdirSync(join(folder, part)).filter((name) => /\.(json|ya?ml)$/.test(name));
  return names.map((name) => {
    const text = readFileSync(join(folder, part, name), 'utf8');
    const schema = schemaObject.parse(asDraft7(name.endsWith('.json') ? JSON.parse(text) : parseYaml(text)));
    // Some name themselves wrongly, others not at all; what they refer to tells the address.
    return { ...schema, $id: addressOf(part, name) };
  });
}

const addressOf = (part: string, name: string) =>
  (part === 'stac/v1.1.0/' ? stacElsewhere[name] : undefined) ?? `${addresses[part]}${name}`;

/**
 * What older or other dialects say differently. OpenAPI 3.0 writes "or null" as `{type: object, nullable: true}`; read
 * as JSON schema, that alternative would accept every object, and `oneOf` with it would refuse all. Draft 4 names
 * definitions by `id`.
 */
function asDraft7(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(asDraft7);
  const object = schemaObject.safeParse(node);
  if (!object.success) return node;
  const { nullable, ...rest } = object.data;
  if (typeof rest['id'] === 'string') delete rest['id'];
  if (nullable === true && rest['type'] === 'object' && Object.keys(rest).length === 1)
    return { type: 'null' };
  return Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, asDraft7(value)]));
}
