import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  ParseOption,
  XmlDocument,
  XmlLibError,
  XmlValidateError,
  XsdValidator,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';
import { shared } from './shared.ts';

/** Entry schemas of the shared folder, by the name that tests use. */
const entrySchemas = {
  'oai-pmh': 'oai-pmh/validate-oai-pmh.xsd',
  iso19139: 'iso/validate-iso19139-2007.xsd',
  'iso19139-2006': 'iso/validate-iso19139-2006.xsd',
  'iso19139-gmi': 'iso/validate-iso19139-gmi.xsd',
  'iso19115-3': 'iso/validate-iso19115-3.xsd',
  'csw-2.0.2': 'ogc/validate-csw-2.0.2.xsd',
  'csw-3.0': 'ogc/validate-csw-3.0.xsd',
  datacite: 'datacite/kernel-4.6/metadata.xsd',
} as const;
export type SchemaName = keyof typeof entrySchemas;

/** Whether the schemas are there; a suite that needs them skips when they are not (and fails in CI). */
export const schemasFolder: string | null = shared('schemas');

const validators = new Map<SchemaName, XsdValidator>();
let rewrites: { prefix: string; target: string }[] | undefined;

/**
 * Validates a document against an official schema, without a network and without any program but Node: remote
 * addresses of schemas are served from the copies named by catalog.xml (OASIS XML Catalogs 1.1, rewriteURI).
 * @param document bytes or text of the document
 * @param schema which schema
 * @returns what is wrong, one sentence each with its line; empty when it is valid
 * @throws Error when the schemas are not there or do not compile
 */
export function validateXml(document: Uint8Array | string, schema: SchemaName): string[] {
  const validator = validatorOf(schema);
  const bytes = typeof document === 'string' ? new TextEncoder().encode(document) : document;
  let parsed: XmlDocument;
  try {
    parsed = XmlDocument.fromBuffer(bytes, {
      option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_BIG_LINES,
    });
  } catch (cause) {
    return sentences(cause);
  }
  try {
    validator.validate(parsed);
    return [];
  } catch (cause) {
    return sentences(cause);
  } finally {
    parsed.dispose();
  }
}

function sentences(cause: unknown): string[] {
  if (!(cause instanceof XmlLibError || cause instanceof XmlValidateError)) throw cause;
  if (cause.details.length === 0) return [cause.message];
  return cause.details.map((detail) => `line ${detail.line}: ${detail.message.trim()}`);
}

function validatorOf(name: SchemaName): XsdValidator {
  const known = validators.get(name);
  if (known) return known;
  if (!schemasFolder) throw new Error('The folder of schemas is not there.');
  registerCatalog(schemasFolder);
  const path = join(schemasFolder, entrySchemas[name]);
  const source = XmlDocument.fromBuffer(readFileSync(path), { url: path });
  try {
    const validator = XsdValidator.fromDoc(source);
    validators.set(name, validator);
    return validator;
  } finally {
    source.dispose();
  }
}

/** Only files of the schemas folder are served, so a parser of the product in the same process reaches nothing more. */
function registerCatalog(folder: string): void {
  if (rewrites) return;
  const catalog = readFileSync(join(folder, 'catalog.xml'), 'utf8');
  rewrites = [...catalog.matchAll(/<rewriteURI uriStartString="([^"]+)" rewritePrefix="([^"]+)"/g)]
    .map(([, prefix = '', target = '']) => ({
      prefix,
      target: join(folder, target) + (target.endsWith('/') ? '/' : ''),
    }))
    .sort((one, other) => other.prefix.length - one.prefix.length);
  xmlRegisterInputProvider({
    match: (address) => localPath(folder, address) !== null,
    open: (address) => {
      const path = localPath(folder, address);
      return path === null ? undefined : openSync(path, 'r');
    },
    read: (descriptor, buffer) => readSync(descriptor, buffer, 0, buffer.byteLength, null),
    close: (descriptor) => {
      closeSync(descriptor);
      return true;
    },
  });
}

function localPath(folder: string, address: string): string | null {
  const rule = rewrites?.find(({ prefix }) => address.startsWith(prefix));
  const path = rule
    ? rule.target + address.slice(rule.prefix.length)
    : resolve(address.startsWith('file:') ? fileURLToPath(address) : address);
  return path.startsWith(folder) && existsSync(path) ? path : null;
}
