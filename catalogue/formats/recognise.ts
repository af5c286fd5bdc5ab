import { isJsonObject, type JsonObject, type JsonValue, parseJson } from '../json/index.ts';
import { type RdfSyntax, sniffSyntax } from '../rdf/index.ts';
import { decodeDocument, parseXml, type XmlElement } from '../xml/index.ts';
import { packagesOf } from './ckan/index.ts';
import { isDataFiles } from './data-files/index.ts';
import { isInfoCsv } from './erddap-info/index.ts';
import type { FormatName, ReadContext } from './format.ts';
import { isDas, isNetcdf, isNetcdfJson } from './netcdf/index.ts';
import { isTableRecord } from './table-record/index.ts';

/**
 * Tells the format of a document that is one record.
 * @returns `undefined` for anything else: protocol answers, web pages, other vocabularies
 */
export function recogniseFormat(bytes: Uint8Array, context: ReadContext = {}): FormatName | undefined {
  const plain = formatOfHead(bytes);
  if (plain) return plain;
  switch (sniffDocument(bytes, context)) {
    case 'html':
      return undefined;
    case 'turtle':
      return 'dcat';
    case 'json-ld': {
      const { value } = parseJson(bytes);
      return value === undefined ? undefined : formatOfJson(value);
    }
    case 'rdf-xml': {
      const told = formatOfStart(bytes);
      if (told) return told;
      const { root } = parseXml(bytes);
      return root ? formatOfRoot(root) : undefined;
    }
  }
}

/** The format of a document that is neither XML nor JSON nor RDF, by its first bytes. */
export function formatOfHead(bytes: Uint8Array): FormatName | undefined {
  if (isNetcdf(bytes)) return 'netcdf';
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1').replace(/^ï»¿/, '');
  if (isDas(head)) return 'netcdf';
  return isInfoCsv(head) ? 'erddap-info' : undefined;
}

/** Tells XML (`rdf-xml`, whatever its vocabulary), JSON (`json-ld`), Turtle and web pages apart. */
export function sniffDocument(bytes: Uint8Array, { mediaType = '' }: ReadContext): RdfSyntax | 'html' {
  const { text } = decodeDocument(bytes.subarray(0, 8000));
  const sniffed = sniffSyntax(text);
  // XML without a namespace looks like Turtle; then what the server or the file's name says decides.
  const saidXml = /xml/.test(mediaType) && text.trimStart().startsWith('<');
  return sniffed === 'turtle' && saidXml ? 'rdf-xml' : sniffed;
}

/**
 * The format of an ISO record by its start tag alone, where that leaves no doubt: nearly all records that are harvested
 * are such, and parsing each twice would cost as much as reading it.
 */
export function formatOfStart(bytes: Uint8Array): FormatName | undefined {
  const { text } = decodeDocument(bytes.subarray(0, 8000));
  const tag = /^\s*(?:<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*)*<(?:([\w.-]+):)?(MD|MI)_Metadata(\s[^>]*)?>/.exec(
    text,
  );
  if (!tag) return undefined;
  const declaration = tag[1] ? `xmlns:${tag[1]}` : 'xmlns';
  const namespace =
    new RegExp(`\\s${declaration.replace('.', '\\.')}\\s*=\\s*["']([^"']*)["']`).exec(tag[3] ?? '')?.[1] ??
    '';
  if (mdb.test(namespace)) return 'iso19115-3';
  return namespace === gmd || namespace === gmi ? 'iso19139' : undefined;
}

/** `http://standards.iso.org/iso/19115/-3/mdb/2.0`, the newer `https://schemas.isotc211.org/19115/-1/mdb/1.3`, drafts of 2013. */
const mdb = /(19115\/-[13]|isotc211\.org\/2005)\/mdb\//;
const gmi = 'http://www.isotc211.org/2005/gmi';
const gmd = 'http://www.isotc211.org/2005/gmd';
const gco = 'http://www.isotc211.org/2005/gco';

/** The format that the root element of a record stands for. */
export function formatOfRoot(root: XmlElement): FormatName | undefined {
  const { name, namespace } = root;
  if (mdb.test(namespace)) return name === 'MD_Metadata' ? 'iso19115-3' : undefined;
  if (/^(MD|MI)_Metadata$/.test(name)) return isIso19115Part3(root) ? 'iso19115-3' : 'iso19139';
  // Profiles rename the root and say what it stands for (ISO/TS 19139, 8.5.2), or leave that out.
  if (/MD_Metadata$|MI_Metadata$/.test(root.attribute('isoType', gco) ?? root.attribute('isoType') ?? ''))
    return isIso19115Part3(root) ? 'iso19115-3' : 'iso19139';
  if (root.child('fileIdentifier', gmd) || root.child('identificationInfo', gmd)) return 'iso19139';
  if (namespace === 'http://www.openarchives.org/OAI/2.0/oai_dc/') return 'oai_dc';
  if (/^http:\/\/www\.opengis\.net\/cat\/csw\//.test(namespace))
    return /^(Brief|Summary)?Record$/.test(name) ? 'csw-record' : undefined;
  if (/^https?:\/\/(schema\.)?datacite\.org\/(schema|meta)\/kernel-/.test(namespace)) return 'datacite-xml';
  if (namespace === 'http://www.w3.org/1999/02/22-rdf-syntax-ns#' && name === 'RDF') return 'dcat';
  if (/^http:\/\/www\.w3\.org\/ns\/dcat#/.test(namespace)) return 'dcat';
  if (name === 'catalog' && /\/thredds\/InvCatalog\//.test(namespace)) return 'thredds';
  if (name === 'netcdf' && /\/netcdf\/ncml/.test(namespace)) return 'netcdf';
  if (namespace === '' && name === 'dataset' && root.attribute('datasetID')) return 'erddap-info';
  return undefined;
}

function isIso19115Part3(root: XmlElement): boolean {
  for (const child of root.elements()) return mdb.test(child.namespace);
  return false;
}

/** The format of a JSON document that describes one resource. */
export function formatOfJson(value: JsonValue): FormatName | undefined {
  if (Array.isArray(value))
    return value.length > 0 && value[0] !== undefined ? formatOfJson(value[0]) : undefined;
  if (!isJsonObject(value)) return undefined;
  if (isDatacite(value)) return 'datacite-json';
  if (isJsonObject(value['table']) ? 'columnNames' in value['table'] : 'Row Type' in value)
    return 'erddap-info';
  if (isDataFiles(value)) return 'data-files';
  if (isTableRecord(value)) return 'table-record';
  if (isNetcdfJson(value)) return 'netcdf';
  if (isStac(value)) return 'stac';
  if (isOgcRecord(value)) return 'ogc-record';
  if (packagesOf(value)) return 'ckan';
  const { words, vocabularies } = vocabularyOf(value);
  if (vocabularies.some((uri) => /schema\.org|w3id\.org\/ro\/crate/.test(uri))) return 'schema.org';
  if (vocabularies.some((uri) => /dcat|purl\.org\/dc\/terms|data\.europa\.eu/i.test(uri))) return 'dcat';
  if (words.some((word) => /^(dcat|dct|dcterms):/.test(word))) return 'dcat';
  if (words.some((word) => /^schema:|schema\.org\//.test(word))) return 'schema.org';
  if (words.some((word) => /ns\/dcat#/.test(word))) return 'dcat';
  return '@context' in value || '@type' in value || '@graph' in value ? 'schema.org' : undefined;
}

/** DataCite: the attributes of the REST API, its envelope, or the export of the metadata schema. */
function isDatacite(value: JsonObject): boolean {
  const inner = isJsonObject(value['data'] ?? null) ? value['data'] : value;
  const attributes =
    isJsonObject(inner ?? null) && isJsonObject(inner) ? (inner['attributes'] ?? inner) : inner;
  if (attributes === undefined || !isJsonObject(attributes) || '@context' in attributes) return false;
  if (/datacite\.org\/schema/.test(String(attributes['schemaVersion'] ?? ''))) return true;
  return Array.isArray(attributes['titles']) && ('creators' in attributes || 'types' in attributes);
}

/** STAC says its version; before 1.0 a Collection did without `type`. */
function isStac(value: JsonObject): boolean {
  return (
    typeof value['stac_version'] === 'string' &&
    typeof value['id'] === 'string' &&
    ['Collection', 'Feature', 'Catalog', undefined].some((type) => type === value['type'])
  );
}

/** A feature that describes a resource: it says what it conforms to, or has members that only records have. */
function isOgcRecord(value: JsonObject): boolean {
  const properties = value['properties'];
  if (value['type'] !== 'Feature' || !isJsonObject(properties)) return false;
  const profiles = [value['conformsTo'] ?? []].flat().map(String);
  if (profiles.some((profile) => /ogcapi-records|\/spec\/wcmp\//.test(profile))) return true;
  if (typeof properties['title'] !== 'string') return false;
  return ['themes', 'contacts', 'externalIds', 'resourceLanguages', 'recordUpdated'].some(
    (member) => member in properties,
  );
}

/** Contexts, keys and types in the first levels of a JSON-LD document. */
function vocabularyOf(value: JsonObject): { vocabularies: string[]; words: string[] } {
  const vocabularies: string[] = [];
  const words: string[] = [];
  const context = (given: JsonValue | undefined): void => {
    if (typeof given === 'string') vocabularies.push(given);
    else if (Array.isArray(given)) given.forEach(context);
    else if (given !== undefined && isJsonObject(given)) context(given['@vocab']);
  };
  const visit = (node: JsonValue, depth: number): void => {
    if (depth > 3) return;
    if (Array.isArray(node)) {
      for (const child of node.slice(0, 20)) visit(child, depth + 1);
    } else if (isJsonObject(node)) {
      context(node['@context']);
      for (const [key, child] of Object.entries(node)) {
        words.push(key);
        if (key === '@type') words.push(...[child].flat().map(String));
        else if (key !== '@context') visit(child, depth + 1);
      }
    }
  };
  visit(value, 0);
  return { vocabularies, words };
}
