import type { Account, Invitation, RoleGrant, Scope, ScopeKind, SessionSummary } from '#accounts';
import type { invitations, roleGrants, session, user } from '../schema/index.ts';
import { utcSeconds } from './clock.ts';

const toScope = (kind: ScopeKind, id: string): Scope => (kind === 'global' ? { kind } : { kind, id });

const toScopeRow = (scope: Scope) => ({
  scopeKind: scope.kind,
  scopeId: scope.kind === 'global' ? '' : scope.id,
});

export function toAccount({ id, email, name, createdAt }: typeof user.$inferSelect): Account {
  return { id, email, name, createdAt: utcSeconds(createdAt.getTime()) };
}

export function toGrant({ scopeKind, scopeId, ...row }: typeof roleGrants.$inferSelect): RoleGrant {
  return { ...row, scope: toScope(scopeKind, scopeId) };
}

export function toGrantRow({ scope, ...grant }: RoleGrant): typeof roleGrants.$inferSelect {
  return { ...grant, ...toScopeRow(scope) };
}

export function toInvitation(row: typeof invitations.$inferSelect): Invitation {
  const { scopeKind, scopeId, email, usedAt, ...invitation } = row;
  return {
    ...invitation,
    scope: toScope(scopeKind, scopeId),
    ...(email === null ? {} : { email }),
    ...(usedAt === null ? {} : { usedAt }),
  };
}

export function toInvitationRow({ scope, ...invitation }: Invitation): typeof invitations.$inferSelect {
  return {
    ...invitation,
    ...toScopeRow(scope),
    email: invitation.email ?? null,
    usedAt: invitation.usedAt ?? null,
  };
}

export function toSessionSummary(row: typeof session.$inferSelect): SessionSummary {
  return {
    id: row.id,
    userId: row.userId,
    createdAt: utcSeconds(row.createdAt.getTime()),
    expiresAt: utcSeconds(row.expiresAt.getTime()),
    ...(row.ipAddress ? { ipAddress: row.ipAddress } : {}),
    ...(row.userAgent ? { userAgent: row.userAgent } : {}),
  };
}
