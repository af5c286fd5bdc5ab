import type { IdentityProfile, Reason } from '#catalogue/identity';
import type { CommitCause, RecordId } from '../types.ts';
import type { Cluster, IdentityDecision, Namesake, ProposedPair } from './types.ts';

/** What changed of a page of the log, for the clusters to follow. */
export type IdentityStep = {
  /** The revision that the clusters knew when the page was read. */
  from: number;
  through: number;
  put: readonly { recordId: RecordId; profile: IdentityProfile }[];
  /** Records that are withdrawn. */
  remove: readonly RecordId[];
};

export type NewDecision = Pick<IdentityDecision, 'kind' | 'records' | 'others'>;

/** What a person did, for the audit trail. */
export type IdentityAudit = { action: string; subject: string; details: Record<string, unknown> };

/** Which clusters and pairs: with members of these sources only; all where absent. */
export type IdentityScope = { sources?: readonly string[] };

/** Clusters and what they are made of, implemented by db/. Only `Identity` and its desk write. */
export type IdentityStore = {
  /** How far the log was followed, by which version of profiles and judgements. */
  state(): Promise<{ through: number; version: number }>;
  /** Records of the log's rows after a revision, without those that only we derived. */
  changedAfter(revision: number, limit: number): Promise<{ through: number; recordIds: RecordId[] }>;
  /**
   * Takes a step in one transaction: profiles, keys, links, clusters, and a `derived` revision of every record whose place
   * in a cluster, or whose cluster, changed.
   * @returns `false` when somebody else took it meanwhile (nothing is changed then)
   */
  follow(step: IdentityStep): Promise<boolean>;
  /** Forgets all but the decisions of people: everything is to be followed again. */
  reset(version: number): Promise<void>;
  /** Puts the members of clusters in order again where the precedence of sources changed. @returns clusters looked at */
  reorder(): Promise<number>;
  /** The clusters of records, by record id; a record that is in none is left out. */
  clustersOf(ids: readonly RecordId[]): Promise<Map<RecordId, Cluster>>;
  profilesOf(ids: readonly RecordId[]): Promise<Map<RecordId, IdentityProfile>>;
  /** Why two members are in one cluster, where they were judged directly. */
  reasonsBetween(left: RecordId, right: RecordId): Promise<Reason[] | null>;
  /** By name of the cluster, after one (exclusive; '' to begin). */
  clusters(after: string, limit: number, scope: IdentityScope): Promise<{ name: string; cluster: Cluster }[]>;
  countClusters(): Promise<{ clusters: number; records: number }>;
  /** The likeliest first. */
  proposals(
    offset: number,
    limit: number,
    scope: IdentityScope,
  ): Promise<{ total: number; pairs: ProposedPair[] }>;
  /** Newest first, those that were undone too. */
  decisions(limit: number): Promise<IdentityDecision[]>;
  decision(id: number): Promise<IdentityDecision | null>;
  /** Keeps a decision, its entry in the audit trail and what follows for the clusters, in one transaction. */
  decide(decision: NewDecision, cause: CommitCause, audit: IdentityAudit): Promise<IdentityDecision>;
  /** Undoes one in the same way. @returns `false` when it was undone already */
  undo(id: number, cause: CommitCause, audit: IdentityAudit): Promise<boolean>;
  /** Live records of a source that share a key, or that it once called by an identifier. */
  namesakes(sourceId: string, upstreamIdentifier: string, keys: readonly string[]): Promise<Namesake[]>;
  /** Of some records those that a run gave another identifier, with what they were called before. */
  renamesOfRun(runId: string, ids: readonly RecordId[]): Promise<Map<RecordId, string>>;
  /** Identifiers that the source once called records by. */
  formerIdentifiers(ids: readonly RecordId[]): Promise<Map<RecordId, string[]>>;
};
