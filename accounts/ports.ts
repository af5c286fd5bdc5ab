import type { Role, Scope } from './roles.ts';

/** An account, without anything secret. */
export type Account = { id: string; email: string; name: string; createdAt: string };

/** A role that somebody holds somewhere. Times are UTC, `YYYY-MM-DDThh:mm:ssZ`. */
export type RoleGrant = {
  id: string;
  userId: string;
  role: Role;
  scope: Scope;
  /** Account id, or `system`. */
  grantedBy: string;
  grantedAt: string;
};

/** A link that makes an account; the first administrator's has no e-mail address. Only the token's hash is stored. */
export type Invitation = {
  id: string;
  tokenHash: string;
  email?: string;
  role: Role;
  scope: Scope;
  invitedBy: string;
  createdAt: string;
  expiresAt: string;
  usedAt?: string;
};

/** A key with which a program acts for an account, for one source. Its secret is nowhere. */
export type AccessToken = {
  id: string;
  userId: string;
  sourceId: string;
  /** What it is for, in somebody's words. */
  name: string;
  createdAt: string;
  expiresAt: string;
  /** To the minute. */
  usedAt?: string;
};

export type AccessTokenStore = {
  /** Adds a token and its audit entry in one transaction. */
  addToken(token: AccessToken & { tokenHash: string }, audit: Omit<AuditEntry, 'id'>): Promise<void>;
  findToken(tokenHash: string): Promise<AccessToken | null>;
  getToken(id: string): Promise<AccessToken | null>;
  /** Those of a source that are not over, newest first. */
  tokensOf(sourceId: string, now: string): Promise<AccessToken[]>;
  /** Removes a token and appends the audit entry in one transaction. */
  deleteToken(id: string, audit: Omit<AuditEntry, 'id'>): Promise<void>;
  noteTokenUse(id: string, usedAt: string): Promise<void>;
};

export type AuditEntry = {
  id: number;
  at: string;
  /** Account id, or `system`. */
  actor: string;
  /** What was done, e.g. `role.granted`. */
  action: string;
  /** What it was done to, e.g. `account:…`, `source:…`. */
  subject: string;
  details: Record<string, unknown>;
};

/** A signed-in browser. Never holds the session's token. */
export type SessionSummary = {
  id: string;
  userId: string;
  createdAt: string;
  expiresAt: string;
  ipAddress?: string;
  userAgent?: string;
};

/** What accounts keep beside what the authentication library keeps; implemented by db/. */
export type AccountStore = AccessTokenStore & {
  listAccounts(offset: number, limit: number): Promise<{ total: number; accounts: Account[] }>;
  getAccount(id: string): Promise<Account | null>;
  /** In no order; unknown ids are left out. */
  getAccounts(ids: readonly string[]): Promise<Account[]>;
  findAccountByEmail(email: string): Promise<Account | null>;
  grantsOf(userId: string): Promise<RoleGrant[]>;
  getGrant(grantId: string): Promise<RoleGrant | null>;
  grantsOfMany(userIds: readonly string[]): Promise<RoleGrant[]>;
  /** Adds a grant and its audit entry in one transaction; @returns `false` when it is held already. */
  grant(grant: RoleGrant, audit: Omit<AuditEntry, 'id'>): Promise<boolean>;
  /**
   * Removes a grant and appends the audit entry in one transaction.
   * @returns `last-administrator` when nobody would be left to administer (nothing is changed then)
   */
  revoke(
    grantId: string,
    audit: Omit<AuditEntry, 'id'>,
  ): Promise<'revoked' | 'absent' | 'last-administrator'>;
  /** Number of accounts that hold the global administrator role. */
  countAdministrators(): Promise<number>;
  addInvitation(invitation: Invitation): Promise<void>;
  findInvitation(tokenHash: string): Promise<Invitation | null>;
  /** Unused ones that have not expired, newest first. */
  listInvitations(now: string): Promise<Invitation[]>;
  /** Marks it used. @returns `false` when it was used or withdrawn meanwhile, or has expired: of two, one wins */
  spendInvitation(id: string, now: string): Promise<boolean>;
  /** Gives a link back whose account could not be made. */
  releaseInvitation(id: string): Promise<void>;
  /** Withdraws unused invitations: one by id, or those without e-mail address (first administrator) for `'setup'`. */
  withdrawInvitations(which: { id: string } | 'setup'): Promise<void>;
  sessionsOf(userId: string, now: Date): Promise<SessionSummary[]>;
  /** @returns `false` when that account has no such session */
  deleteSession(userId: string, sessionId: string): Promise<boolean>;
  /** Ends every session of an account. @returns their number */
  deleteSessions(userId: string): Promise<number>;
  /** Counts one more attempt under a key. @returns attempts since the window began, which it does with the first */
  countAttempt(key: string, now: number, windowMilliseconds: number): Promise<number>;
  forgetAttempts(key: string): Promise<void>;
  /** Removes sessions and links that have expired, used or not. */
  forgetExpired(now: Date): Promise<void>;
  appendAudit(entry: Omit<AuditEntry, 'id'>): Promise<void>;
  /** Newest first; `beforeId` exclusive. */
  listAudit(request: { beforeId?: number; subject?: string; limit: number }): Promise<AuditEntry[]>;
};
