import type { RunStore } from '../ports.ts';
import type { ReportStore } from '../report/index.ts';
import type { HarvestSource } from '../types.ts';
import type { Digest, DigestPeriod } from './types.ts';

const daysLookedAt = 400;
const runsLookedAt = 1000;
const refusedLookedAt = 5000;
const refusedShown = 10;

export type GatherPorts = {
  runs: Pick<RunStore, 'listBySource'>;
  reports: Pick<ReportStore, 'days' | 'refusals'>;
};

/** What happened to a source in a period; `null` before it was ever summed up. */
export async function gatherDigest(
  source: HarvestSource,
  period: DigestPeriod,
  { runs, reports }: GatherPorts,
): Promise<Digest | null> {
  const { from, until } = period;
  const days = (await reports.days(source.id, daysLookedAt)).filter(({ day }) => day < until);
  const now = days.at(-1);
  if (!now) return null;
  const before = days.filter(({ day }) => day < from).at(-1);
  const within = (moment: string) => moment >= from && moment < until;
  const harvests = (await runs.listBySource(source.id, runsLookedAt)).filter(
    ({ dryRun, startedAt }) => !dryRun && within(startedAt),
  );
  const sum = (what: 'created' | 'updated' | 'withdrawn') =>
    harvests
      .filter(({ state }) => state !== 'held' && state !== 'cancelled')
      .reduce((total, { counts }) => total + counts[what], 0);
  const codes = new Set([...Object.keys(now.rules), ...Object.keys(before?.rules ?? {})]);
  const fresh = (await reports.refusals(source.id, 0, refusedLookedAt)).refused.filter(({ at }) =>
    within(at),
  );
  return {
    source,
    period,
    now,
    ...(before ? { before } : {}),
    runs: harvests.length,
    changed: { created: sum('created'), updated: sum('updated'), withdrawn: sum('withdrawn') },
    amiss: harvests.filter(({ state }) => ['failed', 'held', 'interrupted'].includes(state)),
    rules: [...codes]
      .map((code) => ({ code, before: before?.rules[code] ?? 0, now: now.rules[code] ?? 0 }))
      .filter((rule) => rule.before !== rule.now)
      .sort(
        (one, other) =>
          other.now - other.before - (one.now - one.before) || one.code.localeCompare(other.code),
      ),
    refused: { total: fresh.length, shown: fresh.slice(0, refusedShown) },
  };
}

/** Whether there is something to say: nobody is written to because all went well. */
export function isWorthALetter({ amiss, rules, refused }: Digest): boolean {
  return amiss.length > 0 || rules.length > 0 || refused.total > 0;
}
