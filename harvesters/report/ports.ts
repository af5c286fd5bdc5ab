import type { LinkCheck } from '#assessment/links';
import type { RecordId } from '#ledger';
import type { RefusedPage, ReportQuery, SourceDay, StandingRule } from './types.ts';

/** What the records of a source have amiss, and how that went on; implemented by db/. Nothing hidden is counted. */
export type ReportStore = {
  /** Problems of its live public records by rule, those of links too: errors first, then the most frequent. */
  rules(sourceId: string): Promise<StandingRule[]>;
  /** How it stands now. @param day under which it is told */
  standing(sourceId: string, day: string): Promise<SourceDay>;
  /** Keeps how it stands now as that day's. */
  sumUp(sourceId: string, day: string): Promise<void>;
  /** Oldest first, the last `limit` days. */
  days(sourceId: string, limit: number): Promise<SourceDay[]>;
  /** Ids of live public records with problems, in their order. */
  recordsWithProblems(sourceId: string, query: ReportQuery): Promise<RecordId[]>;
  /** What is amiss with the links of these records, with the place where each stands. */
  linksAmiss(
    recordIds: readonly RecordId[],
  ): Promise<{ recordId: RecordId; path: string; check: LinkCheck }[]>;
  /** Documents refused since the last whole listing that were not read well since. */
  refusals(sourceId: string, offset: number, limit: number): Promise<RefusedPage>;
  /**
   * Forgets the problems of runs that ended before a moment, but for those of the last run of each source and the refusals
   * that still stand. The runs and their counts stay.
   * @param before `YYYY-MM-DDThh:mm:ssZ`
   * @returns how many problems were forgotten
   */
  forgetRunProblems(before: string): Promise<number>;
};
