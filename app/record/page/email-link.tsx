import { useSyncExternalStore } from 'react';
import { useMessages } from '../../locales/locale-context.tsx';
import type { EmailParts } from '../present/address.ts';

/** An e-mail address: spelt out in the page as it is sent, a link once a person's browser runs it. */
export function EmailLink({ email: { user, host } }: { email: EmailParts }) {
  const { recordPage } = useMessages();
  const inBrowser = useSyncExternalStore(
    noChanges,
    () => true,
    () => false,
  );
  if (!inBrowser)
    return (
      <span>
        {user} [{recordPage.emailAt}] {host}
      </span>
    );
  return (
    <a href={`mailto:${user}@${host}`} className="break-words">
      {user}@{host}
    </a>
  );
}

function noChanges(): () => void {
  return () => {};
}
