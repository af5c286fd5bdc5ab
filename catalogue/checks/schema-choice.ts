import { isJsonObject, type JsonObject, type JsonValue } from '../json/index.ts';
import type { JsonSchemaName, ShaclProfile, XsdName } from '../validation/index.ts';
import type { XmlElement } from '../xml/index.ts';
import type { Texts } from './rule.ts';

/** An official schema that a document can be held against. */
export type SchemaChoice =
  | { kind: 'xsd'; name: XsdName }
  | { kind: 'json'; name: JsonSchemaName }
  | { kind: 'shacl'; name: ShaclProfile }
  /** We know that there is a schema, but not this version, or not for this form of the document. */
  | { kind: 'unknown'; name: string; reason: Texts };

const unknown = (name: string, en: string, fr: string): SchemaChoice => ({
  kind: 'unknown',
  name,
  reason: { en, fr },
});

const xsd = (name: XsdName): SchemaChoice => ({ kind: 'xsd', name });
const json = (name: JsonSchemaName): SchemaChoice => ({ kind: 'json', name });

/** Schema of a root element by its namespace. */
const byNamespace: readonly (readonly [RegExp, XsdName])[] = [
  [/^http:\/\/www\.openarchives\.org\/OAI\/2\.0\/$/, 'oai-pmh'],
  [/^http:\/\/www\.openarchives\.org\/OAI\/2\.0\/oai_dc\/$/, 'oai_dc'],
  [/^http:\/\/www\.opengis\.net\/cat\/csw\/2\.0\.2$/, 'csw-2.0.2'],
  [/^http:\/\/www\.opengis\.net\/cat\/csw\/3\.0$/, 'csw-3.0'],
  [/^http:\/\/standards\.iso\.org\/iso\/19115\/-3\/mdb\/2\.0$/, 'iso19115-3'],
  [
    /^http:\/\/(www\.isotc211\.org\/2005\/gmi|standards\.iso\.org\/iso\/19115\/-2\/gmi\/1\.0)$/,
    'iso19139-gmi',
  ],
  [/^http:\/\/datacite\.org\/schema\/kernel-4$/, 'datacite-4.7'],
];
const gmd = 'http://www.isotc211.org/2005/gmd';
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

/**
 * The schemas that an XML document can be held against.
 * @param text the document, for what is only told by namespaces deep inside it
 */
export function schemasOfXml(root: XmlElement, text: string): SchemaChoice[] {
  if (root.namespace === rdf || /^http:\/\/www\.w3\.org\/ns\/dcat#/.test(root.namespace))
    return shapesOf(text);
  // ISO/TS 19139 of 2007 uses GML 3.2.1; records with the namespace of GML 3.2.0 follow the draft of 2006.
  if (root.namespace === gmd)
    return [
      xsd(
        /"http:\/\/www\.opengis\.net\/gml"/.test(text) &&
          !/"http:\/\/www\.opengis\.net\/gml\/3\.2"/.test(text)
          ? 'iso19139-2006'
          : 'iso19139',
      ),
    ];
  const known = byNamespace.find(([pattern]) => pattern.test(root.namespace));
  if (known) return [xsd(known[1])];
  return [
    unknown(
      `<${root.name}>`,
      `No schema is known for <${root.name}> of ${root.namespace || 'no namespace'}.`,
      `Aucun schéma n’est connu pour <${root.name}> de ${root.namespace || 'aucun espace de noms'}.`,
    ),
  ];
}

/** The shapes for a graph: GeoDCAT-AP where its own terms are used, DCAT-AP always. */
export function shapesOf(text: string): SchemaChoice[] {
  const geo = text.includes('data.europa.eu/930/');
  return [
    { kind: 'shacl', name: 'dcat-ap-3' },
    ...(geo ? [{ kind: 'shacl', name: 'geodcat-ap-3' } as const] : []),
  ];
}

/** The schemas that a JSON document can be held against; none for vocabularies that have no JSON schema (schema.org). */
export function schemasOfJson(value: JsonValue): SchemaChoice[] {
  const object = Array.isArray(value) ? value[0] : value;
  if (object === undefined || !isJsonObject(object)) return [];
  if ('stac_version' in object) return [stacSchema(object)];
  if (isOgcRecord(object)) return [json('ogc-record')];
  if ('@context' in object || '@graph' in object) return [];
  if (isJsonObject(object['data'] ?? null))
    return [
      unknown(
        'datacite-json',
        'An answer of the DataCite API is read, but the JSON schema describes the metadata alone.',
        'Une réponse de l’API DataCite est lue, mais le schéma JSON ne décrit que les métadonnées.',
      ),
    ];
  if (
    Array.isArray(object['creators']) ||
    /datacite\.org\/schema/.test(String(object['schemaVersion'] ?? ''))
  )
    return [json('datacite-json')];
  return isCsl(object) ? [json('csl')] : [];
}

function stacSchema(object: JsonObject): SchemaChoice {
  const version = String(object['stac_version']);
  if (!version.startsWith('1.1'))
    return unknown(
      'stac',
      `Only the schemas of STAC 1.1 are known; the document says ${version}.`,
      `Seuls les schémas de STAC 1.1 sont connus ; le document annonce ${version}.`,
    );
  if (object['type'] === 'Collection') return json('stac-collection');
  return json(object['type'] === 'Feature' ? 'stac-item' : 'stac-catalog');
}

function isOgcRecord(object: JsonObject): boolean {
  const classes = JSON.stringify(object['conformsTo'] ?? '');
  return object['type'] === 'Feature' && /ogcapi-records|wis\/2\/conf|wcmp/.test(classes);
}

/** Items of CSL-JSON have an id and a type of their own vocabulary, written with small letters and hyphens. */
function isCsl(object: JsonObject): boolean {
  return (
    'id' in object &&
    typeof object['type'] === 'string' &&
    /^(article|book|chapter|dataset|software|report|webpage|paper|thesis|map|speech)(-\w+)*$/.test(
      object['type'],
    ) &&
    ('title' in object || 'author' in object)
  );
}
