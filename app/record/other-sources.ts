import type { StoredRecord } from '#ledger';
import type { PortalServices } from '../services.ts';

/** For each of some records, the other sources that have the same resource in a record that the public may see. */
export async function otherSources(
  stored: readonly StoredRecord[],
  { identity, records }: Pick<PortalServices, 'identity' | 'records'>,
): Promise<Map<string, string[]>> {
  const clusters = await identity.clustersOf(stored.map(({ id }) => id));
  const members = [...new Set([...clusters.values()].flatMap((cluster) => cluster.members))];
  const visible = new Map((await records.getMany(members, 'public')).map((record) => [record.id, record]));
  return new Map(
    stored.map(({ id, sourceId }) => {
      const others = (clusters.get(id)?.members ?? []).flatMap((member) => {
        const other = visible.get(member);
        return other && !other.deleted && other.sourceId !== sourceId ? [other.sourceId] : [];
      });
      return [id, [...new Set(others)]];
    }),
  );
}
