import { data, Form, redirect } from 'react-router';
import { passwordLength } from '#accounts';
import { FormPage } from '../account/form-page.tsx';
import { formText } from '../account/form-text.ts';
import { DoneNotice, ProblemNotice } from '../account/notice.tsx';
import { privateMeta } from '../account/private-meta.ts';
import { privateHeaders } from '../account/private-page.ts';
import { refusedBy } from '../account/problem.ts';
import { TextField } from '../account/text-field.tsx';
import { useMessages } from '../locales/locale-context.tsx';
import type { Route } from './+types/account.password.ts';

export function loader({ request }: Route.LoaderArgs) {
  return { token: new URL(request.url).searchParams.get('token'), minimumLength: passwordLength.minimum };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { accounts } = context.services;
  const form = await request.formData();
  const token = formText(form, 'token');
  try {
    if (token === '') {
      await accounts.forgotPassword(request, formText(form, 'email'));
      return { sent: true as const };
    }
    await accounts.resetPassword(request, token, formText(form, 'password'));
    return redirect('/account/sign-in?password-set');
  } catch (error) {
    return data(refusedBy(error), { status: 400 });
  }
}

export const headers: Route.HeadersFunction = () => privateHeaders;

export const meta: Route.MetaFunction = ({ matches }) =>
  privateMeta(matches[0].loaderData, ({ accountPages }) => accountPages.forgottenTitle);

/** Asks for a link for a new password, or, with its token, sets it. */
export default function Password({ loaderData, actionData }: Route.ComponentProps) {
  const { accountPages: texts } = useMessages();
  const { token, minimumLength } = loaderData;
  const refused = actionData && 'problem' in actionData ? actionData : undefined;
  const passwordError = refused?.field === 'password' ? texts.problems[refused.problem] : undefined;
  return (
    <FormPage title={texts.forgottenTitle} lead={token === null ? texts.forgottenLead : texts.resetLead}>
      {actionData && 'sent' in actionData && <DoneNotice>{texts.linkSent}</DoneNotice>}
      {refused && <ProblemNotice refused={refused} />}
      <Form method="post" className="mt-6 grid gap-5">
        {token === null ? (
          <TextField name="email" type="email" label={texts.email} autoComplete="username" />
        ) : (
          <>
            <input type="hidden" name="token" value={token} />
            <TextField
              name="password"
              type="password"
              label={texts.newPassword}
              hint={texts.passwordHint(minimumLength)}
              autoComplete="new-password"
              minimumLength={minimumLength}
              error={passwordError}
            />
          </>
        )}
        <button type="submit" className="button justify-self-start" data-strong="">
          {token === null ? texts.sendLink : texts.setPassword}
        </button>
      </Form>
    </FormPage>
  );
}
