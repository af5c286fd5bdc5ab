import type { Problem } from '#catalogue/model';
import { problemText } from '#catalogue/problems';
import type { HarvestSource } from '#harvesters';
import type { RefusedPage, ReportedRecord, SourceDay, StandingRule } from '#harvesters/report';
import { discreet } from '#runtime/discretion';
import { errorPage } from '../errors/error-data.ts';
import type { RunRow } from '../harvests/present-runs.ts';
import { formatDate } from '../locales/format.ts';
import type { Locale } from '../locales/index.ts';
import { sentenceFor } from '../phrases/index.ts';
import { type PageText, pageText } from '../record/texts.ts';
import type { PortalServices } from '../services.ts';
import { publicRow } from '../sources/present-sources.ts';
import { type TrendView, trendOf } from './trend.ts';

export type ReportedView = {
  id: string;
  identifier: string;
  title?: PageText;
  problems: Pick<Problem, 'path' | 'line' | 'message'>[];
  /** Places beyond those. */
  more: number;
};

export type RuleView = StandingRule & { title: string; remedy?: string; examples: ReportedView[] };

export type RefusedView = Pick<RefusedPage['refused'][number], 'code' | 'path' | 'line' | 'message'> & {
  identifier?: string;
  on: string;
  title: string;
  remedy: string;
};

export type ReportView = {
  id: string;
  name: PageText;
  figures: SourceDay;
  trend?: TrendView;
  rules: RuleView[];
  refused: { total: number; shown: RefusedView[] };
  runs: RunRow[];
};

/** The records of one rule, a page at a time. */
export type RulePageView = {
  id: string;
  name: PageText;
  rule: Omit<RuleView, 'examples'>;
  records: ReportedView[];
  isFirst: boolean;
  next?: string;
};

/** A year and a bit, so that the same season stands at both ends. */
const daysShown = 400;
const runsShown = 20;
const refusedShown = 20;
const examplesShown = 3;
/** Rules whose examples are shown; the rarest are named with a way to their records. */
const rulesWithExamples = 30;
const recordsAtOnce = 50;
const placesShown = 5;

/** What the public may know of a source's runs: what staff tried is nobody else's business. */
async function publicRuns(
  source: HarvestSource,
  { runs }: PortalServices,
  locale: Locale,
): Promise<RunRow[]> {
  const all = await runs.listBySource(source.id, runsShown * 2);
  return all
    .filter(({ dryRun }) => !dryRun)
    .slice(0, runsShown)
    .map((run) => publicRow(run, source, locale));
}

/** The report on a source. @throws the error page 404 for an unknown one */
export async function presentReport(
  services: PortalServices,
  id: string,
  locale: Locale,
  now = Date.now(),
): Promise<ReportView> {
  const { sources, reports } = services;
  const source = await sources.get(id);
  if (source === null) throw errorPage({ code: 'not-found' });
  const [rules, days, figures, refused, runs] = await Promise.all([
    reports.rules(id),
    reports.days(id, daysShown),
    reports.standing(id, new Date(now).toISOString().slice(0, 10)),
    reports.refusals(id, 0, refusedShown),
    publicRuns(source, services, locale),
  ]);
  const trend = trendOf([...days.filter(({ day }) => day < figures.day), figures], locale);
  return {
    id,
    name: nameOf(source, locale),
    figures,
    ...(trend ? { trend } : {}),
    rules: await Promise.all(
      rules.map(async (rule, place) => {
        const query = { code: rule.code, after: '', limit: examplesShown };
        const { records } = place < rulesWithExamples ? await reports.records(id, query) : { records: [] };
        return {
          ...ruleInWords(rule, locale),
          examples: records.map((one) => reported(one, source, locale)),
        };
      }),
    ),
    refused: {
      total: refused.total,
      shown: refused.refused.map((one) => refusedView(one, source, locale)),
    },
    runs,
  };
}

/** The records that break one rule. @throws the error page 404 for an unknown source */
export async function presentRule(
  { sources, reports }: PortalServices,
  id: string,
  code: string,
  after: string,
  locale: Locale,
): Promise<RulePageView> {
  const source = await sources.get(id);
  if (source === null) throw errorPage({ code: 'not-found' });
  const [rules, page] = await Promise.all([
    reports.rules(id),
    reports.records(id, { code, after, limit: recordsAtOnce }),
  ]);
  const known = rules.find((rule) => rule.code === code);
  const rule = known ?? { code, severity: 'info', problems: 0, records: 0 };
  return {
    id,
    name: nameOf(source, locale),
    rule: ruleInWords(rule, locale),
    records: page.records.map((one) => reported(one, source, locale)),
    isFirst: after === '',
    ...(page.next === undefined ? {} : { next: page.next }),
  };
}

function nameOf(source: HarvestSource, locale: Locale): PageText {
  return pageText(source.names, locale) ?? { text: source.id };
}

function ruleInWords(rule: StandingRule, locale: Locale): Omit<RuleView, 'examples'> {
  const text = problemText(rule.code, locale);
  return { ...rule, title: text?.title ?? rule.code, ...(text ? { remedy: text.remedy } : {}) };
}

function reported(record: ReportedRecord, source: HarvestSource, locale: Locale): ReportedView {
  const title = pageText(record.titles, locale);
  return {
    id: record.id,
    identifier: discreet(record.upstreamIdentifier, source.url),
    ...(title ? { title } : {}),
    problems: record.problems.slice(0, placesShown).map(({ path, line, message }) => ({
      path,
      ...(line === undefined ? {} : { line }),
      message: discreet(sentenceFor(locale, message), source.url),
    })),
    more: Math.max(0, record.problems.length - placesShown),
  };
}

function refusedView(
  problem: RefusedPage['refused'][number],
  source: HarvestSource,
  locale: Locale,
): RefusedView {
  const { code, path, line, message, hint, identifier, at } = problem;
  const text = problemText(code, locale);
  return {
    code,
    path,
    ...(line === undefined ? {} : { line }),
    message: discreet(sentenceFor(locale, message), source.url),
    ...(identifier === undefined ? {} : { identifier: discreet(identifier, source.url) }),
    on: formatDate(at, locale),
    title: text?.title ?? code,
    remedy: text?.remedy ?? sentenceFor(locale, hint),
  };
}
