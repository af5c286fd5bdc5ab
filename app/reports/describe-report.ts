import type { Problem } from '#catalogue/model';
import { problemText } from '#catalogue/problems';
import type { HarvestRun, HarvestSource } from '#harvesters';
import type { RefusedPage, ReportedRecord, StandingRule } from '#harvesters/report';
import { discreet } from '#runtime/discretion';

/** The parts of a report as the API tells them: nothing of the inside, texts in both languages. */
export function reportDescriber(source: HarvestSource, publicUrl: string) {
  const hushed = (text: string) => discreet(text, source.url);
  const problem = ({ severity, code, path, line, message }: Problem) => ({
    severity,
    code,
    path,
    ...(line === undefined ? {} : { line }),
    message: hushed(message),
  });
  return {
    rule: (rule: StandingRule) => ({
      ...rule,
      title: inBoth(rule.code, 'title'),
      remedy: inBoth(rule.code, 'remedy'),
      listing: `${publicUrl}/api/sources/${source.id}/report?rule=${encodeURIComponent(rule.code)}`,
    }),
    record: ({ id, upstreamIdentifier, titles, problems }: ReportedRecord) => ({
      id,
      page: `${publicUrl}/records/${id}`,
      identifier: hushed(upstreamIdentifier),
      titles,
      problems: problems.map(problem),
    }),
    refusal: ({ identifier, at, ...rest }: RefusedPage['refused'][number]) => ({
      ...(identifier === undefined ? {} : { identifier: hushed(identifier) }),
      at,
      ...problem(rest),
      title: inBoth(rest.code, 'title'),
      remedy: inBoth(rest.code, 'remedy'),
    }),
    run: ({ id, kind, state, full, startedAt, finishedAt, counts, message }: HarvestRun) => ({
      id,
      kind,
      state,
      full,
      startedAt,
      finishedAt,
      counts,
      ...(message === undefined ? {} : { message: hushed(message) }),
    }),
  };
}

function inBoth(code: string, part: 'title' | 'remedy') {
  return { en: problemText(code, 'en')?.[part], fr: problemText(code, 'fr')?.[part] };
}
