import { inArray } from 'drizzle-orm';
import type { LinkCheck, LinkCheckStore } from '#assessment/links';
import type { Database } from '../database.ts';
import { linkChecks } from '../schema/index.ts';

/** Addresses asked for in one statement. */
const urlsAtOnce = 500;

/** Builds the store of what foreign addresses answered. */
export function createLinkCheckStore({ query }: Database): LinkCheckStore {
  return {
    async getMany(urls) {
      const found: LinkCheck[] = [];
      for (let start = 0; start < urls.length; start += urlsAtOnce) {
        const some = inArray(linkChecks.url, urls.slice(start, start + urlsAtOnce));
        found.push(...query.select().from(linkChecks).where(some).all().map(toCheck));
      }
      return found;
    },
    async save({ url, checkedAt, nextCheckAt, failures, observation }) {
      const told = observation.outcome === 'answered' ? observation : undefined;
      const row = {
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
      };
      query
        .insert(linkChecks)
        .values({ url, ...row })
        .onConflictDoUpdate({ target: linkChecks.url, set: row })
        .run();
    },
  };
}

function toCheck(row: typeof linkChecks.$inferSelect): LinkCheck {
  const { url, checkedAt, nextCheckAt, failures, outcome, status, size, content, title } = row;
  return {
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
          }
        : { outcome, reason: row.error ?? '' },
  };
}
