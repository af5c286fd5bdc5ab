import { acquisition, campaign, instrument, platform } from './acquisition.ts';
import { applicationSchema } from './application-schema.ts';
import { citation, datedEvent, identifierParts, plainCitation, series } from './citation.ts';
import { constraintBlock } from './constraints.ts';
import { address, contact, telephone } from './contact.ts';
import { content, dimension, featureCatalogueDescription } from './content.ts';
import { distribution, distributorParts, format, medium, standardOrder, transfer } from './distribution.ts';
import { extentParts, temporal, vertical } from './extent.ts';
import { boundingBoxParts, boundingPolygon, geographicDescription } from './geographic.ts';
import { graphic } from './graphic.ts';
import { dataIdentification, usage } from './identification.ts';
import { identifierCode } from './identifier.ts';
import { keywordBlock } from './keywords.ts';
import { locale } from './language.ts';
import { lineage, nominalResolution, processStep, source } from './lineage.ts';
import { maintenance } from './maintenance.ts';
import { metadata, metadataExtension } from './metadata.ts';
import { onlineResource } from './online.ts';
import { individual, organisation } from './party.ts';
import { conformanceResult, dataQuality, qualityReport, quantitativeResult } from './quality.ts';
import { referenceSystem } from './reference-system.ts';
import { association } from './related.ts';
import { geometricObject, grid, gridDimension, vector } from './representation.ts';
import { resolution } from './resolution.ts';
import { resourceCitation } from './resource-citation.ts';
import { responsibles } from './responsibility.ts';
import { scope, scopeDescription } from './scope.ts';
import { coupledResource, operation, parameter, serviceIdentification } from './service.ts';

/** All tables of meanings: a standard must say for every field of each where it stands. */
export const tables = {
  metadata,
  metadataExtension,
  applicationSchema,
  referenceSystem,
  gridDimension,
  grid,
  geometricObject,
  vector,
  scope,
  scopeDescription,
  locale,
  dataIdentification,
  serviceIdentification,
  resourceCitation,
  citation,
  datedEvent,
  identifierParts,
  identifierCode,
  plainCitation,
  series,
  keywordBlock,
  constraintBlock,
  responsibles,
  organisation,
  individual,
  contact,
  telephone,
  address,
  onlineResource,
  association,
  maintenance,
  graphic,
  usage,
  resolution,
  operation,
  parameter,
  coupledResource,
  extentParts,
  boundingBoxParts,
  boundingPolygon,
  geographicDescription,
  temporal,
  vertical,
  content,
  dimension,
  featureCatalogueDescription,
  acquisition,
  platform,
  instrument,
  campaign,
  distribution,
  distributorParts,
  standardOrder,
  medium,
  format,
  transfer,
  dataQuality,
  qualityReport,
  conformanceResult,
  quantitativeResult,
  lineage,
  processStep,
  source,
  nominalResolution,
};

export { learnLocales } from './metadata.ts';
export { metadata };
