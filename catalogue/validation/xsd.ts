import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { ParseOption, XmlDocument, XmlLibError, XmlValidateError, XsdValidator } from 'libxml2-wasm';
import { serveSchemas } from './catalog.ts';
import { mostFindings, type SchemaFinding } from './schema-finding.ts';

/** Entry schemas by name, below the schemas folder; each loads what its documents may hold. */
export const xsdFiles = {
  'oai-pmh': 'oai-pmh/validate-oai-pmh.xsd',
  oai_dc: 'oai-pmh/OAI/2.0/oai_dc.xsd',
  // With the root of ISO 19139-2 too, which a record has that tells how its data were acquired.
  iso19139: 'iso/validate-iso19139-gmi.xsd',
  'iso19139-2006': 'iso/validate-iso19139-2006.xsd',
  'iso19139-gmi': 'iso/validate-iso19139-gmi.xsd',
  'iso19115-3': 'iso/validate-iso19115-3.xsd',
  'csw-2.0.2': 'ogc/validate-csw-2.0.2.xsd',
  'csw-3.0': 'ogc/validate-csw-3.0.xsd',
  datacite: 'datacite/kernel-4.6/metadata.xsd',
  'datacite-4.7': 'datacite/kernel-4.7/metadata.xsd',
} as const;
export type XsdName = keyof typeof xsdFiles;

/** Compiled schemas of this process: one takes up to seconds to compile, a document milliseconds to validate. */
const compiled = new Map<string, XsdValidator>();

const options = {
  option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_BIG_LINES | ParseOption.XML_PARSE_NO_XXE,
};

/**
 * Validates a document against an official XML schema, without a network. A document with a DOCTYPE is not validated:
 * that is said as a finding.
 * @param folder the schemas folder
 * @returns what is wrong with its line; empty when the document is valid
 * @throws Error when the schema is not in the folder or does not compile
 */
export function validateXsd(folder: string, bytes: Uint8Array, name: XsdName): SchemaFinding[] {
  const validator = validatorOf(folder, name);
  let document: XmlDocument;
  try {
    document = XmlDocument.fromBuffer(bytes, options);
  } catch (cause) {
    return findingsOf(cause);
  }
  try {
    if (document.dtd) return [{ message: 'The document has a DOCTYPE, so it is not validated.' }];
    validator.validate(document);
    return [];
  } catch (cause) {
    return findingsOf(cause);
  } finally {
    document.dispose();
  }
}

function findingsOf(cause: unknown): SchemaFinding[] {
  if (!(cause instanceof XmlLibError || cause instanceof XmlValidateError)) throw cause;
  if (cause.details.length === 0) return [{ message: cause.message }];
  return cause.details
    .slice(0, mostFindings)
    .map(({ line, message }) => ({ ...(line > 0 ? { line } : {}), message: readable(message) }));
}

/** Namespaces that libxml2 writes out at each name, by the prefix that everybody gives them. */
const prefixes: readonly (readonly [namespace: RegExp, prefix: string])[] = [
  [/^http:\/\/www\.isotc211\.org\/2005\/(\w+)$/, '$1:'],
  [/^https?:\/\/(?:standards\.iso\.org\/iso|schemas\.isotc211\.org)\/19\d+\/-\d\/(\w+)\/[\d.]+$/, '$1:'],
  [/^http:\/\/www\.opengis\.net\/(gml)(?:\/3\.2)?$/, '$1:'],
  [/^http:\/\/www\.opengis\.net\/cat\/(csw)\/[\d.]+$/, '$1:'],
  [/^http:\/\/purl\.org\/(dc)\/elements\/1\.1\/$/, '$1:'],
  [/^http:\/\/www\.w3\.org\/1999\/(xlink)$/, '$1:'],
  [/^http:\/\/(datacite)\.org\/schema\/kernel-\d$/, ''],
];

/** libxml2 writes `Element '{http://www.isotc211.org/2005/gmd}type'`; people read `gmd:type`. */
function readable(message: string): string {
  return message.trim().replace(/\{([^{}\s]+)\}/g, (whole, namespace: string) => {
    const known = prefixes.find(([pattern]) => pattern.test(namespace));
    return known ? namespace.replace(known[0], known[1]) : whole;
  });
}

function validatorOf(folder: string, name: XsdName): XsdValidator {
  const path = join(realpathSync(folder), xsdFiles[name]);
  const known = compiled.get(path);
  if (known) return known;
  if (!existsSync(path)) throw new Error(`The schemas folder has no ${xsdFiles[name]}.`);
  serveSchemas(folder);
  const source = XmlDocument.fromBuffer(readFileSync(path), { url: path });
  try {
    const validator = XsdValidator.fromDoc(source);
    compiled.set(path, validator);
    return validator;
  } finally {
    source.dispose();
  }
}
