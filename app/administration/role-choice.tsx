import { useId } from 'react';
import type { Role } from '#accounts';
import type { ScopeChoice } from '../account/scope-names.ts';
import { useMessages } from '../locales/locale-context.tsx';

/** Chooses a role and where it holds. */
export function RoleChoice({ roles, scopes }: { roles: Role[]; scopes: ScopeChoice[] }) {
  const { accountPages, adminPages: texts } = useMessages();
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
          {scopes.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
    </>
  );
}
