import { Form } from 'react-router';
import { useMessages } from '../locales/locale-context.tsx';
import { ProblemNotice } from './notice.tsx';
import type { Refused } from './problem.ts';
import { TextField } from './text-field.tsx';

type JoinFormProps = {
  token: string;
  /** The invited address; absent for the first administrator, who writes their own. */
  email?: string | undefined;
  /** Fewest characters of a password. */
  minimumLength: number;
  refused?: (Refused & { name: string; email: string }) | undefined;
};

/** The form that makes an account out of an invitation. Works without scripts. */
export function JoinForm({ token, email, minimumLength, refused }: JoinFormProps) {
  const { accountPages: texts } = useMessages();
  const errorOf = (field: string) => (refused?.field === field ? texts.problems[refused.problem] : undefined);
  return (
    <>
      {refused && <ProblemNotice refused={refused} />}
      <Form method="post" className="mt-6 grid gap-5">
        <input type="hidden" name="token" value={token} />
        <TextField
          name="email"
          type="email"
          label={texts.email}
          autoComplete="username"
          value={email ?? refused?.email}
          readOnly={email !== undefined}
          error={errorOf('email')}
        />
        <TextField
          name="name"
          label={texts.name}
          hint={texts.nameHint}
          autoComplete="name"
          value={refused?.name}
          error={errorOf('name')}
        />
        <TextField
          name="password"
          type="password"
          label={texts.newPassword}
          hint={texts.passwordHint(minimumLength)}
          autoComplete="new-password"
          minimumLength={minimumLength}
          error={errorOf('password')}
        />
        <button type="submit" className="button justify-self-start" data-strong="">
          {texts.makeAccount}
        </button>
      </Form>
    </>
  );
}
