import { useId } from 'react';
import type { Role } from '#accounts';
import type { ScopeChoice } from '../account/scope-names.ts';
import { useMessages } from '../locales/locale-context.tsx';

/** Chooses a role and where it holds. */
export function RoleChoice({ roles, scopes }: { roles: Role[]; scopes: ScopeChoice[] }) {
  const { accountPages, adminPages: texts, navigation } = useMessages();
  const under = (kind: string) => scopes.filter(({ value }) => value.startsWith(kind));
  const groups = [
    [texts.wholeCatalogue, under('global')],
    [navigation.sources, under('source:')],
    [navigation.themes, under('theme:')],
  ] as const;
  const id = useId();
  return (
    <>
      <div>
        <label htmlFor={`${id}-role`} className="font-medium">
          {texts.role}
        </label>
        <select id={`${id}-role`} name="role" required className="field mt-1" defaultValue="">
          <option value="" disabled />
          {roles.map((role) => (
            <option key={role} value={role}>
              {accountPages.roles[role]}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor={`${id}-scope`} className="font-medium">
          {texts.where}
        </label>
        <select id={`${id}-scope`} name="scope" required className="field mt-1">
          {groups.map(([label, choices]) =>
            choices.length === 0 ? null : (
              <optgroup key={label} label={label}>
                {choices.map(({ value, label: name }) => (
                  <option key={value} value={value}>
                    {name}
                  </option>
                ))}
              </optgroup>
            ),
          )}
        </select>
      </div>
    </>
  );
}
