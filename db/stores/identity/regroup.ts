import {
  byPrecedence,
  type Candidate,
  compareProfiles,
  formClusters,
  type IdentityProfile,
  usualPrecedence,
} from '#catalogue/identity';
import { isPublic } from '../record-visibility.ts';
import type { IdentityStatements } from './statements.ts';

/** A component of links that is larger is no resource but a misunderstanding: it is cut here, whatever hangs on it. */
const largestComponent = 1000;

export type Regrouping = { at: string; actor: string; reason: string };

type Known = { profile: IdentityProfile; sourceId: string };

/**
 * Makes the clusters around some records again, and writes a `derived` revision of every record whose standing changed:
 * the index then reads it again. Called within the writing transaction.
 * @param seeds records that changed, came, left, or were decided about
 */
export function regroup(statements: IdentityStatements, seeds: ReadonlySet<string>, cause: Regrouping): void {
  const before = membersBeside(statements, seeds);
  const ids = component(statements, new Set([...seeds, ...before.keys()]));
  for (const [id, member] of membersBeside(statements, ids)) before.set(id, member);
  const known = profilesOf(statements, new Set([...ids, ...before.keys()]));
  const after = standing(statements, clustersAmong(statements, known), known);
  const changed = new Set<string>();
  const clustersChanged = new Set<string>();
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(id), after.get(id)];
    if (old?.canonical !== now?.canonical || (old === undefined) !== (now === undefined)) changed.add(id);
    if (old?.clusterId === now?.clusterId && !seeds.has(id)) continue;
    for (const clusterId of [old?.clusterId, now?.clusterId]) if (clusterId) clustersChanged.add(clusterId);
  }
  // The record that stands for a cluster speaks for its other members, too.
  for (const [id, { clusterId, canonical }] of after)
    if (canonical && clustersChanged.has(clusterId)) changed.add(id);
  statements.forgetMembers(JSON.stringify([...before.keys()]));
  for (const [id, { clusterId, canonical }] of after) statements.saveMember(id, clusterId, canonical ? 1 : 0);
  derive(statements, [...changed].sort(), cause);
}

type Standing = { clusterId: string; canonical: boolean };

function membersBeside(statements: IdentityStatements, ids: ReadonlySet<string>): Map<string, Standing> {
  const rows = statements.membersBeside(JSON.stringify([...ids]));
  return new Map(
    rows.map(({ recordId, clusterId, canonical }) => [recordId, { clusterId, canonical: canonical === 1 }]),
  );
}

/** Everything that hangs together with some records, by links and by what people joined. */
function component(statements: IdentityStatements, seeds: ReadonlySet<string>): Set<string> {
  const found = new Set(seeds);
  let fresh = [...seeds];
  while (fresh.length > 0 && found.size <= largestComponent + seeds.size) {
    const asked = JSON.stringify(fresh);
    const rows = [
      ...statements.linksOf(asked, asked).filter(({ verdict }) => verdict === 'same'),
      ...statements.pairsOf(asked, asked).filter(({ kind }) => kind === 'join'),
    ];
    fresh = [];
    for (const id of rows.flatMap(({ leftId, rightId }) => [leftId, rightId])) {
      if (found.has(id)) continue;
      found.add(id);
      fresh.push(id);
    }
  }
  return found;
}

/** Profiles of the live ones. */
export function profilesOf(statements: IdentityStatements, ids: ReadonlySet<string>): Map<string, Known> {
  return new Map(
    statements.profilesOf(JSON.stringify([...ids])).map(({ recordId, profile, sourceId }) => {
      const parsed: IdentityProfile = JSON.parse(profile);
      return [recordId, { profile: parsed, sourceId }];
    }),
  );
}

function clustersAmong(statements: IdentityStatements, known: ReadonlyMap<string, Known>): string[][] {
  const ids = [...known.keys()];
  const asked = JSON.stringify(ids);
  const pairs = statements
    .pairsOf(asked, asked)
    .map(({ leftId, rightId, kind }) => ({ left: leftId, right: rightId, kind }));
  return formClusters({
    ids,
    links: statements
      .linksOf(asked, asked)
      .filter(({ verdict }) => verdict === 'same')
      .map(({ leftId, rightId, score }) => ({ left: leftId, right: rightId, score })),
    joins: pairs.filter(({ kind }) => kind === 'join'),
    splits: pairs.filter(({ kind }) => kind === 'split'),
    contradicts(left, right) {
      const [one, other] = [known.get(left), known.get(right)];
      return !one || !other || compareProfiles(one.profile, other.profile, false).verdict === 'never';
    },
  });
}

/** The place of each member: in which cluster, and whether it stands for it. */
function standing(
  statements: IdentityStatements,
  clusters: readonly string[][],
  known: ReadonlyMap<string, Known>,
): Map<string, Standing> {
  const candidates = new Map<string, Candidate>(
    statements
      .candidatesForCanonical(JSON.stringify(clusters.flat()))
      .map(({ id, visibility, precedence, format, createdAt, arrival }) => [
        id,
        {
          id,
          isPublic: isPublic(visibility),
          precedence: precedence ?? usualPrecedence,
          format,
          fields: known.get(id)?.profile.fields ?? 0,
          createdAt,
          arrival,
        },
      ]),
  );
  const places = new Map<string, Standing>();
  for (const members of clusters) {
    const [clusterId = ''] = members;
    const ordered = members.flatMap((id) => candidates.get(id) ?? []).sort(byPrecedence);
    for (const [place, { id }] of ordered.entries()) places.set(id, { clusterId, canonical: place === 0 });
  }
  return places;
}

function derive(
  statements: IdentityStatements,
  ids: readonly string[],
  { at, actor, reason }: Regrouping,
): void {
  const [last] = statements.lastRevision();
  let revision = last?.revision ?? 0;
  const moment = last && last.at > at ? last.at : at;
  for (const id of ids) {
    revision += 1;
    statements.derive(revision, id, moment, actor, reason);
    statements.stampRevision(revision, id);
  }
}
