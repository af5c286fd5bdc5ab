import type { AssessmentStore, RecordAssessment, ScorePoint } from '#assessment';
import {
  evidenceText,
  letters,
  metrics,
  type PrincipleId,
  principles,
  type Share,
  type TestResult,
  type Verdict,
  verdictOf,
} from '#catalogue/fair';
import { formatDate, formatNumber } from '../locales/format.ts';
import type { Locale } from '../locales/index.ts';

/** A share as a bar: percentages of its length, and in words. */
export type ShareBar = { score: number; unknown: number; text: string; unknownText?: string };

export type FairFigure = {
  whole: ShareBar;
  /** What the score would be if all that is unknown passed; absent where nothing is unknown. */
  most?: string;
  letters: {
    id: string;
    title: string;
    bar?: ShareBar;
    /** `bar` is absent for a principle of which no test applies. */
    principles: { id: string; title: string; bar?: ShareBar }[];
  }[];
};

export type FairTest = {
  id: string;
  principle: string;
  title: string;
  verdict: Verdict;
  score: string;
  maximum: string;
  evidence: { verdict: Verdict; text: string }[];
  remedy?: string;
};

/** Points of a score over time, oldest first; `at` is where in the time shown, as a percentage. */
export type ScoreCourse = { at: number; on: string; score: number; text: string }[];

export type FairView = {
  assessedOn: string;
  figure: FairFigure;
  tests: FairTest[];
  course: ScoreCourse;
};

/** What is told of the courses of scores: a drawing needs no more. */
const pointsShown = 60;

/** How FAIR a record was found; `undefined` while nobody has looked. */
export async function presentFair(
  recordId: string,
  store: AssessmentStore,
  locale: Locale,
): Promise<FairView | undefined> {
  const [latest, history] = await Promise.all([store.latest(recordId), store.history(recordId, pointsShown)]);
  return latest ? fairView(latest, history, locale) : undefined;
}

function fairView(
  { assessedAt, assessment }: RecordAssessment,
  history: readonly ScorePoint[],
  locale: Locale,
): FairView {
  return {
    assessedOn: formatDate(assessedAt, locale),
    figure: figureOf(assessment, locale),
    tests: assessment.tests.flatMap((test) => testView(test, locale) ?? []),
    course: courseOf(
      history.map(({ at, score }) => ({ at, score })),
      locale,
    ),
  };
}

/** Shares of the four letters and their principles, for the figure. */
export function figureOf(
  shares: Share & { principles: Partial<Record<PrincipleId, Share>> },
  locale: Locale,
): FairFigure {
  return {
    whole: barOf(shares, locale),
    ...(shares.unknown > 0 ? { most: percent(shares.score + shares.unknown, locale) } : {}),
    letters: letters.map(({ id, title }) => {
      const own = principles.filter((principle) => principle.id.startsWith(id));
      const told = own.flatMap((principle) => shares.principles[principle.id] ?? []);
      const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / told.length;
      return {
        id,
        title: title[locale],
        ...(told.length > 0
          ? {
              bar: barOf(
                {
                  score: mean(told.map(({ score }) => score)),
                  unknown: mean(told.map(({ unknown }) => unknown)),
                },
                locale,
              ),
            }
          : {}),
        principles: own.map((principle) => {
          const share = shares.principles[principle.id];
          return {
            id: principle.id,
            title: principle.title[locale],
            ...(share ? { bar: barOf(share, locale) } : {}),
          };
        }),
      };
    }),
  };
}

export function courseOf(points: readonly { at: string; score: number }[], locale: Locale): ScoreCourse {
  const times = points.map(({ at }) => Date.parse(at));
  const first = times[0] ?? 0;
  const span = (times.at(-1) ?? 0) - first || 1;
  return points.map(({ at, score }) => ({
    at: ((Date.parse(at) - first) / span) * 100,
    on: formatDate(at, locale),
    score: score * 100,
    text: percent(score, locale),
  }));
}

function testView(test: TestResult, locale: Locale): FairTest | undefined {
  const metric = metrics.find(({ id }) => id === test.metric);
  if (!metric) return undefined;
  const verdict = verdictOf(test);
  return {
    id: metric.id,
    principle: metric.principle,
    title: metric.title[locale],
    verdict,
    score: formatNumber(test.score, locale),
    maximum: formatNumber(test.maximum, locale),
    evidence: test.evidence.map((evidence) => ({
      verdict: evidence.verdict,
      text: evidenceText(evidence, locale),
    })),
    // What is not known is nothing to mend.
    ...(verdict === 'failed' || verdict === 'partly' ? { remedy: metric.remedy[locale] } : {}),
  };
}

function barOf({ score, unknown }: Share, locale: Locale): ShareBar {
  return {
    score: score * 100,
    unknown: unknown * 100,
    text: percent(score, locale),
    ...(unknown > 0.004 ? { unknownText: percent(unknown, locale) } : {}),
  };
}

/** "72 %" as each language writes it. */
export function percent(share: number, locale: Locale): string {
  const number = formatNumber(share * 100, locale, 0);
  return locale === 'fr' ? `${number}\u202f%` : `${number}%`;
}
