import { sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { documents, runProblems, stagedChanges } from '../schema/index.ts';

export type StagingStatements = ReturnType<typeof stagingStatements>;

/** A named parameter, given as SQLite stores it: booleans as 0 and 1, JSON as text. */
const value = (name: string) => sql`${sql.placeholder(name)}`;

/** The prepared statements of what is written for each record of a page: to build them anew would cost more than they do. */
export function stagingStatements({ query }: Database) {
  const change = {
    runId: value('runId'),
    upstreamIdentifier: value('upstreamIdentifier'),
    outcome: value('outcome'),
    recordId: value('recordId'),
    reason: value('reason'),
    documentHash: value('documentHash'),
    format: value('format'),
    mediaType: value('mediaType'),
    documentUrl: value('documentUrl'),
    record: value('record'),
    resourceType: value('resourceType'),
    credentials: value('credentials'),
    links: value('links'),
    problems: value('problems'),
    interpretation: value('interpretation'),
    overlaid: value('overlaid'),
  };
  return {
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
      .onConflictDoNothing()
      .prepare(),
    putChange: query
      .insert(stagedChanges)
      .values(change)
      .onConflictDoUpdate({ target: [stagedChanges.runId, stagedChanges.upstreamIdentifier], set: change })
      .prepare(),
    insertProblem: query
      .insert(runProblems)
      .values({
        runId: value('runId'),
        severity: value('severity'),
        code: value('code'),
        path: value('path'),
        line: value('line'),
        message: value('message'),
        hint: value('hint'),
        identifier: value('identifier'),
        recordId: value('recordId'),
        refused: value('refused'),
      })
      .prepare(),
  };
}

/** What `putChange` takes. */
export type StagedChangeValues = Record<
  Exclude<keyof typeof stagedChanges.$inferSelect, 'position'>,
  string | number | null
>;
