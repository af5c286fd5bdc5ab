export type { Account, AccountStore, AuditEntry, Invitation, RoleGrant, SessionSummary } from './ports.ts';
export { type Role, roles, type Scope, type ScopeKind, scopeKinds } from './roles.ts';
