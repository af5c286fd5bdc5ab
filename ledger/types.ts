import type { FormatName } from '#catalogue/formats';
import type { CatalogueRecord, Problem } from '#catalogue/model';
import type { WrittenRecord } from './written-record.ts';

/** Opaque, URL-safe, without dots or slashes; minted once per (source, upstream identifier), never reused. */
export type RecordId = string;

/** Who may see a record; enforced in the stores and in the index, not in pages. */
export const visibilities = ['public', 'metadata-only', 'embargoed', 'private'] as const;
export type Visibility = (typeof visibilities)[number];

/** `content` and `visibility` advance the datestamp; `derived` (score, cluster) does not. */
export type RevisionKind = 'content' | 'derived' | 'visibility';

/** The current state of a record. A withdrawn one (`deleted`) stays for ever, as its last content. */
export type StoredRecord = {
  id: RecordId;
  sourceId: string;
  upstreamIdentifier: string;
  /** Number of the last revision of any kind. */
  revision: number;
  /** Number of the last revision that advanced the datestamp: OAI-PMH pages by it. */
  datestampRevision: number;
  /** Our commit time, `YYYY-MM-DDThh:mm:ssZ`. */
  datestamp: string;
  createdAt: string;
  deleted: boolean;
  /** Why it was withdrawn, for the tombstone page. */
  withdrawnReason?: string;
  visibility: Visibility;
  format: FormatName;
  record: CatalogueRecord;
  problems: Problem[];
  /** Whether rules or corrections changed what the document says. */
  overlaid: boolean;
  /** How FAIR it was found (a share, 0 to 1), and when it became so; no part of any revision. */
  assessment?: { score: number; at: string };
};

/** One row of the revision log. */
export type Revision = {
  revision: number;
  recordId: RecordId;
  kind: RevisionKind;
  change: 'created' | 'updated' | 'renamed' | 'moved' | 'withdrawn' | 'restored' | 'visibility' | 'derived';
  /** UTC, `YYYY-MM-DDThh:mm:ssZ`. */
  at: string;
  /** Account id, or `system`. */
  actor: string;
  runId?: string;
  /** SHA-256 (hex) of the document of this revision. */
  documentHash?: string;
  reason?: string;
};

/** A document as a source sent it. */
export type OriginalDocument = {
  bytes: Uint8Array;
  format: FormatName;
  mediaType: string;
  url?: string;
  hash: string;
};

/**
 * How a record was made of its document. `interpretation` names readers and rules in one word: a document that comes again
 * is read again when it differs. `overlaid`: rules or corrections changed what the document says, so that its bytes no
 * longer speak for the record.
 */
export type Interpretation = { interpretation?: string; overlaid?: boolean };

/**
 * `renames`: the record of the source that goes on under this upstream identifier. What it was called before goes on leading
 * to it. Without effect where another record has the identifier already.
 */
export type Renaming = { renames?: RecordId };

/** A change that a harvest, an import, a deposit or a person asks for. */
export type RecordChange =
  | ({
      kind: 'put';
      sourceId: string;
      upstreamIdentifier: string;
      document: { bytes: Uint8Array; format: FormatName; mediaType: string; url?: string };
      record: CatalogueRecord;
      problems: Problem[];
      /** Of a new record; `public` when absent. That of a known record is changed by `visibility` only. */
      visibility?: Visibility;
    } & Interpretation &
      Renaming)
  | ({
      kind: 'put-stored';
      sourceId: string;
      upstreamIdentifier: string;
      /** Its bytes are in the store already. */
      document: { hash: string; format: FormatName; mediaType: string; url?: string };
      record: WrittenRecord;
      problems: Problem[];
      visibility?: Visibility;
    } & Interpretation &
      Renaming)
  | { kind: 'withdraw'; recordId: RecordId; reason: string }
  /**
   * The record goes on as one of another source, under the same identifiers. What the source had it by goes on leading to
   * it. It is withdrawn instead where the other source has a record of its own under that upstream identifier.
   */
  | { kind: 'move'; recordId: RecordId; sourceId: string; reason: string }
  | { kind: 'visibility'; recordId: RecordId; visibility: Visibility };

export type ChangeOutcome = {
  recordId: RecordId;
  outcome: 'created' | 'updated' | 'renamed' | 'moved' | 'unchanged' | 'withdrawn' | 'restored';
  /** Absent for `unchanged`. */
  revision?: number;
};

/** Why a batch is committed; stands in the revision log and the audit trail. */
export type CommitCause = { actor: string; runId?: string; reason?: string };
