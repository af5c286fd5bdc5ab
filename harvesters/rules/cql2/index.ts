import type { CatalogueRecord } from '#catalogue/model';
import { fulfils } from './evaluate.ts';
import { parseFilter } from './parse.ts';
import { CqlFault } from './tokens.ts';

/**
 * Understands a filter in CQL2 text. Never throws.
 * @returns the filter, or what is wrong, where (characters from 1) and what to do
 */
export function compileCql(
  source: string,
): { filter: (record: CatalogueRecord) => boolean } | { fault: string; position: number; remedy: string } {
  try {
    const expression = parseFilter(source);
    return { filter: (record) => fulfils(record, expression) };
  } catch (error) {
    if (error instanceof CqlFault)
      return { fault: error.message, position: error.position, remedy: error.remedy };
    throw error;
  }
}
