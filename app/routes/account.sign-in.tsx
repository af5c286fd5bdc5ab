import { data, Form, Link, redirect } from 'react-router';
import { FormPage } from '../account/form-page.tsx';
import { formText, pageAfter } from '../account/form-text.ts';
import { DoneNotice, ProblemNotice } from '../account/notice.tsx';
import { privateMeta } from '../account/private-meta.ts';
import { privateHeaders } from '../account/private-page.ts';
import { refusedBy } from '../account/problem.ts';
import { TextField } from '../account/text-field.tsx';
import { useMessages } from '../locales/locale-context.tsx';
import type { Route } from './+types/account.sign-in.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  const parameters = new URL(request.url).searchParams;
  const next = pageAfter(parameters.get('next'));
  const actor = await context.services.accounts.actorOf(request);
  if (actor.kind === 'person') throw redirect(next);
  return { next, passwordSet: parameters.has('password-set') };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const email = formText(form, 'email');
  try {
    const headers = await context.services.accounts.signIn(request, {
      email,
      password: formText(form, 'password'),
    });
    return redirect(pageAfter(formText(form, 'next')), { headers });
  } catch (error) {
    return data({ ...refusedBy(error), email }, { status: 400 });
  }
}

export const headers: Route.HeadersFunction = () => privateHeaders;

export const meta: Route.MetaFunction = ({ matches }) =>
  privateMeta(matches[0].loaderData, ({ accountPages }) => accountPages.signInTitle);

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const { accountPages: texts } = useMessages();
  return (
    <FormPage title={texts.signInTitle} lead={texts.signInLead}>
      {loaderData.passwordSet && !actionData && <DoneNotice>{texts.passwordSet}</DoneNotice>}
      {actionData && <ProblemNotice refused={actionData} />}
      <Form method="post" className="mt-6 grid gap-5">
        <input type="hidden" name="next" value={loaderData.next} />
        <TextField
          name="email"
          type="email"
          label={texts.email}
          autoComplete="username"
          value={actionData?.email}
        />
        <TextField name="password" type="password" label={texts.password} autoComplete="current-password" />
        <button type="submit" className="button justify-self-start" data-strong="">
          {texts.signIn}
        </button>
      </Form>
      <p className="mt-6">
        <Link to="/account/password">{texts.forgotten}</Link>
      </p>
    </FormPage>
  );
}
