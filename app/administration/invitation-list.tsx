import { Form } from 'react-router';
import { formatDate } from '../locales/format.ts';
import { useLocale, useMessages } from '../locales/locale-context.tsx';
import type { ListedInvitation } from './accounts-page.ts';

/** Invitations that nobody has used yet. */
export function InvitationList({ invitations }: { invitations: ListedInvitation[] }) {
  const { accountPages, adminPages: texts } = useMessages();
  const locale = useLocale();
  if (invitations.length === 0) return <p className="mt-3">{texts.noPending}</p>;
  return (
    <ul className="mt-3">
      {invitations.map(({ id, email = texts.firstAdministrator, role, where, expiresAt }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-4 border-b border-line py-2">
          <p className="mr-auto">
            <span className="font-medium break-words">{email}</span>
            <span className="block text-sm text-soft">
              {accountPages.roles[role]}, {where}; {texts.until(formatDate(expiresAt, locale))}
            </span>
          </p>
          <Form method="post">
            <input type="hidden" name="invitation" value={id} />
            <button
              type="submit"
              name="intent"
              value="withdraw"
              className="button"
              data-small=""
              aria-label={texts.withdrawOf(email)}
            >
              {texts.withdraw}
            </button>
          </Form>
        </li>
      ))}
    </ul>
  );
}
