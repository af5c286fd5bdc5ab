import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { readPart } from '#catalogue/formats';
import type { ChangeOutcome, Ledger, RecordReader, RecordWriter } from '#ledger';
import { DomainError } from '#runtime/errors';
import type { Fetcher } from '#runtime/fetching';
import type { Log } from '#runtime/log';
import type { RunStore, SourceStore } from '../ports.ts';
import type { HarvestProtocol, SourceDescription } from '../protocol.ts';
import type { HarvestProtocolName, HarvestRun, HarvestSource } from '../types.ts';
import type { PartReader } from './document-reader.ts';
import { performRun } from './run.ts';
import { type HarvestProgress, Tally } from './tally.ts';

export type HarvesterPorts = {
  sources: SourceStore;
  runs: RunStore;
  ledger: Ledger;
  records: Pick<RecordReader, 'original'>;
  /** Hashes of what is held: the comparing side of the ledger's store. */
  known: Pick<RecordWriter, 'knownOf' | 'listLive'>;
  fetcher: Fetcher;
  protocols: Readonly<Record<HarvestProtocolName, HarvestProtocol>>;
  log: Log;
  /** Reads documents; in this thread unless told. */
  read?: PartReader;
  /** Milliseconds since 1970; `Date.now` unless told. */
  clock?: () => number;
  /** Told of every committed batch: what the index follows. */
  onCommitted?: (outcomes: ChangeOutcome[]) => void;
  /** A run that lives longer is stopped; 12 hours unless told. */
  deadlineMs?: number;
};

export type HarvestOptions = {
  /** Counts what would change; stores nothing but the run and its problems. */
  dryRun?: boolean;
  /** Withdraws also when so much is gone that the run would be held. */
  force?: boolean;
  /** Lists everything, also where only what changed could be asked for. */
  full?: boolean;
  signal?: AbortSignal;
  onProgress?: (progress: HarvestProgress) => void;
};

export type Harvester = {
  /**
   * Harvests a source once.
   * @returns the run with its end state; whatever the source does ends in `failed` or `held` with a message
   * @throws DomainError `not-found` for an unknown source, `conflict` while another run of it is alive
   */
  harvest(sourceId: string, options?: HarvestOptions): Promise<HarvestRun>;
  /**
   * Imports a file or a folder through the same engine, as the source `import`. Nothing imported earlier is withdrawn.
   * @throws DomainError `not-found` when the path is not there (as the run's message), `conflict` as above
   */
  importDocuments(path: string, options?: HarvestOptions): Promise<HarvestRun>;
  /** Asks a source what it offers. */
  describe(source: HarvestSource, signal?: AbortSignal): Promise<SourceDescription>;
};

/** A run that was killed keeps others waiting this long; reading a page never takes so long. */
const leaseSeconds = 60;
const renewMs = 20_000;

/** Builds the harvester over its ports. */
export function createHarvester(ports: HarvesterPorts): Harvester {
  const clock = ports.clock ?? Date.now;
  const now = () => `${new Date(clock()).toISOString().slice(0, 19)}Z`;

  async function harvest(source: HarvestSource, options: HarvestOptions): Promise<HarvestRun> {
    const previous = options.full ? null : await ports.runs.lastSuccessful(source.id);
    const id = randomUUID();
    const tally = new Tally(id, ports.runs);
    const fresh: HarvestRun = {
      id,
      sourceId: source.id,
      state: 'running',
      dryRun: options.dryRun ?? false,
      startedAt: now(),
      counts: { ...tally.counts },
    };
    const run = await ports.runs.begin(fresh, leaseSeconds);
    if (!run)
      throw new DomainError(
        'conflict',
        `"${source.id}" is being harvested already. Wait for that run to end.`,
      );
    const life = lifeOf(run, tally, options.signal);
    try {
      const ended = await performRun(
        {
          source,
          run,
          protocol: ports.protocols[source.protocol],
          since: previous?.highWater,
          force: options.force ?? false,
          signal: life.signal,
          onProgress: options.onProgress ?? (() => {}),
        },
        { ...ports, clock, read: ports.read ?? readPart, onCommitted: ports.onCommitted ?? (() => {}) },
        tally,
      );
      const finished = { ...ended, finishedAt: now() };
      await ports.runs.finish(finished);
      return finished;
    } finally {
      life.end();
    }
  }

  /** Renews the lease, and ends the run by its signal when it is cancelled, too old, or no longer the holder. */
  function lifeOf(run: HarvestRun, tally: Tally, wish: AbortSignal | undefined) {
    const control = new AbortController();
    const cancel = () => control.abort(wish?.reason);
    if (wish?.aborted) cancel();
    wish?.addEventListener('abort', cancel, { once: true });
    const deadlineMs = ports.deadlineMs ?? 12 * 3600 * 1000;
    const deadline = setTimeout(
      () =>
        control.abort(
          new DomainError(
            'upstream',
            `The run was stopped after ${Math.round(deadlineMs / 60_000)} minutes.`,
          ),
        ),
      deadlineMs,
    );
    const renewal = setInterval(() => {
      ports.runs
        .save({ ...run, counts: { ...tally.counts } }, leaseSeconds)
        .catch((error: unknown) => control.abort(error));
    }, renewMs);
    return {
      signal: control.signal,
      end: () => {
        clearTimeout(deadline);
        clearInterval(renewal);
        wish?.removeEventListener('abort', cancel);
      },
    };
  }

  return {
    async harvest(sourceId, options = {}) {
      const source = await ports.sources.get(sourceId);
      if (!source) throw new DomainError('not-found', `There is no source "${sourceId}".`);
      return harvest(source, options);
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
      return harvest(source, options);
    },
    describe(source, signal = new AbortController().signal) {
      return ports.protocols[source.protocol].describe(source, {
        fetcher: ports.fetcher,
        log: ports.log,
        signal,
      });
    },
  };
}
