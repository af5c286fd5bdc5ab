import type { RecordAssessment, ScorePoint, SourceScore } from '#assessment';
import { evidenceText, metrics, type PrincipleId, principles, type Share, verdictOf } from '#catalogue/fair';
import { worstTests } from './present-source-fair.ts';

/** An assessment as the API tells it: shares from 0 to 1, texts in both languages. */
export function describeAssessment({ revision, assessedAt, rules, assessment }: RecordAssessment) {
  const { score, unknown, tests } = assessment;
  return {
    revision,
    assessedAt,
    rules,
    score,
    unknown,
    principles: describePrinciples(assessment.principles),
    tests: tests.map((test) => {
      const metric = metrics.find(({ id }) => id === test.metric);
      return {
        id: test.metric,
        principle: metric?.principle,
        title: metric?.title,
        verdict: verdictOf(test),
        score: test.score,
        maximum: test.maximum,
        evidence: test.evidence.map(({ code, values, verdict, points, worth }) => ({
          verdict,
          code,
          values,
          points,
          worth,
          text: {
            en: evidenceText({ code, values }, 'en'),
            fr: evidenceText({ code, values }, 'fr'),
          },
        })),
        remedy: metric?.remedy,
      };
    }),
  };
}

/** A point of a record's history. */
export function describePoint({ at, revision, score, unknown, principles: shares }: ScorePoint) {
  return { at, revision, score, unknown, principles: describePrinciples(shares) };
}

/** A source on a day, its tests with the number of records by verdict. */
export function describeSourceScore(score: SourceScore) {
  const { day, records, tests } = score;
  return {
    day,
    records,
    score: score.score,
    unknown: score.unknown,
    principles: describePrinciples(score.principles),
    tests: metrics.flatMap(({ id, principle, title, remedy }) => {
      const verdicts = tests[id];
      return verdicts ? [{ id, principle, title, verdicts, remedy }] : [];
    }),
    mendFirst: worstTests(score).map(({ metric, count }) => ({ test: metric.id, records: count })),
  };
}

function describePrinciples(shares: Partial<Record<PrincipleId, Share>>) {
  return principles.flatMap(({ id, title }) => {
    const share = shares[id];
    return share ? [{ id, title, ...share }] : [];
  });
}
