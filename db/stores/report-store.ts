import { and, asc, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { type LinkProblemCode, linkProblemSeverity } from '#assessment/links';
import type { ReportStore, SourceDay, StandingRule } from '#harvesters/report';
import type { Database } from '../database.ts';
import {
  linkChecks,
  recordLinks,
  records,
  runProblems,
  runs,
  sourceDays,
  standingProblems,
} from '../schema/index.ts';
import { forgetRows } from './forget-rows.ts';
import { toCheck } from './link-check-store.ts';
import { createRefusals } from './refusals.ts';

const gravity = { error: 0, warning: 1, info: 2 };

/** Builds the store of what sources have amiss. */
export function createReportStore(database: Database): ReportStore {
  const { query } = database;
  const refusals = createRefusals(database);

  /** Live links of a source that have something amiss. A cross join, since SQLite then begins with the few that have. */
  const amiss = (sourceId: string) =>
    and(
      isNotNull(linkChecks.problem),
      eq(recordLinks.url, linkChecks.url),
      eq(recordLinks.sourceId, sourceId),
    );

  function linkRules(sourceId: string): StandingRule[] {
    return query
      .select({
        code: linkChecks.problem,
        problems: sql<number>`count(*)`,
        records: sql<number>`count(DISTINCT ${recordLinks.recordId})`,
      })
      .from(linkChecks)
      .crossJoin(recordLinks)
      .where(amiss(sourceId))
      .groupBy(linkChecks.problem)
      .all()
      .flatMap(({ code, ...rule }) => (code ? [{ code, severity: linkProblemSeverity[code], ...rule }] : []));
  }

  function rulesOf(sourceId: string): StandingRule[] {
    const standing = query
      .select({
        code: standingProblems.code,
        severity: standingProblems.severity,
        problems: sql<number>`sum(${standingProblems.number})`,
        records: sql<number>`count(*)`,
      })
      .from(standingProblems)
      .where(eq(standingProblems.sourceId, sourceId))
      .groupBy(standingProblems.code, standingProblems.severity)
      .all();
    return [...standing, ...linkRules(sourceId)].sort(
      (one, other) =>
        gravity[one.severity] - gravity[other.severity] ||
        other.problems - one.problems ||
        one.code.localeCompare(other.code),
    );
  }

  /** Distinct records that have an error or a warning, in themselves or in a link. */
  function countWithProblems(sourceId: string, telling: readonly LinkProblemCode[]): number {
    const row = query.get<{ number: number }>(sql`
      SELECT count(*) AS number FROM (
        SELECT ${standingProblems.recordId} FROM ${standingProblems}
          WHERE ${standingProblems.sourceId} = ${sourceId} AND ${standingProblems.severity} <> 'info'
        UNION
        SELECT ${recordLinks.recordId} FROM ${linkChecks} CROSS JOIN ${recordLinks} ON ${recordLinks.url} = ${linkChecks.url}
          WHERE ${inArray(linkChecks.problem, [...telling])} AND ${recordLinks.sourceId} = ${sourceId})`);
    return row.number;
  }

  function standing(sourceId: string, day: string): SourceDay {
    const live = query
      .select({ number: sql<number>`count(*)` })
      .from(records)
      .where(
        and(
          eq(records.sourceId, sourceId),
          eq(records.deleted, false),
          inArray(records.visibility, ['public', 'metadata-only']),
        ),
      )
      .get();
    const links = query
      .select({ number: sql<number>`count(DISTINCT ${recordLinks.url})` })
      .from(recordLinks)
      .where(eq(recordLinks.sourceId, sourceId))
      .get();
    const grave = rulesOf(sourceId).filter(({ severity }) => severity !== 'info');
    const telling = linkCodes.filter((code) => linkProblemSeverity[code] !== 'info');
    const linksAmiss = query
      .select({ number: sql<number>`count(DISTINCT ${recordLinks.url})` })
      .from(linkChecks)
      .crossJoin(recordLinks)
      .where(and(amiss(sourceId), inArray(linkChecks.problem, telling)))
      .get();
    return {
      day,
      records: live?.number ?? 0,
      withProblems: countWithProblems(sourceId, telling),
      problems: grave.reduce((sum, { problems }) => sum + problems, 0),
      refused: refusals.count(sourceId),
      links: links?.number ?? 0,
      linksAmiss: linksAmiss?.number ?? 0,
      rules: Object.fromEntries(grave.map(({ code, problems }) => [code, problems])),
    };
  }

  return {
    async rules(sourceId) {
      return rulesOf(sourceId);
    },
    async standing(sourceId, day) {
      return standing(sourceId, day);
    },
    async sumUp(sourceId, day) {
      const row = { sourceId, ...standing(sourceId, day) };
      query
        .insert(sourceDays)
        .values(row)
        .onConflictDoUpdate({ target: [sourceDays.sourceId, sourceDays.day], set: row })
        .run();
    },
    async days(sourceId, limit) {
      return query
        .select()
        .from(sourceDays)
        .where(eq(sourceDays.sourceId, sourceId))
        .orderBy(desc(sourceDays.day))
        .limit(limit)
        .all()
        .map(({ sourceId: _source, ...day }) => day)
        .reverse();
    },
    async recordsWithProblems(sourceId, { code, after, limit }) {
      const ofCode = code === undefined ? sql`` : sql`AND ${standingProblems.code} = ${code}`;
      const ofLinks =
        code === undefined ? sql`${linkChecks.problem} IS NOT NULL` : sql`${linkChecks.problem} = ${code}`;
      return query
        .all<{ id: string }>(
          sql`
        SELECT ${standingProblems.recordId} AS id FROM ${standingProblems}
          WHERE ${standingProblems.sourceId} = ${sourceId} ${ofCode} AND ${standingProblems.recordId} > ${after}
        UNION
        SELECT ${recordLinks.recordId} FROM ${linkChecks} CROSS JOIN ${recordLinks} ON ${recordLinks.url} = ${linkChecks.url}
          WHERE ${ofLinks} AND ${recordLinks.sourceId} = ${sourceId} AND ${recordLinks.recordId} > ${after}
        ORDER BY id LIMIT ${limit}`,
        )
        .map(({ id }) => id);
    },
    async linksAmiss(recordIds) {
      return query
        .select({ recordId: recordLinks.recordId, path: recordLinks.path, check: linkChecks })
        .from(recordLinks)
        .innerJoin(linkChecks, eq(recordLinks.url, linkChecks.url))
        .where(and(inArray(recordLinks.recordId, [...recordIds]), isNotNull(linkChecks.problem)))
        .orderBy(asc(recordLinks.recordId), asc(recordLinks.path))
        .all()
        .flatMap(({ check, ...named }) => toCheck(check).map((checked) => ({ ...named, check: checked })));
    },
    async refusals(sourceId, offset, limit) {
      return { total: refusals.count(sourceId), refused: refusals.page(sourceId, offset, limit) };
    },
    async forgetRunProblems(before) {
      const old = sql`${runProblems.runId} IN (SELECT ${runs.id} FROM ${runs}
        WHERE ${runs.finishedAt} < ${before} AND ${runs.id} NOT IN (${refusals.lastRuns}))`;
      return forgetRows(
        query,
        runProblems,
        sql`${old} AND ${runProblems.id} NOT IN (${refusals.standingIds})`,
      );
    },
  };
}

const linkCodes: readonly LinkProblemCode[] = Object.keys(linkProblemSeverity).filter(isLinkCode);

function isLinkCode(code: string): code is LinkProblemCode {
  return code in linkProblemSeverity;
}
