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
  /** Told by the envelope or found in the document; absent where only reading can tell. */
  identifier?: string;
  /** Stands in for an identifier that is missing in the document too: stable, such as a file's path. */
  fallbackIdentifier?: string;
  datestamp?: string;
  deleted?: boolean;
  format?: FormatName;
  mediaType: string;
  /** Empty where nothing could be had of it; the page's problems then say why, and what we hold of it stays. */
  bytes: Uint8Array;
  url?: string;
};

/** What a protocol yields while listing; a bad document of a page never harms its neighbours. */
export type HarvestPage = {
  documents: HarvestedDocument[];
  problems: RunProblem[];
  /** Total told by the source, when it tells one (it may lie). */
  total?: number;
  /** The list was begun anew, so that documents seen before are to be expected. */
  again?: boolean;
};

/** How a listing ended. A listing that broke off throws instead. */
export type ListingEnd = {
  /** Everything that the source has was listed: what was not seen is gone. */
  complete: boolean;
  /** Why something may be missing, in a sentence; absent for a listing that is partial by nature (incremental). */
  gap?: string;
  /** The source says that nothing changed since the last run. */
  unmodified?: boolean;
  /** What the protocol can go on from next time, for `HarvestRun.highWater`. */
  highWater?: string;
};
