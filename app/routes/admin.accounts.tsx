import { data, Form, Link } from 'react-router';
import { DoneNotice, ProblemNotice } from '../account/notice.tsx';
import { privateMeta } from '../account/private-meta.ts';
import { privateHeaders, signedIn } from '../account/private-page.ts';
import { TextField } from '../account/text-field.tsx';
import { AccountEntry } from '../administration/account-entry.tsx';
import { type AccountsDone, changeAccounts } from '../administration/accounts-action.ts';
import { loadAccounts } from '../administration/accounts-page.ts';
import { InvitationList } from '../administration/invitation-list.tsx';
import { RoleChoice } from '../administration/role-choice.tsx';
import { guarded } from '../errors/error-data.ts';
import type { Messages } from '../locales/index.ts';
import { useMessages } from '../locales/locale-context.tsx';
import type { Route } from './+types/admin.accounts.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  const actor = await signedIn(request, context.services);
  return guarded(() => loadAccounts(request, actor, context.services));
}

export async function action({ request, context }: Route.ActionArgs) {
  const actor = await signedIn(request, context.services);
  const outcome = await guarded(() => changeAccounts(request, actor, context.services));
  return data(outcome, { status: 'problem' in outcome ? 400 : 200 });
}

export const headers: Route.HeadersFunction = () => privateHeaders;

export const meta: Route.MetaFunction = ({ matches }) =>
  privateMeta(matches[0].loaderData, ({ adminPages }) => adminPages.accounts);

/** Who may do what: people, their roles, invitations. */
export default function AdminAccounts({ loaderData, actionData }: Route.ComponentProps) {
  const { accountPages, adminPages: texts } = useMessages();
  const { accounts, invitations, roles, scopes, total, page, pages } = loaderData;
  const refused = actionData && 'problem' in actionData ? actionData : undefined;
  const done = actionData && 'done' in actionData ? actionData : undefined;
  return (
    <>
      <h1 className="text-3xl md:text-4xl">{texts.accounts}</h1>
      <p className="mt-2">{texts.accountsLead}</p>
      {done && <DoneNotice>{doneText(done, texts)}</DoneNotice>}
      {refused && <ProblemNotice refused={refused} />}
      <div className="mt-8 grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <section>
          <h2 className="section-title">{texts.accountsCount(total)}</h2>
          <ul>
            {accounts.map((account) => (
              <AccountEntry key={account.id} account={account} roles={roles} scopes={scopes} />
            ))}
          </ul>
          {pages > 1 && (
            <nav aria-label={texts.pages} className="mt-4 flex gap-4">
              {page > 1 && <Link to={`?page=${page - 1}`}>{texts.previous}</Link>}
              {page < pages && <Link to={`?page=${page + 1}`}>{texts.next}</Link>}
            </nav>
          )}
        </section>
        <div className="grid content-start gap-10">
          <section>
            <h2 className="section-title">{texts.invite}</h2>
            <p className="mt-3 text-sm text-soft">{texts.inviteLead}</p>
            <Form method="post" className="mt-4 grid gap-4" key={done?.email ?? ''}>
              <TextField
                name="email"
                type="email"
                label={accountPages.email}
                autoComplete="off"
                error={refused?.field === 'email' ? accountPages.problems[refused.problem] : undefined}
              />
              <RoleChoice roles={roles} scopes={scopes} />
              <button
                type="submit"
                name="intent"
                value="invite"
                className="button justify-self-start"
                data-strong=""
              >
                {texts.send}
              </button>
            </Form>
          </section>
          <section>
            <h2 className="section-title">{texts.pending}</h2>
            <InvitationList invitations={invitations} />
          </section>
        </div>
      </div>
    </>
  );
}

function doneText({ done, email }: AccountsDone, texts: Messages['adminPages']): string {
  const text = texts[done];
  return typeof text === 'function' ? text(email) : text;
}
