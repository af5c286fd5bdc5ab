import type { HarvestRun, StagedChange } from '#harvesters';
import type { Revision, StoredRecord } from '#ledger';
import type { Locale } from '../locales/index.ts';
import { sentenceOrOwnWords } from '../phrases/index.ts';
import { type PageText, pageText } from '../record/texts.ts';
import type { PortalServices } from '../services.ts';
import { differenceOf, type FieldDifference } from './difference.ts';

export type ChangeView = {
  /** Of the change in the run, or of the revision in the log. */
  position: number;
  identifier: string;
  recordId?: string;
  title?: PageText;
  outcome: StagedChange['outcome'] | Revision['change'];
  /** What its source called it before, where that waits to be changed. */
  formerly?: string;
  /** Why it is withdrawn, in English. */
  reason?: string;
  /** Of an update that waits: what differs from what is held. */
  difference?: { total: number; shown: FieldDifference[] };
};

/**
 * `staged`: what waits to be stored; `forgotten`: waited, until a newer run took its place; `stored`: what the log says
 * of the run.
 */
export type ChangesView = {
  kind: 'staged' | 'forgotten' | 'stored';
  /** Of all outcomes. */
  total: number;
  counts: Partial<Record<StagedChange['outcome'], number>>;
  outcome?: StagedChange['outcome'];
  shown: ChangeView[];
  /** From where the list begins; 0 at the beginning. */
  after: number;
  /** Position behind which the next page begins; absent on the last. */
  next?: number;
};

const shownAtOnce = 20;
const differencesShown = 60;
const outcomes = ['created', 'updated', 'renamed', 'moved', 'restored', 'withdrawn'] as const;

/** Whether a word names what a run does to a record. */
export function isOutcome(word: string | null): word is StagedChange['outcome'] {
  return outcomes.some((outcome) => outcome === word);
}

type Asked = { after: number; outcome?: StagedChange['outcome'] };

/** What a run would change while that waits to be stored, and afterwards what it has changed, page by page. */
export async function presentChanges(
  run: HarvestRun,
  { after, outcome }: Asked,
  services: PortalServices,
  locale: Locale,
): Promise<ChangesView> {
  const { runs, records } = services;
  const counts = await runs.countStaged(run.id);
  const total = Object.values(counts).reduce((sum, number) => sum + number, 0);
  if (total === 0) return storedChanges(run, after, records, locale);
  const staged = await runs.staged(run.id, after, shownAtOnce + 1, outcome);
  const shown = staged.slice(0, shownAtOnce);
  const last = shown.at(-1);
  return {
    kind: 'staged',
    total,
    counts,
    after,
    ...(outcome ? { outcome } : {}),
    shown: await Promise.all(shown.map((change) => stagedChange(change, records, locale))),
    ...(last && staged.length > shown.length ? { next: last.position } : {}),
  };
}

async function stagedChange(
  change: StagedChange,
  records: PortalServices['records'],
  locale: Locale,
): Promise<ChangeView> {
  const { position, upstreamIdentifier: identifier, outcome, recordId } = change;
  const held = recordId === undefined ? null : await records.get(recordId, 'staff');
  const record = change.kind === 'put' ? change.record.record : held?.record;
  const title = pageText(record?.resource.titles, locale);
  const differences =
    change.kind === 'put' && held && (outcome === 'updated' || outcome === 'renamed')
      ? differenceOf(held.record, change.record.record)
      : undefined;
  return {
    position,
    identifier,
    outcome,
    ...(recordId === undefined ? {} : { recordId }),
    ...(title ? { title } : {}),
    ...(change.kind === 'withdraw' ? { reason: sentenceOrOwnWords(locale, change.reason) } : {}),
    ...(outcome === 'renamed' && held ? { formerly: held.upstreamIdentifier } : {}),
    ...(differences
      ? { difference: { total: differences.length, shown: differences.slice(0, differencesShown) } }
      : {}),
  };
}

async function storedChanges(
  run: HarvestRun,
  after: number,
  records: PortalServices['records'],
  locale: Locale,
): Promise<ChangesView> {
  const { created, updated, withdrawn, renamed = 0, moved = 0 } = run.counts;
  const found = run.dryRun ? [] : await records.revisionsOfRun(run.id, after, shownAtOnce + 1);
  const revisions = found.slice(0, shownAtOnce);
  const ids = revisions.map(({ recordId }) => recordId);
  const stored = new Map((await records.getMany(ids, 'staff')).map((record) => [record.id, record]));
  const counted = created + updated + renamed + moved + withdrawn;
  const last = revisions.at(-1);
  return {
    kind: run.dryRun ? (counted > 0 ? 'forgotten' : 'staged') : 'stored',
    total: found.length === 0 && after === 0 ? 0 : Math.max(counted, found.length),
    counts: {},
    after,
    shown: revisions.map((revision) => storedChange(revision, stored.get(revision.recordId), locale)),
    ...(last && found.length > revisions.length ? { next: last.revision } : {}),
  };
}

function storedChange(
  { revision, recordId, change, reason }: Revision,
  record: StoredRecord | undefined,
  locale: Locale,
): ChangeView {
  const title = pageText(record?.record.resource.titles, locale);
  return {
    position: revision,
    identifier: record?.upstreamIdentifier ?? recordId,
    recordId,
    outcome: change,
    ...(title ? { title } : {}),
    ...(reason && change === 'withdrawn' ? { reason: sentenceOrOwnWords(locale, reason) } : {}),
  };
}
