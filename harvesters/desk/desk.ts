import { isDeepStrictEqual } from 'node:util';
import { type Actor, actorName, authorise, can, type Permission, scopesOf } from '#accounts';
import { maskCredentials } from '#runtime/credentials';
import { DomainError } from '#runtime/errors';
import type { Fetcher } from '#runtime/fetching';
import type { JobStore } from '#runtime/jobs';
import type { Log } from '#runtime/log';
import { detectProtocols, type Finding } from '../detect/index.ts';
import { type Harvester, isUndoable, reopened } from '../engine/index.ts';
import type { HarvestOrder } from '../order.ts';
import type { RunStore, SourceStore } from '../ports.ts';
import type { HarvestProtocol } from '../protocol.ts';
import { isSentTo } from '../push/index.ts';
import type { RulesPreview, SourceRules } from '../rules/index.ts';
import type { HarvestProtocolName, HarvestRun, HarvestSource, RulesVersion, RunWish } from '../types.ts';
import { type PlacedOrder, placedOrders, sameOrder } from './placed-orders.ts';
import type { SourceDraft } from './source-draft.ts';
import { changedFields, leadsInside, sourceFrom } from './source-from.ts';
import {
  keepDigest,
  ownerIdOf,
  type SettingsPorts,
  type SourceSettings,
  settingsOf,
} from './source-settings.ts';

export type DeskPorts = SettingsPorts & {
  sources: SourceStore;
  runs: RunStore;
  harvester: Pick<Harvester, 'ask' | 'discard'>;
  jobs: Pick<JobStore, 'enqueue' | 'list'>;
  protocols: Readonly<Record<HarvestProtocolName, HarvestProtocol>>;
  fetcher: Fetcher;
  log: Log;
  /** Tells what rules would do to what is held of a source, or a part of it; stores nothing. */
  previewRules(sourceId: string, rules: SourceRules): Promise<RulesPreview>;
  /** Appends to the audit trail. */
  audit(actor: Actor, action: string, subject: string, details?: Record<string, unknown>): Promise<void>;
  /** Milliseconds since 1970; `Date.now` unless told. */
  clock?: () => number;
};

/** What people do with sources and runs. Every method checks the roles of whoever asks; what changes something is told to the audit trail. */
export type HarvestDesk = {
  /** Those that somebody looks after. @throws DomainError `unauthenticated`, `forbidden` when there can be none */
  sources(actor: Actor): Promise<HarvestSource[]>;
  /** Whether somebody may add sources. */
  mayAdd(actor: Actor): boolean;
  /** @throws DomainError `unauthenticated`, `forbidden`, `not-found` */
  source(actor: Actor, sourceId: string): Promise<HarvestSource>;
  /**
   * Tries which protocols an address speaks, the best match first.
   * @throws DomainError `unauthenticated`, `forbidden`, `invalid` (field `url`)
   */
  detect(actor: Actor, url: string, allowPrivate: boolean, signal?: AbortSignal): Promise<Finding[]>;
  /** @throws DomainError `unauthenticated`, `forbidden`, `conflict` (field `id`), `invalid` (field `url`) */
  add(actor: Actor, id: string, draft: SourceDraft): Promise<void>;
  /** What is told of a source beside it, for who may change it. @throws DomainError `unauthenticated`, `forbidden`, `not-found` */
  settings(actor: Actor, sourceId: string): Promise<SourceSettings>;
  /**
   * @throws DomainError `unauthenticated`, `forbidden` (field `allowPrivate` where somebody who looks after single sources
   *   would have another private address asked), `not-found`, `invalid` (field `url`, `schedule` or `owner`)
   */
  change(actor: Actor, id: string, draft: SourceDraft): Promise<void>;
  /** @throws DomainError `unauthenticated`, `forbidden`, `not-found` */
  run(actor: Actor, runId: string): Promise<{ run: HarvestRun; source: HarvestSource }>;
  /**
   * Asks the worker to do something; one that waits for it already is not asked again.
   * @throws DomainError `unauthenticated`, `forbidden`, `not-found`
   */
  order(actor: Actor, order: HarvestOrder): Promise<void>;
  /** Orders of a source that wait or are under way, and those that failed within a day. @throws as `source` */
  orders(actor: Actor, sourceId: string): Promise<PlacedOrder[]>;
  /** Asks a run under way to pause or to end. @throws DomainError as `run`, `conflict` when it is over */
  ask(actor: Actor, runId: string, wish: RunWish): Promise<void>;
  /** Forgets what a run has staged. @throws DomainError as `run`, `conflict` when nothing waits */
  discard(actor: Actor, runId: string): Promise<void>;
  /**
   * Archives a source, so that its records stay and nothing is asked any more; or takes it out of the archive.
   * @throws DomainError as `source`, `conflict` when it is removed
   */
  archive(actor: Actor, sourceId: string, archived: boolean): Promise<void>;
  /** Sources that were removed and can still be brought back. @throws DomainError as `sources` */
  removed(actor: Actor): Promise<HarvestSource[]>;
  /** What rules would do to what is held of a source. @throws DomainError as `source` */
  previewRules(actor: Actor, sourceId: string, rules: SourceRules): Promise<RulesPreview>;
  /**
   * Gives a source other rules, and orders that what is held is read again by them without storing it: whoever changed the
   * rules sees the difference first.
   * @returns whether they differ from those of before
   * @throws DomainError as `source`
   */
  setRules(actor: Actor, sourceId: string, rules: SourceRules): Promise<boolean>;
  /** The rules of a source as they were saved, the newest first. @throws DomainError as `source` */
  rulesVersions(actor: Actor, sourceId: string): Promise<RulesVersion[]>;
};

type DeskPermission = Extract<
  Permission,
  'sources.manage' | 'sources.see' | 'harvests.run' | 'harvests.preview' | 'rules.edit'
>;

/** A preview stores nothing; a removal ends a source. */
function permissionOf(order: Extract<HarvestOrder, { sourceId: string }>): DeskPermission {
  if (order.action === 'remove') return 'sources.manage';
  return order.dryRun === true ? 'harvests.preview' : 'harvests.run';
}

/** Builds the desk over its ports. */
export function createHarvestDesk(ports: DeskPorts): HarvestDesk {
  const { sources, runs, jobs, audit } = ports;
  const clock = ports.clock ?? Date.now;

  async function sourceFor(actor: Actor, id: string, permission: DeskPermission) {
    // Before anything is looked up: who may not ask does not learn what there is.
    authorise(actor, permission, { kind: 'source', id });
    const source = await sources.get(id);
    if (!source) throw new DomainError('not-found', `There is no source "${id}".`);
    return source;
  }

  async function runFor(actor: Actor, id: string, permission: DeskPermission) {
    const run = await runs.get(id);
    if (!run) {
      authorise(actor, permission);
      throw new DomainError('not-found', `There is no run "${id}".`);
    }
    return { run, source: await sourceFor(actor, run.sourceId, permission) };
  }

  /** Enqueues an order, unless it waits already. */
  async function place(actor: Actor, given: HarvestOrder, sourceId: string): Promise<void> {
    const order: HarvestOrder = { ...given, actor: actorName(actor) };
    const placed = await placedOrders(sourceId, jobs, runs, clock());
    if (placed.some(({ state, order: other }) => state === 'queued' && sameOrder(order, other))) return;
    await jobs.enqueue({ kind: 'harvest', payload: order });
    const subject = 'runId' in order ? `run:${order.runId}` : `source:${sourceId}`;
    const { action, actor: _actor, ...details } = order;
    await audit(actor, `harvest.${action}`, subject, { ...details, sourceId });
  }

  return {
    async sources(actor) {
      const scopes = scopesOf(actor, 'sources.see');
      const all = await sources.list();
      if (scopes === 'everywhere') return all;
      if (scopes.length === 0) authorise(actor, 'sources.see');
      return all.filter(({ id }) => can(actor, 'sources.see', { kind: 'source', id }));
    },
    mayAdd: (actor) => can(actor, 'sources.manage'),
    source: (actor, sourceId) => sourceFor(actor, sourceId, 'sources.see'),
    async detect(actor, url, allowPrivate, signal) {
      authorise(actor, 'sources.manage');
      const { protocols, fetcher, log } = ports;
      const findings = await detectProtocols(url, allowPrivate, { protocols, fetcher, log }, signal);
      await audit(actor, 'source.probed', 'source:', { url: maskCredentials(url) });
      return findings;
    },
    async add(actor, id, { owner: _owner, digest: _digest, ...draft }) {
      authorise(actor, 'sources.manage');
      if (await sources.get(id))
        throw new DomainError('conflict', `There is a source "${id}" already.`, { field: 'id' });
      const createdAt = `${new Date(clock()).toISOString().slice(0, 19)}Z`;
      await sources.save(sourceFrom(draft, { id, createdAt }));
      const { protocol, url } = draft;
      await audit(actor, 'source.added', `source:${id}`, { protocol, url: maskCredentials(url) });
    },
    settings: async (actor, sourceId) =>
      settingsOf(await sourceFor(actor, sourceId, 'sources.manage'), ports),
    async change(actor, id, { owner, digest, ...draft }) {
      const known = await sourceFor(actor, id, 'sources.manage');
      const { ownerId: formerId, ...unowned } = known;
      const ownerId = owner === undefined ? formerId : await ownerIdOf(owner, ports);
      const source = sourceFrom(draft, { ...unowned, ...(ownerId === undefined ? {} : { ownerId }) });
      if (leadsInside(known, source) && !can(actor, 'sources.manage'))
        throw new DomainError(
          'forbidden',
          'Only who looks after all sources may have a private network or a folder of this machine asked.',
          { field: 'allowPrivate' },
        );
      const changed = changedFields(known, source);
      if (changed.length > 0) await sources.save(source);
      if (digest && (await keepDigest(id, digest, ports))) changed.push('digest');
      if (changed.length === 0) return;
      await audit(actor, 'source.changed', `source:${id}`, { changed: changed.join(', ') });
    },
    run: (actor, runId) => runFor(actor, runId, 'sources.see'),
    async order(actor, given) {
      if ('sourceId' in given) {
        const permission = permissionOf(given);
        const source = await sourceFor(actor, given.sourceId, permission);
        if (given.action === 'harvest' && isSentTo(source))
          throw new DomainError('conflict', `"${source.id}" sends its documents; it is not asked for them.`);
        if (given.action === 'remove' && given.heir !== undefined) {
          const heir = await sourceFor(actor, given.heir, permission);
          if (heir.closed || heir.id === source.id)
            throw new DomainError('conflict', `"${heir.id}" can’t take the records of "${source.id}".`);
        }
        await place(actor, given, source.id);
      } else await place(actor, given, (await runFor(actor, given.runId, 'harvests.run')).source.id);
    },
    async orders(actor, sourceId) {
      await sourceFor(actor, sourceId, 'sources.see');
      return placedOrders(sourceId, jobs, runs, clock());
    },
    async ask(actor, runId, wish) {
      const { run } = await runFor(actor, runId, 'harvests.run');
      if (run.state !== 'running')
        throw new DomainError('conflict', `The run is ${run.state}: there is nothing to ${wish}.`);
      await ports.harvester.ask(runId, wish);
      await audit(actor, `harvest.${wish}`, `run:${runId}`, { sourceId: run.sourceId });
    },
    async discard(actor, runId) {
      const { run } = await runFor(actor, runId, 'harvests.run');
      await ports.harvester.discard(runId);
      await audit(actor, 'harvest.discard', `run:${runId}`, { sourceId: run.sourceId });
    },
    async archive(actor, sourceId, archived) {
      const source = await sourceFor(actor, sourceId, 'sources.manage');
      if (source.closed?.as === 'removed')
        throw new DomainError(
          'conflict',
          `The source "${sourceId}" is removed: roll its removal back first.`,
        );
      if ((source.closed !== undefined) === archived) return;
      const at = `${new Date(clock()).toISOString().slice(0, 19)}Z`;
      const closed = { as: 'archived', at, wasEnabled: source.enabled } as const;
      await sources.save(archived ? { ...source, enabled: false, closed } : reopened(source));
      await audit(actor, archived ? 'source.archived' : 'source.reopened', `source:${sourceId}`);
    },
    async removed(actor) {
      const all = await sources.listRemoved();
      return all.filter(
        (source) =>
          isUndoable(source, clock()) && can(actor, 'sources.manage', { kind: 'source', id: source.id }),
      );
    },
    async previewRules(actor, sourceId, rules) {
      await sourceFor(actor, sourceId, 'rules.edit');
      return ports.previewRules(sourceId, rules);
    },
    async setRules(actor, sourceId, rules) {
      const source = await sourceFor(actor, sourceId, 'rules.edit');
      if (isDeepStrictEqual(source.rules ?? { rules: [] }, rules)) return false;
      await sources.save({ ...source, rules }, { actor: actorName(actor) });
      const names = rules.rules.map(({ id }) => id).join(', ');
      await audit(actor, 'source.rules-changed', `source:${sourceId}`, { rules: names });
      await place(actor, { action: 'reread', sourceId, dryRun: true }, sourceId);
      return true;
    },
    async rulesVersions(actor, sourceId) {
      await sourceFor(actor, sourceId, 'rules.edit');
      return sources.rulesVersions(sourceId);
    },
  };
}
