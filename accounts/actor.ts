import type { HeldGrant } from './held-grants.ts';
import type { Permission } from './permissions.ts';
import type { Scope } from './roles.ts';

/**
 * Who asks. `system` is the software itself: the worker, and the command line of whoever runs the machine. A person's
 * grants come with them, so that `authorise` needs no store.
 */
export type Actor =
  | { kind: 'anonymous' }
  | { kind: 'system' }
  | {
      kind: 'person';
      /** Account id. */
      id: string;
      name: string;
      email: string;
      /** The session that this request came with. */
      sessionId: string;
      /** Those that follow from others are among them. */
      grants: readonly HeldGrant[];
      /** Of a program that acts for the person: it may do no more than this of what the grants allow. */
      token?: { id: string; permissions: readonly Permission[]; scope: Scope };
    };

export type Person = Extract<Actor, { kind: 'person' }>;

export const anonymous: Actor = { kind: 'anonymous' };
/** The software itself. */
export const system: Actor = { kind: 'system' };

/** What the revision log and the audit trail say of an actor: an account id, `system` or `anonymous`. */
export function actorName(actor: Actor): string {
  return actor.kind === 'person' ? actor.id : actor.kind;
}
