import type { NewJob } from '#runtime/jobs';
import type {
  ChangeOutcome,
  CommitCause,
  OriginalDocument,
  RecordChange,
  RecordId,
  Revision,
  StoredRecord,
} from './types.ts';

/** Who reads: `public` sees public and metadata-only records; `staff` sees all. The stores filter, not the pages. */
export type Reader = 'public' | 'staff';

/** What a page by revision selects. Bounds of time are inclusive, `YYYY-MM-DDThh:mm:ssZ`. */
export type RevisionPageRequest = {
  /** Exclusive. */
  afterRevision: number;
  limit: number;
  from?: string;
  until?: string;
  sourceId?: string;
  /** Restrict to records in these formats. */
  formats?: readonly string[];
  /** Restrict to these kinds of resource. */
  resourceTypes?: readonly string[];
  includeDeleted: boolean;
};

/** Reading side of the ledger, implemented by db/. All methods are safe to call from the web process. */
export type RecordReader = {
  /**
   * @returns the record, withdrawn ones too (`deleted`), or `null` when the id was never given or is not visible. To the
   * public, a record that was visible once and is hidden now is a withdrawn one without content.
   */
  get(id: RecordId, reader: Reader): Promise<StoredRecord | null>;
  /** In the order asked; unknown and invisible ids are left out. */
  getMany(ids: readonly RecordId[], reader: Reader): Promise<StoredRecord[]>;
  /** The record that a source calls by an identifier, or called by it once. */
  findByUpstreamIdentifier(sourceId: string, upstreamIdentifier: string): Promise<StoredRecord | null>;
  /**
   * The document of the current revision exactly as the source sent it; for the public, with credentials in addresses
   * masked, and `null` for a withdrawn record.
   */
  original(id: RecordId, reader: Reader): Promise<OriginalDocument | null>;
  /**
   * Current states ordered by datestampRevision: the page that OAI-PMH, feeds and sitemaps walk. With `includeDeleted`,
   * the public also sees as withdrawn, without content, what was visible once and is hidden now.
   */
  pageByRevision(request: RevisionPageRequest, reader: Reader): Promise<StoredRecord[]>;
  /**
   * Current states, those that changed last first: the page that feeds show. To the public, what is hidden now and was
   * visible once is among them as withdrawn, without content.
   * @param request `beforeRevision` exclusive: what changed earlier; `among`: these only
   */
  lastChanged(
    request: { beforeRevision?: number; limit: number; sourceId?: string; among?: Among },
    reader: Reader,
  ): Promise<StoredRecord[]>;
  countByRevision(request: Omit<RevisionPageRequest, 'limit'>, reader: Reader): Promise<number>;
  /** Log rows after a revision, ascending: what the search index follows. */
  revisionsAfter(revision: number, limit: number): Promise<Revision[]>;
  revisionsOf(id: RecordId): Promise<Revision[]>;
  /** Rows of the log that one run wrote, after a revision, ascending. */
  revisionsOfRun(runId: string, afterRevision: number, limit: number): Promise<Revision[]>;
  /** A document by its hash, whichever record it is or was of; `null` when it was never stored. */
  document(hash: string): Promise<Pick<OriginalDocument, 'bytes' | 'format' | 'mediaType'> | null>;
  latestRevision(): Promise<number>;
  earliestDatestamp(): Promise<string | null>;
  /** Live records by source: id → number. */
  countBySource(reader: Reader): Promise<Record<string, number>>;
};

/** All records of some sources, and single ones. */
export type Among = { sourceIds: readonly string[]; ids: readonly RecordId[] };

/** Hash and state of what we hold of a source, for the comparison of a run: no record content is loaded. */
export type KnownRecord = {
  recordId: RecordId;
  upstreamIdentifier: string;
  documentHash: string;
  /** How it was made of its document; '' where an older version did not say. */
  interpretation: string;
  deleted: boolean;
};

/** Writing side, implemented by db/; only `Ledger` calls it. */
export type RecordWriter = {
  /**
   * Applies changes in one transaction, in order, each as one revision; a `put` whose document hash and interpretation
   * equal the stored ones, or that says the very same of the same document, changes nothing of a live record
   * (`unchanged`), and so does any other change to what is already so.
   * @param jobs enqueued in the same transaction
   * @throws DomainError `not-found` when a change names a record that is not there; then nothing is applied
   */
  apply(
    changes: readonly RecordChange[],
    cause: CommitCause,
    jobs?: readonly NewJob[],
  ): Promise<ChangeOutcome[]>;
  knownOf(sourceId: string, upstreamIdentifiers: readonly string[]): Promise<KnownRecord[]>;
  /** Whether a source has live records that other readers or rules made than those of this name. */
  isOutdated(sourceId: string, interpretation: string): Promise<boolean>;
  /** How many those are. */
  countOutdated(sourceId: string, interpretation: string): Promise<number>;
  /** Live records of a source, paged by record id (exclusive; '' to begin). `RunStore.unseen` tells which vanished. */
  listLive(sourceId: string, afterRecordId: RecordId, limit: number): Promise<KnownRecord[]>;
};
