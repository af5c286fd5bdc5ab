import { type Actor, type Permission, type ScopeKind, scopesOf } from '#accounts';

type Page = {
  name: string;
  path: string;
  permission: Permission;
  /** Also opened by a role that holds for one of these only. */
  scoped?: readonly ScopeKind[];
};

const pages = [
  { name: 'sources', path: '/admin/sources', permission: 'sources.see', scoped: ['source', 'theme'] },
  { name: 'themes', path: '/admin/themes', permission: 'themes.edit', scoped: ['theme'] },
  { name: 'identity', path: '/admin/identity', permission: 'records.edit', scoped: ['source', 'theme'] },
  { name: 'accounts', path: '/admin/accounts', permission: 'accounts.manage' },
  { name: 'audit', path: '/admin/audit', permission: 'audit.read' },
] as const satisfies Page[];

/** A page of administration; `name` is the key of its title. */
export type AdministrationPage = Pick<(typeof pages)[number], 'name' | 'path'>;

/** Those that somebody's roles open to them. */
export function administrationPages(actor: Actor): AdministrationPage[] {
  return pages
    .filter((page: Page) => {
      const scopes = scopesOf(actor, page.permission);
      return scopes === 'everywhere' || scopes.some(({ kind }) => page.scoped?.includes(kind));
    })
    .map(({ name, path }) => ({ name, path }));
}
