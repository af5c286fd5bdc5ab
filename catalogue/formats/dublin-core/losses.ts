import type { CatalogueRecord } from '../../model/index.ts';

type Resource = CatalogueRecord['resource'];

/** Element sets of CSW: how much of a record is told. */
export type ElementSet = 'full' | 'summary' | 'brief';

/** Which documents say a field of the model: a field that is forgotten here breaks the build. */
const said: Readonly<Record<keyof Resource, readonly ('oai_dc' | ElementSet)[]>> = {
  type: ['oai_dc', 'full', 'summary', 'brief'],
  typeAsGiven: ['oai_dc'],
  furtherTypes: [],
  titles: ['oai_dc', 'full', 'summary', 'brief'],
  alternateTitles: ['full'],
  identifiers: ['oai_dc', 'full', 'summary', 'brief'],
  abstracts: ['oai_dc', 'full', 'summary'],
  purpose: [],
  credits: [],
  supplementalInformation: [],
  environmentDescription: [],
  edition: [],
  editionDate: [],
  presentationForms: [],
  seriesName: [],
  otherCitationDetails: ['full'],
  languages: ['oai_dc', 'full'],
  characterSets: [],
  dates: ['oai_dc', 'full'],
  status: [],
  responsibilities: ['oai_dc', 'full'],
  keywords: ['oai_dc', 'full', 'summary'],
  topicCategories: ['oai_dc', 'full', 'summary'],
  spatialExtents: ['oai_dc', 'full', 'summary', 'brief'],
  verticalExtents: [],
  temporalExtents: ['oai_dc', 'full'],
  taxa: [],
  referenceSystems: [],
  spatialRepresentations: [],
  spatialResolutions: [],
  temporalResolutions: [],
  maintenance: [],
  constraints: ['oai_dc', 'full'],
  licences: ['oai_dc', 'full'],
  accessRight: ['oai_dc', 'full'],
  lineage: ['full'],
  quality: [],
  related: ['oai_dc', 'full', 'summary'],
  additionalDocumentation: [],
  funding: [],
  distributions: ['oai_dc', 'full'],
  distributors: [],
  formats: ['oai_dc', 'full', 'summary'],
  graphics: [],
  processingLevel: [],
  variables: [],
  platforms: [],
  instruments: [],
  campaigns: [],
  projects: [],
  networks: [],
  service: [],
  usages: [],
  usageDetails: [],
  citationLinks: [],
  coverages: [],
  methods: [],
  tableOfContents: ['full'],
  versionNotes: [],
  seriesIssue: [],
  seriesPage: [],
  collectiveTitle: [],
  grids: [],
  vectors: [],
  featureCatalogues: [],
  applicationSchemas: [],
  portrayalCatalogues: [],
  conformsTo: ['full'],
  applicableLegislation: [],
  offlineMedia: ['full'],
  sizes: ['full'],
  measurementTechniques: [],
};

/** Fields of the record that oai_dc does not say. */
export function lossesOf(resource: Resource): string[] {
  return unsaid(resource, 'oai_dc');
}

/** Fields of the record that a csw:Record does not say, and texts in other languages than the chosen one. */
export function cswLosses(resource: Resource, set: ElementSet, language: string): string[] {
  const texts = Object.entries({ titles: resource.titles, abstracts: resource.abstracts }).flatMap(
    ([field, map]) => {
      const others = Object.keys(map).filter((tag) => tag !== language);
      return Object.keys(map).length > 1 ? [`${field}: ${others.join(', ')}`] : [];
    },
  );
  return [...unsaid(resource, set), ...texts];
}

function unsaid(resource: Resource, by: 'oai_dc' | ElementSet): string[] {
  return Object.entries(resource).flatMap(([field, value]) => {
    const empty = value === undefined || (typeof value === 'object' && Object.keys(value).length === 0);
    return empty || said[field as keyof Resource].includes(by) ? [] : [field];
  });
}
