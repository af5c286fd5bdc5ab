import { DomainError } from '#runtime/errors';
import { type Actor, anonymous, type Person } from './actor.ts';
import { authorise } from './authorise.ts';
import { type AccountsContext, auditEntry, personOf } from './context.ts';
import { grantsHeldBy } from './held-grants.ts';
import { askLibrary, cookiesOf, libraryHeaders } from './library-request.ts';
import { checkPassword } from './passwords.ts';
import type { SessionSummary } from './ports.ts';

/** Signing in and out, and what a signed-in person does with their own account. */
export type Sessions = {
  /** Who sends a request: its session cookie is looked up at each, so that what is revoked is over at once. */
  actorOf(request: Request): Promise<Actor>;
  /**
   * @returns the cookies to set
   * @throws DomainError `unauthenticated` (the same for an unknown address and a wrong password), `rate-limited`, `forbidden`
   */
  signIn(request: Request, credentials: { email: string; password: string }): Promise<Headers>;
  /** @returns the cookies to set */
  signOut(request: Request): Promise<Headers>;
  /** Sends a link for a new password, if there is such an account; nobody can tell whether there is. */
  forgotPassword(request: Request, email: string): Promise<void>;
  /** Sets a new password and ends every session. @throws DomainError `invalid` (field `token` or `password`) */
  resetPassword(request: Request, token: string, password: string): Promise<void>;
  /**
   * Changes one's password and ends one's other sessions.
   * @returns the cookies to set
   * @throws DomainError `invalid` (field `currentPassword` or `password`)
   */
  changePassword(request: Request, currentPassword: string, password: string): Promise<Headers>;
  /** One's own, newest first. @throws DomainError `unauthenticated` */
  listSessions(actor: Actor): Promise<(SessionSummary & { current: boolean })[]>;
  /** Ends one of one's own. @throws DomainError `unauthenticated`, `not-found` */
  endSession(actor: Actor, sessionId: string): Promise<void>;
  /** Ends all of somebody's. @throws DomainError `unauthenticated`, `forbidden`, `not-found` */
  endSessionsOf(actor: Actor, accountId: string): Promise<void>;
  /** Removes sessions and links that have expired; for the worker, once a day. */
  forgetExpired(): Promise<void>;
};

export function createSessions(context: AccountsContext): Sessions {
  const { authentication, store, clock } = context;

  async function actorOf(request: Request): Promise<Actor> {
    if (!request.headers.get('cookie')?.includes('halocline.session_token=')) return anonymous;
    const found = await authentication.api.getSession({ headers: libraryHeaders(context, request) });
    if (!found) return anonymous;
    const { user, session } = found;
    const person: Person = {
      kind: 'person',
      id: user.id,
      name: user.name,
      email: user.email,
      sessionId: session.id,
      grants: await grantsHeldBy(context, user.id),
    };
    return person;
  }

  return {
    actorOf,
    async signIn(request, { email, password }) {
      const answer = await askLibrary(context, request, '/sign-in/email', { email: email.trim(), password });
      if (!answer.ok)
        throw new DomainError('unauthenticated', 'This address and this password do not belong together.');
      return cookiesOf(answer);
    },
    async signOut(request) {
      return cookiesOf(await askLibrary(context, request, '/sign-out', {}));
    },
    async forgotPassword(request, email) {
      await askLibrary(context, request, '/request-password-reset', { email: email.trim() });
    },
    async resetPassword(request, token, password) {
      checkPassword(password, '');
      const answer = await askLibrary(context, request, '/reset-password', { token, newPassword: password });
      if (!answer.ok)
        throw new DomainError('invalid', 'This link was used already or is too old: ask for another.', {
          field: 'token',
        });
    },
    async changePassword(request, currentPassword, password) {
      const actor = personOf(await actorOf(request));
      checkPassword(password, actor.email);
      const answer = await askLibrary(context, request, '/change-password', {
        currentPassword,
        newPassword: password,
        revokeOtherSessions: true,
      });
      if (!answer.ok)
        throw new DomainError('invalid', 'The current password is not right.', { field: 'currentPassword' });
      await store.appendAudit(auditEntry(context, actor, 'password.changed', `account:${actor.id}`));
      return cookiesOf(answer);
    },
    async listSessions(actor) {
      const person = personOf(actor);
      const sessions = await store.sessionsOf(person.id, new Date(clock()));
      return sessions.map((session) => ({ ...session, current: session.id === person.sessionId }));
    },
    async endSession(actor, sessionId) {
      const person = personOf(actor);
      if (!(await store.deleteSession(person.id, sessionId)))
        throw new DomainError('not-found', 'This session is over already.');
      await store.appendAudit(auditEntry(context, actor, 'session.ended', `account:${person.id}`));
    },
    forgetExpired: () => store.forgetExpired(new Date(clock())),
    async endSessionsOf(actor, accountId) {
      authorise(actor, 'accounts.manage');
      if (!(await store.getAccount(accountId)))
        throw new DomainError('not-found', 'There is no such account.');
      const number = await store.deleteSessions(accountId);
      await store.appendAudit(
        auditEntry(context, actor, 'sessions.ended', `account:${accountId}`, { number }),
      );
    },
  };
}
