import type { Actor } from '#accounts';
import { reasonTexts } from '#catalogue/identity';
import type { StoredRecord } from '#ledger';
import type { Cluster, IdentityDecision, ProposedPair } from '#ledger/identity';
import { isDomainError } from '#runtime/errors';
import { momentText } from '../harvests/moment.ts';
import type { Locale } from '../locales/index.ts';
import { type PageText, pageText, typeLabel } from '../record/texts.ts';
import type { PortalServices } from '../services.ts';
import { recordIdOf } from './record-id.ts';
import { identityTextsIn } from './texts.ts';

/** What the page says of one record. */
export type MemberView = {
  id: string;
  title: PageText;
  kind: string;
  source: string;
  identifier: string;
  isPublic: boolean;
};
export type PairView = { left: MemberView; right: MemberView; for: string[]; against: string[] };
export type DecisionView = {
  id: number;
  kind: IdentityDecision['kind'];
  moment: string;
  records: MemberView[];
  undone: boolean;
};

export type IdentityView = {
  proposals: { total: number; pairs: PairView[]; from: number; next?: number };
  /** Members of each, the one that is shown first. */
  clusters: { shown: MemberView[][]; after: string; next?: string };
  /** The record that was looked up, with what it is clustered with. */
  looked?: { asked: string; members: MemberView[] };
  decisions: DecisionView[];
};

const pairsShown = 10;
const clustersShown = 10;
const decisionsShown = 20;

/**
 * What there is to decide, and what was decided, for who looks after the sources.
 * @param asked the parameters of the page: `from` (pairs), `after` (clusters), `record` (looked up)
 * @throws DomainError `unauthenticated`, `forbidden`
 */
export async function presentIdentity(
  actor: Actor,
  services: PortalServices,
  asked: URLSearchParams,
  locale: Locale,
): Promise<IdentityView> {
  const { identityDesk } = services;
  const from = positive(asked.get('from'));
  const after = asked.get('after') ?? '';
  const [proposals, clusters, decisions, looked] = await Promise.all([
    identityDesk.proposals(actor, from, pairsShown),
    identityDesk.clusters(actor, after, clustersShown + 1),
    identityDesk.decisions(actor, decisionsShown),
    lookUp(actor, services, recordIdOf(asked.get('record') ?? '')),
  ]);
  const shown = clusters.slice(0, clustersShown);
  const last = shown.at(-1);
  const memberOf = await membersFor(services, locale, [
    ...proposals.pairs.flatMap(({ left, right }) => [left, right]),
    ...shown.flatMap(({ cluster }) => cluster.members),
    ...decisions.flatMap(({ records, others }) => [...records, ...others]),
    ...(looked?.members ?? []),
  ]);
  return {
    proposals: {
      total: proposals.total,
      from,
      pairs: proposals.pairs.flatMap((pair) => pairView(pair, memberOf, locale)),
      ...(from + pairsShown < proposals.total ? { next: from + pairsShown } : {}),
    },
    clusters: {
      shown: shown.map(({ cluster }) => cluster.members.flatMap(memberOf)),
      after,
      ...(last && clusters.length > shown.length ? { next: last.name } : {}),
    },
    ...(asked.get('record')
      ? { looked: { asked: asked.get('record') ?? '', members: (looked?.members ?? []).flatMap(memberOf) } }
      : {}),
    decisions: decisions.map(({ id, kind, at, records, others, ended }) => ({
      id,
      kind,
      moment: momentText(at, locale),
      records: [...records, ...others].flatMap(memberOf),
      undone: ended !== undefined,
    })),
  };
}

/** The cluster of a record that was asked for; of one that is alone, itself; `null` where there is none to be seen. */
async function lookUp(
  actor: Actor,
  { identityDesk }: PortalServices,
  id: string,
): Promise<Pick<Cluster, 'members'> | null> {
  if (id === '') return null;
  try {
    return (await identityDesk.clusterOf(actor, id)) ?? { members: [id] };
  } catch (error) {
    if (isDomainError(error) && (error.code === 'not-found' || error.code === 'forbidden')) return null;
    throw error;
  }
}

/** Looks records up at once. @returns what the page says of one, by its id; nothing for one that is not there */
async function membersFor(
  { records, sources }: PortalServices,
  locale: Locale,
  ids: readonly string[],
): Promise<(id: string) => MemberView[]> {
  const [stored, all] = await Promise.all([records.getMany([...new Set(ids)], 'staff'), sources.list()]);
  const names = new Map(all.map(({ id, names: named }) => [id, pageText(named, locale)?.text ?? id]));
  const untitled = { text: identityTextsIn(locale).untitled };
  const view = ({ id, sourceId, upstreamIdentifier, visibility, record }: StoredRecord): MemberView => ({
    id,
    title: pageText(record.resource.titles, locale) ?? untitled,
    kind: typeLabel(record.resource.type, locale),
    source: names.get(sourceId) ?? sourceId,
    identifier: upstreamIdentifier,
    isPublic: visibility === 'public' || visibility === 'metadata-only',
  });
  const byId = new Map(stored.map((record) => [record.id, view(record)]));
  return (id) => {
    const found = byId.get(id);
    return found ? [found] : [];
  };
}

function pairView(pair: ProposedPair, memberOf: (id: string) => MemberView[], locale: Locale): PairView[] {
  const [left] = memberOf(pair.left);
  const [right] = memberOf(pair.right);
  return left && right ? [{ left, right, ...reasonTexts(pair.reasons, locale) }] : [];
}

function positive(text: string | null): number {
  const value = Number(text);
  return Number.isSafeInteger(value) && value > 0 ? value : 0;
}
