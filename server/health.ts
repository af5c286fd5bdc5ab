import type { House } from './house.ts';
import { version } from './version.ts';

export type Health = {
  status: 'ok' | 'degraded';
  version: string;
  /** Last revision of the log. */
  revision: number;
  /** Revisions that the search index has still to follow. */
  indexLag: number;
};

/** An index that is so far behind shows people an old catalogue. */
const longestLag = 10_000;

/** What an operator's monitor asks: does it answer, and does the index follow the log? */
export async function healthOf(house: Pick<House, 'stores' | 'search'>): Promise<Health> {
  const revision = await house.stores.records.latestRevision();
  const indexLag = Math.max(0, revision - (await house.search.indexedThrough()));
  return { status: indexLag > longestLag ? 'degraded' : 'ok', version, revision, indexLag };
}
