import type { FormatName } from '#catalogue/formats';
import type { LanguageMap, Problem } from '#catalogue/model';
import type { WrittenRecord } from '#ledger';
import type { SourceRules } from './rules/index.ts';

export const harvestProtocols = [
  'csw',
  'oai-pmh',
  'ogc-records',
  'stac',
  'ckan',
  'datacite',
  'erddap',
  'thredds',
  'geonetwork',
  'sitemap',
  'dcat',
  'sparql',
  'folder',
  'archive',
  'push',
  'spreadsheet',
] as const;
export type HarvestProtocolName = (typeof harvestProtocols)[number];

/** Rules of a source as somebody saved them once. */
export type RulesVersion = {
  /** Ascending from 1; before the first a source had no rules. */
  version: number;
  rules: SourceRules;
  at: string;
  /** Account id, or `system`. */
  actor: string;
  /** The run whose rolling back brought them back. */
  undoes?: string;
};

/** When a run stops for a person, and how long something may be gone before it is withdrawn. */
export type HarvestPolicy = {
  /** Share of the live records (0 to 1) that may vanish in one run; more holds it. */
  mostGone: number;
  /** Share of the live records that may change in one run; more holds it. 1: any number. */
  mostChanged: number;
  /** Days that a record may be missing from the list before it is withdrawn; 0: at once. */
  graceDays: number;
};

export const defaultPolicy: HarvestPolicy = { mostGone: 0.1, mostChanged: 1, graceDays: 0 };

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
  /** `defaultPolicy` where absent. */
  policy?: HarvestPolicy;
  /** What is done with its records between reading and storing; documents are taken as they are unless told. */
  rules?: SourceRules;
  /** Account of whoever looks after it. */
  ownerId?: string;
  /** Themes or sub-portals that its records belong to, beside those that they name themselves. */
  themes?: readonly string[];
  /** Where several sources have the same resource, the record of the one with the lower number is shown; 100 where absent. */
  precedence?: number;
  /**
   * Absent while it is looked after. Of an archived source the records stay, and nothing is asked any more; of a removed one
   * they are withdrawn, by the run that `runId` names.
   */
  closed?: { as: 'archived' | 'removed'; at: string; wasEnabled: boolean; runId?: string };
  createdAt: string;
};

/**
 * `held`: staged, waits for a person; `paused`: goes on when told to; `interrupted`: its process died, the next start goes
 * on; `rolled-back`: what it had changed was undone by a later run.
 */
export const runStates = [
  'running',
  'paused',
  'held',
  'succeeded',
  'failed',
  'cancelled',
  'interrupted',
  'rolled-back',
] as const;
export type RunState = (typeof runStates)[number];

/** What a run does: harvests the source, reads anew what is held of it, undoes another run, or removes the source. */
export const runKinds = ['harvest', 'reread', 'rollback', 'removal'] as const;
export type RunKind = (typeof runKinds)[number];

/** What somebody wants of a run that is under way; obeyed after the page in hand. */
export type RunWish = 'pause' | 'cancel';

/** Counts of a run; `refused` documents gave no record. */
export type RunCounts = {
  listed: number;
  created: number;
  updated: number;
  unchanged: number;
  withdrawn: number;
  refused: number;
  problems: number;
  /** Recognised under another identifier. */
  renamed?: number;
  /** Handed over to another source, or back. */
  moved?: number;
  /** Left out by the filter of the source. */
  excluded?: number;
  /** Of those refused: could not be had of the source just now. */
  lost?: number;
  /** Records that each rule of the source changed, by its id, of those that were read. */
  byRule?: Record<string, number>;
  /** How far the run is in its phase; only while it goes on. */
  progress?: RunProgress;
};

/** Documents that were listed of those that the source says it has, or changes that were stored of those that were staged. */
export type RunProgress = {
  done: number;
  /** Absent where the source does not tell. It may lie. */
  total?: number;
  /** Per second, over the last half minute; 0 where that can't be told yet. */
  rate: number;
};

/** One harvest of one source. */
export type HarvestRun = {
  id: string;
  sourceId: string;
  kind: RunKind;
  state: RunState;
  /** `committing`: everything is staged, and what is staged is being made records. */
  phase: 'listing' | 'committing';
  /** Account id, or `system`. */
  actor: string;
  dryRun: boolean;
  /** Everything was asked for, not only what changed. */
  full: boolean;
  startedAt: string;
  finishedAt?: string;
  counts: RunCounts;
  /** Why it failed or is held, in a sentence. */
  message?: string;
  /** What the protocol can go on from next time (e.g. OAI-PMH from-date). */
  highWater?: string;
  /** Where the listing can be taken up again, as the protocol told it with the last page that was staged. */
  checkpoint?: string;
  /** Names the rules of the source that it applied; absent for none. */
  rules?: string;
  /** Options that said what was wanted of the source; absent for everything. */
  selection?: string;
  /** Of a rollback: the run that it undoes. */
  undoes?: string;
  /** Of a removal: the source that its records are handed over to; they are withdrawn unless told. */
  heir?: string;
  /** Everything that the source has was listed, without a gap. */
  complete?: boolean;
};

/** A problem met in a run: of the run itself (`identifier` absent) or of one document. */
export type RunProblem = Problem & {
  identifier?: string;
  recordId?: string;
  /** The document gave no record because of it; what we held of it stays. */
  refused?: boolean;
};

/**
 * A file that need not be fetched again while it is unchanged. `validator` tells that, and `leads` where the file leads to,
 * both in the words of the protocol.
 */
export type SourceFile = { address: string; validator: string; leads?: string };

/** One document that a protocol brought. Bytes stand alone as a document of `format`. */
export type HarvestedDocument = {
  /** Told by the envelope or found in the document; absent where only reading can tell. */
  identifier?: string;
  /** Stands in for an identifier that is missing in the document too: stable, such as a file's path. */
  fallbackIdentifier?: string;
  datestamp?: string;
  /** Sets of the source that it is in (OAI-PMH setSpec), where the envelope tells. */
  sets?: readonly string[];
  deleted?: boolean;
  /** Stands in for a fuller one that could not be had just now: taken only where nothing is held of the record. */
  provisional?: boolean;
  format?: FormatName;
  mediaType: string;
  /** Empty where nothing could be had of it; the page's problems then say why, and what we hold of it stays. */
  bytes: Uint8Array;
  url?: string;
  /** The file that it came in: one object for all documents of the file, all of which are on one page. */
  file?: SourceFile;
  /** Could not be had just now, and may be had the next time: it is asked for again, however little changed. */
  lost?: true;
  /** It is in the store already: read anew, not to be packed. */
  held?: true;
  /** Hash of the document, where its file is unchanged and was not fetched; `bytes` are empty then. */
  unchanged?: string;
};

/** What a protocol yields while listing; a bad document of a page never harms its neighbours. */
export type HarvestPage = {
  documents: HarvestedDocument[];
  problems: RunProblem[];
  /** Files that gave no documents, and are remembered for where they lead. */
  files?: SourceFile[];
  /** Total told by the source, when it tells one (it may lie). */
  total?: number;
  /** The list was begun anew, so that documents seen before are to be expected. */
  again?: boolean;
  /** From here the listing can be taken up again once this page is stored; absent where it can't. */
  checkpoint?: string;
};

/** What a run would change of one record: the difference between what the source sends and what is held. */
export type StagedChange = {
  /** Position in the run, ascending. */
  position: number;
  upstreamIdentifier: string;
  /** `renamed`: the source calls the record by this identifier now; `moved`: it goes on as a record of another source. */
  outcome: 'created' | 'updated' | 'renamed' | 'restored' | 'withdrawn' | 'moved';
  /** Absent for a new record. */
  recordId?: string;
} & (
  | {
      kind: 'put';
      document: { hash: string; format: FormatName; mediaType: string; url?: string };
      record: WrittenRecord;
      problems: Problem[];
      /** See `RecordChange` of the ledger. */
      interpretation: string;
      overlaid: boolean;
    }
  | { kind: 'withdraw'; reason: string }
  /** Where to, the run says: `heir`, or of a rollback its source. */
  | { kind: 'move' }
);

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
  /**
   * Asks the source for single records, where its list went by positions: it may have slipped over some.
   * @returns those of the identifiers that it has
   */
  stillThere?: (identifiers: readonly string[]) => Promise<ReadonlySet<string>>;
};
