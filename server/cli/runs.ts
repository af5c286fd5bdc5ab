import { carryOut, type HarvestOrder, type HarvestRun, type StagedChange } from '#harvesters';
import { DomainError } from '#runtime/errors';
import type { House } from '../house.ts';
import { indexAlongside } from '../index-alongside.ts';
import { describeRun, type Output } from '../progress.ts';
import { withHouse } from './with-house.ts';

const shownRuns = 20;
const pageSize = 500;

/** `halocline runs list`: the last runs of a source, newest first. */
export async function listRuns(sourceId: string, output: Output): Promise<void> {
  await withHouse(async ({ stores }) => {
    if (!(await stores.sources.get(sourceId)))
      throw new DomainError(
        'not-found',
        `There is no source "${sourceId}". "halocline sources list" shows them.`,
      );
    const runs = await stores.runs.listBySource(sourceId, shownRuns);
    if (runs.length === 0) output.line(`"${sourceId}" was never harvested.`);
    for (const run of runs) output.line(`${run.id} ${run.startedAt} ${run.kind} ${describeRun(run)}`);
  });
}

/** `halocline runs show`: a run, what it would change where it is held or dry, and its problems. */
export async function showRun(runId: string, output: Output): Promise<void> {
  await withHouse(async ({ stores }) => {
    const run = await runOf(stores, runId);
    output.line(describeRun(run));
    for (const [rule, number] of Object.entries(run.counts.byRule ?? {}))
      output.line(`rule ${rule}: ${number} of the records that were read changed`);
    for (let after = 0; ; ) {
      const staged = await stores.runs.staged(runId, after, pageSize);
      const last = staged.at(-1);
      if (!last) break;
      for (const change of staged) output.line(describeChange(change));
      after = last.position;
    }
    const { total, problems } = await stores.runs.problemsOf(runId, 0, pageSize);
    for (const { severity, code, identifier, path, line, message } of problems)
      output.line(
        `${severity} ${code} ${identifier ?? ''} ${path}${line ? ` line ${line}` : ''}: ${message}`,
      );
    if (total > problems.length) output.line(`… and ${total - problems.length} more problems`);
  });
}

function describeChange(change: StagedChange): string {
  const about =
    change.kind === 'put'
      ? Object.values(change.record.record.resource.titles)[0]
      : change.kind === 'withdraw'
        ? change.reason
        : '';
  return `${change.outcome.padEnd(9)} ${change.upstreamIdentifier} ${about ?? ''}`.trimEnd();
}

/**
 * `halocline runs approve|resume|roll-back`, `halocline reread`: goes on with a run, or undoes it, here and now.
 * The exit code is 1 when it does not succeed.
 */
export async function carryOutHere(order: HarvestOrder, output: Output): Promise<void> {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort(new Error('Stopped by hand.')));
  await withHouse(async (house) => {
    const run = await indexAlongside(house.indexer, () =>
      carryOut(order, house.harvester, {
        signal: stop.signal,
        onProgress: ({ run: { counts, phase } }) => output.progress(`${phase}: ${counts.listed} documents`),
      }),
    );
    output.done();
    output.line(describeRun(run));
    if (run.state !== 'succeeded') process.exitCode = 1;
  });
}

/** `halocline runs discard`: forgets what a held, paused or dry run has staged. */
export async function discardRun(runId: string, output: Output): Promise<void> {
  await withHouse(async ({ harvester }) => {
    await harvester.discard(runId);
    output.line('Discarded. Nothing of the run was stored.');
  });
}

/** `halocline runs pause|cancel`: asks a run under way, in whatever process; it obeys within seconds. */
export async function askRun(runId: string, wish: 'pause' | 'cancel', output: Output): Promise<void> {
  await withHouse(async ({ harvester }) => {
    await harvester.ask(runId, wish);
    output.line(wish === 'pause' ? 'Asked to pause.' : 'Asked to end.');
  });
}

async function runOf(stores: House['stores'], runId: string): Promise<HarvestRun> {
  const run = await stores.runs.get(runId);
  if (!run)
    throw new DomainError('not-found', `There is no run "${runId}". "halocline runs list" shows them.`);
  return run;
}
