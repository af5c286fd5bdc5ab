import type { CatalogueRecord } from '../../model/index.ts';

type Resource = CatalogueRecord['resource'];

/** Whether oai_dc says a field of the model: a field that is forgotten here breaks the build. */
const said: Readonly<Record<keyof Resource, boolean>> = {
  type: true,
  typeAsGiven: true,
  titles: true,
  alternateTitles: false,
  identifiers: true,
  abstracts: true,
  purpose: false,
  credits: false,
  supplementalInformation: false,
  environmentDescription: false,
  edition: false,
  editionDate: false,
  presentationForms: false,
  seriesName: false,
  otherCitationDetails: false,
  languages: true,
  characterSets: false,
  dates: true,
  status: false,
  responsibilities: true,
  keywords: true,
  topicCategories: true,
  spatialExtents: true,
  verticalExtents: false,
  temporalExtents: true,
  taxa: false,
  referenceSystems: false,
  spatialRepresentations: false,
  spatialResolutions: false,
  temporalResolutions: false,
  maintenance: false,
  constraints: true,
  licences: true,
  accessRight: true,
  lineage: false,
  quality: false,
  related: true,
  additionalDocumentation: false,
  funding: false,
  distributions: true,
  distributors: false,
  formats: true,
  graphics: false,
  processingLevel: false,
  variables: false,
  platforms: false,
  instruments: false,
  campaigns: false,
  projects: false,
  networks: false,
  service: false,
  usages: false,
};

/** Fields of the record that oai_dc does not say. */
export function lossesOf(resource: Resource): string[] {
  return Object.entries(resource).flatMap(([field, value]) => {
    const empty = value === undefined || (typeof value === 'object' && Object.keys(value).length === 0);
    return empty || said[field as keyof Resource] ? [] : [field];
  });
}
