export { type Accounts, type AccountsOptions, createAccounts } from './accounts.ts';
export { type Actor, actorName, anonymous, type Person, system } from './actor.ts';
export type { AuthDatabase } from './authentication.ts';
export { authorise, can, scopesOf } from './authorise.ts';
export { passwordLength } from './passwords.ts';
export { type Permission, permissions, rolePermissions } from './permissions.ts';
export type { Account, AccountStore, AuditEntry, Invitation, RoleGrant, SessionSummary } from './ports.ts';
export { type Role, roles, type Scope, type ScopeKind, scopeKinds } from './roles.ts';
export { sameOrigin } from './same-origin.ts';
