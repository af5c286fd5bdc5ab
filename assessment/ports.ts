import type { RecordId } from '#ledger';
import type { RecordAssessment, ScorePoint, SourceScore } from './types.ts';

/** What wants to be assessed. */
export type DueRequest = {
  /** `YYYY-MM-DDThh:mm:ssZ`; '' where links that are due don't count. */
  now: string;
  /** Version of the tests; assessments of another one are out of date. */
  rules: number;
  limit: number;
  sourceId?: string;
};

/** Scores, implemented by db/. */
export type AssessmentStore = {
  /**
   * Live records that the public may see and that were never assessed, have changed since, were judged by other tests, or
   * name a link that is to be asked again; in that order.
   */
  due(request: DueRequest): Promise<RecordId[]>;
  /** Replaces the assessment of a record, and appends to its history when something of the score changed. */
  save(assessment: RecordAssessment): Promise<void>;
  latest(recordId: RecordId): Promise<RecordAssessment | null>;
  /** Oldest first, the last `limit` points. */
  history(recordId: RecordId, limit: number): Promise<ScorePoint[]>;
  /** Sums up the live public records of a source for a day; nothing is kept when none was assessed. */
  sumUp(sourceId: string, day: string): Promise<void>;
  /** Oldest first, the last `limit` days. */
  ofSource(sourceId: string, limit: number): Promise<SourceScore[]>;
};
