import {
  compareProfiles,
  type IdentityProfile,
  identityProfile,
  identityVersion,
  lookupKeys,
} from '#catalogue/identity';
import type { RecordReader } from '../ports.ts';
import type { RecordId } from '../types.ts';
import type { IdentityStore } from './ports.ts';

/** Rows of the log read at once: their records make one transaction. */
const pageSize = 200;

export type IdentityProgress = { followed: number; through: number; latest: number };

/** Recognises the same resource in several records, by following the revision log. */
export type Identity = {
  /**
   * Brings the clusters up to the log. Several processes at once do no harm; one that is killed is taken up where it stood.
   * @returns number of records looked at
   */
  catchUp(options?: {
    signal?: AbortSignal;
    onProgress?: (progress: IdentityProgress) => void;
  }): Promise<number>;
  /** Forgets all but what people decided, and makes the clusters again. */
  rebuild(onProgress?: (progress: IdentityProgress) => void): Promise<number>;
  /**
   * The record of a source that a document under a new identifier is the continuation of.
   * @param isGone whether the source no longer lists a record
   * @returns `null` where there is none, or where several fit equally well
   */
  continued(
    sourceId: string,
    upstreamIdentifier: string,
    profile: IdentityProfile,
    isGone: (upstreamIdentifiers: readonly string[]) => Promise<ReadonlySet<string>>,
  ): Promise<Continued | null>;
  /** Of some records those that a source has, too, with the id that the resource has there. */
  sameIn(sourceId: string, recordIds: readonly RecordId[]): Promise<Map<RecordId, RecordId>>;
  /** Of some records those that a run gave another identifier, with what they were called before. */
  renamesOfRun: IdentityStore['renamesOfRun'];
};

/** A record that goes on under another identifier, and how surely. */
export type Continued = {
  recordId: RecordId;
  formerIdentifier: string;
  score: number;
  /** The new identifier is one that the source called it by before. */
  formerly: boolean;
};

type Records = Pick<RecordReader, 'getMany' | 'latestRevision'>;

/** Builds it over its stores. */
export function createIdentity(store: IdentityStore, records: Records): Identity {
  async function catchUp({ signal, onProgress }: Parameters<Identity['catchUp']>[0] = {}): Promise<number> {
    let { through, version } = await store.state();
    const latest = await records.latestRevision();
    // Other readers of records see more; and a database that was restored from a copy forgot what came after it.
    if (version !== identityVersion || through > latest) {
      await store.reset(identityVersion);
      through = 0;
    }
    let followed = 0;
    while (!signal?.aborted) {
      const page = await store.changedAfter(through, pageSize);
      if (page.through === through) break;
      const known = await records.getMany(page.recordIds, 'staff');
      const live = known.filter(({ deleted }) => !deleted);
      const put = live.map(({ id, record }) => ({ recordId: id, profile: identityProfile(record) }));
      const remove = known.filter(({ deleted }) => deleted).map(({ id }) => id);
      const taken = await store.follow({ from: through, through: page.through, put, remove });
      through = taken ? page.through : (await store.state()).through;
      followed += page.recordIds.length;
      onProgress?.({ followed, through, latest: Math.max(latest, through) });
      await new Promise(setImmediate);
    }
    await store.reorder();
    return followed;
  }

  return {
    catchUp,
    async rebuild(onProgress) {
      await store.reset(identityVersion);
      return catchUp(onProgress ? { onProgress } : {});
    },
    async continued(sourceId, upstreamIdentifier, profile, isGone) {
      const known = await store.namesakes(sourceId, upstreamIdentifier, lookupKeys(profile));
      const judged = known
        .filter((namesake) => namesake.upstreamIdentifier !== upstreamIdentifier)
        .map((namesake) => ({ ...namesake, ...compareProfiles(namesake.profile, profile, false) }))
        .filter(({ verdict, formerly }) => verdict === 'same' || (formerly && verdict === 'perhaps'));
      const gone = await isGone(judged.map((namesake) => namesake.upstreamIdentifier));
      const fitting = judged
        .filter((namesake) => gone.has(namesake.upstreamIdentifier))
        .sort((one, other) => Number(other.formerly) - Number(one.formerly) || other.score - one.score);
      const [best, next] = fitting;
      if (!best || (next && next.score === best.score && next.formerly === best.formerly)) return null;
      const { recordId, score, formerly } = best;
      return { recordId, formerIdentifier: best.upstreamIdentifier, score, formerly };
    },
    async sameIn(sourceId, recordIds) {
      const clusters = await store.clustersOf(recordIds);
      const members = [...new Set([...clusters.values()].flatMap((cluster) => cluster.members))];
      const known = members.length === 0 ? [] : await records.getMany(members, 'staff');
      const there = new Set(
        known.filter((one) => one.sourceId === sourceId && !one.deleted).map(({ id }) => id),
      );
      return new Map(
        [...clusters].flatMap(([id, cluster]) => {
          const twin = cluster.members.find((member) => member !== id && there.has(member));
          return twin === undefined ? [] : [[id, twin]];
        }),
      );
    },
    renamesOfRun: (runId, ids) => store.renamesOfRun(runId, ids),
  };
}
