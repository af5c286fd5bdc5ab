import type { HarvestOptions, HarvestRun } from '#harvesters';
import type { House } from './house.ts';
import { indexAlongside } from './index-alongside.ts';
import type { Output } from './progress.ts';

/**
 * Harvests sources one after the other, showing progress, and indexes what was committed.
 * @returns one run per source, in the order asked
 * @throws DomainError as the harvester: an unknown source, or one that is being harvested already
 */
export async function harvestSources(
  house: Pick<House, 'harvester' | 'indexer'>,
  sourceIds: readonly string[],
  options: Pick<HarvestOptions, 'dryRun' | 'force' | 'full' | 'signal'>,
  output: Output,
): Promise<HarvestRun[]> {
  const runs: HarvestRun[] = [];
  for (const id of sourceIds) {
    output.progress(`${id}: asking…`);
    const run = await indexAlongside(house.indexer, () =>
      house.harvester.harvest(id, {
        ...options,
        onProgress: ({ run: { counts }, total, rate }) =>
          output.progress(
            `${id}: ${counts.listed}${total === undefined ? '' : ` of ${total}`} documents, ${Math.round(rate)}/s, ${counts.problems} problems`,
          ),
      }),
    );
    output.done();
    runs.push(run);
  }
  return runs;
}
