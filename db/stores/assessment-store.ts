import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { and, count, desc, eq, isNull, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import type { AssessmentStore, RecordAssessment } from '#assessment';
import { type TestResult, verdictOf } from '#catalogue/fair';
import type { Database } from '../database.ts';
import { assessments, records, scoreHistory, sourceScores } from '../schema/index.ts';
import { visibleTo } from './record-visibility.ts';

/** Builds the store of scores. */
export function createAssessmentStore({ query }: Database): AssessmentStore {
  const live = and(eq(records.deleted, false), visibleTo('public'));

  return {
    async due({ now, rules, limit, sourceId }) {
      const never = isNull(assessments.recordId);
      const ids = (condition: SQL | undefined, most: number) =>
        query
          .select({ id: records.id })
          .from(records)
          .leftJoin(assessments, eq(assessments.recordId, records.id))
          .where(and(live, sourceId === undefined ? undefined : eq(records.sourceId, sourceId), condition))
          .limit(most)
          .all()
          .map(({ id }) => id);
      const fresh = ids(never, limit);
      const stale = or(ne(assessments.revision, records.datestampRevision), ne(assessments.rules, rules));
      const changed = fresh.length < limit ? ids(stale, limit - fresh.length) : [];
      const known = new Set([...fresh, ...changed]);
      const room = limit - known.size;
      const again = room > 0 ? ids(lte(assessments.checkAgainAt, now), limit) : [];
      return [...known, ...again.filter((id) => !known.has(id)).slice(0, room)];
    },
    async save({ recordId, revision, assessedAt, checkAgainAt, rules, assessment }) {
      const { score, unknown, principles, tests } = assessment;
      const packed = pack(tests);
      query.transaction(
        (transaction) => {
          const earlier = transaction
            .select({
              score: assessments.score,
              unknown: assessments.unknown,
              principles: assessments.principles,
              changedAt: assessments.changedAt,
            })
            .from(assessments)
            .where(eq(assessments.recordId, recordId))
            .get();
          const same =
            earlier !== undefined &&
            earlier.score === score &&
            earlier.unknown === unknown &&
            JSON.stringify(earlier.principles) === JSON.stringify(principles);
          const row = {
            revision,
            rules,
            assessedAt,
            changedAt: same ? earlier.changedAt : assessedAt,
            checkAgainAt,
            score,
            unknown,
            principles,
            verdicts: Object.fromEntries(tests.map((test) => [test.metric, verdictOf(test)])),
            tests: packed,
          };
          transaction
            .insert(assessments)
            .values({ recordId, ...row })
            .onConflictDoUpdate({ target: assessments.recordId, set: row })
            .run();
          if (same) return;
          const point = { revision, score, unknown, principles };
          transaction
            .insert(scoreHistory)
            .values({ recordId, at: assessedAt, ...point })
            .onConflictDoUpdate({ target: [scoreHistory.recordId, scoreHistory.at], set: point })
            .run();
        },
        { behavior: 'immediate' },
      );
    },
    async latest(recordId) {
      const row = query.select().from(assessments).where(eq(assessments.recordId, recordId)).get();
      if (!row) return null;
      const { changedAt: _changed, verdicts: _verdicts, score, unknown, principles, tests, ...rest } = row;
      return { ...rest, assessment: { score, unknown, principles, tests: unpack(tests) } };
    },
    async history(recordId, limit) {
      return query
        .select()
        .from(scoreHistory)
        .where(eq(scoreHistory.recordId, recordId))
        .orderBy(desc(scoreHistory.at))
        .limit(limit)
        .all()
        .reverse()
        .map(({ recordId: _id, ...point }) => point);
    },
    async sumUp(sourceId, day) {
      const ofSource = and(live, eq(records.sourceId, sourceId));
      const joined = sql`${records} join ${assessments} on ${assessments.recordId} = ${records.id}`;
      query.transaction(
        (transaction) => {
          const whole = transaction
            .select({
              number: count(),
              score: sql<number>`round(avg(${assessments.score}), 3)`,
              unknown: sql<number>`round(avg(${assessments.unknown}), 3)`,
            })
            .from(records)
            .innerJoin(assessments, eq(assessments.recordId, records.id))
            .where(ofSource)
            .get();
          if (!whole || whole.number === 0) return;
          const shares = transaction.all<{ id: string; score: number; unknown: number }>(
            sql`select key as id, round(avg(value ->> 'score'), 3) as score, round(avg(value ->> 'unknown'), 3) as unknown
              from ${joined}, json_each(${assessments.principles}) where ${ofSource} group by key`,
          );
          const verdicts = transaction.all<{ id: string; verdict: string; number: number }>(
            sql`select key as id, value as verdict, count(*) as number
              from ${joined}, json_each(${assessments.verdicts}) where ${ofSource} group by key, value`,
          );
          const tests: Record<string, Record<string, number>> = {};
          for (const { id, verdict, number } of verdicts) tests[id] = { ...tests[id], [verdict]: number };
          const row = {
            records: whole.number,
            score: whole.score,
            unknown: whole.unknown,
            principles: Object.fromEntries(shares.map(({ id, ...share }) => [id, share])),
            tests,
          };
          transaction
            .insert(sourceScores)
            .values({ sourceId, day, ...row })
            .onConflictDoUpdate({ target: [sourceScores.sourceId, sourceScores.day], set: row })
            .run();
        },
        { behavior: 'immediate' },
      );
    },
    async ofSource(sourceId, limit) {
      return query
        .select()
        .from(sourceScores)
        .where(eq(sourceScores.sourceId, sourceId))
        .orderBy(desc(sourceScores.day))
        .limit(limit)
        .all()
        .reverse()
        .map(({ sourceId: _id, ...score }) => score);
    },
  };
}

/** Evidence repeats itself: packed, it takes a fifth. */
function pack(tests: readonly TestResult[]): Buffer {
  return brotliCompressSync(Buffer.from(JSON.stringify(tests)), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 4 },
  });
}

function unpack(bytes: Buffer): RecordAssessment['assessment']['tests'] {
  return JSON.parse(brotliDecompressSync(bytes).toString());
}
