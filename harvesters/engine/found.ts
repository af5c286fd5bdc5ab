import { DomainError } from '#runtime/errors';
import type { RunStore, SourceStore } from '../ports.ts';
import type { HarvestRun, HarvestSource } from '../types.ts';

/** @throws DomainError `not-found` */
export async function sourceOf(
  sourceId: string,
  { sources }: { sources: Pick<SourceStore, 'get'> },
): Promise<HarvestSource> {
  const source = await sources.get(sourceId);
  if (!source) throw new DomainError('not-found', `There is no source "${sourceId}".`);
  return source;
}

/** A source that is not closed. @throws DomainError `not-found`, `conflict` */
export async function openSource(
  sourceId: string,
  ports: { sources: Pick<SourceStore, 'get'> },
): Promise<HarvestSource> {
  const source = await sourceOf(sourceId, ports);
  if (source.closed)
    throw new DomainError(
      'conflict',
      `The source "${sourceId}" is ${source.closed.as}, so it is not harvested.`,
    );
  return source;
}

/** @throws DomainError `not-found` */
export async function runOf(runId: string, { runs }: { runs: Pick<RunStore, 'get'> }): Promise<HarvestRun> {
  const run = await runs.get(runId);
  if (!run) throw new DomainError('not-found', `There is no run "${runId}".`);
  return run;
}
