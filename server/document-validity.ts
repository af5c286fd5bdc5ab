import type { FormatName } from '#catalogue/formats';
import { parseJson } from '#catalogue/json';
import type { JsonSchemaName, Schemas, XsdName } from '#catalogue/validation';

/** The schema that the address of a format in OAI-PMH and the like promises; others than these are not handed on. */
const xsds: Readonly<Partial<Record<FormatName, XsdName>>> = {
  iso19139: 'iso19139',
  'iso19115-3': 'iso19115-3',
  oai_dc: 'oai_dc',
  'csw-record': 'csw-2.0.2',
  'datacite-xml': 'datacite',
};
const jsonSchemas: Readonly<Partial<Record<FormatName, JsonSchemaName>>> = {
  'datacite-json': 'datacite-json',
  'ogc-record': 'ogc-record',
  stac: 'stac-collection',
};

/**
 * Whether a document is valid in its format. A format whose schema is not in the folder, or that has none, says nothing:
 * its documents do not count as valid.
 * @throws Error when a schema of the folder does not compile
 */
export function isValidIn(schemas: Schemas, format: FormatName, bytes: Uint8Array): boolean {
  const xsd = xsds[format];
  if (xsd) return schemas.has(xsd) && schemas.validateXsd(bytes, xsd).length === 0;
  const json = jsonSchemas[format];
  if (!json || !schemas.has(json)) return false;
  const { value, problems } = parseJson(bytes);
  return value !== undefined && problems.length === 0 && schemas.validateJson(value, json).length === 0;
}
