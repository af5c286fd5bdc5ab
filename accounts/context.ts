import { DomainError } from '#runtime/errors';
import type { Log } from '#runtime/log';
import type { MailPort } from '#runtime/mail';
import { type Actor, actorName } from './actor.ts';
import type { Authentication } from './authentication.ts';
import type { SourcePlace } from './held-grants.ts';
import type { AccountStore, AuditEntry } from './ports.ts';

/** What the parts of this room share. */
export type AccountsContext = {
  authentication: Authentication;
  store: AccountStore;
  mail: MailPort;
  log: Log;
  /** Public address of the portal, without a slash at the end. */
  publicUrl: string;
  /** Name of the portal. */
  name: string;
  clock: () => number;
  clientAddress: (request: Request) => string | undefined;
  sourcePlaces: () => Promise<readonly SourcePlace[]>;
};

/** @returns UTC with seconds, `YYYY-MM-DDThh:mm:ssZ` */
export function utcSeconds(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

/** An entry of the audit trail, as of now. */
export function auditEntry(
  context: Pick<AccountsContext, 'clock'>,
  actor: Actor,
  action: string,
  subject: string,
  details: Record<string, unknown> = {},
): Omit<AuditEntry, 'id'> {
  return { at: utcSeconds(context.clock()), actor: actorName(actor), action, subject, details };
}

/** @throws DomainError `unauthenticated` unless somebody is signed in, `forbidden` for a program that acts for them */
export function personOf(actor: Actor) {
  if (actor.kind !== 'person') throw new DomainError('unauthenticated', 'Sign in to do this.');
  if (actor.token) throw new DomainError('forbidden', 'A token does not allow this. Sign in.');
  return actor;
}
