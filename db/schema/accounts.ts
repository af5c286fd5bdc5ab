import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Role, ScopeKind } from '#accounts';

const moment = (name: string) => integer(name, { mode: 'timestamp_ms' });

/** The first five tables are those of better-auth: the property names are its field names. */
export const user = sqliteTable('users', {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: integer('email_verified', { mode: 'boolean' }).notNull().default(false),
  image: text(),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
});

const ofUser = () =>
  text('user_id')
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' });

export const session = sqliteTable(
  'sessions',
  {
    id: text().primaryKey(),
    token: text().notNull().unique(),
    userId: ofUser(),
    expiresAt: moment('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [index('sessions_of_user').on(table.userId)],
);

/** A way to sign in: a password (its hash), later an identity provider. */
export const account = sqliteTable(
  'credentials',
  {
    id: text().primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: ofUser(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: moment('access_token_expires_at'),
    refreshTokenExpiresAt: moment('refresh_token_expires_at'),
    scope: text(),
    password: text(),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [index('credentials_of_user').on(table.userId)],
);

export const verification = sqliteTable(
  'verifications',
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: moment('expires_at').notNull(),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [index('verifications_identifier').on(table.identifier)],
);

export const rateLimit = sqliteTable('rate_limits', {
  id: text().primaryKey(),
  key: text().notNull().unique(),
  count: integer().notNull(),
  lastRequest: integer('last_request').notNull(),
});

/** Attempts to sign in to one account, whoever makes them; milliseconds since 1970. The key is a hash. */
export const signInAttempts = sqliteTable('sign_in_attempts', {
  key: text().primaryKey(),
  number: integer().notNull(),
  since: integer().notNull(),
});

/** Who holds which role where; `scopeId` is empty for a global grant. */
export const roleGrants = sqliteTable(
  'role_grants',
  {
    id: text().primaryKey(),
    userId: ofUser(),
    role: text().$type<Role>().notNull(),
    scopeKind: text('scope_kind').$type<ScopeKind>().notNull(),
    scopeId: text('scope_id').notNull(),
    grantedBy: text('granted_by').notNull(),
    grantedAt: text('granted_at').notNull(),
  },
  (table) => [uniqueIndex('role_grants_once').on(table.userId, table.role, table.scopeKind, table.scopeId)],
);

/** Links that make an account: the first administrator's (no e-mail address yet) and invitations. Tokens are hashed. */
export const invitations = sqliteTable('invitations', {
  id: text().primaryKey(),
  tokenHash: text('token_hash').notNull().unique(),
  email: text(),
  role: text().$type<Role>().notNull(),
  scopeKind: text('scope_kind').$type<ScopeKind>().notNull(),
  scopeId: text('scope_id').notNull(),
  invitedBy: text('invited_by').notNull(),
  createdAt: text('created_at').notNull(),
  expiresAt: text('expires_at').notNull(),
  usedAt: text('used_at'),
});

/** Keys for programs; only the hash of the secret is kept. */
export const accessTokens = sqliteTable(
  'access_tokens',
  {
    id: text().primaryKey(),
    tokenHash: text('token_hash').notNull().unique(),
    userId: ofUser(),
    sourceId: text('source_id').notNull(),
    name: text().notNull(),
    createdAt: text('created_at').notNull(),
    expiresAt: text('expires_at').notNull(),
    usedAt: text('used_at'),
  },
  (table) => [index('access_tokens_of_source').on(table.sourceId)],
);

/** Append-only (triggers refuse anything else). */
export const auditTrail = sqliteTable(
  'audit_trail',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    at: text().notNull(),
    actor: text().notNull(),
    action: text().notNull(),
    subject: text().notNull(),
    details: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  },
  (table) => [index('audit_trail_subject').on(table.subject, table.id)],
);
