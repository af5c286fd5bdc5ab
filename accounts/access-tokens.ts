import { DomainError } from '#runtime/errors';
import { type Actor, anonymous } from './actor.ts';
import { authorise } from './authorise.ts';
import { type AccountsContext, auditEntry, utcSeconds } from './context.ts';
import { grantsHeldBy } from './held-grants.ts';
import type { AccessToken } from './ports.ts';
import { hashToken, mintId, mintToken } from './tokens.ts';

/** What tokens are for so far: to send the documents of one source. */
const allowedByToken = ['documents.push'] as const;

/** Days that a token may live; a year unless told. */
const longestDays = 730;
const usualDays = 365;

/** Between two notes of when a token was used last. */
const noteEveryMs = 60_000;

/** Keys for programs: each for one source, for one account, with an end. */
export type AccessTokens = {
  /**
   * Makes a token for an account, for one source. Its secret is told this once.
   * @param wanted `days` that it lives, a year unless told
   * @throws DomainError `unauthenticated`, `forbidden` when whoever asks may not send documents of this source, or asks
   *   for another account without managing accounts; `not-found` for an account, `invalid` (field `days`, `name`)
   */
  createToken(
    actor: Actor,
    wanted: { accountId: string; sourceId: string; name: string; days?: number },
  ): Promise<{ token: AccessToken; secret: string }>;
  /** Those of a source that are alive, newest first. @throws DomainError `unauthenticated`, `forbidden` */
  listTokens(actor: Actor, sourceId: string): Promise<AccessToken[]>;
  /** Ends a token at once. @throws DomainError `unauthenticated`, `forbidden`, `not-found` */
  revokeToken(actor: Actor, tokenId: string): Promise<void>;
  /**
   * Whoever a program acts for, by `Authorization: Bearer …`. Roles are looked up at each request, and the token allows
   * nothing beyond them.
   * @returns `anonymous` without a token, or with one that is unknown, over or revoked
   */
  actorOfToken(request: Request): Promise<Actor>;
};

export function createAccessTokens(context: AccountsContext): AccessTokens {
  const { store, clock } = context;
  return {
    async createToken(actor, { accountId, sourceId, name, days = usualDays }) {
      const scope = { kind: 'source', id: sourceId } as const;
      authorise(actor, 'documents.push', scope);
      if (actor.kind === 'person' && actor.id !== accountId) authorise(actor, 'accounts.manage');
      if (!(Number.isInteger(days) && days >= 1 && days <= longestDays))
        throw new DomainError('invalid', `days: must be a whole number from 1 to ${longestDays}.`, {
          field: 'days',
        });
      if (name.trim() === '' || name.length > 100)
        throw new DomainError('invalid', 'name: say in a few words what the token is for.', {
          field: 'name',
        });
      if (!(await store.getAccount(accountId)))
        throw new DomainError('not-found', 'There is no such account.');
      const secret = `hcl_${mintToken()}`;
      const token: AccessToken = {
        id: mintId(),
        userId: accountId,
        sourceId,
        name: name.trim(),
        createdAt: utcSeconds(clock()),
        expiresAt: utcSeconds(clock() + days * 86_400_000),
      };
      const details = { token: token.id, account: accountId, name: token.name, expiresAt: token.expiresAt };
      await store.addToken(
        { ...token, tokenHash: hashToken(secret) },
        auditEntry(context, actor, 'token.created', `source:${sourceId}`, details),
      );
      return { token, secret };
    },
    async listTokens(actor, sourceId) {
      authorise(actor, 'documents.push', { kind: 'source', id: sourceId });
      return store.tokensOf(sourceId, utcSeconds(clock()));
    },
    async revokeToken(actor, tokenId) {
      const token = await store.getToken(tokenId);
      authorise(actor, 'documents.push', token ? { kind: 'source', id: token.sourceId } : undefined);
      if (!token) throw new DomainError('not-found', 'There is no such token any more.');
      const subject = `source:${token.sourceId}`;
      await store.deleteToken(
        tokenId,
        auditEntry(context, actor, 'token.revoked', subject, { token: tokenId }),
      );
    },
    async actorOfToken(request) {
      const [, secret] =
        /^Bearer\s+(hcl_[\w-]{20,100})$/i.exec(request.headers.get('authorization') ?? '') ?? [];
      const token = secret === undefined ? null : await store.findToken(hashToken(secret));
      if (!token || token.expiresAt <= utcSeconds(clock())) return anonymous;
      const account = await store.getAccount(token.userId);
      if (!account) return anonymous;
      const grants = await grantsHeldBy(context, account.id);
      if (clock() - Date.parse(token.usedAt ?? token.createdAt) >= noteEveryMs)
        await store.noteTokenUse(token.id, utcSeconds(clock()));
      return {
        kind: 'person',
        id: account.id,
        name: account.name,
        email: account.email,
        sessionId: `token:${token.id}`,
        grants,
        token: { id: token.id, permissions: allowedByToken, scope: { kind: 'source', id: token.sourceId } },
      };
    },
  };
}
