import { type Actor, type Role, roles, scopesOf } from '#accounts';
import { type ScopeChoice, scopeChoices, scopeName, writeScope } from '../account/scope-names.ts';
import { messagesIn } from '../locales/index.ts';
import { localeOf } from '../locales/locale-of.ts';
import type { PortalServices } from '../services.ts';

/** Accounts on one page. */
const accountsAtOnce = 50;

export type HeldRole = { id: string; role: Role; where: string };
export type ListedAccount = {
  id: string;
  name: string;
  email: string;
  grants: HeldRole[];
  /** Sources that are theirs. */
  owns: { id: string; name: string }[];
};
export type ListedInvitation = { id: string; email?: string; role: Role; where: string; expiresAt: string };

/** What the page of accounts shows. @throws DomainError `unauthenticated`, `forbidden` */
export async function loadAccounts(request: Request, actor: Actor, services: PortalServices) {
  const { accounts } = services;
  const locale = localeOf(request);
  const messages = messagesIn(locale);
  const asked = Number(new URL(request.url).searchParams.get('page'));
  const page = Number.isInteger(asked) && asked > 1 ? asked : 1;
  const [{ total, accounts: listed }, open, choices] = await Promise.all([
    accounts.listAccounts(actor, (page - 1) * accountsAtOnce, accountsAtOnce),
    accounts.listInvitations(actor),
    scopeChoices(services, locale),
  ]);
  return {
    total,
    page,
    pages: Math.max(1, Math.ceil(total / accountsAtOnce)),
    accounts: listed.map(
      ({ id, name, email, grants, owns }): ListedAccount => ({
        id,
        name,
        email,
        grants: grants.map((grant) => ({
          id: grant.id,
          role: grant.role,
          where: scopeName(grant.scope, choices, messages),
        })),
        owns: owns.map((source) => ({
          id: source,
          name: scopeName({ kind: 'source', id: source }, choices, messages),
        })),
      }),
    ),
    invitations: open.map(
      ({ id, email, role, scope, expiresAt }): ListedInvitation => ({
        id,
        role,
        where: scopeName(scope, choices, messages),
        expiresAt,
        ...(email === undefined ? {} : { email }),
      }),
    ),
    roles: [...roles],
    scopes: grantableScopes(actor, choices, messages.accountPages.everywhere),
  };
}

/** Where somebody may grant roles: everywhere and each data centre, or the places that they look after. */
function grantableScopes(actor: Actor, choices: ScopeChoice[], everywhere: string): ScopeChoice[] {
  const allowed = scopesOf(actor, 'accounts.manage');
  if (allowed === 'everywhere') return [{ value: 'global', label: everywhere }, ...choices];
  const mine = new Set(allowed.map(writeScope));
  return choices.filter(({ value }) => mine.has(value));
}
