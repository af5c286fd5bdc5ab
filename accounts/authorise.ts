import { DomainError } from '#runtime/errors';
import type { Actor } from './actor.ts';
import { allows, type Permission } from './permissions.ts';
import type { Scope } from './roles.ts';

const everywhere: Scope = { kind: 'global' };

/**
 * Whether somebody may do something somewhere: for pages that show or leave out a button. What is done is always
 * guarded by `authorise`.
 * @param scope the source or theme it is done to; without it, only a global grant will do
 */
export function can(actor: Actor, permission: Permission, scope: Scope = everywhere): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind === 'anonymous') return false;
  const { token } = actor;
  if (token && !(token.permissions.includes(permission) && covers(token.scope, scope))) return false;
  return actor.grants.some(
    (grant) => covers(grant.scope, scope) && allows(grant.role, permission, grant.scope.kind === 'global'),
  );
}

/**
 * Where somebody may do something: for lists and menus.
 * @returns `everywhere`, or the sources and themes (none, perhaps)
 */
export function scopesOf(actor: Actor, permission: Permission): 'everywhere' | Scope[] {
  if (can(actor, permission)) return 'everywhere';
  if (actor.kind !== 'person') return [];
  return actor.grants.map((grant) => grant.scope).filter((scope) => can(actor, permission, scope));
}

/**
 * The one place that decides who may do what. Call it before anything is read or changed on somebody's behalf.
 * @param scope the source or theme it is done to; without it, only a global grant will do
 * @throws DomainError `unauthenticated` when nobody is signed in, `forbidden` when their roles do not allow it
 */
export function authorise(actor: Actor, permission: Permission, scope: Scope = everywhere): void {
  if (can(actor, permission, scope)) return;
  if (actor.kind === 'anonymous')
    throw new DomainError('unauthenticated', 'Sign in to do this.', { field: permission });
  throw new DomainError(
    'forbidden',
    `Your roles do not allow this (${permission}). An administrator can grant you one that does.`,
    { field: permission },
  );
}

function covers(granted: Scope, asked: Scope): boolean {
  if (granted.kind === 'global') return true;
  return asked.kind === granted.kind && asked.id === granted.id;
}
