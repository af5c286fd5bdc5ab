import {
  and,
  asc,
  count,
  countDistinct,
  desc,
  eq,
  exists,
  gt,
  inArray,
  notExists,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import { type AnySQLiteColumn, alias } from 'drizzle-orm/sqlite-core';
import type { Cluster, IdentityScope, IdentityStore } from '#ledger/identity';
import type { Database } from '../../database.ts';
import {
  clusterMembers,
  formerIdentifiers,
  identityDecisionPairs,
  identityLinks,
  identityProfiles,
  records,
} from '../../schema/index.ts';

type Reading = Pick<
  IdentityStore,
  | 'clustersOf'
  | 'profilesOf'
  | 'reasonsBetween'
  | 'clusters'
  | 'countClusters'
  | 'proposals'
  | 'namesakes'
  | 'renamesOfRun'
  | 'formerIdentifiers'
>;

const listed = (values: readonly string[]) => sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`;
const among = (column: AnySQLiteColumn, values: readonly string[]) => sql`${column} IN ${listed(values)}`;

/** Builds the reading side of the clusters. */
export function createIdentityReading({ query }: Database): Reading {
  const [left, right] = [alias(records, 'left_record'), alias(records, 'right_record')];
  const [one, other] = [alias(clusterMembers, 'one_member'), alias(clusterMembers, 'other_member')];

  const membersOf = (names: SQL) =>
    query
      .select({ name: clusterMembers.clusterId, id: clusterMembers.recordId })
      .from(clusterMembers)
      .where(names)
      .orderBy(asc(clusterMembers.clusterId), desc(clusterMembers.canonical), asc(clusterMembers.recordId))
      .all();

  function grouped(rows: readonly { name: string; id: string }[]): Map<string, Cluster> {
    const clusters = new Map<string, Cluster>();
    for (const { name, id } of rows) {
      const cluster = clusters.get(name);
      if (cluster) cluster.members.push(id);
      else clusters.set(name, { canonical: id, members: [id] });
    }
    return clusters;
  }

  /** Pairs that nobody has decided about and that are not one already, both in the sources of the scope. */
  function open({ sources }: IdentityScope): SQL | undefined {
    const decided = query
      .select({ id: identityDecisionPairs.decisionId })
      .from(identityDecisionPairs)
      .where(
        and(
          eq(identityDecisionPairs.leftId, identityLinks.leftId),
          eq(identityDecisionPairs.rightId, identityLinks.rightId),
        ),
      );
    const together = query
      .select({ id: one.recordId })
      .from(one)
      .innerJoin(other, eq(other.clusterId, one.clusterId))
      .where(and(eq(one.recordId, identityLinks.leftId), eq(other.recordId, identityLinks.rightId)));
    return and(
      eq(identityLinks.verdict, 'perhaps'),
      notExists(decided),
      notExists(together),
      sources && inArray(left.sourceId, [...sources]),
      sources && inArray(right.sourceId, [...sources]),
    );
  }

  return {
    async clustersOf(ids) {
      const names = sql`${clusterMembers.clusterId} IN (SELECT cluster_id FROM cluster_members WHERE record_id IN ${listed(ids)})`;
      const clusters = [...grouped(membersOf(names)).values()];
      const byMember = new Map(
        clusters.flatMap((cluster) => cluster.members.map((id) => [id, cluster] as const)),
      );
      return new Map(
        ids.flatMap((id) => {
          const cluster = byMember.get(id);
          return cluster ? [[id, cluster] as const] : [];
        }),
      );
    },
    async profilesOf(ids) {
      const rows = query.select().from(identityProfiles).where(among(identityProfiles.recordId, ids)).all();
      return new Map(rows.map(({ recordId, profile }) => [recordId, profile]));
    },
    async reasonsBetween(first, second) {
      const row = query
        .select({ reasons: identityLinks.reasons })
        .from(identityLinks)
        .where(
          or(
            and(eq(identityLinks.leftId, first), eq(identityLinks.rightId, second)),
            and(eq(identityLinks.leftId, second), eq(identityLinks.rightId, first)),
          ),
        )
        .get();
      return row?.reasons ?? null;
    },
    async clusters(after, limit, { sources }) {
      const inScope =
        sources &&
        exists(
          query
            .select({ id: records.id })
            .from(one)
            .innerJoin(records, eq(records.id, one.recordId))
            .where(and(eq(one.clusterId, clusterMembers.clusterId), inArray(records.sourceId, [...sources]))),
        );
      const names = query
        .selectDistinct({ name: clusterMembers.clusterId })
        .from(clusterMembers)
        .where(and(gt(clusterMembers.clusterId, after), inScope))
        .orderBy(asc(clusterMembers.clusterId))
        .limit(limit)
        .all();
      const found = grouped(
        membersOf(
          among(
            clusterMembers.clusterId,
            names.map(({ name }) => name),
          ),
        ),
      );
      return [...found].map(([name, cluster]) => ({ name, cluster }));
    },
    async countClusters() {
      const row = query
        .select({ clusters: countDistinct(clusterMembers.clusterId), records: count() })
        .from(clusterMembers)
        .get();
      return row ?? { clusters: 0, records: 0 };
    },
    async proposals(offset, limit, scope) {
      const pairs = () =>
        query
          .select({
            left: identityLinks.leftId,
            right: identityLinks.rightId,
            score: identityLinks.score,
            reasons: identityLinks.reasons,
          })
          .from(identityLinks)
          .innerJoin(left, eq(left.id, identityLinks.leftId))
          .innerJoin(right, eq(right.id, identityLinks.rightId))
          .where(open(scope));
      const total = query.select({ number: count() }).from(pairs().as('pairs')).get();
      return {
        total: total?.number ?? 0,
        pairs: pairs()
          .orderBy(desc(identityLinks.score), asc(identityLinks.leftId), asc(identityLinks.rightId))
          .limit(limit)
          .offset(offset)
          .all(),
      };
    },
    async namesakes(sourceId, upstreamIdentifier, keys) {
      const shared = sql`${records.id} IN (SELECT record_id FROM identity_keys WHERE key IN ${listed(keys)})`;
      const named = sql`${records.id} IN (SELECT record_id FROM former_identifiers
        WHERE source_id = ${sourceId} AND upstream_identifier = ${upstreamIdentifier})`;
      return query
        .select({
          recordId: records.id,
          upstreamIdentifier: records.upstreamIdentifier,
          profile: identityProfiles.profile,
          formerly: sql<number>`${named}`.mapWith(Boolean),
        })
        .from(records)
        .innerJoin(identityProfiles, eq(identityProfiles.recordId, records.id))
        .where(and(eq(records.sourceId, sourceId), eq(records.deleted, false), or(shared, named)))
        .limit(mostNamesakes)
        .all();
    },
    async renamesOfRun(runId, ids) {
      const rows = query
        .select()
        .from(formerIdentifiers)
        .where(and(eq(formerIdentifiers.runId, runId), among(formerIdentifiers.recordId, ids)))
        .all();
      return new Map(rows.map(({ recordId, upstreamIdentifier }) => [recordId, upstreamIdentifier]));
    },
    async formerIdentifiers(ids) {
      const found = new Map<string, string[]>();
      const rows = query.select().from(formerIdentifiers).where(among(formerIdentifiers.recordId, ids)).all();
      for (const { recordId, upstreamIdentifier } of rows)
        found.set(recordId, [...(found.get(recordId) ?? []), upstreamIdentifier]);
      return found;
    },
  };
}

/** Of a title that half a source has in common. */
const mostNamesakes = 200;
