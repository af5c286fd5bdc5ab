import type { CatalogueRecord } from '../model/index.ts';
import type { EvidenceCode } from './evidence-texts.ts';
import type { PrincipleId } from './principles.ts';
import type { ServedEvidence } from './served.ts';

export type Verdict = 'passed' | 'partly' | 'failed' | 'unknown';

/** What a test looks at: the record, and what is served of it. */
export type Subject = { record: CatalogueRecord; served: ServedEvidence };

/** One thing that a test found, in words keyed by `code`. */
export type Evidence = {
  code: EvidenceCode;
  values: Readonly<Record<string, string | number>>;
  verdict: Verdict;
  /** Points given, of those that this was worth. */
  points: number;
  worth: number;
};

export type Judgement = { score: number; evidence: Evidence[] };

type Words = { en: string; fr: string };

/** One test: plain text and one pure function. */
export type Metric = {
  /** Identifier of FAIRsFAIR (FsF-…) that it is modelled on; ours (HAL-…) where that has none. */
  id: string;
  principle: PrincipleId;
  title: Words;
  /** What to do when it fails. */
  remedy: Words;
  /** Points that can be had. */
  maximum: number;
  /** `false` for records that it has nothing to say of; every record unless told. */
  appliesTo?(record: CatalogueRecord): boolean;
  judge(subject: Subject): Judgement;
};

/**
 * What was found, for a share of the points.
 * @param share 0 to 1
 */
export function found(
  worth: number,
  share: number,
  code: EvidenceCode,
  values: Evidence['values'] = {},
): Evidence {
  const verdict = share >= 1 ? 'passed' : share > 0 ? 'partly' : 'failed';
  return { code, values, verdict, worth, points: rounded(worth * Math.min(1, Math.max(0, share))) };
}

/** What could not be told: no points, and said as such. */
export function unknown(worth: number, code: EvidenceCode, values: Evidence['values'] = {}): Evidence {
  return { code, values, verdict: 'unknown', worth, points: 0 };
}

/** Sums up what was found. */
export function judgement(...evidence: Evidence[]): Judgement {
  return { score: rounded(evidence.reduce((sum, { points }) => sum + points, 0)), evidence };
}

/** Thirds and sevenths of points are kept to a thousandth. */
function rounded(points: number): number {
  return Math.round(points * 1000) / 1000;
}

/** Whether a record describes something that comes as data: a ship or a project has none. */
export function hasData({ resource }: CatalogueRecord): boolean {
  return !['platform', 'instrument', 'campaign', 'project'].includes(resource.type);
}
