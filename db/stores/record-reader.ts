import { and, asc, count, desc, eq, gt, inArray, lt, type SQL, sql } from 'drizzle-orm';
import { type CatalogueRecord, emptyRecord } from '#catalogue/model';
import { type Among, type Reader, type RecordReader, type StoredRecord, unpackDocument } from '#ledger';
import { maskCredentials, maskDeeply, maskDocument } from '#runtime/credentials';
import type { Database } from '../database.ts';
import { assessments, documents, formerIdentifiers, records, revisions } from '../schema/index.ts';
import { pageCondition } from './record-page.ts';
import { isPublic, visibleOrHiddenTo, visibleTo } from './record-visibility.ts';

/** Ids asked for in one statement. */
const idsAtOnce = 500;

/** However many: they are one parameter. */
function isAmong({ sourceIds, ids }: Among): SQL {
  const isOneOf = (column: typeof records.id | typeof records.sourceId, values: readonly string[]) =>
    sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`;
  return sql`(${isOneOf(records.sourceId, sourceIds)} OR ${isOneOf(records.id, ids)})`;
}

/** Builds the reading side of the ledger's store. */
export function createRecordReader(database: Database): RecordReader {
  const { query } = database;
  const withScore = () =>
    query
      .select({ row: records, score: assessments.score, scoredAt: assessments.changedAt })
      .from(records)
      .leftJoin(assessments, eq(assessments.recordId, records.id));
  const byId = withScore()
    .where(eq(records.id, sql.placeholder('id')))
    .prepare();

  const select = (condition: SQL | undefined, reader: Reader) =>
    withScore()
      .where(condition)
      .all()
      .map((found) => toStoredRecord(found, reader));

  return {
    async get(id, reader) {
      const found = byId.get({ id });
      if (!found || (reader === 'public' && !isPublic(found.row.visibility) && !found.row.oncePublic))
        return null;
      return toStoredRecord(found, reader);
    },
    async getMany(ids, reader) {
      const found = new Map<string, StoredRecord>();
      for (let start = 0; start < ids.length; start += idsAtOnce) {
        const some = inArray(records.id, ids.slice(start, start + idsAtOnce));
        for (const record of select(and(some, visibleTo(reader)), reader)) found.set(record.id, record);
      }
      return ids.flatMap((id) => found.get(id) ?? []);
    },
    async findByUpstreamIdentifier(sourceId, upstreamIdentifier) {
      const identity = and(
        eq(records.sourceId, sourceId),
        eq(records.upstreamIdentifier, upstreamIdentifier),
      );
      const [called] = select(identity, 'staff');
      if (called) return called;
      const once = query
        .select({ id: formerIdentifiers.recordId })
        .from(formerIdentifiers)
        .where(
          and(
            eq(formerIdentifiers.sourceId, sourceId),
            eq(formerIdentifiers.upstreamIdentifier, upstreamIdentifier),
          ),
        )
        .get();
      return once ? (select(eq(records.id, once.id), 'staff')[0] ?? null) : null;
    },
    async original(id, reader) {
      const row = query
        .select({
          hash: documents.hash,
          bytes: documents.bytes,
          encoding: documents.encoding,
          mediaType: documents.mediaType,
          format: records.format,
          url: records.documentUrl,
          credentials: records.credentials,
        })
        .from(records)
        .innerJoin(documents, eq(records.documentHash, documents.hash))
        .where(
          and(
            eq(records.id, id),
            reader === 'public' ? eq(records.deleted, false) : undefined,
            visibleTo(reader),
          ),
        )
        .get();
      if (!row) return null;
      const bytes = unpackDocument(row);
      const masked = reader === 'public' && row.credentials;
      return {
        bytes: masked ? maskDocument(bytes) : bytes,
        format: row.format,
        mediaType: row.mediaType,
        hash: row.hash,
        ...(row.url === null ? {} : { url: masked ? maskCredentials(row.url) : row.url }),
      };
    },
    async pageByRevision(request, reader) {
      return withScore()
        .where(pageCondition(database, request, reader))
        .orderBy(asc(records.datestampRevision))
        .limit(request.limit)
        .all()
        .map((found) => toStoredRecord(found, reader));
    },
    async lastChanged({ beforeRevision = Number.MAX_SAFE_INTEGER, limit, sourceId, among }, reader) {
      const asked = and(
        lt(records.datestampRevision, beforeRevision),
        sourceId === undefined ? undefined : eq(records.sourceId, sourceId),
        among && isAmong(among),
        visibleOrHiddenTo(reader),
      );
      return withScore()
        .where(asked)
        .orderBy(desc(records.datestampRevision))
        .limit(limit)
        .all()
        .map((found) => toStoredRecord(found, reader));
    },
    async countByRevision(request, reader) {
      const row = query
        .select({ number: count() })
        .from(records)
        .where(pageCondition(database, request, reader))
        .get();
      return row?.number ?? 0;
    },
    async revisionsAfter(revision, limit) {
      return query
        .select()
        .from(revisions)
        .where(gt(revisions.revision, revision))
        .orderBy(asc(revisions.revision))
        .limit(limit)
        .all()
        .map(toRevision);
    },
    async revisionsOf(id) {
      return query
        .select()
        .from(revisions)
        .where(eq(revisions.recordId, id))
        .orderBy(asc(revisions.revision))
        .all()
        .map(toRevision);
    },
    async revisionsOfRun(runId, afterRevision, limit) {
      return query
        .select()
        .from(revisions)
        .where(and(eq(revisions.runId, runId), gt(revisions.revision, afterRevision)))
        .orderBy(asc(revisions.revision))
        .limit(limit)
        .all()
        .map(toRevision);
    },
    async document(hash) {
      const row = query.select().from(documents).where(eq(documents.hash, hash)).get();
      return row ? { bytes: unpackDocument(row), format: row.format, mediaType: row.mediaType } : null;
    },
    async latestRevision() {
      const row = query
        .select({ last: sql<number | null>`max(${revisions.revision})` })
        .from(revisions)
        .get();
      return row?.last ?? 0;
    },
    async earliestDatestamp() {
      const row = query
        .select({ first: sql<string | null>`min(${records.datestamp})` })
        .from(records)
        .get();
      return row?.first ?? null;
    },
    async countBySource(reader) {
      const rows = query
        .select({ sourceId: records.sourceId, number: count() })
        .from(records)
        .where(and(eq(records.deleted, false), visibleTo(reader)))
        .groupBy(records.sourceId)
        .all();
      return Object.fromEntries(rows.map((row) => [row.sourceId, row.number]));
    },
  };
}

/** What a reader is given of a row: nothing but its withdrawal when the public may not see it (any more). */
function toStoredRecord(
  {
    row,
    score,
    scoredAt,
  }: { row: typeof records.$inferSelect; score: number | null; scoredAt: string | null },
  reader: Reader,
): StoredRecord {
  const {
    documentHash: _hash,
    documentUrl: _url,
    oncePublic: _once,
    resourceType,
    credentials,
    withdrawnReason,
    interpretation: _interpretation,
    ...rest
  } = row;
  if (reader === 'public' && !isPublic(row.visibility))
    return {
      ...rest,
      upstreamIdentifier: '',
      deleted: true,
      problems: [],
      record: emptyRecord(resourceType),
    };
  const masked = reader === 'public' && credentials;
  return {
    ...rest,
    ...(withdrawnReason === null ? {} : { withdrawnReason }),
    ...(score === null || scoredAt === null ? {} : { assessment: { score, at: scoredAt } }),
    record: masked ? maskDeeply(complete(rest.record)) : complete(rest.record),
    problems: masked ? maskDeeply(rest.problems) : rest.problems,
  };
}

/** A record that an older version stored lacks the lists that the model has gained since. */
function complete(record: CatalogueRecord): CatalogueRecord {
  const { resource, ...rest } = emptyRecord(record.resource.type);
  return { ...rest, ...record, resource: { ...resource, ...record.resource } };
}

function toRevision({ runId, documentHash, reason, ...row }: typeof revisions.$inferSelect) {
  return {
    ...row,
    ...(runId === null ? {} : { runId }),
    ...(documentHash === null ? {} : { documentHash }),
    ...(reason === null ? {} : { reason }),
  };
}
