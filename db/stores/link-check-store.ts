import { and, asc, eq, inArray, lte, min, sql } from 'drizzle-orm';
import { type LinkCheck, type LinkCheckStore, linkProblemOf } from '#assessment/links';
import type { Database } from '../database.ts';
import { linkChecks, recordLinks } from '../schema/index.ts';

/** Addresses asked for in one statement. */
const urlsAtOnce = 500;

/** Builds the store of what foreign addresses answered. */
export function createLinkCheckStore({ query }: Database): LinkCheckStore {
  return {
    async getMany(urls) {
      const found: LinkCheck[] = [];
      for (let start = 0; start < urls.length; start += urlsAtOnce) {
        const some = inArray(linkChecks.url, urls.slice(start, start + urlsAtOnce));
        found.push(...query.select().from(linkChecks).where(some).all().flatMap(toCheck));
      }
      return found;
    },
    async dueHosts(now) {
      return query
        .select({ host: linkChecks.host })
        .from(linkChecks)
        .where(and(lte(linkChecks.nextCheckAt, now), isNamed))
        .groupBy(linkChecks.host)
        .orderBy(asc(min(linkChecks.nextCheckAt)), asc(linkChecks.host))
        .all()
        .map(({ host }) => host);
    },
    async dueOf(host, now, limit) {
      // Names in full: of a single table, drizzle leaves them out.
      const naming = sql`FROM record_links AS named JOIN sources ON sources.id = named.source_id
        WHERE named.url = link_checks.url`;
      return query
        .select({
          url: linkChecks.url,
          look: sql`EXISTS (SELECT 1 FROM record_links AS named WHERE named.url = link_checks.url
            AND named.kind IN ('download', 'identifier'))`.mapWith(Boolean),
          allowPrivate: sql`EXISTS (SELECT 1 ${naming} AND sources.allow_private_addresses)`.mapWith(Boolean),
        })
        .from(linkChecks)
        .where(and(eq(linkChecks.host, host), lte(linkChecks.nextCheckAt, now), isNamed))
        .orderBy(asc(linkChecks.nextCheckAt), asc(linkChecks.url))
        .limit(limit)
        .all();
    },
    async sourcesNaming(urls) {
      return query
        .selectDistinct({ id: recordLinks.sourceId })
        .from(recordLinks)
        .where(inArray(recordLinks.url, [...urls]))
        .orderBy(asc(recordLinks.sourceId))
        .all()
        .map(({ id }) => id);
    },
    async forgetUnnamed(before) {
      const unnamed = and(lte(linkChecks.nextCheckAt, before), sql`NOT ${isNamed}`);
      return query.delete(linkChecks).where(unnamed).run().changes;
    },
    async save(check) {
      const { url, checkedAt, nextCheckAt, failures, observation } = check;
      const told = observation.outcome === 'answered' ? observation : undefined;
      const row = {
        host: URL.canParse(url) ? new URL(url).host : '',
        checkedAt,
        nextCheckAt,
        failures,
        outcome: observation.outcome,
        status: told?.status ?? null,
        mediaType: told?.mediaType ?? null,
        finalUrl: told?.finalUrl ?? null,
        size: told?.size ?? null,
        content: told?.content ?? null,
        title: told?.title ?? null,
        error: observation.outcome === 'answered' ? null : observation.reason,
        movedTo: told?.movedTo ?? null,
        problem: linkProblemOf(check) ?? null,
      };
      query
        .insert(linkChecks)
        .values({ url, ...row })
        .onConflictDoUpdate({ target: linkChecks.url, set: row })
        .run();
    },
  };
}

/** Some live public record names the address. */
const isNamed = sql`EXISTS (SELECT 1 FROM ${recordLinks} WHERE ${recordLinks.url} = ${linkChecks.url})`;

/** A row as a check; none where nobody has asked yet. */
export function toCheck(row: typeof linkChecks.$inferSelect): LinkCheck[] {
  const { url, checkedAt, nextCheckAt, failures, outcome, status, size, content, title, movedTo } = row;
  if (outcome === 'not-checked') return [];
  const check: LinkCheck = {
    url,
    checkedAt,
    nextCheckAt,
    failures,
    observation:
      outcome === 'answered'
        ? {
            outcome,
            status: status ?? 0,
            mediaType: row.mediaType ?? '',
            finalUrl: row.finalUrl ?? url,
            ...(size === null ? {} : { size }),
            ...(content === null ? {} : { content }),
            ...(title === null ? {} : { title }),
            ...(movedTo === null ? {} : { movedTo }),
          }
        : { outcome, reason: row.error ?? '' },
  };
  return [check];
}
