import type { Actor } from '#accounts';
import type { HarvestSource } from '#harvesters';
import type { Locale } from '../locales/index.ts';
import { sentenceFor } from '../phrases/index.ts';
import { type PageText, pageText } from '../record/texts.ts';
import type { PortalServices } from '../services.ts';
import { protocolNames } from '../sources/present-sources.ts';
import { byHealth, type Health, healthOf, lastHarvest, needsAttention } from './health.ts';
import { agoText, momentText } from './moment.ts';
import { comingText, nextHarvestText } from './schedule-text.ts';
import { deskMessagesIn } from './texts.ts';

export type SourceRow = {
  id: string;
  name: PageText;
  protocol: string;
  health: Health;
  /** The last harvest that was meant to store something. */
  last?: { runId: string; ago: string; moment: string; problems: number; message?: string };
  /** Live ones. */
  records: number;
  schedule: string;
  next?: string;
};

/** Runs that are looked at to tell how a source fares. */
const runsLookedAt = 30;

/** Sources that somebody looks after, those that need attention first. @throws DomainError `unauthenticated`, `forbidden` */
export async function presentSourceList(
  actor: Actor,
  { harvests, runs, records }: PortalServices,
  locale: Locale,
  now = Date.now(),
): Promise<{
  rows: SourceRow[];
  attention: number;
  mayAdd: boolean;
  /** Removed, and can be brought back. */
  removed: { id: string; name: PageText; moment: string }[];
}> {
  const [sources, removed] = await Promise.all([harvests.sources(actor), harvests.removed(actor)]);
  const counts = await records.countBySource('staff');
  const rows = await Promise.all(
    sources.map(async (source) =>
      rowOf(source, await runs.listBySource(source.id, runsLookedAt), counts[source.id] ?? 0, locale, now),
    ),
  );
  rows.sort(
    (one, other) =>
      byHealth(one.health, other.health) || one.name.text.localeCompare(other.name.text, locale),
  );
  const attention = rows.filter(({ health }) => needsAttention(health)).length;
  return {
    rows,
    attention,
    mayAdd: harvests.mayAdd(actor),
    removed: removed.map(({ id, names, closed }) => ({
      id,
      name: pageText(names, locale) ?? { text: id },
      moment: closed ? momentText(closed.at, locale) : '',
    })),
  };
}

function rowOf(
  source: HarvestSource,
  ofSource: Parameters<typeof healthOf>[1],
  records: number,
  locale: Locale,
  now: number,
): SourceRow {
  const last = lastHarvest(ofSource);
  const next = nextHarvestText(source, now, locale);
  return {
    id: source.id,
    name: pageText(source.names, locale) ?? { text: source.id },
    protocol: protocolNames[source.protocol],
    health: healthOf(source, ofSource, now),
    records,
    schedule: comingText(source, locale, deskMessagesIn(locale)),
    ...(next ? { next } : {}),
    ...(last
      ? {
          last: {
            runId: last.id,
            ago: agoText(last.startedAt, now, locale),
            moment: momentText(last.startedAt, locale),
            problems: last.counts.problems,
            ...(last.message ? { message: sentenceFor(locale, last.message) } : {}),
          },
        }
      : {}),
  };
}
