import { acquisition, apparatus } from './acquisition.ts';
import { citation, datedEvent, identifierParts } from './citation.ts';
import { constraintBlock } from './constraints.ts';
import { address, contact, telephone } from './contact.ts';
import { content, dimension } from './content.ts';
import { distribution, distributorParts, format, transfer } from './distribution.ts';
import { extentParts, temporal, vertical } from './extent.ts';
import { boundingBoxParts, boundingPolygon, geographicDescription } from './geographic.ts';
import { dataIdentification, graphic, usage } from './identification.ts';
import { keywordBlock, thesaurusCitation } from './keywords.ts';
import { lineage, processStep, source } from './lineage.ts';
import { maintenance } from './maintenance.ts';
import { locale, metadata } from './metadata.ts';
import { onlineResource } from './online.ts';
import { individual, organisation } from './party.ts';
import { conformanceResult, dataQuality, qualityReport, quantitativeResult } from './quality.ts';
import { association } from './related.ts';
import { resolution } from './resolution.ts';
import { resourceCitation } from './resource-citation.ts';
import { responsibles } from './responsibility.ts';
import { operation, serviceIdentification } from './service.ts';

/** All tables of meanings: a standard must say for every field of each where it stands. */
export const tables = {
  metadata,
  locale,
  dataIdentification,
  serviceIdentification,
  resourceCitation,
  citation,
  datedEvent,
  identifierParts,
  thesaurusCitation,
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
  extentParts,
  boundingBoxParts,
  boundingPolygon,
  geographicDescription,
  temporal,
  vertical,
  content,
  dimension,
  acquisition,
  apparatus,
  distribution,
  distributorParts,
  format,
  transfer,
  dataQuality,
  qualityReport,
  conformanceResult,
  quantitativeResult,
  lineage,
  processStep,
  source,
};

export { learnLocales } from './metadata.ts';
export { metadata };
