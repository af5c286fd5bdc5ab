import { createHash } from 'node:crypto';
import type { Log } from '#runtime/log';
import type { MailPort } from '#runtime/mail';
import { type AccessTokens, createAccessTokens } from './access-tokens.ts';
import { type Administration, createAdministration } from './administration.ts';
import { type AuthDatabase, createAuthentication } from './authentication.ts';
import { type AccountsContext, utcSeconds } from './context.ts';
import { answerAuthentication } from './handler.ts';
import type { SourcePlace } from './held-grants.ts';
import { createInvitations, type Invitations } from './invitations.ts';
import { letter } from './letters.ts';
import { requireSameOrigin } from './library-request.ts';
import type { AccountStore } from './ports.ts';
import { createSessions, type Sessions } from './sessions.ts';

/** People, sessions and roles, for pages and servers. What needs a permission checks it itself, by `authorise`. */
export type Accounts = Sessions &
  Invitations &
  Administration &
  AccessTokens & {
    /**
     * For a page that changes something on a form's word; what takes a request checks it itself.
     * @throws DomainError `forbidden` unless the request comes from our own pages
     */
    requireOwnForm(request: Request): void;
    /** Answers `/api/auth/*`. */
    handler(request: Request): Promise<Response>;
  };

export type AccountsOptions = {
  authDatabase: AuthDatabase;
  store: AccountStore;
  mail: MailPort;
  log: Log;
  /** Public address of the portal, without a slash at the end. */
  publicUrl: string;
  /** Name of the portal, for letters. */
  name: string;
  /** Key that cookies are signed with, at least 32 characters (`signingSecret` of runtime/config). */
  secret: string;
  /**
   * The IP address that a request came from, for rate limits and the list of sessions. It must come from the socket or a
   * trusted proxy, never from what a client may write; without it, all clients share one limit.
   */
  clientAddress?: (request: Request) => string | undefined;
  /** Owners and themes of all sources, also of those that were removed: looked up at each request of somebody signed in. */
  sourcePlaces: () => Promise<readonly SourcePlace[]>;
  /** `Date.now` unless a test gives its own. */
  clock?: () => number;
};

/** Attempts at one account within the hour, from wherever they come: a guesser with many addresses gets no further. */
const attemptsPerHour = 30;

/** Builds the room. */
export function createAccounts(options: AccountsOptions): Accounts {
  const {
    store,
    mail,
    log,
    publicUrl,
    name,
    sourcePlaces,
    clock = Date.now,
    clientAddress = () => undefined,
  } = options;
  const attemptKey = (email: string) => createHash('sha256').update(email.trim().toLowerCase()).digest('hex');

  const ownDeed = (accountId: string, action: string) =>
    store.appendAudit({
      at: utcSeconds(clock()),
      actor: accountId,
      action,
      subject: `account:${accountId}`,
      details: {},
    });

  const authentication = createAuthentication({
    ...options,
    async onSignInAttempt(email) {
      return (await store.countAttempt(attemptKey(email), clock(), 3_600_000)) <= attemptsPerHour;
    },
    async onSignedIn(account) {
      await store.forgetAttempts(attemptKey(account.email));
      await ownDeed(account.id, 'session.began');
    },
    onPasswordReset: (accountId) => ownDeed(accountId, 'password.reset'),
    async onPasswordForgotten(account, token) {
      const address = `${publicUrl}/account/password?token=${token}`;
      // Not awaited: the time that mail takes would tell that the account exists.
      mail
        .send(letter('reset', account.email, name, address))
        .catch((error: unknown) =>
          log.error({ err: error }, 'a letter for a new password could not be sent'),
        );
    },
  });

  const context: AccountsContext = {
    authentication,
    store,
    mail,
    log,
    publicUrl,
    name,
    clock,
    clientAddress,
    sourcePlaces,
  };
  const sessions = createSessions(context);
  const administration = createAdministration(context);
  return {
    ...sessions,
    ...createInvitations(context, sessions, administration.grant),
    ...administration,
    ...createAccessTokens(context),
    requireOwnForm: (request) => requireSameOrigin(context, request),
    handler: (request) => answerAuthentication(context, request),
  };
}
