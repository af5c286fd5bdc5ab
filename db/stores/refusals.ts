import { type SQL, sql } from 'drizzle-orm';
import type { RefusedPage } from '#harvesters/report';
import type { Database } from '../database.ts';
import { records, runProblems, runs } from '../schema/index.ts';
import { visibleTo } from './record-visibility.ts';
import { toRunProblem } from './run-rows.ts';

/**
 * Refused documents as they stand: of each, what the last run told that met it, since the last listing that was whole; not
 * told any more once a record of its name was stored or changed later, and never of a record that is hidden: anybody reads
 * reports. An incremental run that lists three documents does
 * not make those forgotten that were refused the night before.
 */
export function createRefusals({ query }: Database) {
  const harvests = sql`${runs.kind} = 'harvest' AND ${runs.dryRun} = 0 AND ${runs.state} NOT IN ('running', 'rolled-back')`;

  /** Rows of problems, each with its run; where a document without a name is its own message. */
  const standing = (ofSource: SQL) => sql`
    SELECT id, at FROM (
      SELECT ${runProblems.id} AS id, ${runs.startedAt} AS at,
        rank() OVER (PARTITION BY ${runs.sourceId}, coalesce(${runProblems.identifier}, ${runProblems.message})
          ORDER BY ${runs.startedAt} DESC, ${runs.id} DESC) AS place
      FROM ${runProblems} JOIN ${runs} ON ${runs.id} = ${runProblems.runId}
      WHERE ${runProblems.refused} = 1 AND ${harvests} AND ${ofSource}
        AND ${runs.startedAt} >= coalesce((SELECT max(whole.started_at) FROM ${runs} AS whole
          WHERE whole.source_id = ${runs.sourceId} AND whole.complete = 1 AND whole.dry_run = 0
            AND whole.kind = 'harvest' AND whole.state = 'succeeded'), '')
        AND NOT EXISTS (SELECT 1 FROM ${records} WHERE ${records.sourceId} = ${runs.sourceId}
          AND ${records.upstreamIdentifier} = ${runProblems.identifier} AND ${records.deleted} = 0
          AND (${records.datestamp} > coalesce(${runs.finishedAt}, ${runs.startedAt}) OR NOT (${visibleTo('public')}))))
    WHERE place = 1`;
  const ofSource = (sourceId: string) => sql`${runs.sourceId} = ${sourceId}`;

  return {
    /** Ids of the problems of all sources that still stand. */
    standingIds: sql`SELECT id FROM (${standing(sql`TRUE`)})`,
    /** Ids of the last run of each source. */
    lastRuns: sql`SELECT last.id FROM ${runs} AS last WHERE NOT EXISTS (SELECT 1 FROM ${runs} AS later
      WHERE later.source_id = last.source_id AND later.started_at > last.started_at)`,
    /** Number of documents. */
    count(sourceId: string): number {
      const row = query.get<{ number: number }>(sql`
        SELECT count(DISTINCT coalesce(${runProblems.identifier}, ${runProblems.message})) AS number
        FROM ${runProblems} WHERE ${runProblems.id} IN (SELECT id FROM (${standing(ofSource(sourceId))}))`);
      return row.number;
    },
    page(sourceId: string, offset: number, limit: number): RefusedPage['refused'] {
      const found = query.all<{ id: number; at: string }>(
        sql`${standing(ofSource(sourceId))} ORDER BY id LIMIT ${limit} OFFSET ${offset}`,
      );
      return found.flatMap(({ id, at }) =>
        query
          .select()
          .from(runProblems)
          .where(sql`${runProblems.id} = ${id}`)
          .all()
          .map((row) => ({ ...toRunProblem(row), at })),
      );
    },
  };
}
