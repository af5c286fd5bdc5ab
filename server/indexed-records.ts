import type { SourceStore } from '#harvesters';
import type { RecordReader, StoredRecord } from '#ledger';
import type { IdentityStore } from '#ledger/identity';
import type { IndexedRecord, IndexedRecords } from '#search/indexing';

const isPublic = ({ visibility }: StoredRecord) => visibility === 'public' || visibility === 'metadata-only';

/**
 * Records as the index reads them: with the others of their cluster, and what their sources once called them. A record that
 * the public may see does not speak for one that it may not.
 */
export function indexedRecords(
  records: RecordReader,
  identity: Pick<IdentityStore, 'clustersOf' | 'formerIdentifiers'>,
  sources: Pick<SourceStore, 'list'>,
): IndexedRecords<StoredRecord & IndexedRecord> {
  return {
    revisionsAfter: (revision, limit) => records.revisionsAfter(revision, limit),
    latestRevision: () => records.latestRevision(),
    async getMany(ids, reader) {
      const clusters = await identity.clustersOf(ids);
      const spokenFor = [...clusters].flatMap(([id, { canonical, members }]) =>
        id === canonical ? members : [],
      );
      const found = new Map(
        (await records.getMany([...new Set([...ids, ...spokenFor])], reader)).map((record) => [
          record.id,
          record,
        ]),
      );
      const former = await identity.formerIdentifiers([...found.keys()]);
      const themes = new Map((await sources.list()).map((source) => [source.id, source.themes]));
      const formerOf = (id: string) => former.get(id) ?? [];
      return ids.flatMap((id) => {
        const record = found.get(id);
        if (!record) return [];
        const cluster = clusters.get(id);
        const others = (cluster?.members ?? []).flatMap((member) => {
          const other = member === id ? undefined : found.get(member);
          if (!other || other.deleted || (isPublic(record) && !isPublic(other))) return [];
          return [{ sourceId: other.sourceId, record: other.record, formerIdentifiers: formerOf(member) }];
        });
        return [
          {
            ...record,
            formerIdentifiers: formerOf(id),
            themes: themes.get(record.sourceId) ?? [],
            ...(cluster ? { cluster: { isCopy: cluster.canonical !== id, others } } : {}),
          },
        ];
      });
    },
  };
}
