import { type Actor, can, type Permission } from '#accounts';

const pages = [
  { name: 'accounts', path: '/admin/accounts', permission: 'accounts.manage' },
  { name: 'audit', path: '/admin/audit', permission: 'audit.read' },
] as const satisfies { name: string; path: string; permission: Permission }[];

/** A page of administration; `name` is the key of its title. */
export type AdministrationPage = Pick<(typeof pages)[number], 'name' | 'path'>;

/** Those that somebody's roles open to them. */
export function administrationPages(actor: Actor): AdministrationPage[] {
  return pages.filter(({ permission }) => can(actor, permission)).map(({ name, path }) => ({ name, path }));
}
