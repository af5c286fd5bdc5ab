import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { anonymous } from './actor.ts';
import { openTestAccounts, type TestAccounts, type TestBrowser } from './testing/index.ts';

let house: TestAccounts;
beforeEach(() => {
  house = openTestAccounts();
});
afterEach(() => house.close());

const tokenIn = (text: string) => /token=([\w-]+)/.exec(text)?.[1] ?? '';
const ada = { name: 'Ada', email: 'ada@example.org', password: 'salt wedge estuary' };
const accept = (browser: TestBrowser, token: string, more = {}) =>
  house.accounts.acceptInvitation(browser.request('/setup'), { token, ...ada, ...more });

describe('the first administrator', () => {
  test('comes by the printed link, once', async () => {
    const { accounts } = house;
    const link = await accounts.setupLink();
    expect(link).toMatch(/^http:\/\/localhost:3000\/setup\?token=[\w-]{43}$/);
    const token = tokenIn(link ?? '');
    expect(await accounts.readInvitation(token)).toEqual({
      role: 'administrator',
      scope: { kind: 'global' },
    });
    const browser = house.browser();
    browser.keep(await accept(browser, token));
    const actor = await accounts.actorOf(browser.request());
    expect(actor).toMatchObject({
      kind: 'person',
      email: 'ada@example.org',
      name: 'Ada',
      grants: [{ role: 'administrator', scope: { kind: 'global' } }],
    });
    expect(await accounts.readInvitation(token)).toBeNull();
    await expect(accept(house.browser(), token, { email: 'eve@example.org' })).rejects.toMatchObject({
      code: 'invalid',
      field: 'token',
    });
    expect(await accounts.setupLink()).toBeNull();
    const audit = await accounts.listAudit(actor, { limit: 10 });
    expect(audit.map((entry) => entry.action)).toEqual(['session.began', 'role.granted', 'account.created']);
  });

  test('a new start makes a new link and the one before void', async () => {
    const { accounts } = house;
    const first = tokenIn((await accounts.setupLink()) ?? '');
    const second = tokenIn((await accounts.setupLink()) ?? '');
    expect(await accounts.readInvitation(first)).toBeNull();
    expect(await accounts.readInvitation(second)).not.toBeNull();
  });

  test('the link ends after 24 hours', async () => {
    const token = tokenIn((await house.accounts.setupLink()) ?? '');
    house.wait(24 * 3_600_000 - 5000);
    expect(await house.accounts.readInvitation(token)).not.toBeNull();
    house.wait(10_000);
    expect(await house.accounts.readInvitation(token)).toBeNull();
    await expect(accept(house.browser(), token)).rejects.toMatchObject({ field: 'token' });
  });

  test('of two who use it at once, one wins', async () => {
    const token = tokenIn((await house.accounts.setupLink()) ?? '');
    const outcomes = await Promise.allSettled([
      accept(house.browser(), token),
      accept(house.browser(), token, { email: 'eve@example.org' }),
    ]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await house.stores.accounts.countAdministrators()).toBe(1);
  });

  test('only the hash of the token is stored', async () => {
    const token = tokenIn((await house.accounts.setupLink()) ?? '');
    const [invitation] = await house.stores.accounts.listInvitations('2000-01-01T00:00:00Z');
    expect(JSON.stringify(invitation)).not.toContain(token);
    expect(invitation?.tokenHash).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each([
    [{ name: '  ' }, 'name'],
    [{ email: 'ada' }, 'email'],
    [{ password: 'too short' }, 'password'],
    [{ password: 'aaaaaaaaaaaaaaaa' }, 'password'],
    [{ password: 'ada@example.org' }, 'password'],
    [{ password: 'x'.repeat(129) }, 'password'],
  ])('%j is refused by its field, and the link stays good', async (given, field) => {
    const token = tokenIn((await house.accounts.setupLink()) ?? '');
    await expect(accept(house.browser(), token, given)).rejects.toMatchObject({ code: 'invalid', field });
    expect(await house.accounts.readInvitation(token)).not.toBeNull();
  });

  test('another site cannot send the form', async () => {
    const token = tokenIn((await house.accounts.setupLink()) ?? '');
    const foreign = house.browser().request('/setup', { 'sec-fetch-site': 'cross-site' });
    await expect(house.accounts.acceptInvitation(foreign, { token, ...ada })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect((await house.stores.accounts.listAccounts(0, 10)).total).toBe(0);
  });
});

describe('invitations', () => {
  const source = { kind: 'source', id: 'aviso' } as const;

  test('somebody is invited by mail and gets the role, there only', async () => {
    const { accounts, letters } = house;
    const browser = await house.administrator();
    const admin = await accounts.actorOf(browser.request());
    expect(
      await accounts.invite(admin, { email: ' Grace@Example.org ', role: 'curator', scope: source }),
    ).toBe('invited');
    expect(letters).toMatchObject([
      { to: 'grace@example.org', subject: 'Invitation to Halocline / Invitation à Halocline' },
    ]);
    expect(await accounts.listInvitations(admin)).toMatchObject([
      { email: 'grace@example.org', role: 'curator' },
    ]);
    const token = tokenIn(letters[0]?.text ?? '');
    expect(await accounts.readInvitation(token)).toEqual({
      email: 'grace@example.org',
      role: 'curator',
      scope: source,
    });
    const grace = house.browser();
    // The address is the invitation's, whatever the form says.
    grace.keep(await accept(grace, token, { name: 'Grace', email: 'eve@example.org' }));
    expect(await accounts.actorOf(grace.request())).toMatchObject({
      email: 'grace@example.org',
      grants: [{ role: 'curator', scope: source }],
    });
    expect(await accounts.listInvitations(admin)).toEqual([]);
  });

  test('whoever has an account is granted the role at once', async () => {
    const { accounts, letters } = house;
    const browser = await house.administrator();
    const admin = await accounts.actorOf(browser.request());
    expect(await accounts.invite(admin, { email: 'ada@example.org', role: 'producer', scope: source })).toBe(
      'granted',
    );
    expect(letters).toMatchObject([{ to: 'ada@example.org', subject: expect.stringContaining('new role') }]);
  });

  test('a withdrawn invitation is void', async () => {
    const { accounts, letters } = house;
    const admin = await accounts.actorOf((await house.administrator()).request());
    await accounts.invite(admin, { email: 'grace@example.org', role: 'reader', scope: { kind: 'global' } });
    const [invitation] = await accounts.listInvitations(admin);
    await accounts.withdrawInvitation(admin, invitation?.id ?? '');
    expect(await accounts.readInvitation(tokenIn(letters[0]?.text ?? ''))).toBeNull();
  });

  test('only who may manage accounts invites, and only where they may', async () => {
    const { accounts, letters } = house;
    const admin = await accounts.actorOf((await house.administrator()).request());
    const invitation = { email: 'grace@example.org', role: 'administrator', scope: source } as const;
    await expect(accounts.invite(anonymous, invitation)).rejects.toMatchObject({ code: 'unauthenticated' });
    await accounts.invite(admin, invitation);
    const browser = house.browser();
    browser.keep(await accept(browser, tokenIn(letters[0]?.text ?? '')));
    const grace = await accounts.actorOf(browser.request());
    const eve = { email: 'eve@example.org', role: 'curator' } as const;
    expect(await accounts.invite(grace, { ...eve, scope: source })).toBe('invited');
    for (const scope of [{ kind: 'global' }, { kind: 'source', id: 'coriolis' }] as const)
      await expect(accounts.invite(grace, { ...eve, scope })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(accounts.listAccounts(grace, 0, 10)).rejects.toMatchObject({ code: 'forbidden' });
  });
});
