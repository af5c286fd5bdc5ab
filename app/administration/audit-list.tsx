import type { AuditEntry } from '#accounts';
import { useMessages } from '../locales/locale-context.tsx';

/** What was done, newest first. `names` tells accounts by their id. */
export function AuditList({ entries, names }: { entries: AuditEntry[]; names: Record<string, string> }) {
  const { adminPages: texts } = useMessages();
  const actionNames: Record<string, string> = texts.actions;
  const person = (id: string) => (id === 'system' ? texts.system : (names[id] ?? id));
  const subjectOf = (subject: string) => {
    const [kind, id = ''] = subject.split(':');
    return kind === 'account' ? person(id) : subject;
  };
  return (
    <ol className="mt-6 border-t border-edge">
      {entries.map((entry) => (
        <li key={entry.id} className="grid gap-x-6 border-b border-line py-2 md:grid-cols-[12rem_1fr]">
          <time dateTime={entry.at} className="text-soft tabular-nums">
            {entry.at.replace('T', ' ').replace('Z', ' UTC')}
          </time>
          <div>
            <p>
              <span className="font-medium">{actionNames[entry.action] ?? entry.action}</span>
              {' · '}
              {texts.by(person(entry.actor))}
              {entry.subject !== `account:${entry.actor}` && ` · ${texts.about(subjectOf(entry.subject))}`}
            </p>
            {Object.keys(entry.details).length > 0 && (
              <code className="break-words text-soft">{JSON.stringify(entry.details)}</code>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
