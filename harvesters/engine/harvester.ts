import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { ChangeOutcome, Ledger, RecordReader, RecordWriter } from '#ledger';
import type { Identity } from '#ledger/identity';
import { DomainError, isDiskFull } from '#runtime/errors';
import type { Fetcher } from '#runtime/fetching';
import type { Log } from '#runtime/log';
import type { ArchivePorts } from '../archive/index.ts';
import type { RunStore, SourceFileStore, SourceStore } from '../ports.ts';
import type { HarvestProtocol, SourceDescription } from '../protocol.ts';
import { isSentTo, notAsked } from '../push/sent-to.ts';
import { nameOfSelection } from '../selection/index.ts';
import type { HarvestPage, HarvestProtocolName, HarvestRun, HarvestSource, ListingEnd } from '../types.ts';
import { type Interpreter, type PartReader, plainInterpreter, readHere } from './document-reader.ts';
import { FileMemory } from './file-memory.ts';
import { holdLease, leaseSeconds } from './lease.ts';
import { endWithoutRoom } from './no-room.ts';
import { placed, toldOf } from './place.ts';
import { isUndoable, removed, reopened, stageRemoval } from './removal.ts';
import { heldPages } from './reread.ts';
import { stageReverse } from './rollback.ts';
import { restoreRules, sourceBefore } from './rules-before.ts';
import { performRun } from './run.ts';
import { selectingOf, selectiveInterpreter } from './selecting.ts';
import type { OnSettled } from './settled.ts';
import { type HarvestProgress, Tally } from './tally.ts';

export type HarvesterPorts = {
  sources: SourceStore;
  runs: RunStore;
  ledger: Ledger;
  records: Pick<
    RecordReader,
    'original' | 'get' | 'getMany' | 'revisionsOf' | 'revisionsOfRun' | 'document' | 'countBySource'
  >;
  /** Hashes of what is held: the comparing side of the ledger's store. */
  known: Pick<RecordWriter, 'knownOf' | 'listLive' | 'countOutdated'>;
  fetcher: Fetcher;
  protocols: Readonly<Record<HarvestProtocolName, HarvestProtocol>>;
  log: Log;
  /** What archives of this machine are crawled with; none are unless told. */
  archives?: ArchivePorts;
  /** Remembers files that need not be fetched again while they are unchanged; all are fetched unless told. */
  files?: SourceFileStore;
  /** Reads documents; in this thread unless told. */
  read?: PartReader;
  /** The rules of a source as they stand; documents are taken as they are unless told. */
  interpreterOf?: (source: HarvestSource) => Interpreter;
  /** Recognises records that a source calls otherwise now, and tells what a run renamed; nothing is recognised unless told. */
  identity?: Pick<Identity, 'catchUp' | 'continued' | 'renamesOfRun' | 'sameIn'>;
  /** Milliseconds since 1970; `Date.now` unless told. */
  clock?: () => number;
  /** Told of every committed batch: what the index follows. */
  onCommitted?: (outcomes: ChangeOutcome[]) => void;
  /** Told of every run that ended or was paused: what reports are kept by. */
  onEnded?: (run: HarvestRun) => Promise<void>;
  /** A run that lives longer is stopped; 12 hours unless told. */
  deadlineMs?: number;
};

export type HarvestOptions = {
  /** Shows what would change; stores nothing but the run, what it staged and its problems. */
  dryRun?: boolean;
  /** Stores also what the policy of the source would hold for a person. */
  force?: boolean;
  /** Lists everything, also where only what changed could be asked for. */
  full?: boolean;
  /** Account id of whoever asks; `system` unless told. */
  actor?: string;
  /** Aborted when this process is to stop: the next run goes on from there. */
  signal?: AbortSignal;
  onProgress?: (progress: HarvestProgress) => void;
};

/** What was sent is taken in now, or not at all. */
export type ReceiveOptions = Pick<HarvestOptions, 'actor' | 'dryRun' | 'signal'> & { onSettled: OnSettled };

/** What every way to go on with a run takes. */
export type RunOptions = Pick<HarvestOptions, 'actor' | 'signal' | 'onProgress'>;

export type Harvester = {
  /**
   * Harvests a source once; a run of it that was interrupted is taken up where it stood.
   * @returns the run with its end state; whatever the source does ends in `failed` or `held` with a message
   * @throws DomainError `not-found` for an unknown source, `conflict` while another run of it is alive
   */
  harvest(sourceId: string, options?: HarvestOptions): Promise<HarvestRun>;
  /**
   * Takes in documents that a source sent, through the same engine. What was not sent is left alone.
   * @throws DomainError `not-found` for an unknown source, `conflict` when it is one that is asked, another run of it is
   *   alive, or one waits for a person: what that would do must not be forgotten
   */
  receive(sourceId: string, page: HarvestPage, options: ReceiveOptions): Promise<HarvestRun>;
  /**
   * Imports a file or a folder through the same engine, as the source `import`. Nothing imported earlier is withdrawn.
   * @throws DomainError `not-found` when the path is not there (as the run's message), `conflict` as above
   */
  importDocuments(path: string, options?: HarvestOptions): Promise<HarvestRun>;
  /** Goes on with a run that was paused. @throws DomainError `not-found`, `conflict` when it is not paused */
  resume(runId: string, options?: RunOptions): Promise<HarvestRun>;
  /**
   * Stores what a held run, or a dry one, has staged.
   * @throws DomainError `not-found`, `conflict` when there is nothing to approve
   */
  approve(runId: string, options?: RunOptions): Promise<HarvestRun>;
  /** Forgets what a held, paused or dry run has staged. @throws DomainError `not-found`, `conflict` as above */
  discard(runId: string): Promise<void>;
  /**
   * Undoes what a run changed, as a run of its own: nothing is removed from the log.
   * @throws DomainError `not-found`, `conflict` when the run is not over or changed nothing
   */
  rollBack(runId: string, options?: RunOptions): Promise<HarvestRun>;
  /** Reads again what is held of a source where readers or rules changed since; the source is not asked. */
  reread(sourceId: string, options?: HarvestOptions): Promise<HarvestRun>;
  /**
   * Stages the withdrawal of everything that is held of a source, and holds it for a person: approved, it is stored in
   * batches, and the source counts as removed. `rollBack` of that run undoes it for `undoDays`.
   * @param options `force` stores it at once; `heir` names the source that its records are handed over to instead: under
   *   their addresses and with their history they go on as records of that source, but for those that it has already
   * @throws DomainError `not-found`, `conflict` when it or the heir is removed already, or as `harvest`
   */
  remove(sourceId: string, options?: HarvestOptions & { heir?: string }): Promise<HarvestRun>;
  /** Asks a run under way to pause or to end; obeyed within seconds. @throws DomainError `not-found` */
  ask(runId: string, wish: 'pause' | 'cancel'): Promise<void>;
  /** Asks a source what it offers. */
  describe(source: HarvestSource, signal?: AbortSignal): Promise<SourceDescription>;
};

type Sent = { page: HarvestPage; onSettled: OnSettled };

/** What was sent, as a listing: it never tells what is gone. */
async function* pagesOf(page: HarvestPage): AsyncGenerator<HarvestPage, ListingEnd, void> {
  yield page;
  return { complete: false };
}

/** Whether a run is stored by now, begins, or stands in a list of what the source is asked now. */
const goesOnAt = ({ phase, checkpoint }: HarvestRun, source: HarvestSource) =>
  phase === 'committing' || checkpoint === undefined || toldOf(source, checkpoint) !== undefined;

/** A run that was interrupted longer ago is begun anew: the source has moved on. */
const staleAfterMs = 7 * 24 * 3_600_000;

/** Builds the harvester over its ports. */
export function createHarvester(given: HarvesterPorts): Harvester {
  const clock = given.clock ?? Date.now;
  const interpreterOf = given.interpreterOf ?? (() => plainInterpreter(''));
  const ports = {
    ...given,
    clock,
    leaseSeconds,
    interpreterOf,
    read: given.read ?? readHere,
    onCommitted: given.onCommitted ?? (() => {}),
  };
  const { runs } = ports;
  const now = () => `${new Date(clock()).toISOString().slice(0, 19)}Z`;

  const fresh = (source: HarvestSource, options: HarvestOptions, more: Partial<HarvestRun>): HarvestRun => {
    const { rules } = interpreterOf(source);
    const selection = nameOfSelection(source);
    return {
      ...blank(source, options),
      ...(rules ? { rules } : {}),
      ...(selection ? { selection } : {}),
      ...more,
    };
  };

  const blank = (source: HarvestSource, options: HarvestOptions): HarvestRun => ({
    id: randomUUID(),
    sourceId: source.id,
    kind: 'harvest',
    state: 'running',
    phase: 'listing',
    actor: options.actor ?? 'system',
    dryRun: options.dryRun ?? false,
    full: options.full ?? false,
    startedAt: now(),
    counts: { ...new Tally().counts },
  });

  /** Begins a run, or goes on with it, and sees it to its end. */
  async function live(
    source: HarvestSource,
    wanted: HarvestRun,
    options: HarvestOptions,
    sent?: Sent,
  ): Promise<HarvestRun> {
    const { message: _message, finishedAt: _finished, ...open } = wanted;
    const run = await runs.begin({ ...open, state: 'running' }, leaseSeconds);
    if (!run)
      throw new DomainError(
        'conflict',
        `"${source.id}" is being harvested already. Wait for that run to end.`,
      );
    // Where the protocol can't be taken up again, what was staged is staged again.
    if (run.phase === 'listing' && run.checkpoint === undefined) {
      await runs.discard(run.id);
      run.counts = { ...new Tally().counts };
    }
    const held = holdLease(run, runs, ports.deadlineMs ?? 12 * 3_600_000, options.signal);
    try {
      const ended = await middle(source, run, options, held.signal, sent);
      const finished = ended.state === 'paused' ? ended : { ...ended, finishedAt: now() };
      // Before the run is over: killed in between, its commit is done again and this with it.
      if (run.kind === 'removal' && ended.state === 'succeeded' && !ended.dryRun) {
        await ports.sources.save(removed(source, run, now()));
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
    signal: AbortSignal,
    sent?: Sent,
  ): Promise<HarvestRun> {
    const tally = new Tally(run.counts, clock);
    const isHarvest = run.kind === 'harvest';
    const plain = interpreterOf(source);
    const succeeded = isHarvest ? await runs.lastSuccessful(source.id) : null;
    const selecting = isHarvest ? selectingOf(source, run, succeeded) : { changed: [] };
    const interpreter = selectiveInterpreter(plain, selecting);
    const prepare = async () => {
      if (run.kind === 'rollback') await restoreRules(run, tally, source, ports);
      if (run.kind === 'rollback') await stageReverse(run, tally, interpreter, ports, leaseSeconds, signal);
      if (run.kind === 'removal') await stageRemoval(run, tally, ports, leaseSeconds, signal);
    };
    // Other rules and another selection may take what those of then left out: of that only a whole list tells.
    const isSame = (succeeded?.rules ?? '') === (run.rules ?? '') && selecting.changed.length === 0;
    const mayFollow = isSame && !run.full && succeeded !== null && !(await runs.undoneSince(succeeded));
    const since = mayFollow ? succeeded.highWater : undefined;
    const told = toldOf(source, since);
    const resume = toldOf(source, run.checkpoint);
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
          ? placed(source, ports.protocols[source.protocol].pages(source, context))
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

  /** Begins a run of a kind, or goes on with one that was interrupted. */
  async function harvest(
    source: HarvestSource,
    options: HarvestOptions,
    kind: 'harvest' | 'removal' = 'harvest',
    heir?: string,
  ): Promise<HarvestRun> {
    const unfinished = await runs.unfinished(source.id);
    const fits =
      unfinished !== null &&
      unfinished.kind === kind &&
      unfinished.heir === heir &&
      unfinished.dryRun === (options.dryRun ?? false) &&
      unfinished.full === (options.full ?? false) &&
      (unfinished.selection ?? '') === nameOfSelection(source) &&
      (kind !== 'harvest' || goesOnAt(unfinished, source)) &&
      clock() - Date.parse(unfinished.startedAt) < staleAfterMs;
    return live(
      source,
      fits ? unfinished : fresh(source, options, { kind, ...(heir === undefined ? {} : { heir }) }),
      options,
    );
  }

  async function sourceOf(sourceId: string): Promise<HarvestSource> {
    const source = await ports.sources.get(sourceId);
    if (!source) throw new DomainError('not-found', `There is no source "${sourceId}".`);
    return source;
  }

  /** A source that is not closed. */
  async function openSource(sourceId: string): Promise<HarvestSource> {
    const source = await sourceOf(sourceId);
    if (source.closed)
      throw new DomainError(
        'conflict',
        `The source "${sourceId}" is ${source.closed.as}, so it is not harvested.`,
      );
    return source;
  }

  async function runOf(runId: string): Promise<HarvestRun> {
    const run = await runs.get(runId);
    if (!run) throw new DomainError('not-found', `There is no run "${runId}".`);
    return run;
  }

  const isWaiting = ({ state, dryRun }: HarvestRun) => state === 'held' || (state === 'succeeded' && dryRun);

  return {
    async harvest(sourceId, options = {}) {
      const source = await openSource(sourceId);
      if (isSentTo(source)) throw new DomainError('conflict', notAsked(source.id));
      return harvest(source, options);
    },
    async receive(sourceId, page, { onSettled, ...options }) {
      const source = await openSource(sourceId);
      if (!isSentTo(source))
        throw new DomainError(
          'conflict',
          `"${source.id}" is harvested by ${source.protocol}: documents are not sent to it.`,
        );
      const held = await runs.heldOf(sourceId);
      if (held)
        throw new DomainError(
          'conflict',
          `The run ${held.id} waits for a person who decides whether it is stored. Nothing more is taken until then.`,
        );
      return live(source, fresh(source, options, {}), options, { page, onSettled });
    },
    async remove(sourceId, options = {}) {
      const source = await sourceOf(sourceId);
      if (source.closed?.as === 'removed')
        throw new DomainError('conflict', `The source "${sourceId}" is removed already.`);
      if (options.heir === sourceId)
        throw new DomainError('conflict', `"${sourceId}" can’t hand its records over to itself.`);
      if (options.heir !== undefined) await openSource(options.heir);
      return harvest(source, options, 'removal', options.heir);
    },
    async importDocuments(path, options = {}) {
      const source: HarvestSource = {
        id: 'import',
        names: { en: 'Imported files', fr: 'Fichiers importés' },
        descriptions: {
          en: 'Metadata documents imported by hand.',
          fr: 'Documents de métadonnées importés à la main.',
        },
        protocol: 'folder',
        url: resolve(path),
        options: { partial: 'yes' },
        enabled: true,
        allowPrivateAddresses: false,
        createdAt: now(),
      };
      if (!(await ports.sources.get(source.id))) await ports.sources.save(source);
      // Another folder than the one that an interrupted run was importing.
      return live(source, fresh(source, options, {}), options);
    },
    async resume(runId, options = {}) {
      const run = await runOf(runId);
      if (run.state !== 'paused')
        throw new DomainError(
          'conflict',
          `The run is ${run.state}, so it can't be resumed: only a paused one can.`,
        );
      // Of an archived source nothing is asked any more.
      const isAsked = run.kind === 'harvest' && run.phase === 'listing';
      const source = await (isAsked ? openSource : sourceOf)(run.sourceId);
      if (
        run.kind === 'harvest' &&
        ((run.selection ?? '') !== nameOfSelection(source) || !goesOnAt(run, source))
      )
        throw new DomainError(
          'conflict',
          'The source, or what is wanted of it, was changed since the run was paused. Discard it, and harvest anew.',
        );
      return live(source, run, options);
    },
    async approve(runId, options = {}) {
      const run = await runOf(runId);
      // The process that stored it died: it goes on.
      const isBegun = ['interrupted', 'running'].includes(run.state) && run.phase === 'committing';
      if (isBegun) return live(await sourceOf(run.sourceId), run, options);
      if (!isWaiting(run) || Object.values(await runs.countStaged(runId)).every((number) => number === 0))
        throw new DomainError(
          'conflict',
          'Nothing of this run waits to be stored. Harvest the source again.',
        );
      const approved: HarvestRun = {
        ...run,
        dryRun: false,
        phase: 'committing',
        actor: options.actor ?? run.actor,
      };
      const { withdrawn, moved } = await runs.countStaged(runId);
      approved.counts = { ...run.counts, withdrawn, ...(moved > 0 ? { moved } : {}) };
      return live(await sourceOf(run.sourceId), approved, options);
    },
    async discard(runId) {
      const run = await runOf(runId);
      if (!isWaiting(run) && run.state !== 'paused')
        throw new DomainError('conflict', `The run is ${run.state}: nothing of it waits to be stored.`);
      await runs.settle(runId, 'cancelled', 'The run was discarded. Nothing of it was stored.');
      await runs.discard(runId);
    },
    async rollBack(runId, options = {}) {
      const run = await runOf(runId);
      if (run.kind === 'rollback' || !['succeeded', 'failed', 'cancelled'].includes(run.state) || run.dryRun)
        throw new DomainError(
          'conflict',
          'Only a harvest, a reading anew or a removal that is over can be rolled back, and only once.',
        );
      if ((await ports.records.revisionsOfRun(runId, 0, 1)).length === 0)
        throw new DomainError('conflict', 'The run changed nothing, so there is nothing to roll back.');
      const source = await sourceOf(run.sourceId);
      if (run.kind === 'removal' && !isUndoable(source, clock()))
        throw new DomainError(
          'conflict',
          'The source was removed too long ago: this can’t be undone any more.',
        );
      const before = await sourceBefore(run, source, ports);
      const unfinished = await runs.unfinished(source.id);
      const undoing =
        unfinished?.undoes === runId
          ? unfinished
          : fresh(before, options, { kind: 'rollback', undoes: runId });
      const ended = await live(before, undoing, options);
      if (ended.state === 'succeeded' && run.kind === 'removal') await ports.sources.save(reopened(source));
      if (ended.state === 'succeeded')
        await runs.settle(runId, 'rolled-back', `Rolled back by the run ${ended.id}.`);
      return ended;
    },
    async reread(sourceId, options = {}) {
      const source = await sourceOf(sourceId);
      return live(source, fresh(source, options, { kind: 'reread' }), options);
    },
    async ask(runId, wish) {
      await runOf(runId);
      await runs.wish(runId, wish);
    },
    describe(source, signal = new AbortController().signal) {
      return ports.protocols[source.protocol].describe(source, {
        fetcher: ports.fetcher,
        log: ports.log,
        signal,
        ...(ports.archives ? { archives: ports.archives } : {}),
      });
    },
  };
}
