import { archive } from './archive/index.ts';
import { ckan } from './ckan/index.ts';
import { csw } from './csw/index.ts';
import { datacite } from './datacite/index.ts';
import { dcat } from './dcat/index.ts';
import { erddap } from './erddap/index.ts';
import { folder } from './folder/index.ts';
import { geonetwork } from './geonetwork/index.ts';
import { oaiPmh } from './oai-pmh/index.ts';
import { ogcRecords } from './ogc-records/index.ts';
import type { HarvestProtocol } from './protocol.ts';
import { push } from './push/index.ts';
import { sitemap } from './sitemap/index.ts';
import { sparql } from './sparql/index.ts';
import { spreadsheet } from './spreadsheet/index.ts';
import { stac } from './stac/index.ts';
import { thredds } from './thredds/index.ts';
import type { HarvestProtocolName } from './types.ts';

export type { ArchiveFile, ArchiveFileStore, ArchivePorts, ListedFile } from './archive/index.ts';
export {
  createHarvestDesk,
  type HarvestDesk,
  type PlacedOrder,
  precedenceRank,
  type SourceDraft,
  type SourceSettings,
  sourceDraft,
  sourceId,
  themeName,
} from './desk/index.ts';
export type { Finding } from './detect/index.ts';
export {
  createHarvester,
  type Harvester,
  type HarvesterPorts,
  type HarvestOptions,
  type Interpreted,
  type Interpreter,
  isUndoable,
  type PartReader,
  plainInterpreter,
  readHere,
  undoDays,
} from './engine/index.ts';
export { carryOut, type HarvestOrder, harvestOrder } from './order.ts';
export type {
  NewStagedChange,
  ProblemRule,
  RememberedFile,
  RunStore,
  SourceFileStore,
  SourceStore,
  StagedPage,
  StagedRename,
} from './ports.ts';
export type { HarvestProtocol } from './protocol.ts';
export {
  createReception,
  isSentTo,
  type Parcel,
  type Receipt,
  type ReceivedDocument,
  type Reception,
} from './push/index.ts';
export * from './rules/index.ts';
export { cronOf, nextMoment, type Schedule, scheduleOf } from './schedule/index.ts';
export { selectionOf } from './selection/index.ts';
export { spreadsheetTemplate } from './spreadsheet/index.ts';
export * from './types.ts';

/** Every protocol that is spoken here. */
export const protocols: Readonly<Record<HarvestProtocolName, HarvestProtocol>> = {
  archive,
  csw,
  dcat,
  folder,
  'oai-pmh': oaiPmh,
  'ogc-records': ogcRecords,
  stac,
  ckan,
  datacite,
  erddap,
  thredds,
  geonetwork,
  sitemap,
  sparql,
  push,
  spreadsheet,
};
