import { isSentTo } from '#harvesters';
import { DomainError } from '#runtime/errors';
import { harvestSources } from '../harvest-sources.ts';
import { describeRun, type Output } from '../progress.ts';
import { withHouse } from './with-house.ts';

export type HarvestCommand = { all?: boolean; dryRun?: boolean; full?: boolean; force?: boolean };

/**
 * `halocline harvest`. Ctrl-C cancels the run cleanly. The exit code is 1 when a run failed or is held.
 * @throws DomainError `invalid` when neither a source nor --all is given, or both
 */
export async function harvest(
  source: string | undefined,
  command: HarvestCommand,
  output: Output,
): Promise<void> {
  if ((source === undefined) === (command.all !== true))
    throw new DomainError('invalid', 'Name a source, or say --all. "halocline sources list" shows them.');
  const cancel = new AbortController();
  process.once('SIGINT', () => cancel.abort(new Error('Cancelled by hand.')));
  await withHouse(async (house) => {
    const ids =
      source === undefined
        ? (await house.stores.sources.list())
            .filter((one) => one.enabled && !isSentTo(one))
            .map(({ id }) => id)
        : [source];
    if (ids.length === 0) output.error('There is no source yet. Add one with "halocline sources add".');
    const { dryRun = false, full = false, force = false } = command;
    const runs = await harvestSources(house, ids, { dryRun, full, force, signal: cancel.signal }, output);
    for (const run of runs) output.line(describeRun(run));
    if (runs.some(({ state }) => state !== 'succeeded')) process.exitCode = 1;
  });
}
