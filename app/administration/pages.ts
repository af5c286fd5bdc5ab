import { type Actor, can, type Permission, scopesOf } from '#accounts';

type Page = {
  name: string;
  path: string;
  permission: Permission;
  /** Also opened by a role that holds for one source only. */
  scoped?: true;
};

const pages = [
  { name: 'sources', path: '/admin/sources', permission: 'sources.see', scoped: true },
  { name: 'identity', path: '/admin/identity', permission: 'records.edit', scoped: true },
  { name: 'accounts', path: '/admin/accounts', permission: 'accounts.manage' },
  { name: 'audit', path: '/admin/audit', permission: 'audit.read' },
] as const satisfies Page[];

/** A page of administration; `name` is the key of its title. */
export type AdministrationPage = Pick<(typeof pages)[number], 'name' | 'path'>;

/** Those that somebody's roles open to them. */
export function administrationPages(actor: Actor): AdministrationPage[] {
  return pages
    .filter((page) =>
      'scoped' in page ? scopesOf(actor, page.permission).length > 0 : can(actor, page.permission),
    )
    .map(({ name, path }) => ({ name, path }));
}
