import { data, Form, Link, redirect } from 'react-router';
import { passwordLength } from '#accounts';
import { formText } from '../account/form-text.ts';
import { DoneNotice, ProblemNotice } from '../account/notice.tsx';
import { PasswordForm } from '../account/password-form.tsx';
import { privateMeta } from '../account/private-meta.ts';
import { privateHeaders, signedIn } from '../account/private-page.ts';
import { refusedBy } from '../account/problem.ts';
import { scopeChoices, scopeName } from '../account/scope-names.ts';
import { SessionList } from '../account/session-list.tsx';
import { administrationPages } from '../administration/pages.ts';
import { messagesIn } from '../locales/index.ts';
import { useMessages } from '../locales/locale-context.tsx';
import { localeOf } from '../locales/locale-of.ts';
import type { Route } from './+types/account.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { accounts } = context.services;
  const person = await signedIn(request, context.services);
  const locale = localeOf(request);
  const choices = await scopeChoices(context.services, locale);
  return {
    name: person.name,
    email: person.email,
    // What a role for a theme covers is many, and told by the name of the theme.
    grants: person.grants
      .filter(({ follows }) => follows !== 'theme')
      .map(({ role, scope }) => ({
        role,
        where: scopeName(scope, choices, messagesIn(locale)),
      })),
    sessions: await accounts.listSessions(person),
    administers: administrationPages(person).length > 0,
    minimumLength: passwordLength.minimum,
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { accounts } = context.services;
  const person = await signedIn(request, context.services);
  const form = await request.formData();
  try {
    switch (formText(form, 'intent')) {
      case 'sign-out':
        return redirect('/', { headers: await accounts.signOut(request) });
      case 'end-session':
        accounts.requireOwnForm(request);
        await accounts.endSession(person, formText(form, 'session'));
        return { done: 'sessionEnded' as const };
      case 'change-password': {
        const headers = await accounts.changePassword(
          request,
          formText(form, 'currentPassword'),
          formText(form, 'password'),
        );
        return data({ done: 'passwordChanged' as const }, { headers });
      }
      default:
        throw new Response(null, { status: 400 });
    }
  } catch (error) {
    if (error instanceof Response) throw error;
    return data(refusedBy(error), { status: 400 });
  }
}

export const headers: Route.HeadersFunction = () => privateHeaders;

export const meta: Route.MetaFunction = ({ matches }) =>
  privateMeta(matches[0].loaderData, ({ accountPages }) => accountPages.accountTitle);

/** One's own account: roles, sessions, password. */
export default function Account({ loaderData, actionData }: Route.ComponentProps) {
  const { accountPages: texts } = useMessages();
  const refused = actionData && 'problem' in actionData ? actionData : undefined;
  return (
    <main id="content" className="column py-10 md:py-14">
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <div className="mr-auto">
          <h1 className="text-3xl md:text-4xl">{loaderData.name}</h1>
          <p className="mt-1 text-soft">{texts.signedInAs(loaderData.email)}</p>
        </div>
        {loaderData.administers && (
          <Link to="/admin" className="button">
            {texts.administration}
          </Link>
        )}
        <Form method="post">
          <button type="submit" name="intent" value="sign-out" className="button">
            {texts.signOut}
          </button>
        </Form>
      </div>
      {actionData && 'done' in actionData && <DoneNotice>{texts[actionData.done]}</DoneNotice>}
      {refused && <ProblemNotice refused={refused} />}

      <h2 className="section-title mt-10">{texts.yourRoles}</h2>
      {loaderData.grants.length === 0 && <p className="mt-3">{texts.noRoles}</p>}
      <dl className="mt-3 grid max-w-[42rem] gap-3">
        {loaderData.grants.map(({ role, where }) => (
          <div key={`${role} ${where}`}>
            <dt className="font-medium">
              {texts.roles[role]} <span className="tag ml-1 font-normal">{where}</span>
            </dt>
            <dd className="text-soft">{texts.rolesMean[role]}</dd>
          </div>
        ))}
      </dl>

      <h2 className="section-title mt-10">{texts.sessions}</h2>
      <p className="mt-3">{texts.sessionsLead}</p>
      <SessionList sessions={loaderData.sessions} />

      <h2 className="section-title mt-10">{texts.changePassword}</h2>
      <PasswordForm minimumLength={loaderData.minimumLength} refused={refused} />
    </main>
  );
}
