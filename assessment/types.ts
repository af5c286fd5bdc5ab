import type { Assessment, PrincipleId, Share, Verdict } from '#catalogue/fair';
import type { RecordId } from '#ledger';

/** The last assessment of a record. Times are `YYYY-MM-DDThh:mm:ssZ`. */
export type RecordAssessment = {
  recordId: RecordId;
  /** The revision that was judged (`datestampRevision` of the record). */
  revision: number;
  assessedAt: string;
  /** When it is worth judging again though the record did not change: some link is to be asked. */
  checkAgainAt: string;
  /** Version of the tests. */
  rules: number;
  assessment: Assessment;
};

/** A point of a record's history: appended only when the score, or what is unknown of it, changed. */
export type ScorePoint = Share & {
  at: string;
  revision: number;
  principles: Partial<Record<PrincipleId, Share>>;
};

/** The records of a source together, as they stood at the end of a day's work. */
export type SourceScore = Share & {
  /** `YYYY-MM-DD`, UTC. */
  day: string;
  /** Number of records assessed. */
  records: number;
  principles: Partial<Record<PrincipleId, Share>>;
  /** How many records each test gave which verdict. */
  tests: Record<string, Partial<Record<Verdict, number>>>;
};
