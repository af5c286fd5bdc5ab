import { z } from 'zod';
import { DomainError } from '#runtime/errors';
import { type Actor, system } from './actor.ts';
import { authorise } from './authorise.ts';
import { type AccountsContext, auditEntry, utcSeconds } from './context.ts';
import { letter } from './letters.ts';
import { requireSameOrigin } from './library-request.ts';
import { checkPassword } from './passwords.ts';
import type { Invitation } from './ports.ts';
import type { Role, Scope } from './roles.ts';
import type { Sessions } from './sessions.ts';
import { hashToken, mintId, mintToken } from './tokens.ts';

const hours = 3_600_000;
const setupLifetime = 24 * hours;
const invitationLifetime = 7 * 24 * hours;

/** What the page of an invitation shows; nothing that its holder does not know. */
export type OpenInvitation = { email?: string; role: Role; scope: Scope };

/** How accounts come to be: the first administrator by a link that the server prints, everybody else by invitation. */
export type Invitations = {
  /**
   * Makes a new link for the first administrator, valid once and for 24 hours; earlier ones are void. Only the token's
   * hash is kept: call it at each start and print what it gives.
   * @returns `null` once there is an administrator
   */
  setupLink(): Promise<string | null>;
  /** @returns `null` when the token is unknown, used or too old */
  readInvitation(token: string): Promise<OpenInvitation | null>;
  /**
   * Makes the account that a link allows, grants its role, and signs in.
   * @param given `email` is needed for the first administrator only, whose link names none
   * @returns the cookies to set
   * @throws DomainError `invalid` (fields `token`, `name`, `email`, `password`), `conflict` when the address has an account
   */
  acceptInvitation(
    request: Request,
    given: { token: string; name: string; email?: string; password: string },
  ): Promise<Headers>;
  /**
   * Sends somebody a link, valid once and for seven days; grants the role at once to whom has an account.
   * @throws DomainError `unauthenticated`, `forbidden`, `invalid` (field `email`), `unavailable` when the mail could not be sent
   */
  invite(
    actor: Actor,
    invitation: { email: string; role: Role; scope: Scope },
  ): Promise<'invited' | 'granted'>;
  /** Open ones, newest first. @throws DomainError `unauthenticated`, `forbidden` */
  listInvitations(actor: Actor): Promise<Omit<Invitation, 'tokenHash'>[]>;
  /** @throws DomainError `unauthenticated`, `forbidden` */
  withdrawInvitation(actor: Actor, id: string): Promise<void>;
};

export function createInvitations(
  context: AccountsContext,
  sessions: Sessions,
  grant: (actor: Actor, accountId: string, role: Role, scope: Scope) => Promise<boolean>,
): Invitations {
  const { authentication, store, clock, publicUrl } = context;

  async function make(lifetime: number, more: Pick<Invitation, 'role' | 'scope' | 'invitedBy' | 'email'>) {
    const token = mintToken();
    const now = clock();
    const invitation: Invitation = {
      id: mintId(),
      tokenHash: hashToken(token),
      createdAt: utcSeconds(now),
      expiresAt: utcSeconds(now + lifetime),
      ...more,
    };
    await store.addInvitation(invitation);
    return { token, invitation };
  }

  async function openInvitation(token: string): Promise<Invitation | null> {
    const found = await store.findInvitation(hashToken(token));
    if (!found || found.usedAt !== undefined || found.expiresAt <= utcSeconds(clock())) return null;
    // The link of the first administrator is void as soon as there is one.
    return found.email === undefined && (await store.countAdministrators()) > 0 ? null : found;
  }

  async function makeAccount(account: { email: string; name: string; password: string }): Promise<string> {
    const library = await authentication.$context;
    const hash = await library.password.hash(account.password);
    const user = await library.internalAdapter.createUser({
      email: account.email,
      name: account.name,
      emailVerified: true,
    });
    await library.internalAdapter.linkAccount({
      userId: user.id,
      providerId: 'credential',
      accountId: user.id,
      password: hash,
    });
    return user.id;
  }

  return {
    async setupLink() {
      if ((await store.countAdministrators()) > 0) return null;
      await store.withdrawInvitations('setup');
      const { token } = await make(setupLifetime, {
        role: 'administrator',
        scope: { kind: 'global' },
        invitedBy: 'system',
      });
      return `${publicUrl}/setup?token=${token}`;
    },

    async readInvitation(token) {
      const found = await openInvitation(token);
      if (!found) return null;
      const { email, role, scope } = found;
      return { role, scope, ...(email === undefined ? {} : { email }) };
    },

    async acceptInvitation(request, given) {
      requireSameOrigin(context, request);
      const invitation = await openInvitation(given.token);
      if (!invitation) throw spent();
      const name = given.name.trim();
      if (name === '' || name.length > 200)
        throw new DomainError('invalid', 'Write your name, of at most 200 characters.', { field: 'name' });
      const email = readAddress(invitation.email ?? given.email ?? '');
      checkPassword(given.password, email);
      if (await store.findAccountByEmail(email))
        throw new DomainError('conflict', 'This address has an account already: sign in, or use another.', {
          field: 'email',
        });
      if (!(await store.spendInvitation(invitation.id, utcSeconds(clock())))) throw spent();
      try {
        const accountId = await makeAccount({ email, name, password: given.password });
        await store.appendAudit(auditEntry(context, system, 'account.created', `account:${accountId}`));
        await grant(system, accountId, invitation.role, invitation.scope);
      } catch (error) {
        await store.releaseInvitation(invitation.id);
        throw error;
      }
      return sessions.signIn(request, { email, password: given.password });
    },

    async invite(actor, { email: given, role, scope }) {
      authorise(actor, 'accounts.manage', scope);
      const email = readAddress(given);
      const account = await store.findAccountByEmail(email);
      if (account) {
        if (await grant(actor, account.id, role, scope))
          await context.mail.send(letter('role', email, context.name, `${publicUrl}/account`));
        return 'granted';
      }
      const invitedBy = actor.kind === 'person' ? actor.id : 'system';
      const { token, invitation } = await make(invitationLifetime, { email, role, scope, invitedBy });
      try {
        await context.mail.send(
          letter('invitation', email, context.name, `${publicUrl}/account/invitation?token=${token}`),
        );
      } catch (error) {
        await store.withdrawInvitations({ id: invitation.id });
        throw error;
      }
      await store.appendAudit(
        auditEntry(context, actor, 'invitation.sent', `invitation:${invitation.id}`, { email, role, scope }),
      );
      return 'invited';
    },

    async listInvitations(actor) {
      authorise(actor, 'accounts.manage');
      const open = await store.listInvitations(utcSeconds(clock()));
      return open.map(({ tokenHash: _hash, ...invitation }) => invitation);
    },

    async withdrawInvitation(actor, id) {
      authorise(actor, 'accounts.manage');
      await store.withdrawInvitations({ id });
      await store.appendAudit(auditEntry(context, actor, 'invitation.withdrawn', `invitation:${id}`));
    },
  };
}

function spent(): DomainError {
  return new DomainError('invalid', 'This link was used already or is too old: ask for another.', {
    field: 'token',
  });
}

/** @throws DomainError `invalid`, field `email` */
function readAddress(given: string): string {
  const parsed = z.email().max(254).safeParse(given.trim().toLowerCase());
  if (!parsed.success)
    throw new DomainError('invalid', 'Write a whole e-mail address, such as name@example.org.', {
      field: 'email',
    });
  return parsed.data;
}
