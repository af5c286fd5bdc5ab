import { and, count, desc, eq, gt, inArray, isNull, lt, ne, sql } from 'drizzle-orm';
import type { AccountStore } from '#accounts';
import type { Database } from '../database.ts';
import {
  auditTrail,
  invitations,
  roleGrants,
  session,
  signInAttempts,
  user,
  verification,
} from '../schema/index.ts';
import { createAccessTokenStore } from './access-token-store.ts';
import {
  toAccount,
  toGrant,
  toGrantRow,
  toInvitation,
  toInvitationRow,
  toSessionSummary,
} from './account-rows.ts';
import { utcSeconds } from './clock.ts';

/** Builds what accounts keep beside the authentication library's own tables. */
export function createAccountStore(database: Database): AccountStore {
  const { query } = database;
  const immediate = { behavior: 'immediate' } as const;
  const globalAdministrator = and(eq(roleGrants.role, 'administrator'), eq(roleGrants.scopeKind, 'global'));

  return {
    ...createAccessTokenStore(database),
    async listAccounts(offset, limit) {
      const total = query.select({ number: count() }).from(user).get();
      const rows = query.select().from(user).orderBy(user.email).limit(limit).offset(offset).all();
      return { total: total?.number ?? 0, accounts: rows.map(toAccount) };
    },
    async getAccount(id) {
      const row = query.select().from(user).where(eq(user.id, id)).get();
      return row ? toAccount(row) : null;
    },
    async getAccounts(ids) {
      return query
        .select()
        .from(user)
        .where(inArray(user.id, [...ids]))
        .all()
        .map(toAccount);
    },
    async findAccountByEmail(email) {
      const row = query.select().from(user).where(eq(user.email, email.toLowerCase())).get();
      return row ? toAccount(row) : null;
    },
    async grantsOf(userId) {
      return query.select().from(roleGrants).where(eq(roleGrants.userId, userId)).all().map(toGrant);
    },
    async getGrant(grantId) {
      const row = query.select().from(roleGrants).where(eq(roleGrants.id, grantId)).get();
      return row ? toGrant(row) : null;
    },
    async grantsOfMany(userIds) {
      return query
        .select()
        .from(roleGrants)
        .where(inArray(roleGrants.userId, [...userIds]))
        .all()
        .map(toGrant);
    },
    async grant(grant, audit) {
      return query.transaction((transaction) => {
        const added = transaction.insert(roleGrants).values(toGrantRow(grant)).onConflictDoNothing().run();
        if (added.changes === 0) return false;
        transaction.insert(auditTrail).values(audit).run();
        return true;
      }, immediate);
    },
    async revoke(grantId, audit) {
      return query.transaction((transaction) => {
        const grant = transaction.select().from(roleGrants).where(eq(roleGrants.id, grantId)).get();
        if (!grant) return 'absent';
        const isAdministrator = grant.role === 'administrator' && grant.scopeKind === 'global';
        const other = and(globalAdministrator, ne(roleGrants.id, grantId));
        if (isAdministrator && !transaction.select().from(roleGrants).where(other).limit(1).get())
          return 'last-administrator';
        transaction.delete(roleGrants).where(eq(roleGrants.id, grantId)).run();
        transaction.insert(auditTrail).values(audit).run();
        return 'revoked';
      }, immediate);
    },
    async countAdministrators() {
      const row = query
        .select({ number: sql<number>`count(DISTINCT ${roleGrants.userId})` })
        .from(roleGrants)
        .where(globalAdministrator)
        .get();
      return row?.number ?? 0;
    },
    async addInvitation(invitation) {
      query.insert(invitations).values(toInvitationRow(invitation)).run();
    },
    async findInvitation(tokenHash) {
      const row = query.select().from(invitations).where(eq(invitations.tokenHash, tokenHash)).get();
      return row ? toInvitation(row) : null;
    },
    async listInvitations(now) {
      return query
        .select()
        .from(invitations)
        .where(and(isNull(invitations.usedAt), gt(invitations.expiresAt, now)))
        .orderBy(desc(invitations.createdAt))
        .all()
        .map(toInvitation);
    },
    async spendInvitation(id, now) {
      const unused = and(eq(invitations.id, id), isNull(invitations.usedAt), gt(invitations.expiresAt, now));
      return query.update(invitations).set({ usedAt: now }).where(unused).run().changes === 1;
    },
    async releaseInvitation(id) {
      query.update(invitations).set({ usedAt: null }).where(eq(invitations.id, id)).run();
    },
    async withdrawInvitations(which) {
      const chosen = which === 'setup' ? isNull(invitations.email) : eq(invitations.id, which.id);
      query
        .delete(invitations)
        .where(and(chosen, isNull(invitations.usedAt)))
        .run();
    },
    async sessionsOf(userId, now) {
      return query
        .select()
        .from(session)
        .where(and(eq(session.userId, userId), gt(session.expiresAt, now)))
        .orderBy(desc(session.createdAt))
        .all()
        .map(toSessionSummary);
    },
    async deleteSession(userId, sessionId) {
      const own = and(eq(session.id, sessionId), eq(session.userId, userId));
      return query.delete(session).where(own).run().changes === 1;
    },
    async deleteSessions(userId) {
      return query.delete(session).where(eq(session.userId, userId)).run().changes;
    },
    async countAttempt(key, now, windowMilliseconds) {
      const windowBegan = now - windowMilliseconds;
      query.delete(signInAttempts).where(lt(signInAttempts.since, windowBegan)).run();
      const row = query
        .insert(signInAttempts)
        .values({ key, number: 1, since: now })
        .onConflictDoUpdate({
          target: signInAttempts.key,
          set: { number: sql`${signInAttempts.number} + 1` },
        })
        .returning({ number: signInAttempts.number })
        .get();
      return row.number;
    },
    async forgetAttempts(key) {
      query.delete(signInAttempts).where(eq(signInAttempts.key, key)).run();
    },
    async forgetExpired(now) {
      query.delete(session).where(lt(session.expiresAt, now)).run();
      query.delete(verification).where(lt(verification.expiresAt, now)).run();
      query
        .delete(invitations)
        .where(lt(invitations.expiresAt, utcSeconds(now.getTime())))
        .run();
    },
    async appendAudit(entry) {
      query.insert(auditTrail).values(entry).run();
    },
    async listAudit({ beforeId, subject, limit }) {
      return query
        .select()
        .from(auditTrail)
        .where(
          and(
            beforeId === undefined ? undefined : lt(auditTrail.id, beforeId),
            subject === undefined ? undefined : eq(auditTrail.subject, subject),
          ),
        )
        .orderBy(desc(auditTrail.id))
        .limit(limit)
        .all();
    },
  };
}
