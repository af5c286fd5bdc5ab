import type { AssessmentStore, SourceScore } from '#assessment';
import { metrics } from '#catalogue/fair';
import { formatNumber } from '../locales/format.ts';
import { type Locale, messagesIn } from '../locales/index.ts';
import { courseOf, type FairFigure, figureOf, type ScoreCourse } from './present-fair.ts';

export type SourceFairView = {
  figure: FairFigure;
  course: ScoreCourse;
  /** In words: "12 records". */
  records: string;
  /** Tests that most records do not pass, worst first. */
  worst: { id: string; principle: string; title: string; remedy: string; share: number; count: string }[];
};

const daysShown = 180;
const worstShown = 6;

/** How FAIR the records of a source are together; `undefined` while none was assessed. */
export async function presentSourceFair(
  sourceId: string,
  store: AssessmentStore,
  locale: Locale,
): Promise<SourceFairView | undefined> {
  const days = await store.ofSource(sourceId, daysShown);
  const today = days.at(-1);
  if (!today) return undefined;
  const { fair } = messagesIn(locale);
  return {
    figure: figureOf(today, locale),
    course: courseOf(
      days.map(({ day, score }) => ({ at: day, score })),
      locale,
    ),
    records: fair.recordCount(today.records, formatNumber(today.records, locale)),
    worst: worstTests(today).map(({ metric, count }) => ({
      id: metric.id,
      principle: metric.principle,
      title: metric.title[locale],
      remedy: metric.remedy[locale],
      share: (count / today.records) * 100,
      count: fair.ofRecords(formatNumber(count, locale), formatNumber(today.records, locale)),
    })),
  };
}

/** Failed counts before partly passed; what is not known is nothing to mend. */
export function worstTests({ tests }: Pick<SourceScore, 'tests'>) {
  return metrics
    .map((metric) => {
      const { failed = 0, partly = 0 } = tests[metric.id] ?? {};
      return { metric, count: failed + partly, weight: failed + partly / 2 };
    })
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.weight - one.weight)
    .slice(0, worstShown);
}
