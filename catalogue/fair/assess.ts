import type { Evidence, Subject } from './metric.ts';
import { accessible } from './metrics/accessible.ts';
import { findable } from './metrics/findable.ts';
import { interoperable } from './metrics/interoperable.ts';
import { reusable } from './metrics/reusable.ts';
import type { PrincipleId } from './principles.ts';
import { principles } from './principles.ts';

/** Every test, in the order of the principles. */
export const metrics = [...findable, ...accessible, ...interoperable, ...reusable].toSorted(
  (one, other) => rank(one.principle) - rank(other.principle),
);

/** Changes with the tests, so that scores of another version are found anew. */
export const rulesVersion = 1;

/** What one test gave. */
export type TestResult = { metric: string; score: number; maximum: number; evidence: Evidence[] };

/** Shares are of what could be had, 0 to 1; `unknown` is the share that nobody could tell, and is not in `score`. */
export type Share = { score: number; unknown: number };

export type Assessment = Share & {
  /** Absent where no test of the principle has anything to say of such a record. */
  principles: Partial<Record<PrincipleId, Share>>;
  tests: TestResult[];
};

/** Judges a record by all tests; every principle weighs the same. */
export function assess(subject: Subject): Assessment {
  const asked = metrics.filter(({ appliesTo }) => appliesTo?.(subject.record) ?? true);
  const results = asked.map(({ id, principle, maximum, judge }) => ({
    principle,
    test: { metric: id, maximum, ...judge(subject) },
  }));
  const shares: Assessment['principles'] = {};
  for (const { id } of principles) {
    const tests = results.filter(({ principle }) => principle === id).map(({ test }) => test);
    if (tests.length > 0) shares[id] = shareOf(tests);
  }
  const all = Object.values(shares);
  return {
    score: mean(all.map(({ score }) => score)),
    unknown: mean(all.map(({ unknown }) => unknown)),
    principles: shares,
    tests: results.map(({ test }) => test),
  };
}

function shareOf(tests: readonly TestResult[]): Share {
  const maximum = sum(tests.map((test) => test.maximum));
  const unknown = tests.flatMap(({ evidence }) => evidence).filter(({ verdict }) => verdict === 'unknown');
  return {
    score: rounded(sum(tests.map(({ score }) => score)) / maximum),
    unknown: rounded(sum(unknown.map(({ worth }) => worth)) / maximum),
  };
}

/** Whether a test gave all, some or none of its points, or could not tell. */
export function verdictOf({ score, maximum, evidence }: TestResult): Evidence['verdict'] {
  if (score >= maximum - 0.005) return 'passed';
  if (evidence.some(({ verdict }) => verdict === 'failed' || verdict === 'partly'))
    return score > 0 ? 'partly' : 'failed';
  return 'unknown';
}

function rank(principle: PrincipleId): number {
  return principles.findIndex(({ id }) => id === principle);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : rounded(sum(numbers) / numbers.length);
}

function rounded(share: number): number {
  return Math.round(share * 1000) / 1000;
}
