import { z } from 'zod';
import { citation, plainCitation } from './citation.ts';
import { accessRight, constraints, licence } from './constraints.ts';
import { dataFormat, distribution, distributor, offlineMedium, serviceDescription } from './distribution.ts';
import { spatialExtent, taxon, temporalExtent, verticalExtent } from './extent.ts';
import { graphic } from './graphic.ts';
import { campaign, instrument, keyword, namedReference, observedVariable, platform } from './keyword.ts';
import { languageMap, translations } from './language.ts';
import { funding, lineage, qualityReport, relatedResource } from './lineage.ts';
import { maintenance } from './maintenance.ts';
import { onlineReference, responsibility } from './party.ts';
import { referenceSystem } from './reference-system.ts';
import {
  coverageDescription,
  featureCatalogue,
  gridRepresentation,
  vectorRepresentation,
} from './representation.ts';

/** Kinds of resource that we tell apart; a document's own word is kept in `typeAsGiven`. */
export const resourceTypes = [
  'dataset',
  'series',
  'service',
  'software',
  'platform',
  'instrument',
  'campaign',
  'project',
  'document',
  'collection',
  'model',
  'image',
  'map',
  'feature',
  'other',
] as const;
export type ResourceType = (typeof resourceTypes)[number];

/** `code` is verbatim; `scheme` is what we recognised; `uri` resolves where there is a resolver (https://doi.org/…). */
export const identifier = z.object({
  code: z.string(),
  codeSpace: z.string().optional(),
  scheme: z.enum(['doi', 'handle', 'ark', 'urn', 'uuid', 'uri', 'isbn', 'issn', 'other']),
  uri: z.string().optional(),
  version: z.string().optional(),
  description: languageMap.optional(),
  /** Who gives out the identifier. */
  authority: plainCitation.optional(),
  translations: translations.optional(),
});
export type Identifier = z.infer<typeof identifier>;

/** `type` is a value of the codelist `dateTypes`; `date` is ISO 8601 with the precision that the document gives. */
export const resourceDate = z.object({
  type: z.string(),
  date: z.string(),
  /** End of what happened in a period (DataCite lets any date be an interval). */
  end: z.string().optional(),
  /** What the date is of, in words (DataCite dateInformation). */
  information: z.string().optional(),
});
export type ResourceDate = z.infer<typeof resourceDate>;

export const spatialResolution = z.object({
  /** 1:n scale denominator. */
  scaleDenominator: z.number().optional(),
  distance: z.object({ value: z.number(), unit: z.string() }).optional(),
  vertical: z.object({ value: z.number(), unit: z.string() }).optional(),
  angular: z.object({ value: z.number(), unit: z.string() }).optional(),
  levelOfDetail: languageMap.optional(),
});

/** How somebody uses a resource, beside the words (ISO MD_Usage). */
const usageDetail = z.object({
  date: z.string().optional(),
  limitations: languageMap.optional(),
  contacts: z.array(responsibility).optional(),
  responses: z.array(languageMap).optional(),
  documentation: z.array(citation).optional(),
  issues: citation.optional(),
});
export type UsageDetail = z.infer<typeof usageDetail>;

/** What a record describes. Lists are empty, not absent, where nothing is said. */
export const resource = z.object({
  type: z.enum(resourceTypes),
  typeAsGiven: z.string().optional(),
  /** Further ISO MD_ScopeCode values of the same document. */
  furtherTypes: z.array(z.string()).optional(),
  titles: languageMap,
  alternateTitles: z.array(languageMap).default([]),
  identifiers: z.array(identifier).default([]),
  abstracts: languageMap,
  purpose: languageMap.optional(),
  credits: z.array(languageMap).default([]),
  supplementalInformation: languageMap.optional(),
  environmentDescription: languageMap.optional(),
  /** How the data were made, as a text of its own (DataCite `Methods`). */
  methods: languageMap.optional(),
  tableOfContents: languageMap.optional(),
  /** Version of the resource (ISO edition, DataCite version, dcat:version). */
  edition: z.string().optional(),
  /** What is new in this version (adms:versionNotes). */
  versionNotes: languageMap.optional(),
  editionDate: z.string().optional(),
  presentationForms: z.array(z.string()).default([]),
  seriesName: z.string().optional(),
  /** Issue and pages within the series (ISO CI_Series). */
  seriesIssue: z.string().optional(),
  seriesPage: z.string().optional(),
  collectiveTitle: languageMap.optional(),
  otherCitationDetails: languageMap.optional(),
  /** BCP 47 tags of the data's own languages. */
  languages: z.array(z.string()).default([]),
  characterSets: z.array(z.string()).default([]),
  dates: z.array(resourceDate).default([]),
  /** ISO MD_ProgressCode values. */
  status: z.array(z.string()).default([]),
  responsibilities: z.array(responsibility).default([]),
  keywords: z.array(keyword).default([]),
  /** ISO MD_TopicCategoryCode values. */
  topicCategories: z.array(z.string()).default([]),
  spatialExtents: z.array(spatialExtent).default([]),
  verticalExtents: z.array(verticalExtent).default([]),
  temporalExtents: z.array(temporalExtent).default([]),
  taxa: z.array(taxon).default([]),
  referenceSystems: z.array(referenceSystem).default([]),
  spatialRepresentations: z.array(z.string()).default([]),
  grids: z.array(gridRepresentation).default([]),
  vectors: z.array(vectorRepresentation).default([]),
  featureCatalogues: z.array(featureCatalogue).default([]),
  /** Application schemas and portrayal catalogues, by what they are cited by. */
  applicationSchemas: z
    .array(
      citation.extend({
        /** Languages that the schema and its constraints are written in. */
        schemaLanguage: z.string().optional(),
        constraintLanguage: z.string().optional(),
      }),
    )
    .default([]),
  portrayalCatalogues: z.array(citation).default([]),
  spatialResolutions: z.array(spatialResolution).default([]),
  /** ISO 8601 durations. */
  temporalResolutions: z.array(z.string()).default([]),
  maintenance: maintenance.optional(),
  constraints: z.array(constraints).default([]),
  /** Licences recognised in the constraints or stated as such. */
  licences: z.array(licence).default([]),
  accessRight: accessRight.optional(),
  lineage: lineage.optional(),
  quality: z.array(qualityReport).default([]),
  /** Standards and specifications that the resource follows, where no result of a test is told (dct:conformsTo). */
  conformsTo: z.array(citation).default([]),
  /** ELI or other addresses of the legislation that mandates the resource (DCAT-AP 3 dcatap:applicableLegislation). */
  applicableLegislation: z.array(z.string()).default([]),
  related: z.array(relatedResource).default([]),
  additionalDocumentation: z.array(citation).default([]),
  funding: z.array(funding).default([]),
  distributions: z.array(distribution).default([]),
  distributors: z.array(distributor).default([]),
  /** Formats that are told of the whole, not of one distribution (ISO distributionFormat, dc:format, DataCite formats). */
  formats: z.array(dataFormat).default([]),
  /** What the data come on besides the network (ISO MD_Medium). */
  offlineMedia: z.array(offlineMedium).default([]),
  /** Sizes in words that are not bytes of one distribution: `15 pages`, `3 files` (DataCite sizes). */
  sizes: z.array(z.string()).default([]),
  graphics: z.array(graphic).default([]),
  /** As the producer names it: `L2`, `L3`, `Level 4`… (ISO processingLevelCode). */
  processingLevel: z.string().optional(),
  variables: z.array(observedVariable).default([]),
  /** Techniques of measurement or analysis, from a vocabulary where there is one (schema.org measurementTechnique). */
  measurementTechniques: z.array(namedReference).default([]),
  platforms: z.array(platform).default([]),
  instruments: z.array(instrument).default([]),
  campaigns: z.array(campaign).default([]),
  projects: z.array(namedReference).default([]),
  /** Observation networks and infrastructures: SOMLIT, Argo, MOOSE… */
  networks: z.array(namedReference).default([]),
  service: serviceDescription.optional(),
  /** Usage texts (ISO MD_Usage). */
  usages: z.array(languageMap).default([]),
  /** What else is told of each of the usages, in their order. */
  usageDetails: z.array(usageDetail).optional(),
  /** Links of the citation itself (ISO 19115-1 CI_Citation onlineResource). */
  citationLinks: z.array(onlineReference).optional(),
  /** Images and coverages, where more is told of them than their variables. */
  coverages: z.array(coverageDescription).default([]),
});
export type Resource = z.infer<typeof resource>;

/** One metadata record, as the pivot between all formats. */
export const catalogueRecord = z.object({
  /** As the source sent it, verbatim; our own public id is never here. */
  metadataIdentifier: z.string().optional(),
  /** Name space of the identifier (ISO 19115-1). */
  metadataCodeSpace: z.string().optional(),
  parentIdentifier: z.string().optional(),
  /** How the parent is cited, where that is more than its identifier. */
  parentCitation: citation.optional(),
  /** When the source says the metadata changed (ISO 8601); never our own datestamp. */
  datestamp: z.string().optional(),
  /** Main language of the metadata, BCP 47. */
  language: z.string().optional(),
  otherLanguages: z.array(z.string()).default([]),
  characterSet: z.string().optional(),
  metadataContacts: z.array(responsibility).default([]),
  /** Other dates of the metadata than `datestamp` (ISO 19115-1 dateInfo, dcat:CatalogRecord dct:issued). */
  metadataDates: z.array(resourceDate).default([]),
  metadataMaintenance: maintenance.optional(),
  metadataConstraints: z.array(constraints).default([]),
  /** Where the metadata themselves are on line (ISO 19115-1 metadataLinkage). */
  metadataLinkages: z.array(onlineReference).default([]),
  /** Other metadata of the same resource. */
  alternativeMetadata: z.array(citation).default([]),
  /** Profiles that the metadata follow, beside the standard. */
  metadataProfiles: z.array(citation).default([]),
  /** Documentation of elements that the metadata add to the standard (ISO metadataExtensionInfo). */
  metadataExtensions: z.array(onlineReference).default([]),
  /** The scope of the metadata in words (ISO hierarchyLevelName). */
  scopeNames: z.array(languageMap).default([]),
  standardName: z.string().optional(),
  standardVersion: z.string().optional(),
  dataSetUri: z.string().optional(),
  resource,
  /** Further identifications in the same record: services that are described beside the data that they serve. */
  otherIdentifications: z.array(resource).default([]),
  translations: translations.optional(),
});
export type CatalogueRecord = z.infer<typeof catalogueRecord>;

/**
 * A record with nothing in it but empty lists, for readers to fill.
 * @param type kind of resource, `dataset` unless told
 */
export function emptyRecord(type: ResourceType = 'dataset'): CatalogueRecord {
  let empty = emptyRecords.get(type);
  if (empty === undefined) {
    empty = JSON.stringify(catalogueRecord.parse({ resource: { type, titles: {}, abstracts: {} } }));
    emptyRecords.set(type, empty);
  }
  return JSON.parse(empty);
}

/** As JSON by type of resource: filling in every default of the schema takes twenty times longer than this copy. */
const emptyRecords = new Map<ResourceType, string>();
