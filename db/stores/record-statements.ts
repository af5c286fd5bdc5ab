import { and, asc, count, desc, eq, gt, ne, sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { documents, formerIdentifiers, records, revisions } from '../schema/index.ts';
import { standingStatements } from './record-standing.ts';

export type RecordStatements = ReturnType<typeof recordStatements>;

/** A named parameter, given as SQLite stores it: booleans as 0 and 1, JSON as text. */
const value = (name: string) => sql`${sql.placeholder(name)}`;

/** What the comparison of a run needs, and no content. */
const known = {
  recordId: records.id,
  upstreamIdentifier: records.upstreamIdentifier,
  documentHash: records.documentHash,
  interpretation: records.interpretation,
  deleted: records.deleted,
};

const state = {
  ...known,
  sourceId: records.sourceId,
  visibility: records.visibility,
  oncePublic: records.oncePublic,
};

/** The prepared statements of the writing side. */
export function recordStatements(database: Database) {
  const { query } = database;
  return {
    ...standingStatements(database),
    documentExists: query
      .select({ hash: documents.hash, credentials: documents.credentials })
      .from(documents)
      .where(eq(documents.hash, value('hash')))
      .prepare(),
    documentBytes: query
      .select({ bytes: documents.bytes, encoding: documents.encoding })
      .from(documents)
      .where(eq(documents.hash, value('hash')))
      .prepare(),
    insertDocument: query
      .insert(documents)
      .values({
        hash: value('hash'),
        format: value('format'),
        mediaType: value('mediaType'),
        size: value('size'),
        encoding: value('encoding'),
        storedAt: value('storedAt'),
        credentials: value('credentials'),
        bytes: value('bytes'),
      })
      .prepare(),
    stateByIdentity: query
      .select(state)
      .from(records)
      .where(
        and(
          eq(records.sourceId, value('sourceId')),
          eq(records.upstreamIdentifier, value('upstreamIdentifier')),
        ),
      )
      .prepare(),
    stateById: query
      .select(state)
      .from(records)
      .where(eq(records.id, value('id')))
      .prepare(),
    insertRecord: query
      .insert(records)
      .values({
        id: value('id'),
        sourceId: value('sourceId'),
        upstreamIdentifier: value('upstreamIdentifier'),
        revision: value('revision'),
        datestampRevision: value('revision'),
        datestamp: value('at'),
        createdAt: value('at'),
        deleted: false,
        visibility: value('visibility'),
        oncePublic: value('oncePublic'),
        format: value('format'),
        resourceType: value('resourceType'),
        documentHash: value('documentHash'),
        documentUrl: value('documentUrl'),
        credentials: value('credentials'),
        interpretation: value('interpretation'),
        overlaid: value('overlaid'),
        problems: value('problems'),
        record: value('record'),
      })
      .prepare(),
    /** The same said of the same document by other readers or rules. */
    stampInterpretation: query
      .update(records)
      .set({
        interpretation: value('interpretation'),
        overlaid: value('overlaid'),
        problems: value('problems'),
      })
      .where(eq(records.id, value('id')))
      .prepare(),
    contentOf: query
      .select({ record: sql<string>`${records.record}`, sourceId: records.sourceId })
      .from(records)
      .where(eq(records.id, value('id')))
      .prepare(),
    updateContent: query
      .update(records)
      .set({
        revision: value('revision'),
        datestampRevision: value('revision'),
        datestamp: value('at'),
        deleted: false,
        withdrawnReason: null,
        oncePublic: value('oncePublic'),
        format: value('format'),
        resourceType: value('resourceType'),
        documentHash: value('documentHash'),
        documentUrl: value('documentUrl'),
        credentials: value('credentials'),
        interpretation: value('interpretation'),
        overlaid: value('overlaid'),
        problems: value('problems'),
        record: value('record'),
      })
      .where(eq(records.id, value('id')))
      .prepare(),
    rename: query
      .update(records)
      .set({ upstreamIdentifier: value('upstreamIdentifier') })
      .where(eq(records.id, value('id')))
      .prepare(),
    keepFormer: query
      .insert(formerIdentifiers)
      .values({
        sourceId: value('sourceId'),
        upstreamIdentifier: value('upstreamIdentifier'),
        recordId: value('id'),
        revision: value('revision'),
        runId: value('runId'),
      })
      .onConflictDoUpdate({
        target: [formerIdentifiers.sourceId, formerIdentifiers.upstreamIdentifier],
        set: { recordId: value('id'), revision: value('revision'), runId: value('runId') },
      })
      .prepare(),
    /** An identifier that is in use again. */
    forgetFormer: query
      .delete(formerIdentifiers)
      .where(
        and(
          eq(formerIdentifiers.sourceId, value('sourceId')),
          eq(formerIdentifiers.upstreamIdentifier, value('upstreamIdentifier')),
        ),
      )
      .prepare(),
    withdraw: query
      .update(records)
      .set({
        revision: value('revision'),
        datestampRevision: value('revision'),
        datestamp: value('at'),
        deleted: true,
        withdrawnReason: value('reason'),
      })
      .where(eq(records.id, value('id')))
      .prepare(),
    /** A harvester that asks for changes learns that the record is in another set now. */
    move: query
      .update(records)
      .set({
        sourceId: value('sourceId'),
        revision: value('revision'),
        datestampRevision: value('revision'),
        datestamp: value('at'),
      })
      .where(eq(records.id, value('id')))
      .prepare(),
    setVisibility: query
      .update(records)
      .set({
        revision: value('revision'),
        datestampRevision: value('revision'),
        datestamp: value('at'),
        visibility: value('visibility'),
        oncePublic: value('oncePublic'),
      })
      .where(eq(records.id, value('id')))
      .prepare(),
    insertRevision: query
      .insert(revisions)
      .values({
        revision: value('revision'),
        recordId: value('recordId'),
        kind: value('kind'),
        change: value('change'),
        at: value('at'),
        actor: value('actor'),
        runId: value('runId'),
        documentHash: value('documentHash'),
        reason: value('reason'),
      })
      .prepare(),
    lastRevision: query
      .select({ revision: revisions.revision, at: revisions.at })
      .from(revisions)
      .orderBy(desc(revisions.revision))
      .limit(1)
      .prepare(),
    knownOf: query
      .select(known)
      .from(records)
      .where(
        and(
          eq(records.sourceId, value('sourceId')),
          sql`${records.upstreamIdentifier} IN (SELECT value FROM json_each(${value('identifiers')}))`,
        ),
      )
      .prepare(),
    outdated: query
      .select({ id: records.id })
      .from(records)
      .where(
        and(
          eq(records.sourceId, value('sourceId')),
          eq(records.deleted, false),
          ne(records.interpretation, value('interpretation')),
        ),
      )
      .limit(1)
      .prepare(),
    countOutdated: query
      .select({ number: count() })
      .from(records)
      .where(
        and(
          eq(records.sourceId, value('sourceId')),
          eq(records.deleted, false),
          ne(records.interpretation, value('interpretation')),
        ),
      )
      .prepare(),
    listLive: query
      .select(known)
      .from(records)
      .where(
        and(
          eq(records.sourceId, value('sourceId')),
          eq(records.deleted, false),
          gt(records.id, value('after')),
        ),
      )
      .orderBy(asc(records.id))
      .limit(sql.placeholder('limit'))
      .prepare(),
  };
}
