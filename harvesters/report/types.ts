import type { Problem, ProblemSeverity } from '#catalogue/model';
import type { RecordId } from '#ledger';
import type { RunProblem } from '../types.ts';

/** How often the live records of a source break one rule, as they stand now. */
export type StandingRule = {
  code: string;
  severity: ProblemSeverity;
  problems: number;
  records: number;
};

/** How a source stood at the end of a day, for its trend. */
export type SourceDay = {
  /** `YYYY-MM-DD`, UTC. */
  day: string;
  records: number;
  /** Records with an error or a warning. */
  withProblems: number;
  /** Errors and warnings; notes are not counted. */
  problems: number;
  /** Documents that give no record. */
  refused: number;
  /** Addresses that its records name, and those of them with something amiss. */
  links: number;
  linksAmiss: number;
  /** Errors and warnings by rule. */
  rules: Record<string, number>;
};

/** One record with those of its problems that were asked for. */
export type ReportedRecord = {
  id: RecordId;
  upstreamIdentifier: string;
  titles: Record<string, string>;
  problems: Problem[];
};

export type ReportedPage = {
  records: ReportedRecord[];
  /** The record id to go on behind; absent at the end. */
  next?: RecordId;
};

/** Which records of a source are listed. */
export type ReportQuery = {
  /** Of this rule only. */
  code?: string;
  /** Behind this record; '' to begin. */
  after: RecordId;
  /** Number of records. */
  limit: number;
};

/** Documents of a source that give no record as things stand, the last reason of each. */
export type RefusedPage = { total: number; refused: (RunProblem & { at: string })[] };
