import type {
  BoundingBox,
  CatalogueRecord,
  Citation,
  Distribution,
  Geometry,
  LineageSource,
  ReferenceSystem,
  Responsibility,
  SpatialExtent,
  TemporalExtent,
} from '../../model/index.ts';
import type { DcatProfile } from './writing/graph.ts';

type Element<T> = NonNullable<T> extends readonly (infer E)[] ? E : NonNullable<T>;
/** What has no fields that one could forget: texts by language, shapes. */
type IsWhole<T> = string extends keyof T ? true : T extends BoundingBox | Geometry ? true : false;
/**
 * Whether a field of the model is said. What has fields of its own is told field by field, or is not said at all: one that
 * is forgotten here breaks the build.
 */
type Said<T> = {
  readonly [K in keyof T]-?: Element<T[K]> extends object
    ? IsWhole<Element<T[K]>> extends true
      ? boolean
      : false | Said<Element<T[K]>>
    : boolean;
};

const date = { type: true, date: true, end: false, information: false };
const citedDate = { type: true, date: true, information: false };
const citation: Said<Citation> = {
  titles: true,
  identifiers: true,
  dates: citedDate,
  url: true,
  edition: true,
  alternateTitles: false,
  editionDate: false,
  responsibilities: false,
  presentationForms: false,
  series: false,
  otherDetails: false,
  collectiveTitle: false,
  online: false,
  identifierDetails: false,
};
const identifier = { scheme: true, value: true, uri: true };

const responsibility: Said<Responsibility> = {
  role: true,
  roleAsGiven: true,
  cited: false,
  party: {
    person: true,
    givenName: true,
    familyName: true,
    organisation: true,
    position: true,
    identifiers: identifier,
    organisationIdentifiers: identifier,
    emails: true,
    phones: true,
    facsimiles: true,
    addresses: {
      deliveryPoints: true,
      city: true,
      administrativeArea: true,
      postalCode: true,
      country: true,
      translations: false,
    },
    online: {
      url: true,
      name: true,
      description: true,
      function: false,
      protocol: false,
      applicationProfile: false,
      mediaType: false,
      translations: false,
    },
    hoursOfService: false,
    organisationContact: false,
    translations: false,
    contactInstructions: true,
  },
};

const format: Said<NonNullable<Distribution['format']>> = {
  name: true,
  version: true,
  uri: true,
  specification: true,
  amendment: false,
  decompression: false,
  citation: false,
  translations: false,
};

const reference = { names: true, identifier: true, uri: true, description: true };
const referenceSystem: Said<ReferenceSystem> = {
  code: true,
  codeSpace: true,
  version: true,
  name: true,
  uri: true,
  type: false,
  authority: false,
  translations: false,
};
const spatialExtent: Said<SpatialExtent> = {
  box: true,
  geometry: true,
  place: {
    code: true,
    names: true,
    uri: true,
    authority: true,
    authorityCitation: false,
    version: false,
    translations: false,
  },
  description: true,
  inclusive: true,
};
const instant = { date: true, indeterminate: true };
const measure = { value: true, unit: true };
const text = { text: true, uri: true };
const temporalExtent: Said<TemporalExtent> = {
  start: instant,
  end: instant,
  description: true,
  step: false,
  duration: true,
  name: false,
  remarks: false,
};
const lineageSource: Said<LineageSource> = {
  description: true,
  citation,
  scaleDenominator: false,
  referenceSystem,
  spatialExtents: spatialExtent,
  temporalExtents: temporalExtent,
  scope: false,
  metadata: false,
  processingLevel: false,
  resolution: false,
};

const resource: Said<CatalogueRecord['resource']> = {
  type: true,
  typeAsGiven: true,
  furtherTypes: false,
  titles: true,
  alternateTitles: true,
  identifiers: {
    code: true,
    codeSpace: true,
    scheme: true,
    uri: true,
    version: false,
    description: false,
    authority: false,
    translations: false,
  },
  abstracts: true,
  purpose: false,
  credits: false,
  supplementalInformation: false,
  environmentDescription: false,
  methods: false,
  tableOfContents: true,
  edition: true,
  versionNotes: true,
  editionDate: false,
  presentationForms: false,
  seriesName: false,
  seriesIssue: false,
  seriesPage: false,
  collectiveTitle: false,
  otherCitationDetails: true,
  languages: true,
  characterSets: true,
  dates: date,
  status: true,
  responsibilities: responsibility,
  keywords: {
    label: true,
    uri: true,
    code: true,
    type: true,
    thesaurus: { title: true, uri: true, identifier: true, dates: citedDate, details: false },
  },
  topicCategories: true,
  spatialExtents: spatialExtent,
  verticalExtents: {
    minimum: true,
    maximum: true,
    unit: true,
    datum: true,
    positive: true,
    referenceSystem: false,
    description: true,
  },
  temporalExtents: temporalExtent,
  taxa: {
    scientificName: true,
    commonNames: true,
    rank: true,
    uri: true,
    authority: true,
    identifier: true,
  },
  referenceSystems: referenceSystem,
  spatialRepresentations: true,
  grids: false,
  vectors: false,
  featureCatalogues: false,
  applicationSchemas: false,
  portrayalCatalogues: false,
  spatialResolutions: {
    scaleDenominator: true,
    distance: measure,
    vertical: measure,
    angular: measure,
    levelOfDetail: true,
  },
  temporalResolutions: true,
  maintenance: {
    frequency: true,
    userDefinedFrequency: true,
    nextUpdate: false,
    notes: false,
    scopes: false,
    contacts: false,
  },
  constraints: {
    kind: true,
    useLimitations: text,
    accessConstraints: true,
    useConstraints: true,
    otherConstraints: text,
    classification: false,
    userNote: false,
    classificationSystem: false,
    handlingDescription: false,
    references: false,
    graphics: false,
    scope: false,
    responsibilities: false,
  },
  licences: { id: true, uri: true, title: true },
  accessRight: true,
  lineage: {
    statement: true,
    sources: lineageSource,
    processSteps: {
      description: true,
      rationale: true,
      date: true,
      processors: responsibility,
      sources: lineageSource,
      outputs: lineageSource,
      references: citation,
    },
    scopeLevel: false,
    references: false,
  },
  quality: {
    type: true,
    names: true,
    specification: citation,
    explanation: true,
    pass: true,
    values: true,
    valueUnit: true,
    measureIdentifier: true,
    measureDescription: true,
    evaluationType: false,
    evaluationDescription: false,
    evaluationProcedure: false,
    dates: true,
    scope: false,
    statement: false,
    valueType: false,
    errorStatistic: false,
    measure: false,
  },
  conformsTo: citation,
  applicableLegislation: true,
  related: {
    relation: true,
    relationAsGiven: true,
    identifier: true,
    identifierType: true,
    url: true,
    titles: true,
    resourceType: true,
    initiative: false,
    relationDescription: false,
    metadataScheme: false,
    publication: false,
    identifierDetails: false,
    citation: false,
    metadataReference: false,
  },
  additionalDocumentation: citation,
  funding: {
    funder: true,
    funderIdentifier: true,
    funderIdentifierType: true,
    awardNumber: true,
    awardUri: true,
    awardTitle: true,
  },
  distributions: {
    url: true,
    names: true,
    descriptions: true,
    kind: true,
    protocol: true,
    protocolAsGiven: true,
    applicationProfile: false,
    function: true,
    mediaType: true,
    format,
    byteSize: true,
    checksum: { algorithm: true, value: true },
    conformsTo: true,
    licence: true,
    rights: true,
    issued: true,
    modified: true,
    languages: true,
    status: true,
    availability: true,
    compressFormat: true,
    packageFormat: true,
    accessService: { url: true, titles: true, descriptionUrl: true },
    unitsOfDistribution: false,
    transferSize: false,
    descriptionUri: false,
    protocolUri: false,
    applicationProfileUri: false,
    protocolRequest: false,
    translations: false,
  },
  distributors: {
    responsibility,
    fees: false,
    orderingInstructions: false,
    plannedAvailable: false,
    turnaround: false,
  },
  formats: format,
  offlineMedia: false,
  sizes: true,
  graphics: { url: true, description: true, type: false, fileName: false, online: false },
  processingLevel: false,
  variables: {
    ...reference,
    shortName: true,
    standardName: true,
    unit: true,
    unitUri: true,
    method: true,
    minimum: true,
    maximum: true,
    scaleFactor: false,
    offset: false,
    bitsPerValue: false,
    contentType: false,
    dataType: false,
    otherNames: false,
  },
  measurementTechniques: reference,
  platforms: { ...reference, type: true, sponsors: false },
  instruments: { ...reference, type: true, mountedOn: true },
  campaigns: { ...reference, status: true, type: true, start: true, end: true },
  projects: reference,
  // What keywords name is read from them again; the writer tells of any other.
  networks: reference,
  service: {
    type: true,
    typeVersions: false,
    couplingType: false,
    operations: false,
    operatesOn: true,
    endpointUrls: true,
    endpointDescriptions: true,
    coupledResources: false,
    accessProperties: false,
  },
  usages: false,
  coverages: false,
  usageDetails: false,
  citationLinks: false,
};

const geodcat: Said<CatalogueRecord> = {
  metadataIdentifier: true,
  parentIdentifier: true,
  datestamp: true,
  language: true,
  otherLanguages: true,
  characterSet: true,
  metadataContacts: responsibility,
  metadataDates: date,
  metadataMaintenance: false,
  metadataConstraints: false,
  metadataLinkages: false,
  alternativeMetadata: false,
  metadataProfiles: citation,
  metadataExtensions: false,
  scopeNames: false,
  standardName: true,
  standardVersion: true,
  dataSetUri: true,
  otherIdentifications: false,
  metadataCodeSpace: false,
  parentCitation: false,
  translations: false,
  resource,
};

const tables: Readonly<Record<DcatProfile, Said<CatalogueRecord>>> = {
  'geodcat-ap': geodcat,
  'dcat-ap': {
    ...geodcat,
    metadataContacts: false,
    metadataProfiles: false,
    resource: { ...resource, characterSets: false },
  },
};

/** Paths of what a record says and the profile has no word for, such as `resource.credits`. */
export function lossesOf(record: CatalogueRecord, profile: DcatProfile): string[] {
  const found = new Set<string>();
  collect(record, tables[profile], '', found);
  return [...found];
}

function collect(value: unknown, said: object, path: string, found: Set<string>): void {
  if (Array.isArray(value)) {
    for (const member of value) collect(member, said, path, found);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const fields = new Map<string, unknown>(Object.entries(said));
  for (const [field, content] of Object.entries(value)) {
    const here = path === '' ? field : `${path}.${field}`;
    const saidHere = fields.get(field);
    if (saidHere === false && !isEmpty(content)) found.add(here);
    else if (typeof saidHere === 'object' && saidHere !== null) collect(content, saidHere, here, found);
  }
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)
  );
}
