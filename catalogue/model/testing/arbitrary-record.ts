import fc from 'fast-check';
import {
  accessRight,
  type CatalogueRecord,
  catalogueRecord,
  emptyRecord,
  type Resource,
  resourceTypes,
  topicCategories,
} from '../index.ts';
import { anyDistribution, anyDistributor, anyFormat, anyGraphic, anyMedium, anyService } from './access.ts';
import {
  anyCitation,
  anyConstraints,
  anyDate,
  anyIdentifier,
  anyLicence,
  anyMaintenance,
} from './citations.ts';
import {
  anyReferenceSystem,
  anySpatialExtent,
  anyTaxon,
  anyTemporalExtent,
  anyVerticalExtent,
} from './extents.ts';
import { type Fields, some } from './object-of.ts';
import { online, responsibilityIn } from './parties.ts';
import { anyFunding, anyLineage, anyQualityReport, anyRelated } from './provenance.ts';
import {
  anyCampaign,
  anyCoverage,
  anyFeatureCatalogue,
  anyGrid,
  anyInstrument,
  anyKeyword,
  anyPlatform,
  anyReference,
  anyResolution,
  anyVariable,
  anyVector,
} from './subjects.ts';
import {
  address,
  code,
  date,
  day,
  duration,
  language,
  languages,
  line,
  lines,
  proses,
  untranslated,
} from './texts.ts';

/** Every field of the resource; a new field of the model does not compile without a line here. */
export const resourceFields: Fields<Resource> = {
  type: fc.constantFrom(...resourceTypes),
  typeAsGiven: code,
  furtherTypes: fc.subarray(['series', 'service'], { minLength: 1 }),
  titles: lines,
  alternateTitles: some(lines),
  identifiers: fc.uniqueArray(anyIdentifier, { maxLength: 3, selector: ({ scheme }) => scheme }),
  abstracts: proses,
  purpose: proses,
  credits: some(proses),
  supplementalInformation: proses,
  environmentDescription: proses,
  methods: proses,
  tableOfContents: proses,
  edition: fc.constantFrom('1', '2.1', 'draft'),
  versionNotes: proses,
  editionDate: day,
  presentationForms: fc.subarray(['mapDigital', 'tableDigital', 'documentDigital']),
  seriesName: line,
  seriesIssue: line,
  seriesPage: fc.constantFrom('7', '12-15'),
  collectiveTitle: lines,
  otherCitationDetails: proses,
  languages,
  characterSets: fc.subarray(['utf8', '8859part15']),
  dates: some(anyDate),
  status: fc.subarray(['completed', 'onGoing', 'historicalArchive']),
  responsibilities: some(responsibilityIn()),
  keywords: some(anyKeyword),
  topicCategories: fc.subarray(
    topicCategories.map(({ value }) => value),
    { maxLength: 3 },
  ),
  spatialExtents: some(anySpatialExtent),
  verticalExtents: some(anyVerticalExtent),
  temporalExtents: some(anyTemporalExtent),
  taxa: some(anyTaxon),
  referenceSystems: some(anyReferenceSystem),
  spatialRepresentations: fc.subarray(['vector', 'grid', 'textTable']),
  grids: fc.array(anyGrid, { maxLength: 2 }),
  vectors: fc.array(anyVector, { maxLength: 2 }),
  featureCatalogues: fc.array(anyFeatureCatalogue, { maxLength: 2 }),
  applicationSchemas: fc.array(anyCitation, { maxLength: 2 }),
  portrayalCatalogues: fc.array(anyCitation, { maxLength: 2 }),
  spatialResolutions: some(anyResolution),
  temporalResolutions: fc.array(duration, { maxLength: 2 }),
  maintenance: anyMaintenance,
  constraints: some(anyConstraints),
  licences: fc.uniqueArray(anyLicence, { maxLength: 2, selector: ({ id }) => id }),
  accessRight: fc.constantFrom(...accessRight.options),
  lineage: anyLineage,
  quality: some(anyQualityReport),
  conformsTo: fc.array(anyCitation, { maxLength: 2 }),
  applicableLegislation: fc.subarray(['http://data.europa.eu/eli/reg_impl/2023/138/oj']),
  related: some(anyRelated),
  additionalDocumentation: fc.array(anyCitation, { maxLength: 2 }),
  funding: fc.array(anyFunding, { maxLength: 2 }),
  distributions: some(anyDistribution),
  distributors: fc.array(anyDistributor, { maxLength: 2 }),
  formats: fc.array(anyFormat, { maxLength: 2 }),
  offlineMedia: fc.array(anyMedium, { maxLength: 2 }),
  sizes: fc.subarray(['15 pages', '3 files']),
  graphics: fc.array(anyGraphic, { maxLength: 2 }),
  processingLevel: fc.constantFrom('L2', 'Level 4'),
  variables: some(anyVariable),
  measurementTechniques: fc.array(anyReference, { maxLength: 2 }),
  platforms: fc.array(anyPlatform, { maxLength: 2 }),
  instruments: fc.array(anyInstrument, { maxLength: 2 }),
  campaigns: fc.array(anyCampaign, { maxLength: 2 }),
  projects: fc.array(anyReference, { maxLength: 2 }),
  networks: fc.array(anyReference, { maxLength: 2 }),
  service: anyService,
  usages: some(proses),
  usageDetails: fc.constant([{ limitations: { en: 'Not for navigation' } }]),
  citationLinks: fc.array(online, { minLength: 1, maxLength: 2 }),
  coverages: fc.array(anyCoverage, { maxLength: 1 }),
};

/** Every field of the record beside the resource. */
export const metadataFields: Fields<Omit<CatalogueRecord, 'resource'>> = {
  metadataIdentifier: code,
  parentIdentifier: code,
  datestamp: date,
  language,
  otherLanguages: fc.subarray(['de', 'nl']),
  characterSet: fc.constantFrom('utf8', '8859part1'),
  metadataContacts: some(responsibilityIn('pointOfContact', 'author')),
  metadataDates: some(anyDate),
  metadataMaintenance: anyMaintenance,
  metadataConstraints: fc.array(anyConstraints, { maxLength: 2 }),
  metadataLinkages: fc.array(online, { maxLength: 2 }),
  alternativeMetadata: fc.array(anyCitation, { maxLength: 2 }),
  metadataProfiles: fc.array(anyCitation, { maxLength: 2 }),
  metadataExtensions: fc.array(online, { maxLength: 1 }),
  scopeNames: fc.array(lines, { maxLength: 2 }),
  standardName: line,
  standardVersion: fc.constantFrom('1.0', '2007'),
  dataSetUri: address,
  metadataCodeSpace: address,
  parentCitation: anyCitation,
  otherIdentifications: fc.array(
    fc
      .record({ titles: lines, abstracts: proses })
      .map((told) => ({ ...emptyRecord('service').resource, ...told })),
    { maxLength: 1 },
  ),
  translations: untranslated,
};

/** A field of the model by its path: `datestamp`, `resource.titles`. */
export type FieldPath = keyof typeof metadataFields | `resource.${keyof Resource}`;

/**
 * Records that say these fields, and a title; what else there is stays empty.
 * @param fields such as `resource.keywords`; each is left out now and then where the model lets it
 */
export function arbitraryOf(...fields: FieldPath[]): fc.Arbitrary<CatalogueRecord> {
  const asked = new Set<string>(['resource.titles', ...fields]);
  return recordOf(
    Object.entries(metadataFields).filter(([key]) => asked.has(key)),
    Object.entries(resourceFields).filter(([key]) => asked.has(`resource.${key}`)),
  );
}

/** Any record at all: about half of the fields of the model are said, each by itself realistic. */
export const arbitraryRecord: fc.Arbitrary<CatalogueRecord> = recordOf(
  Object.entries(metadataFields),
  Object.entries(resourceFields),
);

type Entries = [string, fc.Arbitrary<unknown>][];

function recordOf(metadata: Entries, resource: Entries): fc.Arbitrary<CatalogueRecord> {
  const requiredKeys = ['type', 'titles', 'abstracts'].filter((key) =>
    resource.some(([name]) => name === key),
  );
  const empty = emptyRecord();
  return fc
    .tuple(
      fc.record(Object.fromEntries(metadata), { requiredKeys: [] }),
      fc.record(Object.fromEntries(resource), { requiredKeys }),
    )
    .map(([about, told]) =>
      catalogueRecord.parse({ ...empty, ...about, resource: { ...empty.resource, ...told } }),
    );
}
