import type { FormatName } from '../formats/index.ts';
import { isoPlaces } from './where-iso.ts';

type Places = Readonly<Record<string, string>>;

/** Property paths of DCAT-AP 3. */
const dcat: Places = {
  metadataIdentifier: 'dcat:CatalogRecord dct:identifier',
  language: 'dcat:CatalogRecord dct:language',
  datestamp: 'dcat:CatalogRecord dct:modified',
  metadataContacts: 'dcat:CatalogRecord dcat:contactPoint',
  'resource.type': 'dct:type',
  'resource.titles': 'dct:title',
  'resource.identifiers': 'dct:identifier',
  'resource.dates': 'dct:issued',
  'resource.edition': 'dcat:version',
  'resource.abstracts': 'dct:description',
  'resource.responsibilities': 'dcat:contactPoint, dct:publisher, dct:creator',
  'resource.keywords': 'dcat:keyword, dcat:theme',
  'resource.languages': 'dct:language',
  'resource.topicCategories': 'dcat:theme',
  'resource.spatialExtents': 'dct:spatial',
  'resource.temporalExtents': 'dct:temporal',
  'resource.referenceSystems': 'dct:conformsTo',
  'resource.spatialResolutions': 'dcat:spatialResolutionInMeters',
  'resource.spatialRepresentations': 'adms:representationTechnique',
  'resource.constraints': 'dct:accessRights, dct:rights',
  'resource.licences': 'dct:license',
  'resource.accessRight': 'dct:accessRights',
  'resource.lineage': 'dct:provenance',
  'resource.quality': 'dqv:hasQualityAnnotation, dct:conformsTo',
  'resource.related': 'dct:relation, dct:isReferencedBy',
  'resource.distributions': 'dcat:distribution/dcat:accessURL',
  'resource.formats': 'dcat:distribution/dct:format',
  'resource.service.type': 'dct:type',
  'resource.service.operatesOn': 'dcat:servesDataset',
  'resource.service.endpointUrls': 'dcat:endpointURL',
  'resource.projects': 'prov:wasGeneratedBy',
  'resource.campaigns': 'prov:wasGeneratedBy',
};

/** JSON pointers of the DataCite schema, version 4; the XML has the same names. */
const dataciteJson: Places = {
  'resource.type': '/types/resourceTypeGeneral',
  'resource.titles': '/titles',
  'resource.identifiers': '/identifiers',
  'resource.dates': '/dates',
  'resource.edition': '/version',
  'resource.abstracts': '/descriptions',
  'resource.responsibilities': '/creators',
  'resource.keywords': '/subjects',
  'resource.languages': '/language',
  'resource.spatialExtents': '/geoLocations',
  'resource.temporalExtents': '/dates',
  'resource.licences': '/rightsList',
  'resource.accessRight': '/rightsList',
  'resource.constraints': '/rightsList',
  'resource.methods': '/descriptions',
  'resource.lineage': '/descriptions',
  'resource.related': '/relatedIdentifiers',
  'resource.formats': '/formats',
  'resource.funding': '/fundingReferences',
};
const dataciteXml: Places = {
  ...Object.fromEntries(Object.entries(dataciteJson).map(([path, pointer]) => [path, `/resource${pointer}`])),
  'resource.type': '/resource/resourceType/@resourceTypeGeneral',
  'resource.identifiers': '/resource/identifier',
};

/** Keys of a schema.org Dataset. */
const schemaOrg: Places = {
  'resource.type': '/@type',
  'resource.titles': '/name',
  'resource.identifiers': '/identifier',
  'resource.dates': '/datePublished',
  'resource.edition': '/version',
  'resource.abstracts': '/description',
  'resource.responsibilities': '/creator',
  'resource.keywords': '/keywords',
  'resource.languages': '/inLanguage',
  'resource.topicCategories': '/about',
  'resource.spatialExtents': '/spatialCoverage',
  'resource.temporalExtents': '/temporalCoverage',
  'resource.licences': '/license',
  'resource.accessRight': '/conditionsOfAccess',
  'resource.constraints': '/usageInfo',
  'resource.related': '/citation',
  'resource.distributions': '/distribution',
  'resource.formats': '/distribution/encodingFormat',
  'resource.variables': '/variableMeasured',
  'resource.variables.unit': '/variableMeasured/unitText',
  'resource.variables.uri': '/variableMeasured/propertyID',
  'resource.variables.method': '/variableMeasured/measurementTechnique',
  'resource.methods': '/measurementTechnique',
  'resource.funding': '/funding',
  datestamp: '/dateModified',
};

/** JSON pointers of an OGC API record, and of a STAC collection. */
const ogcRecord: Places = {
  metadataIdentifier: '/id',
  datestamp: '/properties/updated',
  language: '/properties/language',
  'resource.type': '/properties/type',
  'resource.titles': '/properties/title',
  'resource.identifiers': '/properties/externalIds',
  'resource.dates': '/properties/created',
  'resource.abstracts': '/properties/description',
  'resource.responsibilities': '/properties/contacts',
  'resource.keywords': '/properties/keywords',
  'resource.topicCategories': '/properties/themes',
  'resource.languages': '/properties/resourceLanguages',
  'resource.spatialExtents': '/geometry',
  'resource.temporalExtents': '/time',
  'resource.licences': '/properties/license',
  'resource.constraints': '/properties/rights',
  'resource.distributions': '/links',
  'resource.formats': '/properties/formats',
  'resource.related': '/links',
};
const stac: Places = {
  metadataIdentifier: '/id',
  'resource.titles': '/title',
  'resource.abstracts': '/description',
  'resource.responsibilities': '/providers',
  'resource.keywords': '/keywords',
  'resource.spatialExtents': '/extent/spatial',
  'resource.temporalExtents': '/extent/temporal',
  'resource.licences': '/license',
  'resource.constraints': '/license',
  'resource.distributions': '/assets',
  'resource.formats': '/assets',
  'resource.related': '/links',
  'resource.identifiers': '/sci:doi',
};

const dublinCore: Places = {
  'resource.type': 'dc:type',
  'resource.titles': 'dc:title',
  'resource.identifiers': 'dc:identifier',
  'resource.dates': 'dc:date',
  'resource.abstracts': 'dc:description',
  'resource.responsibilities': 'dc:creator, dc:publisher',
  'resource.keywords': 'dc:subject',
  'resource.languages': 'dc:language',
  'resource.spatialExtents': 'dc:coverage',
  'resource.temporalExtents': 'dc:coverage',
  'resource.licences': 'dc:rights',
  'resource.accessRight': 'dc:rights',
  'resource.constraints': 'dc:rights',
  'resource.related': 'dc:relation',
  'resource.lineage': 'dc:source',
  'resource.formats': 'dc:format',
};

const isoColumn = (column: 0 | 1): Places =>
  Object.fromEntries(Object.entries(isoPlaces).map(([path, places]) => [path, places[column]]));

const places: Partial<Readonly<Record<FormatName, Places>>> = {
  iso19139: isoColumn(0),
  'iso19115-3': isoColumn(1),
  dcat,
  'datacite-xml': dataciteXml,
  'datacite-json': dataciteJson,
  'schema.org': schemaOrg,
  'ogc-record': ogcRecord,
  stac,
  oai_dc: dublinCore,
  'csw-record': dublinCore,
};

/**
 * Where a document of a format says what stands at a path of the model.
 * @param path path in the model, such as `resource.titles`
 * @returns an XPath, a JSON pointer or properties in the words of the format; the model's path where the format has no
 *   place for it, or none that we know
 */
export function placeIn(format: FormatName, path: string): string {
  const own = places[format];
  return own?.[path] ?? own?.[path.slice(0, path.lastIndexOf('.'))] ?? path;
}
