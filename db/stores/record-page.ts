import { and, asc, desc, eq, gt, gte, inArray, lte, type SQL } from 'drizzle-orm';
import { formatNames } from '#catalogue/formats';
import { resourceTypes as knownTypes } from '#catalogue/model';
import type { Reader, RevisionPageRequest } from '#ledger';
import type { Database } from '../database.ts';
import { records } from '../schema/index.ts';
import { visibleOrHiddenTo, visibleTo } from './record-visibility.ts';

/**
 * What a page by revision selects. Datestamps never go back along the log, so that bounds of time are bounds of
 * revision: the page is one range of one index.
 */
export function pageCondition(
  database: Database,
  request: Omit<RevisionPageRequest, 'limit'>,
  reader: Reader,
): SQL | undefined {
  const { sourceId, formats, resourceTypes } = request;
  return and(
    gt(records.datestampRevision, Math.max(request.afterRevision, beforeFirst(database, request.from))),
    request.until === undefined
      ? undefined
      : lte(records.datestampRevision, lastUntil(database, request.until)),
    sourceId === undefined ? undefined : eq(records.sourceId, sourceId),
    formats === undefined
      ? undefined
      : inArray(
          records.format,
          formatNames.filter((name) => formats.includes(name)),
        ),
    resourceTypes === undefined
      ? undefined
      : inArray(
          records.resourceType,
          knownTypes.filter((type) => resourceTypes.includes(type)),
        ),
    request.includeDeleted ? visibleOrHiddenTo(reader) : and(eq(records.deleted, false), visibleTo(reader)),
  );
}

function beforeFirst({ query }: Database, from: string | undefined): number {
  if (from === undefined) return -1;
  const first = query
    .select({ revision: records.datestampRevision })
    .from(records)
    .where(gte(records.datestamp, from))
    .orderBy(asc(records.datestamp), asc(records.datestampRevision))
    .limit(1)
    .get();
  return first ? first.revision - 1 : Number.MAX_SAFE_INTEGER;
}

function lastUntil({ query }: Database, until: string): number {
  const last = query
    .select({ revision: records.datestampRevision })
    .from(records)
    .where(lte(records.datestamp, until))
    .orderBy(desc(records.datestamp), desc(records.datestampRevision))
    .limit(1)
    .get();
  return last?.revision ?? 0;
}
