import type { ChangeOutcome, Ledger, RecordReader, RecordWriter } from '#ledger';
import type { Identity } from '#ledger/identity';
import type { Fetcher } from '#runtime/fetching';
import type { Log } from '#runtime/log';
import type { ArchivePorts } from '../archive/index.ts';
import type { RunStore, SourceFileStore, SourceStore } from '../ports.ts';
import type { HarvestProtocol, SourceDescription } from '../protocol.ts';
import type { HarvestPage, HarvestProtocolName, HarvestRun, HarvestSource } from '../types.ts';
import type { Interpreter, PartReader } from './document-reader.ts';
import type { OnSettled } from './settled.ts';
import type { HarvestProgress } from './tally.ts';

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
