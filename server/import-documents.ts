import type { HarvestOptions, HarvestRun } from '#harvesters';
import type { House } from './house.ts';
import { indexAlongside } from './index-alongside.ts';

/**
 * Imports a file or a folder and makes it searchable.
 * @throws DomainError as `Harvester.importDocuments`
 */
export function importDocuments(
  { harvester, indexer }: Pick<House, 'harvester' | 'indexer'>,
  path: string,
  options: HarvestOptions = {},
): Promise<HarvestRun> {
  return indexAlongside(indexer, () => harvester.importDocuments(path, options));
}
