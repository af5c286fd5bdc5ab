import { resolve } from 'node:path';
import { DomainError } from '#runtime/errors';
import { isSentTo, notAsked } from '../push/sent-to.ts';
import { nameOfSelection } from '../selection/index.ts';
import type { HarvestRun, HarvestSource } from '../types.ts';
import { plainInterpreter, readHere } from './document-reader.ts';
import { openSource, runOf, sourceOf } from './found.ts';
import type { Harvester, HarvesterPorts, HarvestOptions } from './harvester-ports.ts';
import { leaseSeconds } from './lease.ts';
import { type EnginePorts, live } from './life.ts';
import { goesOnAt, isSameWish, momentOf, newRun } from './new-run.ts';
import { approve, discard, rollBack } from './verdicts.ts';

/** Builds the harvester over its ports. */
export function createHarvester(given: HarvesterPorts): Harvester {
  const ports: EnginePorts = {
    ...given,
    clock: given.clock ?? Date.now,
    leaseSeconds,
    interpreterOf: given.interpreterOf ?? (() => plainInterpreter('')),
    read: given.read ?? readHere,
    onCommitted: given.onCommitted ?? (() => {}),
  };

  /** Begins a run of a kind, or goes on with one that was interrupted. */
  async function begin(
    source: HarvestSource,
    options: HarvestOptions,
    wish: Pick<HarvestRun, 'kind' | 'heir'>,
  ): Promise<HarvestRun> {
    const unfinished = await ports.runs.unfinished(source.id);
    const run =
      unfinished && isSameWish(unfinished, source, options, wish, ports.clock())
        ? unfinished
        : newRun(source, options, ports, wish);
    return live(source, run, options, ports);
  }

  return {
    async harvest(sourceId, options = {}) {
      const source = await openSource(sourceId, ports);
      if (isSentTo(source)) throw new DomainError('conflict', notAsked(source.id));
      return begin(source, options, { kind: 'harvest' });
    },
    async receive(sourceId, page, { onSettled, ...options }) {
      const source = await openSource(sourceId, ports);
      if (!isSentTo(source))
        throw new DomainError(
          'conflict',
          `"${source.id}" is harvested by ${source.protocol}: documents are not sent to it.`,
        );
      const held = await ports.runs.heldOf(sourceId);
      if (held)
        throw new DomainError(
          'conflict',
          `The run ${held.id} waits for a person who decides whether it is stored. Nothing more is taken until then.`,
        );
      return live(source, newRun(source, options, ports), options, ports, { page, onSettled });
    },
    async remove(sourceId, options = {}) {
      const source = await sourceOf(sourceId, ports);
      if (source.closed?.as === 'removed')
        throw new DomainError('conflict', `The source "${sourceId}" is removed already.`);
      if (options.heir === sourceId)
        throw new DomainError('conflict', `"${sourceId}" can’t hand its records over to itself.`);
      if (options.heir !== undefined) await openSource(options.heir, ports);
      return begin(source, options, {
        kind: 'removal',
        ...(options.heir === undefined ? {} : { heir: options.heir }),
      });
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
        createdAt: momentOf(ports.clock()),
      };
      if (!(await ports.sources.get(source.id))) await ports.sources.save(source);
      // Another folder than the one that an interrupted run was importing.
      return live(source, newRun(source, options, ports), options, ports);
    },
    async resume(runId, options = {}) {
      const run = await runOf(runId, ports);
      // One that went on already, and whose process died.
      const isLeft = (await ports.runs.unfinished(run.sourceId))?.id === run.id;
      if (run.state !== 'paused' && !isLeft)
        throw new DomainError(
          'conflict',
          `The run is ${run.state}, so it can't be resumed: only a paused one can.`,
        );
      // Of an archived source nothing is asked any more.
      const isAsked = run.kind === 'harvest' && run.phase === 'listing';
      const source = await (isAsked ? openSource : sourceOf)(run.sourceId, ports);
      if (
        run.kind === 'harvest' &&
        ((run.selection ?? '') !== nameOfSelection(source) || !goesOnAt(run, source))
      )
        throw new DomainError(
          'conflict',
          'The source, or what is wanted of it, was changed since the run was paused. Discard it, and harvest anew.',
        );
      return live(source, run, options, ports);
    },
    approve: (runId, options = {}) => approve(runId, options, ports),
    discard: (runId) => discard(runId, ports),
    rollBack: (runId, options = {}) => rollBack(runId, options, ports),
    async reread(sourceId, options = {}) {
      const source = await sourceOf(sourceId, ports);
      return live(source, newRun(source, options, ports, { kind: 'reread' }), options, ports);
    },
    async ask(runId, wish) {
      await runOf(runId, ports);
      await ports.runs.wish(runId, wish);
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
