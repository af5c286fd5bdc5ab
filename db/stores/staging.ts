import { and, asc, eq, gt, inArray, lte, sql } from 'drizzle-orm';
import type { NewStagedChange, RunStore, StagedChange, StagedPage, StagedRename } from '#harvesters';
import { type PackedDocument, packDocument, type RecordFacts, WrittenRecord } from '#ledger';
import type { Database } from '../database.ts';
import { documents, missingRecords, records, seenIdentifiers, stagedChanges } from '../schema/index.ts';
import { forgetRows } from './forget-rows.ts';
import type { StagedChangeValues, StagingStatements } from './staging-statements.ts';

type Query = Database['query'];
type StagingStore = Pick<
  RunStore,
  | 'unseen'
  | 'stagedHashes'
  | 'staged'
  | 'stagedChange'
  | 'countStaged'
  | 'unstage'
  | 'unstageWithdrawals'
  | 'discard'
  | 'missing'
  | 'found'
  | 'foundAgain'
>;

const immediate = { behavior: 'immediate' } as const;
const listed = (values: readonly string[]) => sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`;

/** What is prepared of a change before the write lock is held. */
export type PreparedPage = { documents: Map<string, PackedDocument>; changes: StagedChangeValues[] };

/** Packs the documents of a page that are not in the store yet, and writes its records as JSON, before the write lock is held. */
export function preparePage(query: Query, page: StagedPage): PreparedPage {
  return {
    documents: packDocuments(query, page),
    changes: page.changes.map((change) => toValues(page.run.id, change)),
  };
}

function packDocuments(query: Query, { changes }: StagedPage): Map<string, PackedDocument> {
  const hashes = changes.flatMap((change) => (change.kind === 'put' ? [change.document.hash] : []));
  const stored = new Set(
    query
      .select({ hash: documents.hash })
      .from(documents)
      .where(sql`${documents.hash} IN ${listed(hashes)}`)
      .all()
      .map(({ hash }) => hash),
  );
  const packed = new Map<string, PackedDocument>();
  for (const change of changes) {
    if (change.kind !== 'put' || !change.document.bytes || stored.has(change.document.hash)) continue;
    packed.set(change.document.hash, change.document.packed ?? packDocument(change.document.bytes));
  }
  return packed;
}

/** Writes a page; called within the writing transaction. */
export function writePage(
  query: Query,
  statements: StagingStatements,
  { run, changes, seen, problems }: StagedPage,
  prepared: PreparedPage,
  storedAt: string,
): void {
  for (const [index, change] of changes.entries()) {
    if (change.kind === 'put') {
      const { hash, format, mediaType } = change.document;
      const document = prepared.documents.get(hash);
      if (document) {
        const { credentials, ...packed } = document;
        statements.insertDocument.run({
          hash,
          format,
          mediaType,
          storedAt,
          credentials: credentials ? 1 : 0,
          ...packed,
        });
      }
    }
    statements.putChange.run(prepared.changes[index]);
  }
  if (seen.length > 0)
    query.run(
      sql`INSERT OR IGNORE INTO ${seenIdentifiers} (run_id, upstream_identifier) SELECT ${run.id}, value FROM json_each(${JSON.stringify(seen)})`,
    );
  for (const problem of problems)
    statements.insertProblem.run({
      ...problem,
      runId: run.id,
      line: problem.line ?? null,
      identifier: problem.identifier ?? null,
      recordId: problem.recordId ?? null,
      refused: problem.refused ? 1 : 0,
    });
}

/** Writes a rename; called within the writing transaction. */
export function writeRename(
  query: Pick<Query, 'delete' | 'update' | 'insert'>,
  runId: string,
  { upstreamIdentifier, recordId, formerIdentifier }: StagedRename,
): void {
  const staged = (identifier: string) =>
    and(eq(stagedChanges.runId, runId), eq(stagedChanges.upstreamIdentifier, identifier));
  query.delete(stagedChanges).where(staged(formerIdentifier)).run();
  query.update(stagedChanges).set({ outcome: 'renamed', recordId }).where(staged(upstreamIdentifier)).run();
  query
    .insert(seenIdentifiers)
    .values({ runId, upstreamIdentifier: formerIdentifier })
    .onConflictDoNothing()
    .run();
  query.delete(missingRecords).where(eq(missingRecords.recordId, recordId)).run();
}

/** Builds the reading and forgetting side of the staging of runs. */
export function createStagingStore({ query }: Database): StagingStore {
  const ofRun = (runId: string, identifiers: readonly string[]) =>
    and(eq(stagedChanges.runId, runId), sql`${stagedChanges.upstreamIdentifier} IN ${listed(identifiers)}`);
  return {
    async unseen(runId, upstreamIdentifiers) {
      const seen = query
        .select({ identifier: seenIdentifiers.upstreamIdentifier })
        .from(seenIdentifiers)
        .where(
          and(
            eq(seenIdentifiers.runId, runId),
            sql`${seenIdentifiers.upstreamIdentifier} IN ${listed(upstreamIdentifiers)}`,
          ),
        )
        .all();
      const known = new Set(seen.map((row) => row.identifier));
      return upstreamIdentifiers.filter((identifier) => !known.has(identifier));
    },
    async stagedHashes(runId, upstreamIdentifiers) {
      const rows = query
        .select({ identifier: stagedChanges.upstreamIdentifier, hash: stagedChanges.documentHash })
        .from(stagedChanges)
        .where(ofRun(runId, upstreamIdentifiers))
        .all();
      return new Map(rows.flatMap(({ identifier, hash }) => (hash === null ? [] : [[identifier, hash]])));
    },
    async staged(runId, afterPosition, limit, outcome) {
      return query
        .select()
        .from(stagedChanges)
        .where(
          and(
            eq(stagedChanges.runId, runId),
            gt(stagedChanges.position, afterPosition),
            outcome && eq(stagedChanges.outcome, outcome),
          ),
        )
        .orderBy(asc(stagedChanges.position))
        .limit(limit)
        .all()
        .map(toStagedChange);
    },
    async stagedChange(runId, upstreamIdentifier) {
      const row = query
        .select()
        .from(stagedChanges)
        .where(ofRun(runId, [upstreamIdentifier]))
        .get();
      return row ? toStagedChange(row) : null;
    },
    async countStaged(runId) {
      const rows = query
        .select({ outcome: stagedChanges.outcome, number: sql<number>`count(*)` })
        .from(stagedChanges)
        .where(eq(stagedChanges.runId, runId))
        .groupBy(stagedChanges.outcome)
        .all();
      const counts = { created: 0, updated: 0, renamed: 0, restored: 0, withdrawn: 0, moved: 0 };
      for (const { outcome, number } of rows) counts[outcome] = number;
      return counts;
    },
    async unstage(runId, throughPosition) {
      query
        .delete(stagedChanges)
        .where(and(eq(stagedChanges.runId, runId), lte(stagedChanges.position, throughPosition)))
        .run();
    },
    async unstageWithdrawals(runId) {
      const withdrawals = and(eq(stagedChanges.runId, runId), eq(stagedChanges.outcome, 'withdrawn'));
      query.delete(stagedChanges).where(withdrawals).run();
    },
    async discard(runId) {
      await forgetRows(query, stagedChanges, eq(stagedChanges.runId, runId));
      await forgetRows(query, seenIdentifiers, eq(seenIdentifiers.runId, runId));
    },
    async missing(sourceId, recordIds, at) {
      if (recordIds.length === 0) return new Map();
      return query.transaction((transaction) => {
        for (const recordId of recordIds)
          transaction
            .insert(missingRecords)
            .values({ recordId, sourceId, since: at })
            .onConflictDoNothing()
            .run();
        const rows = transaction
          .select()
          .from(missingRecords)
          .where(sql`${missingRecords.recordId} IN ${listed(recordIds)}`)
          .all();
        return new Map(rows.map(({ recordId, since }) => [recordId, since]));
      }, immediate);
    },
    async found(recordIds) {
      if (recordIds.length === 0) return;
      query
        .delete(missingRecords)
        .where(inArray(missingRecords.recordId, [...recordIds]))
        .run();
    },
    async foundAgain({ id, sourceId }) {
      query
        .delete(missingRecords)
        .where(
          and(
            eq(missingRecords.sourceId, sourceId),
            sql`${missingRecords.recordId} IN (SELECT ${records.id} FROM ${records}
              JOIN ${seenIdentifiers} ON ${seenIdentifiers.upstreamIdentifier} = ${records.upstreamIdentifier}
              WHERE ${seenIdentifiers.runId} = ${id} AND ${records.sourceId} = ${sourceId})`,
          ),
        )
        .run();
    },
  };
}

/** A change as it is stored. */
function toValues(runId: string, change: NewStagedChange): StagedChangeValues {
  const { upstreamIdentifier, outcome } = change;
  const about = { runId, upstreamIdentifier, outcome, recordId: change.recordId ?? null };
  if (change.kind !== 'put')
    return {
      ...about,
      reason: change.kind === 'withdraw' ? change.reason : null,
      documentHash: null,
      format: null,
      mediaType: null,
      documentUrl: null,
      record: null,
      resourceType: null,
      credentials: null,
      links: null,
      problems: null,
      interpretation: null,
      overlaid: null,
    };
  const { hash, format, mediaType, url } = change.document;
  const { record, problems, interpretation, overlaid } = change;
  return {
    ...about,
    reason: null,
    documentHash: hash,
    format,
    mediaType,
    documentUrl: url ?? null,
    record: record.json,
    resourceType: record.facts.resourceType,
    credentials: record.facts.credentials ? 1 : 0,
    links: JSON.stringify(record.facts.links),
    problems: JSON.stringify(problems),
    interpretation,
    overlaid: overlaid ? 1 : 0,
  };
}

function toStagedChange(row: typeof stagedChanges.$inferSelect): StagedChange {
  const { position, upstreamIdentifier, outcome, documentHash, format, mediaType, record } = row;
  const about = {
    position,
    upstreamIdentifier,
    outcome,
    ...(row.recordId === null ? {} : { recordId: row.recordId }),
  };
  if (outcome === 'moved') return { ...about, kind: 'move' };
  if (documentHash === null || format === null || record === null)
    return { ...about, kind: 'withdraw', reason: row.reason ?? '' };
  return {
    ...about,
    kind: 'put',
    document: {
      hash: documentHash,
      format,
      mediaType: mediaType ?? '',
      ...(row.documentUrl === null ? {} : { url: row.documentUrl }),
    },
    record: WrittenRecord.fromJson(record, factsOf(row)),
    problems: row.problems ?? [],
    interpretation: row.interpretation ?? '',
    overlaid: row.overlaid ?? false,
  };
}

/** Unknown of what an older version staged. */
function factsOf({
  resourceType,
  credentials,
  links,
}: typeof stagedChanges.$inferSelect): RecordFacts | undefined {
  return resourceType === null || credentials === null || links === null
    ? undefined
    : { resourceType, credentials, links };
}
