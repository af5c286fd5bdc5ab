import type { KnownRecord, RecordReader } from '#ledger';
import type { Identity } from '#ledger/identity';
import type { NewStagedChange } from '../ports.ts';
import { runProblem } from '../run-problem.ts';
import { defaultPolicy, type HarvestRun, type HarvestSource, type ListingEnd } from '../types.ts';
import { type IntakePorts, unnamedMark } from './intake.ts';
import { type Selecting, whyVanished } from './selecting.ts';
import { sparedOf } from './slipped.ts';
import type { Tally } from './tally.ts';

const pageSize = 500;

/** Up to so many records may go or change at once without anybody being asked. */
const unsuspicious = 5;

export type Leaving = {
  source: HarvestSource;
  run: HarvestRun;
  tally: Tally;
  /** Everything was listed: what was not seen is gone. */
  complete: boolean;
  /** What is wanted of the source: what is wanted no longer goes without grace. */
  selecting: Selecting;
  stillThere?: ListingEnd['stillThere'];
  /** Milliseconds since 1970. */
  now: number;
  leaseSeconds: number;
};

export type LeavingPorts = IntakePorts & {
  records: Pick<RecordReader, 'original' | 'getMany'>;
  /** Recognises records under other identifiers; nothing is recognised unless told. */
  identity?: Pick<Identity, 'catchUp' | 'continued'>;
};

/**
 * Stages the withdrawal of what a complete list no longer has; what is missing for a shorter time than the grace period of
 * the source is only noted.
 * @returns numbers of live records of the source, and of those that are no longer listed
 */
export async function stageVanished(
  leaving: Leaving,
  ports: LeavingPorts,
): Promise<{ live: number; gone: number }> {
  const { source, run, tally, leaseSeconds } = leaving;
  const { runs } = ports;
  const graceDays = source.policy?.graceDays ?? defaultPolicy.graceDays;
  const at = new Date(leaving.now).toISOString();
  const due = new Date(leaving.now - graceDays * 24 * 3_600_000).toISOString();
  const someUnnamed = (await runs.unseen(run.id, [unnamedMark])).length === 0;
  let live = 0;
  let allGone = 0;
  if (!leaving.complete && !run.dryRun) await runs.foundAgain(run);
  for await (const page of livePages(source.id, ports)) {
    live += page.length;
    if (!leaving.complete) continue;
    const { missing, found, staying, postponed } = await vanished(page, run, someUnnamed, ports);
    const { gone, spared, problems: slipped } = await sparedOf(missing, leaving.stillThere);
    allGone += gone.length;
    if (!run.dryRun) await runs.found([...found, ...spared.map(({ recordId }) => recordId)]);
    const since =
      graceDays > 0 && !run.dryRun
        ? await runs.missing(
            source.id,
            gone.map(({ recordId }) => recordId),
            at,
          )
        : new Map<string, string>();
    const why = await reasonsOf(gone, leaving.selecting, ports);
    const changes = gone.flatMap(({ recordId, upstreamIdentifier }): NewStagedChange[] => {
      const { reason, chosen } = why(recordId);
      if (graceDays > 0 && !chosen && (since.get(recordId) ?? at) > due) return [];
      return [{ kind: 'withdraw', outcome: 'withdrawn', upstreamIdentifier, recordId, reason }];
    });
    const problems = [...postponed, ...slipped];
    const waiting = gone.length - changes.length;
    if (waiting > 0)
      problems.push(
        runProblem(
          'info',
          'withdrawal-in-grace',
          `${waiting} records are no longer listed; they are withdrawn when they are missing for ${graceDays} days.`,
          'Nothing to do if they are gone on purpose; else list them again.',
        ),
      );
    if (changes.length + problems.length === 0) continue;
    const counts = tally.counted(problems);
    // What stays all the same was met, as it were: nothing new is taken for its continuation.
    const seen = [...spared, ...staying].map(({ upstreamIdentifier }) => upstreamIdentifier);
    await runs.stage(
      { run: { ...run, counts }, changes, seen, problems: tally.kept(problems) },
      leaseSeconds,
    );
  }
  return { live, gone: allGone };
}

/** Records are looked at only where another selection may be what leaves them out. */
async function reasonsOf(
  gone: readonly KnownRecord[],
  selecting: Selecting,
  { records }: LeavingPorts,
): Promise<(recordId: string) => ReturnType<typeof whyVanished>> {
  const ids = selecting.changed.length > 0 ? gone.map(({ recordId }) => recordId) : [];
  const held = ids.length > 0 ? await records.getMany(ids, 'staff') : [];
  const byId = new Map(held.map(({ id, record }) => [id, record]));
  return (recordId) => whyVanished(byId.get(recordId), selecting);
}

/** How many records of a source are held. */
export async function countLive(sourceId: string, ports: IntakePorts): Promise<number> {
  let live = 0;
  for await (const page of livePages(sourceId, ports)) live += page.length;
  return live;
}

async function* livePages(sourceId: string, { known }: IntakePorts): AsyncGenerator<KnownRecord[]> {
  let after = '';
  for (;;) {
    const page = await known.listLive(sourceId, after, pageSize);
    const last = page.at(-1);
    if (!last) return;
    yield page;
    after = last.recordId;
  }
}

async function vanished(
  page: readonly KnownRecord[],
  run: HarvestRun,
  someUnnamed: boolean,
  { runs, records }: LeavingPorts,
) {
  const identifiers = page.map(({ upstreamIdentifier }) => upstreamIdentifier);
  const unseen = new Set(await runs.unseen(run.id, identifiers));
  const missing: KnownRecord[] = [];
  const found: string[] = [];
  const staying: KnownRecord[] = [];
  const postponed: ReturnType<typeof runProblem>[] = [];
  for (const record of page) {
    const { recordId, upstreamIdentifier: identifier } = record;
    if (!unseen.has(identifier)) {
      found.push(recordId);
      continue;
    }
    if (someUnnamed) {
      const url = (await records.original(recordId, 'staff'))?.url ?? '';
      if ((await runs.unseen(run.id, [unnamedMark + url])).length === 0) {
        staying.push(record);
        postponed.push(
          runProblem(
            'warning',
            'withdrawal-postponed',
            'The record was not found, but a document from the same address could not be read: it may be this one, so it stays.',
            'Mend the document that could not be read.',
            { identifier, recordId },
          ),
        );
        continue;
      }
    }
    missing.push(record);
  }
  return { missing, found, staying, postponed };
}

/**
 * Whether a person should look at what is staged before it is stored.
 * @param live records of the source that are held
 * @returns why, in a sentence; `undefined` when nothing is suspicious
 */
export async function suspicionOf(
  source: HarvestSource,
  run: HarvestRun,
  tally: Tally,
  live: number,
  { runs }: LeavingPorts,
): Promise<string | undefined> {
  const { mostGone, mostChanged } = source.policy ?? defaultPolicy;
  const { withdrawn, updated, moved } = await runs.countStaged(run.id);
  if (run.heir !== undefined && moved + withdrawn > 0)
    return `${moved} of ${live} records would go on as records of "${run.heir}", and ${withdrawn} would be withdrawn, since the source is to be removed. Nothing was stored; look at them, then confirm.`;
  if (run.kind === 'removal')
    return withdrawn === 0
      ? undefined
      : `${withdrawn} of ${live} records would be withdrawn, since the source is to be removed. Nothing was stored; look at them, then confirm.`;
  if (withdrawn > 0 && tally.counts.listed === 0)
    return `The source answered with an empty list, but ${live} of its records are held here. Nothing was stored; check the source, then confirm.`;
  if (withdrawn > unsuspicious && withdrawn > live * mostGone)
    return `${withdrawn} of ${live} records would be withdrawn at once. Nothing was stored; check the source, then confirm.`;
  if (updated > unsuspicious && updated > live * mostChanged)
    return `${updated} of ${live} records would change at once. Nothing was stored; look at the differences, then confirm.`;
  return undefined;
}
