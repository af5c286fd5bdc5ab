import { DomainError, isDiskFull } from '#runtime/errors';
import type { HarvestPage, HarvestRun, HarvestSource, ListingEnd } from '../types.ts';
import { FileMemory } from './file-memory.ts';
import { sourceOf } from './found.ts';
import type { HarvesterPorts, HarvestOptions } from './harvester-ports.ts';
import { holdLease, leaseSeconds } from './lease.ts';
import { momentOf } from './new-run.ts';
import { endWithoutRoom } from './no-room.ts';
import { placed, toldOf } from './place.ts';
import { removed, stageRemoval } from './removal.ts';
import { heldPages } from './reread.ts';
import { stageReverse } from './rollback.ts';
import { restoreRules } from './rules-before.ts';
import { performRun } from './run.ts';
import { selectingOf, selectiveInterpreter } from './selecting.ts';
import type { OnSettled } from './settled.ts';
import { Tally } from './tally.ts';

/** The ports of the harvester, with what stands in for those that were not given. */
export type EnginePorts = HarvesterPorts &
  Required<Pick<HarvesterPorts, 'clock' | 'interpreterOf' | 'read' | 'onCommitted'>> & {
    leaseSeconds: number;
  };

/** What a source sent, and who is told what became of it. */
export type Sent = { page: HarvestPage; onSettled: OnSettled };

/** What was sent, as a listing: it never tells what is gone. */
async function* pagesOf(page: HarvestPage): AsyncGenerator<HarvestPage, ListingEnd, void> {
  yield page;
  return { complete: false };
}

/**
 * Begins a run, or goes on with it, and sees it to its end.
 * @param sent what the source sent, where it is one that sends
 * @throws DomainError `conflict` while another run of the source is alive, `unavailable` where the disk is full
 */
export async function live(
  source: HarvestSource,
  wanted: HarvestRun,
  options: HarvestOptions,
  ports: EnginePorts,
  sent?: Sent,
): Promise<HarvestRun> {
  const { runs } = ports;
  const now = () => momentOf(ports.clock());
  const { message: _message, finishedAt: _finished, ...open } = wanted;
  const run = await runs.begin({ ...open, state: 'running' }, leaseSeconds);
  if (!run)
    throw new DomainError('conflict', `"${source.id}" is being harvested already. Wait for that run to end.`);
  // Where the protocol can't be taken up again, what was staged is staged again.
  if (run.phase === 'listing' && run.checkpoint === undefined) {
    await runs.discard(run.id);
    run.counts = { ...new Tally().counts };
  }
  const held = holdLease(run, runs, ports.deadlineMs ?? 12 * 3_600_000, options.signal);
  try {
    const ended = await middle(source, run, options, ports, held.signal, sent);
    const finished = ended.state === 'paused' ? ended : { ...ended, finishedAt: now() };
    // Before the run is over: killed in between, its commit is done again and this with it.
    if (run.kind === 'removal' && ended.state === 'succeeded' && !ended.dryRun) {
      // As it is by now: somebody may have changed it meanwhile.
      await ports.sources.save(removed(await sourceOf(source.id, ports), run, now()));
      await ports.files?.sweep(source.id, run.id);
    }
    await runs.finish(finished);
    if (finished.state === 'cancelled') await runs.discard(run.id);
    // The run is over whatever becomes of its report.
    await ports.onEnded?.(finished).catch((error: unknown) => {
      ports.log.error({ err: error, runId: run.id, sourceId: source.id }, 'the report of a run failed');
    });
    return finished;
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    return await endWithoutRoom(run, error, ports);
  } finally {
    held.end();
  }
}

async function middle(
  source: HarvestSource,
  run: HarvestRun,
  options: HarvestOptions,
  ports: EnginePorts,
  signal: AbortSignal,
  sent?: Sent,
): Promise<HarvestRun> {
  const isHarvest = run.kind === 'harvest';
  const plain = ports.interpreterOf(source);
  const succeeded = isHarvest ? await ports.runs.lastSuccessful(source.id) : null;
  const selecting = isHarvest ? selectingOf(source, run, succeeded) : { changed: [] };
  const interpreter = selectiveInterpreter(plain, selecting);
  const prepare = async () => {
    if (run.kind === 'rollback') await restoreRules(run, tally, source, ports);
    if (run.kind === 'rollback') await stageReverse(run, tally, interpreter, ports, leaseSeconds, signal);
    if (run.kind === 'removal') await stageRemoval(run, tally, ports, leaseSeconds, signal);
  };
  // Other rules and another selection may take what those of then left out: of that only a whole list tells.
  const isSame = (succeeded?.rules ?? '') === (run.rules ?? '') && selecting.changed.length === 0;
  const mayFollow = isSame && !run.full && succeeded !== null && !(await ports.runs.undoneSince(succeeded));
  const since = mayFollow ? succeeded.highWater : undefined;
  const told = toldOf(source, since, plain.name);
  const begun = `${plain.name} ${told ?? ''}`;
  const resume = toldOf(source, toldOf(source, run.checkpoint), begun);
  // A list of what changed can't be gone on with as one of everything, nor by other readers: it is begun anew.
  if (isHarvest && run.phase === 'listing' && run.checkpoint !== undefined && resume === undefined) {
    await ports.runs.discard(run.id);
    delete run.checkpoint;
    run.counts = { ...new Tally().counts };
  }
  const tally = new Tally(run.counts, ports.clock);
  const { files } = ports;
  const memory =
    files && isHarvest && !sent
      ? new FileMemory(source, run, interpreter, !isSame || run.full, { files, known: ports.known })
      : undefined;
  const context = {
    fetcher: ports.fetcher,
    log: ports.log,
    signal,
    ...(ports.archives ? { archives: ports.archives } : {}),
    ...(memory ? { files: memory } : {}),
    ...(told === undefined ? {} : { since: told }),
    ...(resume === undefined ? {} : { resume }),
  };
  const pages = () =>
    sent && isHarvest
      ? pagesOf(sent.page)
      : isHarvest
        ? placed(
            source,
            { readers: plain.name, begun },
            ports.protocols[source.protocol].pages(source, context),
          )
        : heldPages(source, run.kind, interpreter, ports, run.checkpoint);
  const isOurs = run.kind === 'reread' || run.kind === 'rollback';
  const force = (options.force ?? false) || isOurs;
  const onProgress = options.onProgress ?? (() => {});
  return performRun(
    {
      source,
      run,
      interpreter,
      selecting,
      prepare,
      pages,
      force,
      signal,
      onProgress,
      ...(since === undefined || told === undefined ? {} : { since }),
      ...(sent ? { onSettled: sent.onSettled } : {}),
      ...(memory ? { memory } : {}),
    },
    ports,
    tally,
  );
}
