import type {
  CatalogueRecord,
  Distribution,
  Keyword,
  ObservedVariable,
  Party,
  SpatialExtent,
  TemporalExtent,
} from '../../model/index.ts';

/** The ways to write a record in JSON whose losses are told here. */
export type JsonWriter = 'schema.org' | 'ro-crate' | 'croissant' | 'stac' | 'ogc-record';

const all: readonly JsonWriter[] = ['schema.org', 'ro-crate', 'croissant', 'stac', 'ogc-record'];
/** The writers of schema.org terms, alone or in a package. */
const linked: readonly JsonWriter[] = ['schema.org', 'ro-crate', 'croissant'];
const plain: readonly JsonWriter[] = ['stac', 'ogc-record'];
const none: readonly JsonWriter[] = [];

/** Which writers say a field of the model: a field that is forgotten here breaks the build. */
type Saying<M> = Readonly<Record<keyof M, readonly JsonWriter[]>>;

const record: Saying<CatalogueRecord> = {
  resource: all,
  metadataIdentifier: ['ogc-record'],
  parentIdentifier: none,
  datestamp: plain,
  language: ['croissant', 'schema.org', 'stac', 'ogc-record'],
  otherLanguages: ['ogc-record'],
  characterSet: none,
  metadataContacts: none,
  metadataDates: ['ogc-record'],
  metadataMaintenance: none,
  metadataConstraints: none,
  metadataLinkages: none,
  alternativeMetadata: none,
  metadataProfiles: ['ogc-record'],
  metadataExtensions: none,
  scopeNames: none,
  // What the record followed before says nothing of this document.
  standardName: all,
  standardVersion: all,
  dataSetUri: none,
  metadataCodeSpace: none,
  parentCitation: none,
  otherIdentifications: none,
  translations: none,
};

const resource: Saying<CatalogueRecord['resource']> = {
  type: all,
  typeAsGiven: all,
  furtherTypes: none,
  titles: all,
  alternateTitles: linked,
  identifiers: all,
  abstracts: all,
  purpose: none,
  credits: linked,
  supplementalInformation: none,
  environmentDescription: none,
  methods: linked,
  tableOfContents: none,
  edition: [...linked, 'stac'],
  versionNotes: none,
  editionDate: none,
  presentationForms: none,
  seriesName: linked,
  seriesIssue: none,
  seriesPage: none,
  collectiveTitle: none,
  otherCitationDetails: [...linked, 'stac'],
  languages: [...linked, 'ogc-record'],
  characterSets: none,
  dates: linked,
  status: linked,
  responsibilities: all,
  keywords: all,
  topicCategories: all,
  spatialExtents: all,
  verticalExtents: ['schema.org', 'ro-crate'],
  temporalExtents: all,
  taxa: linked,
  referenceSystems: none,
  spatialRepresentations: none,
  grids: none,
  vectors: none,
  featureCatalogues: none,
  applicationSchemas: none,
  portrayalCatalogues: none,
  spatialResolutions: ['stac'],
  temporalResolutions: ['ogc-record'],
  maintenance: none,
  constraints: [...linked, 'ogc-record'],
  licences: all,
  accessRight: linked,
  lineage: none,
  quality: none,
  conformsTo: none,
  applicableLegislation: none,
  related: all,
  additionalDocumentation: linked,
  funding: linked,
  distributions: all,
  distributors: none,
  formats: [...linked, 'ogc-record'],
  offlineMedia: none,
  sizes: linked,
  graphics: all,
  processingLevel: none,
  variables: linked,
  measurementTechniques: linked,
  platforms: [...linked, 'stac'],
  instruments: [...linked, 'stac'],
  campaigns: linked,
  projects: linked,
  networks: linked,
  service: ['schema.org'],
  usages: none,
  usageDetails: none,
  citationLinks: none,
  coverages: none,
};

const distribution: Saying<Distribution> = {
  url: all,
  names: all,
  descriptions: all,
  kind: all,
  // The kind and the address tell them again.
  protocol: all,
  protocolAsGiven: none,
  applicationProfile: none,
  function: all,
  mediaType: all,
  format: linked,
  byteSize: all,
  checksum: [...linked, 'stac'],
  conformsTo: ['ogc-record'],
  licence: linked,
  rights: none,
  issued: [...linked, 'ogc-record'],
  modified: [...linked, 'ogc-record'],
  languages: ['ogc-record'],
  status: none,
  availability: none,
  compressFormat: none,
  packageFormat: none,
  accessService: none,
  unitsOfDistribution: none,
  transferSize: none,
  descriptionUri: none,
  protocolUri: none,
  applicationProfileUri: none,
  protocolRequest: none,
  translations: none,
};

const variable: Saying<ObservedVariable> = {
  names: linked,
  identifier: linked,
  uri: linked,
  description: linked,
  shortName: linked,
  standardName: none,
  unit: linked,
  unitUri: linked,
  method: linked,
  minimum: linked,
  maximum: linked,
  scaleFactor: none,
  offset: none,
  bitsPerValue: none,
  contentType: none,
  dataType: none,
  otherNames: none,
};

const party: Saying<Party> = {
  person: all,
  givenName: linked,
  familyName: linked,
  organisation: all,
  position: all,
  identifiers: all,
  organisationIdentifiers: linked,
  emails: plain,
  phones: all,
  facsimiles: all,
  addresses: all,
  online: all,
  hoursOfService: plain,
  contactInstructions: plain,
  organisationContact: none,
  translations: none,
};

const spatialExtent: Saying<SpatialExtent> = {
  box: all,
  geometry: all,
  place: linked,
  description: linked,
  // An area that is excluded is left out, which is told apart.
  inclusive: all,
};

const temporalExtent: Saying<TemporalExtent> = {
  start: all,
  end: all,
  description: none,
  step: ['ogc-record'],
  duration: none,
  name: none,
  remarks: none,
};

const keyword: Saying<Keyword> = { label: all, uri: all, code: none, type: none, thesaurus: all };

/**
 * Fields that a record uses and a writer does not say, such as `resource.purpose` or `distribution.rights`, and texts
 * in further languages where the writer says only one.
 * @param language the one that is written
 */
export function lossesOf(told: CatalogueRecord, writer: JsonWriter, language?: string): string[] {
  const { resource: about } = told;
  const people = about.responsibilities.map((one) => one.party);
  const dates = about.dates.length > 0 && resource.dates.includes(writer) ? lostDates(about.dates) : [];
  return [
    ...unsaid('record', record, [told], writer),
    ...unsaid('resource', resource, [about], writer),
    ...unsaid('distribution', distribution, about.distributions, writer),
    ...(resource.variables.includes(writer) ? unsaid('variable', variable, about.variables, writer) : []),
    ...unsaid('party', party, people, writer),
    ...unsaid('spatialExtent', spatialExtent, about.spatialExtents, writer),
    ...(about.spatialExtents.some(({ inclusive }) => !inclusive) ? ['spatialExtent.inclusive'] : []),
    ...unsaid('temporalExtent', temporalExtent, about.temporalExtents, writer),
    ...unsaid('keyword', keyword, about.keywords, writer),
    ...dates,
    ...(language === undefined ? [] : lostLanguages(about, language)),
  ];
}

function unsaid<M extends object>(
  name: string,
  saying: Saying<M>,
  models: readonly M[],
  writer: JsonWriter,
): string[] {
  return Object.entries<readonly JsonWriter[]>(saying).flatMap(([key, writers]) =>
    !writers.includes(writer) &&
    models.some((model) => isTold(Object.entries(model).find(([field]) => field === key)?.[1]))
      ? [`${name}.${key}`]
      : [],
  );
}

const isTold = (value: unknown) =>
  value !== undefined && !(typeof value === 'object' && value !== null && Object.keys(value).length === 0);

/** Kinds of dates that schema.org has a property for; one of each. */
const saidDates = new Set([
  'creation',
  'publication',
  'released',
  'revision',
  'lastUpdate',
  'lastRevision',
  'validityExpires',
]);

function lostDates(dates: CatalogueRecord['resource']['dates']): string[] {
  return [
    ...new Set(dates.filter(({ type }) => !saidDates.has(type)).map(({ type }) => `resource.dates: ${type}`)),
  ];
}

function lostLanguages({ titles, abstracts }: CatalogueRecord['resource'], language: string): string[] {
  return Object.entries({ titles, abstracts }).flatMap(([field, map]) => {
    const others = Object.keys(map).filter((tag) => tag !== language);
    return Object.keys(map).length > 1 ? [`resource.${field}: ${others.join(', ')}`] : [];
  });
}
