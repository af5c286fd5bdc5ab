import type { SourceDay } from '#harvesters/report';
import { formatDate, formatNumber } from '../locales/format.ts';
import type { Locale } from '../locales/index.ts';
import { reportTextsIn } from './texts.ts';

export const trendFigures = ['records', 'withProblems', 'problems', 'refused', 'linksAmiss'] as const;
export type TrendFigure = (typeof trendFigures)[number];

/** One figure over time; `at` and `height` are percentages of the drawing. */
export type TrendSeries = {
  figure: TrendFigure;
  title: string;
  /** The highest value, in words. */
  most: string;
  points: { at: number; height: number; on: string; text: string }[];
};

export type TrendView = {
  series: TrendSeries[];
  /** Newest first, as the table shows them. */
  days: { day: string; on: string; texts: string[] }[];
};

/** The days of a source as drawings and as a table; `undefined` where there is no course yet. */
export function trendOf(days: readonly SourceDay[], locale: Locale): TrendView | undefined {
  const first = days[0];
  const last = days.at(-1);
  if (!first || !last || days.length < 2) return undefined;
  const from = Date.parse(first.day);
  const length = Date.parse(last.day) - from;
  const { figures } = reportTextsIn(locale);
  return {
    series: trendFigures.map((figure) => {
      const most = Math.max(...days.map((day) => day[figure]));
      return {
        figure,
        title: figures[figure],
        most: formatNumber(most, locale),
        points: days.map((day) => ({
          at: ((Date.parse(day.day) - from) / length) * 100,
          height: most === 0 ? 0 : (day[figure] / most) * 100,
          on: formatDate(day.day, locale),
          text: formatNumber(day[figure], locale),
        })),
      };
    }),
    days: days
      .map((day) => ({
        day: day.day,
        on: formatDate(day.day, locale),
        texts: trendFigures.map((figure) => formatNumber(day[figure], locale)),
      }))
      .reverse(),
  };
}
