export { type Accounts, createAccounts } from './accounts.ts';
export type { Actor, Person } from './actor.ts';
// What every room guards its own changes with, whether one does already or not.
/** @public */
export { actorName, system } from './actor.ts';
export type { AuthDatabase } from './authentication.ts';
/** @public */
export { authorise, can, scopesOf } from './authorise.ts';
export type { SourcePlace } from './held-grants.ts';
export { passwordLength } from './passwords.ts';
export type { Permission } from './permissions.ts';
export type {
  AccessToken,
  AccessTokenStore,
  Account,
  AccountStore,
  AuditEntry,
  Invitation,
  RoleGrant,
  SessionSummary,
} from './ports.ts';
export { type Role, roles, type Scope, type ScopeKind } from './roles.ts';
/** @public */
export { sameOrigin } from './same-origin.ts';
