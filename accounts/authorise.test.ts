import { describe, expect, test } from 'vitest';
import { isDomainError } from '#runtime/errors';
import { type Actor, anonymous, system } from './actor.ts';
import { authorise, can, scopesOf } from './authorise.ts';
import { type Permission, permissions } from './permissions.ts';
import { type Role, roles, type Scope } from './roles.ts';

/** The table as people agreed on it, written out again: a change of one without the other fails. */
const agreed = `
                         administrator  curator  vocabulary-curator  vocabulary-contributor  producer  reader
  records.read-hidden    yes            yes      -                   -                       -         yes
  records.edit           yes            yes      -                   -                       -         -
  records.withdraw       yes            yes      -                   -                       -         -
  records.set-visibility yes            yes      -                   -                       -         -
  sources.manage         yes            yes      -                   -                       -         -
  themes.edit            yes            yes      -                   -                       -         -
  harvests.run           yes            yes      -                   -                       -         -
  sources.see            yes            yes      -                   -                       own       -
  harvests.preview       yes            yes      -                   -                       own       -
  rules.edit             yes            yes      -                   -                       own       -
  documents.push         yes            yes      -                   -                       own       -
  vocabularies.propose   yes            yes      yes                 yes                     -         -
  vocabularies.edit      yes            -        yes                 -                       -         -
  deposits.create        yes            yes      -                   -                       yes       -
  deposits.review        yes            yes      -                   -                       -         -
  accounts.manage        yes            -        -                   -                       -         -
  audit.read             yes            -        -                   -                       -         -
  system.operate         yes            -        -                   -                       -         -
`;
const [header = '', ...lines] = agreed.trim().split('\n');
const columns = header.trim().split(/\s+/);
const cells = lines.flatMap((line) => {
  const [permission = '', ...values] = line.trim().split(/\s+/);
  return values.map((value, index) => ({
    permission,
    role: columns[index] ?? '',
    allowed: value !== '-',
    own: value === 'own',
  }));
});

const person = (...grants: { role: Role; scope: Scope }[]): Actor => ({
  kind: 'person',
  id: 'p',
  name: 'P',
  email: 'p@example.org',
  sessionId: 's',
  grants,
});
const codeOf = (work: () => void): string => {
  try {
    work();
    return 'allowed';
  } catch (error) {
    return isDomainError(error) ? error.code : 'fault';
  }
};
const isRole = (name: string): name is Role => roles.some((role) => role === name);
const isPermission = (name: string): name is Permission => permissions.some((one) => one === name);
const global: Scope = { kind: 'global' };
const aviso: Scope = { kind: 'source', id: 'aviso' };

describe('role × permission', () => {
  test('the agreed table names every role and permission, once', () => {
    expect(columns).toEqual([...roles]);
    expect(lines.map((line) => line.trim().split(/\s+/)[0])).toEqual([...permissions]);
    expect(cells).toHaveLength(roles.length * permissions.length);
  });

  test.each(cells)('$role, $permission: $allowed', ({ role, permission, allowed, own }) => {
    if (!isRole(role) || !isPermission(permission)) throw new Error('not in the table');
    const everywhere = person({ role, scope: global });
    const here = person({ role, scope: aviso });
    const verdict = allowed ? 'allowed' : 'forbidden';
    // What is allowed in one's own is not allowed everywhere by a grant that holds everywhere.
    const overall = allowed && !own ? 'allowed' : 'forbidden';
    expect(codeOf(() => authorise(everywhere, permission))).toBe(overall);
    expect(codeOf(() => authorise(everywhere, permission, aviso))).toBe(overall);
    expect(codeOf(() => authorise(here, permission, aviso))).toBe(verdict);
    expect(can(everywhere, permission)).toBe(allowed && !own);
  });
});

describe('scopes', () => {
  const curator = person(
    { role: 'curator', scope: aviso },
    { role: 'curator', scope: { kind: 'theme', id: 'ice' } },
  );

  test('a grant for one source or theme holds there and nowhere else', () => {
    expect(can(curator, 'records.edit', aviso)).toBe(true);
    expect(can(curator, 'records.edit', { kind: 'theme', id: 'ice' })).toBe(true);
    expect(can(curator, 'records.edit', { kind: 'source', id: 'ice' })).toBe(false);
    expect(can(curator, 'records.edit', { kind: 'source', id: 'coriolis' })).toBe(false);
    expect(can(curator, 'records.edit')).toBe(false);
    expect(can(curator, 'records.edit', global)).toBe(false);
  });

  test('scopesOf says where', () => {
    expect(scopesOf(curator, 'records.edit')).toEqual([aviso, { kind: 'theme', id: 'ice' }]);
    expect(scopesOf(curator, 'accounts.manage')).toEqual([]);
    expect(scopesOf(person({ role: 'curator', scope: global }), 'records.edit')).toBe('everywhere');
    expect(scopesOf(anonymous, 'records.edit')).toEqual([]);
  });
});

describe('who is no person', () => {
  test.each(permissions)('%s', (permission) => {
    expect(codeOf(() => authorise(anonymous, permission, aviso))).toBe('unauthenticated');
    expect(codeOf(() => authorise(system, permission, aviso))).toBe('allowed');
    expect(codeOf(() => authorise(person(), permission, aviso))).toBe('forbidden');
  });
});
