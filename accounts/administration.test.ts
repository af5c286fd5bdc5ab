import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from './actor.ts';
import { openTestAccounts, type TestAccounts, type TestBrowser } from './testing/index.ts';

let house: TestAccounts;
let browser: TestBrowser;
let ada: Actor;
beforeEach(async () => {
  house = openTestAccounts();
  browser = await house.administrator();
  ada = await house.accounts.actorOf(browser.request());
});
afterEach(() => house.close());

const aviso = { kind: 'source', id: 'aviso' } as const;
const idOf = (actor: Actor) => (actor.kind === 'person' ? actor.id : '');

describe('roles', () => {
  test('are granted and revoked, and hold from the next request on', async () => {
    expect(await house.accounts.grant(ada, idOf(ada), 'producer', aviso)).toBe(true);
    expect(await house.accounts.grant(ada, idOf(ada), 'producer', aviso)).toBe(false);
    const { total, accounts } = await house.accounts.listAccounts(ada, 0, 10);
    expect(total).toBe(1);
    expect(accounts[0]?.grants.map(({ role, scope }) => [role, scope.kind])).toEqual([
      ['administrator', 'global'],
      ['producer', 'source'],
    ]);
    const producer = accounts[0]?.grants.find((grant) => grant.role === 'producer');
    await house.accounts.revoke(ada, producer?.id ?? '');
    expect(await house.accounts.actorOf(browser.request())).toMatchObject({
      grants: [{ role: 'administrator' }],
    });
    const audit = await house.accounts.listAudit(ada, { limit: 2, subject: `account:${idOf(ada)}` });
    expect(audit).toMatchObject([
      { action: 'role.revoked', actor: idOf(ada), details: { role: 'producer', scope: aviso } },
      { action: 'role.granted', actor: idOf(ada), details: { role: 'producer', scope: aviso } },
    ]);
  });

  test('the last administrator stays', async () => {
    const [account] = (await house.accounts.listAccounts(ada, 0, 10)).accounts;
    await expect(house.accounts.revoke(ada, account?.grants[0]?.id ?? '')).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  test('nobody else grants, revokes, lists, ends sessions or reads the audit trail', async () => {
    const [account] = (await house.accounts.listAccounts(ada, 0, 10)).accounts;
    const curator: Actor = {
      kind: 'person',
      id: 'c',
      name: 'C',
      email: 'c@example.org',
      sessionId: 's',
      grants: [{ role: 'curator', scope: { kind: 'global' } }],
    };
    const tried = [
      house.accounts.grant(curator, 'c', 'administrator', { kind: 'global' }),
      house.accounts.revoke(curator, account?.grants[0]?.id ?? ''),
      house.accounts.revoke(curator, 'no such grant'),
      house.accounts.listAccounts(curator, 0, 10),
      house.accounts.endSessionsOf(curator, idOf(ada)),
      house.accounts.listAudit(curator, { limit: 10 }),
      house.accounts.listInvitations(curator),
      house.accounts.withdrawInvitation(curator, 'x'),
    ];
    for (const one of tried) await expect(one).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('what is not there is said to be', async () => {
    await expect(house.accounts.grant(ada, 'nobody', 'reader', aviso)).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(house.accounts.revoke(ada, 'nothing')).rejects.toMatchObject({ code: 'not-found' });
    await expect(house.accounts.endSessionsOf(ada, 'nobody')).rejects.toMatchObject({ code: 'not-found' });
  });
});

test("an administrator ends all of somebody's sessions", async () => {
  await house.accounts.endSessionsOf(ada, idOf(ada));
  expect(await house.accounts.actorOf(browser.request())).toEqual({ kind: 'anonymous' });
});

test('the audit trail is appended to and paged', async () => {
  for (const subject of ['source:aviso', 'source:coriolis', 'source:aviso'])
    await house.accounts.audit(ada, 'source.changed', subject, { field: 'url' });
  const all = await house.accounts.listAudit(ada, { subject: 'source:aviso', limit: 10 });
  expect(all).toHaveLength(2);
  const [newest] = all;
  const older = await house.accounts.listAudit(ada, {
    subject: 'source:aviso',
    limit: 10,
    beforeId: newest?.id ?? 0,
  });
  expect(older).toEqual(all.slice(1));
});
