import { and, desc, eq, gt } from 'drizzle-orm';
import type { AccessToken, AccessTokenStore } from '#accounts';
import type { Database } from '../database.ts';
import { accessTokens, auditTrail } from '../schema/index.ts';

/** Builds the store of keys for programs. */
export function createAccessTokenStore({ query }: Database): AccessTokenStore {
  return {
    async addToken(token, audit) {
      query.transaction((within) => {
        within.insert(accessTokens).values(token).run();
        within.insert(auditTrail).values(audit).run();
      });
    },
    async findToken(tokenHash) {
      const row = query.select().from(accessTokens).where(eq(accessTokens.tokenHash, tokenHash)).get();
      return row ? toToken(row) : null;
    },
    async getToken(id) {
      const row = query.select().from(accessTokens).where(eq(accessTokens.id, id)).get();
      return row ? toToken(row) : null;
    },
    async tokensOf(sourceId, now) {
      return query
        .select()
        .from(accessTokens)
        .where(and(eq(accessTokens.sourceId, sourceId), gt(accessTokens.expiresAt, now)))
        .orderBy(desc(accessTokens.createdAt), desc(accessTokens.id))
        .all()
        .map(toToken);
    },
    async deleteToken(id, audit) {
      query.transaction((within) => {
        within.delete(accessTokens).where(eq(accessTokens.id, id)).run();
        within.insert(auditTrail).values(audit).run();
      });
    },
    async noteTokenUse(id, usedAt) {
      query.update(accessTokens).set({ usedAt }).where(eq(accessTokens.id, id)).run();
    },
  };
}

function toToken({ tokenHash: _hash, usedAt, ...row }: typeof accessTokens.$inferSelect): AccessToken {
  return { ...row, ...(usedAt === null ? {} : { usedAt }) };
}
