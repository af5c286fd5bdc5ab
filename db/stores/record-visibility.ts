import { eq, inArray, or, type SQL } from 'drizzle-orm';
import type { Reader, Visibility } from '#ledger';
import { records } from '../schema/index.ts';

const publicVisibilities: readonly Visibility[] = ['public', 'metadata-only'];

/** Whether the public may see a record of this visibility. */
export function isPublic(visibility: string): boolean {
  return publicVisibilities.some((visible) => visible === visibility);
}

/** The records that a reader may see. */
export function visibleTo(reader: Reader): SQL | undefined {
  return reader === 'staff' ? undefined : inArray(records.visibility, [...publicVisibilities]);
}

/** Those, and the ones that the reader saw once and must now be told to be withdrawn. */
export function visibleOrHiddenTo(reader: Reader): SQL | undefined {
  return reader === 'staff' ? undefined : or(visibleTo(reader), eq(records.oncePublic, true));
}
