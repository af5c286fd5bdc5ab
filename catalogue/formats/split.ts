import { isJsonObject, type JsonValue, parseJson } from '../json/index.ts';
import type { Problem } from '../model/index.ts';
import { parseXml } from '../xml/index.ts';
import { splitCkan } from './ckan/index.ts';
import { splitDcat } from './dcat/index.ts';
import { splitEnvelope } from './envelope.ts';
import { splitErddapJson, splitErddapXml } from './erddap-info/index.ts';
import type { DocumentPart, ReadContext } from './format.ts';
import { formatOfHead, formatOfJson, formatOfRoot, formatOfStart, sniffDocument } from './recognise.ts';
import { splitSchemaOrg } from './schema-org/index.ts';
import { splitThredds } from './thredds/index.ts';

export type SplitDocument = { parts: DocumentPart[]; problems: Problem[] };

/**
 * Finds the records in any document: a record alone, an answer of CSW or OAI-PMH, a DCAT or schema.org catalogue, a
 * page of the DataCite API. What is no metadata gives no part and a problem that names what it is.
 * @param bytes the document as received
 */
export async function splitDocument(bytes: Uint8Array, context: ReadContext = {}): Promise<SplitDocument> {
  const plain = formatOfHead(bytes);
  if (plain) return { parts: [{ format: plain, bytes }], problems: [] };
  switch (sniffDocument(bytes, context)) {
    case 'html':
      return refused(
        'html-instead-of-record',
        'The document is an HTML page, not a metadata record.',
        'Check the address: the server may answer an error page with status 200.',
      );
    case 'rdf-xml':
      return splitXml(bytes, context);
    case 'json-ld':
      return splitJson(bytes, context);
    case 'turtle':
      return withoutStore(await splitDcat(bytes, context));
  }
}

async function splitXml(bytes: Uint8Array, context: ReadContext): Promise<SplitDocument> {
  const told = formatOfStart(bytes);
  if (told) return { parts: [{ format: told, bytes }], problems: [] };
  const { root, problems } = parseXml(bytes);
  if (!root) return { parts: [], problems };
  const format = formatOfRoot(root);
  if (format === 'dcat') return withoutStore(await splitDcat(bytes, context));
  if (format === 'erddap-info' || root.name === 'erddapDatasets') return withoutStore(splitErddapXml(bytes));
  if (format === 'thredds') return splitThredds(root);
  // The reader reports the parser's problems again, so they are not told twice.
  if (format) return { parts: [{ format, bytes }], problems: [] };
  return splitEnvelope(root, problems);
}

async function splitJson(bytes: Uint8Array, context: ReadContext): Promise<SplitDocument> {
  const { value, problems } = parseJson(bytes);
  if (value === undefined) return { parts: [], problems };
  const page = dataciteEntries(value);
  if (page) {
    const parts = page.map((entry) => ({ format: 'datacite-json' as const, bytes: encode(entry) }));
    return { parts, problems: [] };
  }
  const features = featuresOf(value);
  if (features) return features;
  const format = formatOfJson(value);
  switch (format) {
    case 'erddap-info': {
      const parts = splitErddapJson(value, bytes);
      if (parts) return withoutStore({ parts, problems: [] });
      break;
    }
    case 'stac':
    case 'ogc-record':
      return { parts: [{ format, bytes, ...identifierOf(value) }], problems: [] };
    case 'ckan':
      return withoutStore({ parts: splitCkan(value, bytes) ?? [], problems: [] });
    case 'dcat':
      return withoutStore(await splitDcat(bytes, context));
    case 'schema.org':
      return splitSchemaOrg(bytes, context);
    case 'netcdf':
      return { parts: [{ format: 'netcdf', bytes }], problems: [] };
    case 'datacite-json':
      return { parts: [{ format: 'datacite-json', bytes }], problems: [] };
  }
  return refused(
    'not-a-record',
    'The JSON document is neither JSON-LD (schema.org, DCAT) nor DataCite, STAC or OGC API Records metadata, and holds no dataset of CKAN or ERDDAP.',
    'Serve the record in one of the formats that are read.',
  );
}

/** Entries of a list of DataCite: `{data: […]}` of the REST API, or a plain array. */
function dataciteEntries(value: JsonValue): JsonValue[] | undefined {
  const list = isJsonObject(value) ? value['data'] : value;
  if (!Array.isArray(list) || list.length === 0) return undefined;
  return list.every((entry) => formatOfJson(entry) === 'datacite-json') ? list : undefined;
}

/** Records in an answer of OGC API Records (`features`) or of a STAC API (`features`, `collections`). */
function featuresOf(value: JsonValue): SplitDocument | undefined {
  if (!isJsonObject(value) || 'stac_version' in value) return undefined;
  const list = value['type'] === 'FeatureCollection' ? value['features'] : value['collections'];
  if (!Array.isArray(list)) return undefined;
  const parts = list.flatMap((member): DocumentPart[] => {
    const format = formatOfJson(member);
    return format === 'stac' || format === 'ogc-record'
      ? [{ format, bytes: encode(member), ...identifierOf(member) }]
      : [];
  });
  return parts.length > 0 ? { parts, problems: [] } : undefined;
}

function identifierOf(value: JsonValue): { identifier?: string } {
  const id = isJsonObject(value) ? value['id'] : undefined;
  return typeof id === 'string' && id.trim() !== '' ? { identifier: id } : {};
}

/** A catalogue may list nothing, but a document that gives nothing must not be silent. */
function withoutStore({ parts, problems }: SplitDocument): SplitDocument {
  if (parts.length > 0 || problems.length > 0) return { parts, problems };
  return refused(
    'catalogue-empty',
    'The catalogue lists no dataset, series or service.',
    'Check that the address is that of the whole catalogue.',
  );
}

function refused(code: string, message: string, hint: string): SplitDocument {
  return { parts: [], problems: [{ severity: 'error', code, path: '/', line: 1, message, hint }] };
}

const encode = (value: JsonValue) => new TextEncoder().encode(JSON.stringify(value));
