import type { ContextDefinition } from 'jsonld';
import { prefixes } from './namespaces.ts';

/** A link to another node: a text there is an IRI. */
const link = (id: string) => ({ '@id': id, '@type': '@id' }) as const;
/** A text that may come as a map of languages. */
const text = (id: string) => ({ '@id': id, '@container': '@language' }) as const;

const names: ContextDefinition = {
  ...prefixes,
  dcterms: prefixes.dct,
  gsp: prefixes.geosparql,
  sdo: prefixes.schema,
};

/** The terms of DCAT 3 and DCAT-AP 3 under their local names, as published contexts spell them. */
const dcat: ContextDefinition = {
  ...names,
  'nal-frequency': 'http://publications.europa.eu/resource/authority/frequency/',
  Catalog: 'dcat:Catalog',
  Catalogue: 'dcat:Catalog',
  CatalogRecord: 'dcat:CatalogRecord',
  CatalogueRecord: 'dcat:CatalogRecord',
  Dataset: 'dcat:Dataset',
  DatasetMemberOfADatasetSeries: 'dcat:Dataset',
  DatasetSeries: 'dcat:DatasetSeries',
  DataService: 'dcat:DataService',
  Distribution: 'dcat:Distribution',
  Agent: 'foaf:Agent',
  Checksum: 'spdx:Checksum',
  Kind: 'vcard:Kind',
  Location: 'dct:Location',
  PeriodOfTime: 'dct:PeriodOfTime',
  title: text('dct:title'),
  description: text('dct:description'),
  keyword: text('dcat:keyword'),
  name: text('foaf:name'),
  label: text('rdfs:label'),
  prefLabel: text('skos:prefLabel'),
  identifier: 'dct:identifier',
  issued: 'dct:issued',
  releaseDate: 'dct:issued',
  modified: 'dct:modified',
  modificationDate: 'dct:modified',
  created: 'dct:created',
  version: 'dcat:version',
  startDate: 'dcat:startDate',
  endDate: 'dcat:endDate',
  bbox: 'dcat:bbox',
  centroid: 'dcat:centroid',
  geometry: 'locn:geometry',
  byteSize: 'dcat:byteSize',
  checksum: 'spdx:checksum',
  checksumValue: 'spdx:checksumValue',
  algorithm: link('spdx:algorithm'),
  publisher: link('dct:publisher'),
  creator: link('dct:creator'),
  contactPoint: link('dcat:contactPoint'),
  distribution: link('dcat:distribution'),
  datasetDistribution: link('dcat:distribution'),
  dataset: link('dcat:dataset'),
  service: link('dcat:service'),
  record: link('dcat:record'),
  primaryTopic: link('foaf:primaryTopic'),
  theme: link('dcat:theme'),
  language: link('dct:language'),
  spatial: link('dct:spatial'),
  geographicalCoverage: link('dct:spatial'),
  temporal: link('dct:temporal'),
  temporalCoverage: link('dct:temporal'),
  frequency: link('dct:accrualPeriodicity'),
  accrualPeriodicity: link('dct:accrualPeriodicity'),
  license: link('dct:license'),
  licence: link('dct:license'),
  rights: link('dct:rights'),
  accessRights: link('dct:accessRights'),
  conformsTo: link('dct:conformsTo'),
  provenance: link('dct:provenance'),
  landingPage: link('dcat:landingPage'),
  page: link('foaf:page'),
  documentation: link('foaf:page'),
  accessURL: link('dcat:accessURL'),
  downloadURL: link('dcat:downloadURL'),
  accessService: link('dcat:accessService'),
  mediaType: link('dcat:mediaType'),
  format: link('dct:format'),
  endpointURL: link('dcat:endpointURL'),
  endpointUrl: link('dcat:endpointURL'),
  endpointDescription: link('dcat:endpointDescription'),
  servesDataset: link('dcat:servesDataset'),
  inSeries: link('dcat:inSeries'),
  seriesMember: link('dcat:seriesMember'),
  first: link('dcat:first'),
  last: link('dcat:last'),
  previous: link('dcat:prev'),
  next: link('dcat:next'),
  isPartOf: link('dct:isPartOf'),
  hasPart: link('dct:hasPart'),
};

/** DCAT-US 1.1 (`data.json` of United States agencies): most values are plain texts, also those that name things. */
const dcatUs: ContextDefinition = {
  ...names,
  title: 'dct:title',
  description: 'dct:description',
  keyword: 'dcat:keyword',
  modified: 'dct:modified',
  issued: 'dct:issued',
  identifier: 'dct:identifier',
  publisher: 'dct:publisher',
  name: 'foaf:name',
  subOrganizationOf: 'org:subOrganizationOf',
  contactPoint: 'dcat:contactPoint',
  fn: 'vcard:fn',
  hasEmail: link('vcard:hasEmail'),
  license: 'dct:license',
  rights: 'dct:rights',
  accessLevel: 'dct:accessRights',
  spatial: 'dct:spatial',
  temporal: 'dct:temporal',
  accrualPeriodicity: 'dct:accrualPeriodicity',
  language: 'dct:language',
  theme: 'dcat:theme',
  landingPage: link('dcat:landingPage'),
  references: link('dct:references'),
  isPartOf: 'dct:isPartOf',
  conformsTo: link('dct:conformsTo'),
  describedBy: link('foaf:page'),
  dataset: 'dcat:dataset',
  distribution: 'dcat:distribution',
  accessURL: link('dcat:accessURL'),
  downloadURL: link('dcat:downloadURL'),
  mediaType: 'dcat:mediaType',
  format: 'dct:format',
};

const known: readonly { address: RegExp; context: ContextDefinition }[] = [
  {
    address: /^https?:\/\/schema\.org(\/|\/docs\/jsonldcontext\.jsonld?)?$/i,
    context: { ...names, '@vocab': prefixes.schema },
  },
  { address: /^https?:\/\/project-open-data\.cio\.gov\/.*catalog\.jsonld$/i, context: dcatUs },
  { address: /^https?:\/\/(www\.)?w3\.org\/ns\/(dcat|dcat-ap|hydra\/core)/i, context: dcat },
  {
    address: /^https?:\/\/(semiceu\.github\.io|data\.europa\.eu|joinup\.ec\.europa\.eu)\/.*/i,
    context: dcat,
  },
];

/**
 * The context that stands for a remote one: written by us, for none is ever fetched.
 * @param address as the document names it
 * @returns `undefined` for a context that we don't know
 */
export function knownContext(address: string): ContextDefinition | undefined {
  return known.find((candidate) => candidate.address.test(address))?.context;
}
