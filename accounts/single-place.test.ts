import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#runtime/root';

/** The rooms that may import this one. */
const rooms = ['app', 'db', 'harvesters', 'ledger', 'protocols', 'server'];

const names = '[\'"](administrator|curator|vocabulary-curator|vocabulary-contributor|producer|reader)[\'"]';
const comparesName = new RegExp(`[!=]==?\\s*${names}|includes\\(\\s*${names}`);

/** Whether a file decides by a role: compares one, looks one up among several, or asks the table itself. */
function decidesByRole(text: string): boolean {
  if (comparesName.test(text)) return true;
  return text.includes("'#accounts'") && /\brole\s*[!=]==?|\brolePermissions\b/.test(text);
}

test('nothing outside this room decides by a role', () => {
  const found = rooms.flatMap((room) =>
    readdirSync(join(projectRoot(), room), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|(^|\/)testing\//.test(name))
      .map((name) => join(room, name))
      // The store keeps the last administrator from being revoked, in the transaction that revokes.
      .filter((name) => name !== join('db', 'stores', 'account-store.ts'))
      .filter((name) => decidesByRole(readFileSync(join(projectRoot(), name), 'utf8'))),
  );
  expect(found).toEqual([]);
});

test('such a decision would be found', () => {
  expect(decidesByRole("import { x } from '#accounts';\nif (grant.role === wanted) show()")).toBe(true);
  expect(decidesByRole('if (responsibility.role === wanted) show()')).toBe(false);
  expect(decidesByRole("if (held === 'administrator') show()")).toBe(true);
  expect(decidesByRole("if (held.includes('producer')) show()")).toBe(true);
  expect(decidesByRole('can(actor, permission)')).toBe(false);
});
