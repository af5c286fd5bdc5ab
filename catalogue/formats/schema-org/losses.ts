import type { CatalogueRecord } from '../../model/index.ts';

type Resource = CatalogueRecord['resource'];

/** Whether our schema.org says a field of the model: a field that is forgotten here breaks the build. */
const said: Readonly<Record<keyof Resource, boolean>> = {
  type: true,
  typeAsGiven: true,
  titles: true,
  alternateTitles: true,
  identifiers: true,
  abstracts: true,
  purpose: false,
  credits: false,
  supplementalInformation: false,
  environmentDescription: false,
  edition: true,
  editionDate: false,
  presentationForms: false,
  seriesName: false,
  otherCitationDetails: true,
  languages: true,
  characterSets: false,
  dates: true,
  status: false,
  responsibilities: true,
  keywords: true,
  topicCategories: false,
  spatialExtents: true,
  verticalExtents: true,
  temporalExtents: true,
  taxa: false,
  referenceSystems: false,
  spatialRepresentations: false,
  spatialResolutions: false,
  temporalResolutions: false,
  maintenance: false,
  constraints: false,
  licences: true,
  accessRight: true,
  lineage: false,
  quality: false,
  related: true,
  additionalDocumentation: false,
  funding: true,
  distributions: true,
  distributors: false,
  formats: false,
  graphics: false,
  processingLevel: false,
  variables: true,
  platforms: false,
  instruments: true,
  campaigns: false,
  projects: false,
  networks: false,
  service: false,
  usages: false,
  methods: false,
  tableOfContents: false,
  versionNotes: false,
  seriesIssue: false,
  seriesPage: false,
  collectiveTitle: false,
  grids: false,
  vectors: false,
  featureCatalogues: false,
  applicationSchemas: false,
  portrayalCatalogues: false,
  conformsTo: false,
  applicableLegislation: false,
  offlineMedia: false,
  sizes: false,
  measurementTechniques: false,
};

/** Fields of the record that schema.org does not say, and texts in languages other than the chosen one. */
export function lossesOf(resource: Resource, language: string): string[] {
  const unsaid = Object.entries(resource).flatMap(([field, value]) => {
    const empty = value === undefined || (typeof value === 'object' && Object.keys(value).length === 0);
    return empty || said[field as keyof Resource] ? [] : [field];
  });
  const languages = Object.keys(resource.abstracts).filter((tag) => tag !== language);
  return Object.keys(resource.abstracts).length > 1
    ? [...unsaid, `abstracts: ${languages.join(', ')}`]
    : unsaid;
}
