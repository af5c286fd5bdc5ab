import { type Actor, actorName, authorise, can, scopesOf } from '#accounts';
import { DomainError } from '#runtime/errors';
import type { RecordReader } from '../ports.ts';
import type { RecordId } from '../types.ts';
import type { IdentityScope, IdentityStore } from './ports.ts';
import type { Cluster, IdentityDecision, ProposedPair } from './types.ts';

/** What people do with clusters. Every method checks the roles of whoever asks; what changes something stands in the audit trail. */
export type IdentityDesk = {
  /** Pairs to decide, the likeliest first. @throws DomainError `unauthenticated`, `forbidden` */
  proposals(actor: Actor, offset: number, limit: number): Promise<{ total: number; pairs: ProposedPair[] }>;
  /** @throws DomainError `unauthenticated`, `forbidden` */
  clusters(actor: Actor, after: string, limit: number): Promise<{ name: string; cluster: Cluster }[]>;
  /** The cluster of a record, `null` where it is alone. @throws DomainError `unauthenticated`, `forbidden`, `not-found` */
  clusterOf(actor: Actor, recordId: RecordId): Promise<Cluster | null>;
  /** Newest first. @throws DomainError `unauthenticated`, `forbidden` */
  decisions(actor: Actor, limit: number): Promise<IdentityDecision[]>;
  /**
   * Decides that two records, and whatever each is clustered with, are one resource.
   * @throws DomainError `unauthenticated`, `forbidden`, `not-found`, `conflict` when they are one already
   */
  join(actor: Actor, recordId: RecordId, otherId: RecordId): Promise<void>;
  /**
   * Decides that a record is not what it is clustered with, or not what another record is.
   * @throws DomainError `unauthenticated`, `forbidden`, `not-found`, `conflict` when it is alone
   */
  split(actor: Actor, recordId: RecordId, otherId?: RecordId): Promise<void>;
  /** @throws DomainError `unauthenticated`, `forbidden`, `not-found`, `conflict` when it was undone already */
  undo(actor: Actor, decisionId: number): Promise<void>;
};

type Ports = { store: IdentityStore; records: Pick<RecordReader, 'get' | 'getMany'> };

/** Builds the desk over its stores. */
export function createIdentityDesk({ store, records }: Ports): IdentityDesk {
  const permission = 'records.edit';

  /** Which clusters somebody looks after. */
  function scopeOf(actor: Actor): IdentityScope {
    const scopes = scopesOf(actor, permission);
    if (scopes === 'everywhere') return {};
    const sources = scopes.flatMap((scope) => (scope.kind === 'source' ? [scope.id] : []));
    if (scopes.length === 0) authorise(actor, permission);
    return { sources };
  }

  async function liveRecord(actor: Actor, id: RecordId): Promise<RecordId> {
    scopeOf(actor);
    const stored = await records.get(id, 'staff');
    if (!stored || stored.deleted)
      throw new DomainError('not-found', `There is no record "${id}".`, { field: 'record' });
    authorise(actor, permission, { kind: 'source', id: stored.sourceId });
    return stored.id;
  }

  async function membersWith(id: RecordId): Promise<RecordId[]> {
    return (await store.clustersOf([id])).get(id)?.members ?? [id];
  }

  /** Whoever decides about a record decides about what it is clustered with, too. */
  async function mayDecide(actor: Actor, ids: readonly RecordId[]): Promise<void> {
    for (const { sourceId } of await records.getMany(ids, 'staff'))
      authorise(actor, permission, { kind: 'source', id: sourceId });
  }

  const causeOf = (actor: Actor, reason: string) => ({ actor: actorName(actor), reason });

  return {
    async proposals(actor, offset, limit) {
      return store.proposals(offset, limit, scopeOf(actor));
    },
    async clusters(actor, after, limit) {
      return store.clusters(after, limit, scopeOf(actor));
    },
    async clusterOf(actor, recordId) {
      const id = await liveRecord(actor, recordId);
      return (await store.clustersOf([id])).get(id) ?? null;
    },
    async decisions(actor, limit) {
      const { sources } = scopeOf(actor);
      const all = await store.decisions(limit);
      if (!sources) return all;
      const ids = all.flatMap((decision) => [...decision.records, ...decision.others]);
      const seen = new Set(
        (await records.getMany(ids, 'staff'))
          .filter(({ sourceId }) => can(actor, permission, { kind: 'source', id: sourceId }))
          .map(({ id }) => id),
      );
      return all.filter((decision) => [...decision.records, ...decision.others].every((id) => seen.has(id)));
    },
    async join(actor, recordId, otherId) {
      const [one, other] = [await liveRecord(actor, recordId), await liveRecord(actor, otherId)];
      const mine = await membersWith(one);
      if (one === other || mine.includes(other))
        throw new DomainError('conflict', 'These records are one resource already.', { field: 'record' });
      const theirs = await membersWith(other);
      await mayDecide(actor, [...mine, ...theirs]);
      await store.decide(
        { kind: 'join', records: mine, others: theirs },
        causeOf(actor, 'Joined by a person.'),
        { action: 'identity.joined', subject: `record:${one}`, details: { with: other } },
      );
    },
    async split(actor, recordId, otherId) {
      const one = await liveRecord(actor, recordId);
      const others = otherId === undefined ? await membersWith(one) : [await liveRecord(actor, otherId)];
      const rest = others.filter((id) => id !== one);
      if (rest.length === 0)
        throw new DomainError('conflict', 'This record is alone: there is nothing to split it from.', {
          field: 'record',
        });
      await mayDecide(actor, rest);
      await store.decide(
        { kind: 'split', records: [one], others: rest },
        causeOf(actor, 'Split by a person.'),
        { action: 'identity.split', subject: `record:${one}`, details: { from: rest } },
      );
    },
    async undo(actor, decisionId) {
      scopeOf(actor);
      const decision = await store.decision(decisionId);
      if (!decision) throw new DomainError('not-found', `There is no decision ${decisionId}.`);
      const all = [...decision.records, ...decision.others];
      await mayDecide(actor, all);
      const undone = await store.undo(decisionId, causeOf(actor, 'A decision was undone.'), {
        action: 'identity.undone',
        subject: `record:${decision.records[0] ?? ''}`,
        details: { decision: decisionId, kind: decision.kind },
      });
      if (!undone) throw new DomainError('conflict', 'This decision was undone already.');
    },
  };
}
