import { DomainError } from '#runtime/errors';
import type { HarvestSource } from '../types.ts';

/**
 * The option `pageSize`: records asked for at once; 100 unless told.
 * @throws DomainError `invalid` when it is no whole number from 1 to 1000
 */
export function pageSizeOf(source: HarvestSource): number {
  const option = source.options['pageSize'];
  const size = Number(option ?? 100);
  if (Number.isInteger(size) && size >= 1 && size <= 1000) return size;
  throw new DomainError('invalid', `pageSize: must be a whole number from 1 to 1000, not "${option}".`);
}
