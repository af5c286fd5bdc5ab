import type { IdentityProfile, Reason } from '#catalogue/identity';
import type { RecordId } from '../types.ts';

/** What a person decided: every one of `records` is (`join`), or is not (`split`), the same as every one of `others`. */
export type IdentityDecision = {
  id: number;
  kind: 'join' | 'split';
  records: RecordId[];
  others: RecordId[];
  /** Account id, or `system`. */
  actor: string;
  /** UTC, `YYYY-MM-DDThh:mm:ssZ`. */
  at: string;
  /** When and by whom it was undone. */
  ended?: { at: string; by: string };
};

/** Two or more live records of one resource. */
export type Cluster = {
  /** The member that stands for all. */
  canonical: RecordId;
  /** The canonical one first. */
  members: RecordId[];
};

/** Two records that are perhaps one resource: a person is asked. The lesser id stands left. */
export type ProposedPair = { left: RecordId; right: RecordId; score: number; reasons: Reason[] };

/** A record of a source that its documents may be the same as, under another identifier. */
export type Namesake = {
  recordId: RecordId;
  upstreamIdentifier: string;
  profile: IdentityProfile;
  /** The source called it by the identifier asked for, once. */
  formerly: boolean;
};
