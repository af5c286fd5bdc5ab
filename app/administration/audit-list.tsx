import type { AuditEntry } from '#accounts';
import type { Messages } from '../locales/index.ts';
import { useMessages } from '../locales/locale-context.tsx';

/** What was done, newest first. `names` tells accounts by their id. */
export function AuditList({ entries, names }: { entries: AuditEntry[]; names: Record<string, string> }) {
  const messages = useMessages();
  const { adminPages: texts } = messages;
  const actionNames: Record<string, string> = texts.actions;
  const person = (id: string) => (id === 'system' ? texts.system : (names[id] ?? id));
  return (
    <ol className="mt-6 border-t border-edge">
      {entries.map(({ id, at, action, actor, subject, details }) => {
        const about = subjectOf(subject, person);
        return (
          <li key={id} className="grid gap-x-6 border-b border-line py-2 md:grid-cols-[14rem_1fr]">
            <time dateTime={at} className="text-soft tabular-nums">
              {at.replace('T', ' ').replace('Z', ' UTC')}
            </time>
            <div>
              <p>
                <span className="font-medium">{actionNames[action] ?? action}</span>
                {' · '}
                {texts.by(person(actor))}
                {about !== undefined && subject !== `account:${actor}` && ` · ${texts.about(about)}`}
              </p>
              <p className="break-words text-soft">{detailsInWords(details, messages)}</p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** @returns `undefined` for an invitation: its details say whom it is for */
function subjectOf(subject: string, person: (id: string) => string): string | undefined {
  const [kind, id = ''] = subject.split(':');
  if (kind === 'invitation') return undefined;
  return kind === 'account' ? person(id) : subject;
}

function detailsInWords(details: Record<string, unknown>, { accountPages }: Messages): string {
  const roleNames: Record<string, string> = accountPages.roles;
  const words = Object.entries(details).map(([name, value]) => {
    if (name === 'role' && typeof value === 'string') return roleNames[value] ?? value;
    if (name === 'scope') return scopeInWords(value, accountPages);
    return `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`;
  });
  return words.join(', ');
}

function scopeInWords(scope: unknown, { everywhere }: Messages['accountPages']): string {
  if (typeof scope !== 'object' || scope === null) return JSON.stringify(scope);
  return 'kind' in scope && scope.kind === 'global' ? everywhere : Object.values(scope).join(' ');
}
