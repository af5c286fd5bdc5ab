import type { RecordReader } from '#ledger';
import { DomainError, isDomainError } from '#runtime/errors';
import type { Fetcher } from '#runtime/fetching';
import type { HarvestProtocol } from '../protocol.ts';
import { runProblem } from '../run-problem.ts';
import type { HarvestPage, HarvestRun, HarvestSource, ListingEnd } from '../types.ts';
import { Intake, type IntakePorts } from './intake.ts';
import { overlap } from './prefetch.ts';
import type { HarvestProgress, Tally } from './tally.ts';
import { withdrawVanished } from './withdrawal.ts';

export type RunPorts = IntakePorts & {
  fetcher: Fetcher;
  records: Pick<RecordReader, 'original'>;
  clock: () => number;
};

export type RunRequest = {
  source: HarvestSource;
  run: HarvestRun;
  protocol: HarvestProtocol;
  since: string | undefined;
  force: boolean;
  /** Aborted when the run is cancelled, its deadline is over, or its lease is lost. */
  signal: AbortSignal;
  onProgress: (progress: HarvestProgress) => void;
};

/** Pages fetched ahead of the one being stored. */
const pagesAhead = 2;
const batchSize = 100;
/** Pages in a row that bring nothing new, after which a list is taken for endless. */
const patience = 50;

/**
 * The middle of a run's life: list, fetch, read, compare, commit, withdraw. Saves nothing of the run itself.
 * @returns the run with its end state; never throws for what the source does
 */
export async function performRun(request: RunRequest, ports: RunPorts, tally: Tally): Promise<HarvestRun> {
  const { source, run, signal } = request;
  const intake = new Intake(source, run, tally, ports);
  const started = ports.clock();
  const report = () => {
    const elapsed = Math.max(1, ports.clock() - started);
    request.onProgress({
      run: { ...run, counts: { ...tally.counts } },
      ...(tally.total === undefined ? {} : { total: tally.total }),
      rate: (tally.counts.listed * 1000) / elapsed,
    });
  };
  const ended = (state: HarvestRun['state'], more: Partial<HarvestRun> = {}): HarvestRun => ({
    ...run,
    ...more,
    state,
    counts: { ...tally.counts },
  });
  try {
    const context = {
      fetcher: ports.fetcher,
      log: ports.log,
      signal,
      ...(request.since ? { since: request.since } : {}),
    };
    const end = await list(request.protocol.pages(source, context), intake, tally, signal, report);
    signal.throwIfAborted();
    if (end.gap) await tally.problems([gapProblem(end.gap)]);
    const complete = end.complete && !end.gap;
    const held = await withdrawVanished(
      { source, run, tally, intake, complete, force: request.force },
      ports,
    );
    report();
    if (held) return ended('held', { message: held });
    return ended('succeeded', {
      ...(end.unmodified ? { message: 'The source says that nothing changed since the last run.' } : {}),
      ...(end.highWater && !run.dryRun ? { highWater: end.highWater } : {}),
    });
  } catch (error) {
    if (signal.aborted) return ended(...abortion(signal.reason));
    const message = await explain(error, ports, tally, run);
    return ended('failed', { message });
  }
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
  pages: AsyncGenerator<HarvestPage, ListingEnd, void>,
  intake: Intake,
  tally: Tally,
  signal: AbortSignal,
  report: () => void,
): Promise<ListingEnd> {
  let barren = 0;
  return overlap(foreseen(pages, intake), pagesAhead, async (page) => {
    if (page.total !== undefined) tally.total = page.total;
    await tally.problems(page.problems);
    let newcomers = 0;
    for (let start = 0; start < page.documents.length; start += batchSize) {
      signal.throwIfAborted();
      newcomers += await intake.take(page.documents.slice(start, start + batchSize));
      report();
      // Reading and storing are synchronous underneath: timers and the network get their turn here.
      await new Promise(setImmediate);
    }
    barren = newcomers > 0 || page.again ? 0 : barren + 1;
    if (barren >= patience)
      throw new DomainError(
        'upstream',
        `The last ${patience} pages of the list brought nothing new: it goes round in circles, so it was left.`,
      );
  });
}

/** How a run ends whose signal was aborted with this reason: an error of ours is a failure, anything else a wish. */
function abortion(reason: unknown): ['failed' | 'cancelled', { message: string }] {
  return isDomainError(reason)
    ? ['failed', { message: reason.message }]
    : ['cancelled', { message: 'The run was cancelled. What it had stored stays; nothing was withdrawn.' }];
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
  await tally.problems([runProblem('error', 'run-failed', message, hint)]);
  return message;
}

function gapProblem(gap: string) {
  return runProblem(
    'warning',
    'listing-incomplete',
    `${gap} Since the list has gaps, nothing that is missing from it was withdrawn.`,
    'Mend the source: its list must give every record once, and say how many there are.',
  );
}
