import { Form } from 'react-router';
import { useMessages } from '../locales/locale-context.tsx';
import type { Refused } from './problem.ts';
import { TextField } from './text-field.tsx';

/** Changes one's password. */
export function PasswordForm({
  minimumLength,
  refused,
}: {
  minimumLength: number;
  refused: Refused | undefined;
}) {
  const { accountPages: texts } = useMessages();
  const errorOf = (field: string) => (refused?.field === field ? texts.problems[refused.problem] : undefined);
  return (
    <Form method="post" className="mt-3 grid max-w-[28rem] gap-5">
      <TextField
        name="currentPassword"
        type="password"
        label={texts.currentPassword}
        autoComplete="current-password"
        error={errorOf('currentPassword')}
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
      <button
        type="submit"
        name="intent"
        value="change-password"
        className="button justify-self-start"
        data-strong=""
      >
        {texts.changePassword}
      </button>
    </Form>
  );
}
