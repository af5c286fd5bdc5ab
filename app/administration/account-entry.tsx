import { Form, Link } from 'react-router';
import type { Role } from '#accounts';
import type { ScopeChoice } from '../account/scope-names.ts';
import { useMessages } from '../locales/locale-context.tsx';
import type { ListedAccount } from './accounts-page.ts';
import { RoleChoice } from './role-choice.tsx';

type AccountEntryProps = { account: ListedAccount; roles: Role[]; scopes: ScopeChoice[] };

/** One person: their roles, each with a button that revokes it, and what else can be done. */
export function AccountEntry({ account, roles, scopes }: AccountEntryProps) {
  const { accountPages, adminPages: texts } = useMessages();
  return (
    <li className="border-b border-line py-4">
      <h3 className="text-lg">{account.name}</h3>
      <p className="text-sm break-words text-soft">{account.email}</p>
      {account.grants.length + account.owns.length === 0 && <p className="mt-1">{texts.none}</p>}
      <ul className="mt-1">
        {account.grants.map((grant) => (
          <li key={grant.id} className="flex flex-wrap items-center gap-x-3">
            <span>
              {accountPages.roles[grant.role]} <span className="tag">{grant.where}</span>
            </span>
            <Form method="post">
              <input type="hidden" name="grant" value={grant.id} />
              <button
                type="submit"
                name="intent"
                value="revoke"
                className="inline-flex min-h-11 items-center px-1 text-link underline"
                aria-label={texts.revokeOf(accountPages.roles[grant.role], grant.where, account.name)}
              >
                {texts.revoke}
              </button>
            </Form>
          </li>
        ))}
        {account.owns.map(({ id, name }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3">
            <span>
              {texts.owner} <span className="tag">{name}</span>
            </span>
            <Link
              to={`/admin/sources/${id}/edit`}
              className="inline-flex min-h-11 items-center px-1"
              aria-label={texts.changeOwnerOf(name)}
            >
              {texts.changeOwner}
            </Link>
          </li>
        ))}
      </ul>
      <div className="mt-2 flex flex-wrap items-start gap-3">
        <details>
          <summary className="button" data-small="" aria-label={texts.ofWhom(texts.addRole, account.name)}>
            {texts.addRole}
          </summary>
          <Form method="post" className="mt-3 grid gap-4 sm:grid-cols-2">
            <input type="hidden" name="account" value={account.id} />
            <RoleChoice roles={roles} scopes={scopes} />
            <button
              type="submit"
              name="intent"
              value="grant"
              className="button justify-self-start"
              data-strong=""
            >
              {texts.grant}
            </button>
          </Form>
        </details>
        <Form method="post">
          <input type="hidden" name="account" value={account.id} />
          <button
            type="submit"
            name="intent"
            value="end-sessions"
            className="button"
            data-small=""
            aria-label={texts.ofWhom(texts.endSessions, account.name)}
          >
            {texts.endSessions}
          </button>
        </Form>
      </div>
    </li>
  );
}
