import type { AccountsContext } from './context.ts';
import type { Role, Scope } from './roles.ts';

/** What of a source decides who looks after it. */
export type SourcePlace = {
  id: string;
  /** Account that owns it. */
  ownerId?: string;
  /** Themes that its records are meant for, by the part of their addresses. */
  themes: readonly string[];
};

/** A role that somebody holds somewhere, granted or by what they hold elsewhere. */
export type HeldGrant = {
  role: Role;
  scope: Scope;
  /** Nobody granted it: the person owns the source, or it is meant for a theme that the role was granted for. */
  follows?: 'ownership' | 'theme';
};

/**
 * All that somebody holds, as it is now: what was granted to them and what follows from it. Whoever owns a source is its
 * producer. A role for a theme holds for the sources that are meant for it; a producer's does not, since what a producer
 * may do with a source is for those whose own it is.
 */
export async function grantsHeldBy(
  { store, sourcePlaces }: Pick<AccountsContext, 'store' | 'sourcePlaces'>,
  accountId: string,
): Promise<HeldGrant[]> {
  const [granted, places] = await Promise.all([store.grantsOf(accountId), sourcePlaces()]);
  return withFollowing(
    granted.map(({ role, scope }) => ({ role, scope })),
    accountId,
    places,
  );
}

/** What was granted, and what follows from it; each once. */
export function withFollowing(
  granted: readonly HeldGrant[],
  accountId: string,
  places: readonly SourcePlace[],
): HeldGrant[] {
  const held = new Map(granted.map((grant) => [nameOf(grant), grant]));
  const add = (grant: HeldGrant) => {
    if (!held.has(nameOf(grant))) held.set(nameOf(grant), grant);
  };
  for (const { id, ownerId, themes } of places) {
    const scope = { kind: 'source', id } as const;
    if (ownerId === accountId) add({ role: 'producer', scope, follows: 'ownership' });
    for (const grant of granted)
      if (grant.role !== 'producer' && grant.scope.kind === 'theme' && themes.includes(grant.scope.id))
        add({ role: grant.role, scope, follows: 'theme' });
  }
  return [...held.values()];
}

function nameOf({ role, scope }: HeldGrant): string {
  return scope.kind === 'global' ? role : `${role} ${scope.kind} ${scope.id}`;
}
