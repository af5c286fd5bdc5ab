import type { FormatName } from '#catalogue/formats';
import type { LanguageMap, Problem } from '#catalogue/model';

export const harvestProtocols = ['csw', 'oai-pmh', 'dcat', 'folder'] as const;
export type HarvestProtocolName = (typeof harvestProtocols)[number];

/** A data centre (or part of one) that we harvest. `id` is a slug, stable, part of addresses (`/sources/{id}`). */
export type HarvestSource = {
  id: string;
  names: LanguageMap;
  descriptions: LanguageMap;
  homepage?: string;
  contactEmail?: string;
  location?: { longitude: number; latitude: number };
  protocol: HarvestProtocolName;
  /** Endpoint, or a folder's path or URL. */
  url: string;
  /** Protocol options: metadataPrefix, set, outputSchema, pageSize… */
  options: Record<string, string>;
  /** Cron expression, UTC; absent for by-hand sources. */
  schedule?: string;
  enabled: boolean;
  /** Addresses in private ranges may be fetched for this source (local servers, the examples). */
  allowPrivateAddresses: boolean;
  createdAt: string;
};

export const runStates = ['running', 'succeeded', 'held', 'failed', 'cancelled', 'interrupted'] as const;
export type RunState = (typeof runStates)[number];

/** Counts of a run; `refused` documents gave no record. */
export type RunCounts = {
  listed: number;
  created: number;
  updated: number;
  unchanged: number;
  withdrawn: number;
  refused: number;
  problems: number;
};

/** One harvest of one source. */
export type HarvestRun = {
  id: string;
  sourceId: string;
  state: RunState;
  dryRun: boolean;
  startedAt: string;
  finishedAt?: string;
  counts: RunCounts;
  /** Why it failed or is held, in a sentence. */
  message?: string;
  /** What the protocol can go on from next time (e.g. OAI-PMH from-date). */
  highWater?: string;
};

/** A problem met in a run: of the run itself (`identifier` absent) or of one document. */
export type RunProblem = Problem & { identifier?: string; recordId?: string };

/** One document that a protocol brought. Bytes stand alone as a document of `format`. */
export type HarvestedDocument = {
  identifier: string;
  datestamp?: string;
  deleted?: boolean;
  format?: FormatName;
  mediaType: string;
  bytes: Uint8Array;
  url?: string;
};

/** What a protocol yields while listing; a bad document of a page never harms its neighbours. */
export type HarvestPage = {
  documents: HarvestedDocument[];
  problems: RunProblem[];
  /** Total told by the source, when it tells one (it may lie). */
  total?: number;
  /** To go on from after a crash. */
  checkpoint?: string;
};
