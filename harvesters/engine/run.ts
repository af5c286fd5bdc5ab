import type { ChangeOutcome, Ledger } from '#ledger';
import { DomainError, isDiskFull, isDomainError } from '#runtime/errors';
import { runProblem } from '../run-problem.ts';
import type { HarvestPage, HarvestRun, HarvestSource, ListingEnd, RunProblem } from '../types.ts';
import { commitStaged } from './commit.ts';
import type { Interpreter } from './document-reader.ts';
import type { FileMemory } from './file-memory.ts';
import { Intake } from './intake.ts';
import { overlap } from './prefetch.ts';
import { stageRenames } from './renames.ts';
import type { Selecting } from './selecting.ts';
import type { OnSettled } from './settled.ts';
import type { HarvestProgress, Tally } from './tally.ts';
import { DeadlineAbortion, WishAbortion } from './wish.ts';
import { countLive, type LeavingPorts, stageVanished, suspicionOf } from './withdrawal.ts';

export type RunPorts = LeavingPorts & {
  ledger: Ledger;
  onCommitted: (outcomes: ChangeOutcome[]) => void;
  clock: () => number;
  leaseSeconds: number;
};

export type RunRequest = {
  source: HarvestSource;
  /** Its checkpoint and phase move while it goes on. */
  run: HarvestRun;
  interpreter: Interpreter;
  /** What is wanted of the source. */
  selecting: Selecting;
  /** Begins the listing: of the source, or of what is held of it. */
  pages: () => AsyncGenerator<HarvestPage, ListingEnd, void>;
  /** Stages what is no listing's business, before it. */
  prepare?: () => Promise<void>;
  /** Nothing is held for a person. */
  force: boolean;
  /** Aborted when the run is paused or cancelled, its deadline is over, or its lease is lost. */
  signal: AbortSignal;
  onProgress: (progress: HarvestProgress) => void;
  /** Told once what became of each document. */
  onSettled?: OnSettled;
  /** What is remembered of the files of the source. */
  memory?: FileMemory;
  /** Where the listing of what changed begins; absent where everything is listed. */
  since?: string;
};

/** Pages fetched ahead of the one being stored. */
const pagesAhead = 2;
const batchSize = 100;
/** Pages in a row that bring nothing new, after which a list is taken for endless. */
const patience = 50;

/**
 * The middle of a run's life: list, fetch, read, compare, stage; then, unless a person is to look at it first, commit.
 * Killed at any moment, it goes on where it stood when it is called with the run as it was last saved.
 * @returns the run with its end state; never throws for what the source does
 */
export async function performRun(request: RunRequest, ports: RunPorts, tally: Tally): Promise<HarvestRun> {
  const { run, signal } = request;
  const report = progressOf(request, tally);
  const ended = (state: HarvestRun['state'], more: Partial<HarvestRun> = {}): HarvestRun => ({
    ...run,
    ...more,
    state,
    counts: { ...tally.counts },
  });
  const commit = async () => {
    const staged = await ports.runs.countStaged(run.id);
    tally.beginStoring(Object.values(staged).reduce((sum, count) => sum + count, 0));
    if (run.phase === 'listing') {
      tally.counts.withdrawn = staged.withdrawn;
      if (staged.moved > 0) tally.counts.moved = staged.moved;
      run.phase = 'committing';
    }
    await ports.runs.save({ ...run, counts: tally.underWay() }, ports.leaseSeconds);
    await commitStaged(run, tally, ports, signal, async (changes) => {
      await ports.runs.save({ ...run, counts: tally.stored(changes) }, ports.leaseSeconds);
      report();
    });
    await ports.runs.linkProblems(run.id);
    await ports.runs.discard(run.id);
  };
  try {
    let message: string | undefined;
    if (run.phase === 'listing') {
      if (request.selecting.failure !== undefined) throw request.selecting.failure;
      await request.prepare?.();
      const end = await list(request, ports, tally, report);
      signal.throwIfAborted();
      const held = await conclude(request, ports, tally, end);
      if (held) return ended('held', { message: held });
      if (end.unmodified) message = 'The source says that nothing changed since the last run.';
    }
    if (run.dryRun) {
      tally.counts.withdrawn = (await ports.runs.countStaged(run.id)).withdrawn;
      return ended('succeeded', message ? { message } : {});
    }
    await commit();
    return ended('succeeded', message ? { message } : {});
  } catch (error) {
    // Whoever began the run sees to that it is told.
    if (isDiskFull(error) || isDiskFull(signal.reason)) throw error;
    if (signal.aborted) return ended(...abortion(signal.reason, run));
    const message = await explain(error, ports, tally, run);
    if (!isDomainError(error) || run.phase !== 'listing' || run.dryRun || !bringsRecords(run))
      return ended('failed', { message });
    // A listing that broke off has still brought records: they are stored. What it says is deleted waits for a whole one.
    try {
      await ports.runs.unstageWithdrawals(run.id);
      const suspicion = request.force
        ? undefined
        : await suspicionOf(request.source, run, tally, await countLive(request.source.id, ports), ports);
      if (suspicion) return ended('held', { message: `${message} ${suspicion}` });
      await commit();
    } catch (refusal) {
      if (!signal.aborted || isDiskFull(refusal) || isDiskFull(signal.reason)) throw refusal;
      return ended(...abortion(signal.reason, run));
    }
    return ended('failed', { message });
  }
}

/** A half of what undoes a run or removes a source is of no use. */
const bringsRecords = ({ kind }: HarvestRun) => kind === 'harvest' || kind === 'reread';

function progressOf({ run, onProgress }: RunRequest, tally: Tally) {
  return () => {
    const { progress, ...counts } = tally.underWay();
    const { total, rate = 0 } = progress ?? {};
    onProgress({ run: { ...run, counts }, rate, ...(total === undefined ? {} : { total }) });
  };
}

/** What follows from a whole listing: what is gone, where the next run begins, whether a person must look. */
async function conclude(
  { source, run, force, selecting, memory, since }: RunRequest,
  ports: RunPorts,
  tally: Tally,
  end: ListingEnd,
): Promise<string | undefined> {
  if (end.gap) await tellOf(run, ports, tally, gapProblem(end.gap));
  const complete = end.complete && !end.gap;
  run.complete = complete;
  if (complete) await memory?.sweep();
  const { leaseSeconds } = ports;
  const { stillThere } = end;
  const leaving = {
    source,
    run,
    tally,
    complete,
    selecting,
    now: ports.clock(),
    leaseSeconds,
    ...(stillThere ? { stillThere } : {}),
  };
  const { live, gone } = await stageVanished(leaving, ports);
  await stageRenames(leaving, gone, ports);
  if (selecting.changed.length > 0) {
    const { withdrawn } = await ports.runs.countStaged(run.id);
    await tellOf(run, ports, tally, selectionProblem(selecting.changed, withdrawn));
  }
  // What could not be had now is asked for again: nobody else would tell of it before it changes once more.
  const water = tally.counts.lost ? since : end.highWater;
  if (water && !run.dryRun) run.highWater = water;
  const suspicion = force ? undefined : await suspicionOf(source, run, tally, live, ports);
  return suspicion && selecting.changed.length > 0
    ? `${suspicion} What is wanted of the source was changed since the last harvest (${selecting.changed.join(', ')}).`
    : suspicion;
}

/** Pages as they come, their documents already being read. */
async function* foreseen(
  pages: AsyncGenerator<HarvestPage, ListingEnd, void>,
  intake: Intake,
): AsyncGenerator<HarvestPage, ListingEnd, void> {
  try {
    for (;;) {
      const { done, value } = await pages.next();
      if (done) return value;
      await intake.foresee(value.documents);
      yield value;
    }
  } finally {
    await pages.return({ complete: false });
  }
}

async function list(
  { source, run, interpreter, pages, signal, onSettled, memory }: RunRequest,
  ports: RunPorts,
  tally: Tally,
  report: () => void,
): Promise<ListingEnd> {
  const settled: OnSettled = (document, what) => {
    memory?.settled(document, what);
    onSettled?.(document, what);
  };
  const intake = new Intake(source, run, tally, interpreter, ports, ports.leaseSeconds, settled);
  let barren = 0;
  return overlap(foreseen(pages(), intake), pagesAhead, async (page) => {
    if (page.total !== undefined) tally.total = page.total;
    let newcomers = 0;
    let problems = [...page.problems];
    for (let start = 0; start === 0 || start < page.documents.length; start += batchSize) {
      signal.throwIfAborted();
      const isLast = start + batchSize >= page.documents.length;
      const batch = page.documents.slice(start, start + batchSize);
      newcomers += await intake.take(batch, isLast ? page.checkpoint : undefined, problems);
      problems = [];
      report();
      // Reading and storing are synchronous underneath: timers and the network get their turn here.
      await new Promise(setImmediate);
    }
    await memory?.keep(page.files);
    barren = newcomers > 0 || page.again ? 0 : barren + 1;
    if (barren >= patience)
      throw new DomainError(
        'upstream',
        `The last ${patience} pages of the list brought nothing new: it goes round in circles, so it was left.`,
      );
  });
}

/** How a run ends whose signal was aborted with this reason: a wish is obeyed, an error of ours is a failure. */
function abortion(reason: unknown, { phase }: HarvestRun): [HarvestRun['state'], { message: string }] {
  if (reason instanceof WishAbortion)
    return reason.wish === 'pause'
      ? ['paused', { message: 'The run was paused. It goes on from here when it is told to.' }]
      : [
          'cancelled',
          {
            message:
              phase === 'listing'
                ? 'The run was cancelled. Nothing of it was stored.'
                : 'The run was cancelled while it was stored. What was stored by then stays; roll it back to undo it.',
          },
        ];
  if (reason instanceof DeadlineAbortion) return ['interrupted', { message: reason.message }];
  if (isDomainError(reason)) return ['failed', { message: reason.message }];
  return ['interrupted', { message: 'The run was interrupted. The next one goes on from here.' }];
}

async function explain(error: unknown, ports: RunPorts, tally: Tally, run: HarvestRun): Promise<string> {
  const expected = isDomainError(error);
  const told = error instanceof Error ? error.message : String(error);
  if (expected) ports.log.warn({ runId: run.id, sourceId: run.sourceId, code: error.code }, told);
  else ports.log.error({ err: error, runId: run.id, sourceId: run.sourceId }, 'a run failed unexpectedly');
  const message = expected ? told : `The run failed by a fault of this catalogue: ${told}`;
  const hint = expected
    ? 'What was received before is stored. Mend the source or its settings and harvest again.'
    : 'Tell the operator; the log has the details.';
  await tellOf(run, ports, tally, runProblem('error', 'run-failed', message, hint));
  // Anybody reads how a run ended; what our own parts say of themselves may name what is inside.
  return expected ? message : 'The run failed by a fault of this catalogue.';
}

async function tellOf(run: HarvestRun, { runs }: RunPorts, tally: Tally, problem: RunProblem): Promise<void> {
  tally.counted([problem]);
  await runs.addProblems(run.id, tally.kept([problem]));
}

function gapProblem(gap: string) {
  return runProblem(
    'warning',
    'listing-incomplete',
    `${gap} Since the list has gaps, nothing that is missing from it was withdrawn.`,
    'Mend the source: its list must give every record once, and say how many there are.',
  );
}

function selectionProblem(changed: readonly string[], withdrawn: number) {
  return runProblem(
    'info',
    'selection-changed',
    `What is wanted of the source was changed since the last harvest (${changed.join(', ')}), so everything was listed. ${withdrawn} records are withdrawn in this run; the source may have them still.`,
    'Nothing to do if that is what was wanted; else change the options of the source back and harvest again.',
  );
}
