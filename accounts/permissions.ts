import { type Role, roles } from './roles.ts';

/** What may be allowed, and the roles that allow it: the one table. A grant allows it in its scope only. */
const allowedTo = {
  /** See records that are embargoed or private, and documents of withdrawn ones. */
  'records.read-hidden': ['administrator', 'curator', 'reader'],
  /** Correct records over what their source says. */
  'records.edit': ['administrator', 'curator'],
  'records.withdraw': ['administrator', 'curator'],
  'records.set-visibility': ['administrator', 'curator'],
  /** Add and change sources, and see their configuration. */
  'sources.manage': ['administrator', 'curator'],
  /** Say what a theme is called and what it is about. */
  'themes.edit': ['administrator', 'curator'],
  'harvests.run': ['administrator', 'curator'],
  /** See a source's desk: its configuration, runs and reports. */
  'sources.see': ['administrator', 'curator', 'producer'],
  /** Order previews: runs that store nothing. */
  'harvests.preview': ['administrator', 'curator', 'producer'],
  /** Say what is changed in the records of a source, and which are taken. */
  'rules.edit': ['administrator', 'curator', 'producer'],
  /** Send documents of a source that is not asked for them, and withdraw its records. */
  'documents.push': ['administrator', 'curator', 'producer'],
  /** Suggest concepts and mappings of keywords. */
  'vocabularies.propose': ['administrator', 'curator', 'vocabulary-curator', 'vocabulary-contributor'],
  'vocabularies.edit': ['administrator', 'vocabulary-curator'],
  'deposits.create': ['administrator', 'curator', 'producer'],
  'deposits.review': ['administrator', 'curator'],
  /** Invite people, grant and revoke roles, end sessions. */
  'accounts.manage': ['administrator'],
  'audit.read': ['administrator'],
  /** See and mend jobs, rebuild the index. */
  'system.operate': ['administrator'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof allowedTo;

/**
 * What a producer is allowed in what is theirs alone, source by source: a grant that holds everywhere (to deposit, say)
 * does not make everybody's sources one's own.
 */
const ownedOnly: ReadonlySet<Permission> = new Set([
  'sources.see',
  'harvests.preview',
  'rules.edit',
  'documents.push',
]);

/** Whether a role allows something, by a grant that holds everywhere or not. */
export function allows(role: Role, permission: Permission, everywhere: boolean): boolean {
  if (rolePermissions.get(role)?.has(permission) !== true) return false;
  return !(everywhere && role === 'producer' && ownedOnly.has(permission));
}

const isPermission = (name: string): name is Permission => name in allowedTo;

export const permissions: readonly Permission[] = Object.keys(allowedTo).filter(isPermission);

/** What each role allows. */
export const rolePermissions: ReadonlyMap<Role, ReadonlySet<Permission>> = new Map(
  roles.map((role) => [
    role,
    new Set(
      permissions.filter((permission) => {
        const holders: readonly Role[] = allowedTo[permission];
        return holders.includes(role);
      }),
    ),
  ]),
);
