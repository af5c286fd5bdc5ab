import type { Problem, ProblemSeverity } from '#catalogue/model';
import type { Revision } from '#ledger';
import { formatDate } from '../../locales/format.ts';
import type { Locale } from '../../locales/index.ts';
import { sentenceOrOwnWords } from '../../phrases/index.ts';
import type { WordedProblem } from '../problem-words.tsx';
import { wordedProblem } from '../worded-problem.ts';

export type HistoryEntry = { at: string; on: string; change: Revision['change']; reason?: string };
export type ProblemEntry = WordedProblem & {
  /** Places where it was found, the first few. */
  places: { path: string; line?: number }[];
  count: number;
};
export type ProblemGroup = { severity: ProblemSeverity; problems: ProblemEntry[]; count: number };

const mostEntries = 200;
const mostPlaces = 3;
const severities: readonly ProblemSeverity[] = ['error', 'warning', 'info'];

/** What happened to a record here, the newest first; what we only recompute is no news. */
export function historyOf(revisions: readonly Revision[], locale: Locale): HistoryEntry[] {
  return revisions
    .filter(({ kind }) => kind !== 'derived')
    .map(({ at, change, reason }) => ({
      at,
      on: formatDate(at, locale),
      change,
      ...(reason ? { reason: sentenceOrOwnWords(locale, reason) } : {}),
    }))
    .reverse()
    .slice(0, mostEntries);
}

/** Problems by severity, the gravest first; the same problem in several places stands once. */
export function problemGroups(problems: readonly Problem[], locale: Locale): ProblemGroup[] {
  return severities.flatMap((severity) => {
    const ofSeverity = problems.filter((problem) => problem.severity === severity);
    const entries = new Map<string, ProblemEntry>();
    for (const { code, message, hint, path, line } of ofSeverity) {
      const key = `${code} ${message}`;
      const entry = entries.get(key) ?? {
        ...wordedProblem({ code, message, hint }, locale),
        places: [],
        count: 0,
      };
      entry.count += 1;
      if (entry.places.length < mostPlaces) entry.places.push({ path, ...(line ? { line } : {}) });
      entries.set(key, entry);
    }
    const shown = [...entries.values()].slice(0, mostEntries);
    return shown.length === 0 ? [] : [{ severity, problems: shown, count: ofSeverity.length }];
  });
}
