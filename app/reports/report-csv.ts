import type { Problem } from '#catalogue/model';
import { problemText } from '#catalogue/problems';
import type { HarvestSource } from '#harvesters';
import { discreet } from '#runtime/discretion';
import type { Locale } from '../locales/index.ts';
import { plainText } from '../record/texts.ts';
import type { PortalServices } from '../services.ts';
import { csvLine } from './csv.ts';

/** Names of the columns stay the same in every language: programs read them too. */
const columns = [
  'status',
  'identifier',
  'title',
  'page',
  'severity',
  'rule',
  'problem',
  'path',
  'line',
  'message',
  'remedy',
];
const refusedAtOnce = 500;

/**
 * The problems of a source as lines of CSV: first what was refused, then what the records of the catalogue have amiss.
 * @param code of this rule only
 */
export async function* reportLines(
  source: HarvestSource,
  { reports, config }: Pick<PortalServices, 'reports' | 'config'>,
  locale: Locale,
  code?: string,
): AsyncGenerator<string> {
  yield csvLine(columns);
  for (let offset = 0; ; offset += refusedAtOnce) {
    const { refused } = await reports.refusals(source.id, offset, refusedAtOnce);
    for (const problem of refused)
      if (code === undefined || problem.code === code) yield line('refused', problem, {});
    if (refused.length < refusedAtOnce) break;
  }
  for await (const { id, upstreamIdentifier, titles, problems } of reports.allRecords(source.id, code)) {
    const title = plainText(titles, locale);
    const page = `${config.publicUrl}/records/${id}`;
    for (const problem of problems)
      yield line(
        'in the catalogue',
        { ...problem, identifier: upstreamIdentifier },
        { page, ...(title ? { title } : {}) },
      );
  }

  function line(
    status: string,
    { severity, code: rule, path, line: number, message, hint, identifier = '' }: Line,
    { title = '', page = '' }: { title?: string; page?: string },
  ): string {
    const text = problemText(rule, locale);
    return csvLine([
      status,
      discreet(identifier, source.url),
      title,
      page,
      severity,
      rule,
      text?.title ?? rule,
      path,
      number ?? '',
      discreet(message, source.url),
      text?.remedy ?? hint,
    ]);
  }
}

type Line = Problem & { identifier?: string };
