import type { AccessGroup } from './access.ts';

/** Whether any link leads to the data, or to a page that may. */
export function leadsToData(groups: readonly AccessGroup[]): boolean {
  return groups.some(({ kind }) => kind !== 'documentation' && kind !== 'other');
}
