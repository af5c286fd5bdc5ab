import { DomainError } from '#runtime/errors';
import type { Actor } from './actor.ts';
import { actorName } from './actor.ts';
import { authorise } from './authorise.ts';
import { type AccountsContext, auditEntry, utcSeconds } from './context.ts';
import type { Account, AuditEntry, RoleGrant } from './ports.ts';
import type { Role, Scope } from './roles.ts';
import { mintId } from './tokens.ts';

/** What administrators do with accounts and see of what was done. */
export type Administration = {
  /** By e-mail address, each with what was granted and the sources that it owns. @throws DomainError `unauthenticated`, `forbidden` */
  listAccounts(
    actor: Actor,
    offset: number,
    limit: number,
  ): Promise<{ total: number; accounts: (Account & { grants: RoleGrant[]; owns: string[] })[] }>;
  /**
   * Grants a role somewhere.
   * @returns `false` when it is held already
   * @throws DomainError `unauthenticated`, `forbidden`, `not-found`
   */
  grant(actor: Actor, accountId: string, role: Role, scope: Scope): Promise<boolean>;
  /** @throws DomainError `unauthenticated`, `forbidden`, `not-found`, `conflict` for the last administrator's */
  revoke(actor: Actor, grantId: string): Promise<void>;
  /** Appends to the audit trail what somebody did; the caller has authorised it. */
  audit(actor: Actor, action: string, subject: string, details?: Record<string, unknown>): Promise<void>;
  /** Names of accounts by id, for the audit trail. @throws DomainError `unauthenticated`, `forbidden` */
  namesOf(actor: Actor, accountIds: readonly string[]): Promise<Record<string, string>>;
  /** Newest first. @throws DomainError `unauthenticated`, `forbidden` */
  listAudit(
    actor: Actor,
    request: { beforeId?: number; subject?: string; limit: number },
  ): Promise<AuditEntry[]>;
};

export function createAdministration(context: AccountsContext): Administration {
  const { store } = context;
  return {
    async listAccounts(actor, offset, limit) {
      authorise(actor, 'accounts.manage');
      const { total, accounts } = await store.listAccounts(offset, limit);
      const grants = await store.grantsOfMany(accounts.map((account) => account.id));
      const places = await context.sourcePlaces();
      const withGrants = accounts.map((account) => ({
        ...account,
        grants: grants.filter((one) => one.userId === account.id),
        owns: places.filter(({ ownerId }) => ownerId === account.id).map(({ id }) => id),
      }));
      return { total, accounts: withGrants };
    },
    async grant(actor, accountId, role, scope) {
      authorise(actor, 'accounts.manage', scope);
      if (!(await store.getAccount(accountId)))
        throw new DomainError('not-found', 'There is no such account.');
      const granted: RoleGrant = {
        id: mintId(),
        userId: accountId,
        role,
        scope,
        grantedBy: actorName(actor),
        grantedAt: utcSeconds(context.clock()),
      };
      return store.grant(
        granted,
        auditEntry(context, actor, 'role.granted', `account:${accountId}`, { role, scope }),
      );
    },
    async revoke(actor, grantId) {
      const held = await store.getGrant(grantId);
      authorise(actor, 'accounts.manage', held?.scope);
      if (!held) throw new DomainError('not-found', 'This role is not held any more.');
      const { userId, role, scope } = held;
      const outcome = await store.revoke(
        grantId,
        auditEntry(context, actor, 'role.revoked', `account:${userId}`, { role, scope }),
      );
      if (outcome === 'absent') throw new DomainError('not-found', 'This role is not held any more.');
      if (outcome === 'last-administrator')
        throw new DomainError(
          'conflict',
          'Nobody would be left to administer: make somebody else administrator first.',
        );
    },
    async audit(actor, action, subject, details = {}) {
      await store.appendAudit(auditEntry(context, actor, action, subject, details));
    },
    async namesOf(actor, accountIds) {
      authorise(actor, 'audit.read');
      const accounts = await store.getAccounts([...new Set(accountIds)]);
      return Object.fromEntries(accounts.map(({ id, name }) => [id, name]));
    },
    async listAudit(actor, request) {
      authorise(actor, 'audit.read');
      return store.listAudit(request);
    },
  };
}
