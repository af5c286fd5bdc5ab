import { Form } from 'react-router';
import type { SessionSummary } from '#accounts';
import { formatDate } from '../locales/format.ts';
import { useLocale, useMessages } from '../locales/locale-context.tsx';
import { browserName } from './browser-name.ts';

/** Where somebody is signed in, each with a button that ends it. */
export function SessionList({ sessions }: { sessions: (SessionSummary & { current: boolean })[] }) {
  const { accountPages: texts } = useMessages();
  const locale = useLocale();
  return (
    <ul className="mt-3 max-w-[42rem]">
      {sessions.map((session) => {
        const browser = browserName(session.userAgent) ?? texts.unknownBrowser;
        return (
          <li
            key={session.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-3"
          >
            <p className="mr-auto">
              <span className="font-medium">{browser}</span>
              {session.current && <span className="tag ml-2">{texts.thisSession}</span>}
              <span className="block text-sm text-soft">
                {texts.since(formatDate(session.createdAt, locale))}
                {session.ipAddress !== undefined && `, ${texts.from(session.ipAddress)}`}
              </span>
            </p>
            {!session.current && (
              <Form method="post">
                <input type="hidden" name="session" value={session.id} />
                <button
                  type="submit"
                  name="intent"
                  value="end-session"
                  className="button"
                  data-small=""
                  aria-label={texts.endSessionOf(browser)}
                >
                  {texts.endSession}
                </button>
              </Form>
            )}
          </li>
        );
      })}
    </ul>
  );
}
