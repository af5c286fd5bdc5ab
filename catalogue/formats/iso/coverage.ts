import type { CatalogueRecord, Distribution, Party, Resource } from '../../model/index.ts';
import type { tables } from './tables/index.ts';

type Tables = typeof tables;

/** A field of a table of meanings. */
type Place = { [T in keyof Tables]: `${T}.${keyof Tables[T]['fields'] & string}` }[keyof Tables];

/** Where ISO 19115 says each field of the model; `null`: nowhere. A new field of the model does not compile without. */
type Coverage<M> = Readonly<Record<keyof M, Place | null>>;

const record: Coverage<CatalogueRecord> = {
  metadataIdentifier: 'metadata.metadataIdentifier',
  parentIdentifier: 'metadata.parentIdentifier',
  datestamp: 'metadata.dateStamp',
  language: 'metadata.language',
  otherLanguages: 'metadata.otherLocales',
  characterSet: 'metadata.characterSet',
  metadataContacts: 'metadata.contact',
  standardName: 'metadata.standardName',
  standardVersion: 'metadata.standardVersion',
  dataSetUri: 'metadata.dataSetUri',
  resource: 'metadata.identification',
  metadataDates: 'metadata.dateInfo',
  metadataMaintenance: 'metadata.maintenance',
  metadataConstraints: 'metadata.constraints',
  metadataLinkages: 'metadata.linkage',
  alternativeMetadata: 'metadata.alternative',
  metadataProfiles: 'metadata.profile',
  metadataExtensions: 'metadata.extensions',
  scopeNames: 'metadata.scopeName',
  metadataCodeSpace: 'metadata.metadataCodeSpace',
  parentCitation: 'metadata.parentMetadata',
  otherIdentifications: 'metadata.identification',
  translations: 'metadata.standardName',
};

const resource: Coverage<Resource> = {
  type: 'metadata.scope',
  typeAsGiven: 'metadata.scope',
  furtherTypes: 'metadata.scope',
  titles: 'resourceCitation.title',
  alternateTitles: 'resourceCitation.alternateTitle',
  identifiers: 'resourceCitation.identifier',
  abstracts: 'dataIdentification.abstract',
  purpose: 'dataIdentification.purpose',
  credits: 'dataIdentification.credit',
  supplementalInformation: 'dataIdentification.supplementalInformation',
  environmentDescription: 'dataIdentification.environment',
  edition: 'resourceCitation.edition',
  editionDate: 'resourceCitation.editionDate',
  presentationForms: 'resourceCitation.presentationForm',
  seriesName: 'resourceCitation.series',
  otherCitationDetails: 'resourceCitation.otherCitationDetails',
  languages: 'dataIdentification.language',
  characterSets: 'dataIdentification.characterSet',
  dates: 'resourceCitation.date',
  status: 'dataIdentification.status',
  responsibilities: 'dataIdentification.pointOfContact',
  keywords: 'dataIdentification.keywords',
  topicCategories: 'dataIdentification.topicCategory',
  spatialExtents: 'extentParts.geographic',
  verticalExtents: 'extentParts.vertical',
  temporalExtents: 'extentParts.temporal',
  taxa: 'keywordBlock.keyword',
  referenceSystems: 'metadata.referenceSystems',
  spatialRepresentations: 'dataIdentification.spatialRepresentation',
  spatialResolutions: 'dataIdentification.resolution',
  temporalResolutions: 'dataIdentification.temporalResolution',
  maintenance: 'dataIdentification.maintenance',
  constraints: 'dataIdentification.constraints',
  licences: 'constraintBlock.otherConstraints',
  accessRight: null,
  lineage: 'dataQuality.lineage',
  quality: 'dataQuality.report',
  related: 'dataIdentification.related',
  additionalDocumentation: 'dataIdentification.additionalDocumentation',
  funding: null,
  distributions: 'distribution.transferOptions',
  distributors: 'distribution.distributor',
  formats: 'distribution.format',
  graphics: 'dataIdentification.graphic',
  processingLevel: 'dataIdentification.processingLevel',
  variables: 'content.dimension',
  platforms: 'acquisition.platform',
  instruments: 'acquisition.instrument',
  campaigns: 'acquisition.operation',
  projects: 'keywordBlock.keyword',
  networks: 'keywordBlock.keyword',
  service: 'serviceIdentification.containsOperations',
  usages: 'dataIdentification.usage',
  usageDetails: 'dataIdentification.usage',
  citationLinks: 'resourceCitation.onlineResource',
  coverages: 'metadata.content',
  methods: null,
  tableOfContents: null,
  versionNotes: null,
  seriesIssue: 'resourceCitation.seriesIssue',
  seriesPage: 'resourceCitation.seriesPage',
  collectiveTitle: 'resourceCitation.collectiveTitle',
  grids: 'metadata.representations',
  vectors: 'metadata.representations',
  featureCatalogues: 'metadata.content',
  applicationSchemas: 'metadata.applicationSchema',
  portrayalCatalogues: 'metadata.portrayal',
  conformsTo: null,
  applicableLegislation: null,
  offlineMedia: 'transfer.offLine',
  sizes: null,
  measurementTechniques: null,
};

const distribution: Coverage<Distribution> = {
  url: 'onlineResource.linkage',
  names: 'onlineResource.name',
  descriptions: 'onlineResource.description',
  kind: 'onlineResource.function',
  protocol: 'onlineResource.protocol',
  protocolAsGiven: 'onlineResource.protocol',
  applicationProfile: 'onlineResource.applicationProfile',
  function: 'onlineResource.function',
  mediaType: 'onlineResource.name',
  format: 'transfer.distributionFormat',
  byteSize: 'transfer.transferSize',
  checksum: null,
  conformsTo: null,
  licence: null,
  issued: null,
  modified: null,
  rights: null,
  languages: null,
  status: null,
  availability: null,
  compressFormat: null,
  packageFormat: null,
  accessService: null,
  unitsOfDistribution: 'transfer.units',
  transferSize: 'transfer.transferSize',
  descriptionUri: 'onlineResource.description',
  protocolUri: 'onlineResource.protocol',
  applicationProfileUri: 'onlineResource.applicationProfile',
  protocolRequest: 'onlineResource.protocolRequest',
  translations: 'onlineResource.protocol',
};

const party: Coverage<Party> = {
  person: 'responsibles.individualName',
  givenName: null,
  familyName: null,
  organisation: 'responsibles.organisationName',
  position: 'responsibles.positionName',
  identifiers: 'responsibles.individualName',
  organisationIdentifiers: 'responsibles.organisationName',
  emails: 'address.email',
  phones: 'contact.voice',
  facsimiles: 'contact.facsimile',
  addresses: 'contact.address',
  online: 'contact.onlineResource',
  hoursOfService: 'contact.hoursOfService',
  contactInstructions: 'contact.contactInstructions',
  organisationContact: 'organisation.contactInfo',
  translations: 'contact.voice',
};

const variable: Coverage<Resource['variables'][number]> = {
  names: 'dimension.descriptor',
  identifier: null,
  uri: 'dimension.descriptor',
  description: null,
  shortName: 'dimension.sequenceIdentifier',
  standardName: 'dimension.name',
  unit: 'dimension.units',
  unitUri: 'dimension.units',
  method: null,
  minimum: 'dimension.minimum',
  maximum: 'dimension.maximum',
  scaleFactor: 'dimension.scaleFactor',
  offset: 'dimension.offset',
  bitsPerValue: 'dimension.bitsPerValue',
  contentType: 'content.contentType',
  dataType: 'dimension.sequenceType',
  otherNames: 'dimension.name',
};

const equipment: Coverage<NamedThing> = {
  names: 'platform.citation',
  identifier: 'platform.identifier',
  uri: 'platform.identifier',
  description: 'platform.description',
  type: 'instrument.type',
};

type NamedThing = Omit<
  Resource['platforms'][number] & Resource['instruments'][number],
  'sponsors' | 'mountedOn'
>;

const platform: Coverage<Resource['platforms'][number]> = { ...equipment, sponsors: 'platform.sponsor' };
const instrument: Coverage<Resource['instruments'][number]> = {
  ...equipment,
  mountedOn: 'instrument.mountedOn',
};

/** Names of the fields that a record uses and ISO 19115 has nowhere, such as `resource.funding`. */
export function untoldOf(told: CatalogueRecord): string[] {
  const people = [...told.metadataContacts, ...told.resource.responsibilities].map((one) => one.party);
  return [
    ...untold('record', record, [told]),
    ...untold('resource', resource, [told.resource]),
    ...untold('distribution', distribution, told.resource.distributions),
    ...untold('variable', variable, told.resource.variables),
    ...untold('platform', platform, told.resource.platforms),
    ...untold('instrument', instrument, told.resource.instruments),
    // Their parts are lost only where they are not the whole name.
    ...untold(
      'party',
      party,
      people.filter((one) => one.person === undefined),
    ),
  ];
}

function untold<M extends object>(name: string, coverage: Coverage<M>, models: readonly M[]): string[] {
  if (models.length === 0) return [];
  const places: ReadonlyMap<string, Place | null> = nowhere(coverage);
  const lost = new Set<string>();
  for (const model of models) {
    for (const [key, value] of Object.entries(model))
      if (places.get(key) === null && isTold(value)) lost.add(`${name}.${key}`);
  }
  // In the order of the table, as the losses always were.
  return [...places.keys()].map((key) => `${name}.${key}`).filter((loss) => lost.has(loss));
}

const maps = new Map<object, ReadonlyMap<string, null>>();

/** Fields that ISO has nowhere. */
function nowhere(coverage: object): ReadonlyMap<string, null> {
  const known = maps.get(coverage);
  if (known) return known;
  const map = new Map(
    Object.entries(coverage).flatMap(([key, place]): [string, null][] =>
      place === null ? [[key, null]] : [],
    ),
  );
  maps.set(coverage, map);
  return map;
}

const isTold = (value: unknown) => value !== undefined && !(Array.isArray(value) && value.length === 0);
