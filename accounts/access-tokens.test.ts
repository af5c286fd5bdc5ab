import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isDomainError } from '#runtime/errors';
import { type Actor, anonymous, system } from './actor.ts';
import { can } from './authorise.ts';
import type { Role, Scope } from './roles.ts';
import { openTestAccounts, type TestAccounts, type TestBrowser } from './testing/index.ts';

let house: TestAccounts;
let ada: TestBrowser;
let id: string;
beforeEach(async () => {
  house = openTestAccounts();
  ada = await house.administrator();
  const actor = await house.accounts.actorOf(ada.request());
  id = actor.kind === 'person' ? actor.id : '';
});
afterEach(() => house.close());

const source = (name: string) => ({ kind: 'source', id: name }) as const;
const asking = (secret: string) =>
  new Request('http://localhost/', { headers: { authorization: `Bearer ${secret}` } });
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (isDomainError(error) ? error.code : 'fault'),
  );
const person = (...grants: { role: Role; scope: Scope }[]): Actor => ({
  kind: 'person',
  id,
  name: 'Ada',
  email: 'ada@example.org',
  sessionId: 's',
  grants,
});
const wanted = (more = {}) => ({ accountId: id, sourceId: 'ifremer', name: 'nightly push', ...more });

describe('a token', () => {
  test('allows what it is for, where it is for, and nothing else of what its account may do', async () => {
    const { secret, token } = await house.accounts.createToken(system, wanted());
    const actor = await house.accounts.actorOfToken(asking(secret));
    expect(actor).toMatchObject({ kind: 'person', id, token: { id: token.id } });
    expect(can(actor, 'documents.push', source('ifremer'))).toBe(true);
    expect(can(actor, 'documents.push', source('other'))).toBe(false);
    expect(can(actor, 'documents.push')).toBe(false);
    expect(can(actor, 'sources.manage', source('ifremer'))).toBe(false);
    expect(can(actor, 'accounts.manage')).toBe(false);
    expect(await codeOf(house.accounts.listSessions(actor))).toBe('forbidden');
    expect(await codeOf(house.accounts.createToken(actor, wanted({ sourceId: 'other' })))).toBe('forbidden');
  });

  test('is worth nothing once its account lost the role, or it is over or revoked', async () => {
    const { secret, token } = await house.accounts.createToken(system, wanted({ days: 1 }));
    const other = await house.accounts.createToken(system, wanted());
    await house.accounts.revokeToken(system, other.token.id);
    expect(await house.accounts.actorOfToken(asking(other.secret))).toBe(anonymous);
    expect((await house.accounts.listTokens(system, 'ifremer')).map((one) => one.id)).toEqual([token.id]);
    house.wait(86_400_000 - 60_000);
    expect((await house.accounts.actorOfToken(asking(secret))).kind).toBe('person');
    expect((await house.accounts.listTokens(system, 'ifremer'))[0]?.usedAt).toBeDefined();
    house.wait(60_000);
    expect(await house.accounts.actorOfToken(asking(secret))).toBe(anonymous);
    expect(await house.accounts.actorOfToken(asking(`${secret}x`))).toBe(anonymous);
    expect(await house.accounts.actorOfToken(new Request('http://localhost/'))).toBe(anonymous);
  });

  test('is made by whoever may send documents of the source, for oneself; only its hash is kept', async () => {
    const { accounts } = house;
    const producer = person({ role: 'producer', scope: source('ifremer') });
    expect(await codeOf(accounts.createToken(anonymous, wanted()))).toBe('unauthenticated');
    expect(await codeOf(accounts.createToken(person(), wanted()))).toBe('forbidden');
    expect(
      await codeOf(accounts.createToken(person({ role: 'producer', scope: { kind: 'global' } }), wanted())),
    ).toBe('forbidden');
    expect(await codeOf(accounts.createToken(producer, wanted({ accountId: 'bob' })))).toBe('forbidden');
    expect(await codeOf(accounts.createToken(system, wanted({ accountId: 'bob' })))).toBe('not-found');
    expect(await codeOf(accounts.createToken(producer, wanted({ days: 0 })))).toBe('invalid');
    expect(await codeOf(accounts.createToken(producer, wanted({ name: ' ' })))).toBe('invalid');
    const { secret } = await accounts.createToken(producer, wanted());
    const [kept] = await accounts.listTokens(producer, 'ifremer');
    expect(JSON.stringify(kept)).not.toContain(secret.slice(4, 20));
    const trail = await accounts.listAudit(await accounts.actorOf(ada.request()), { limit: 1 });
    expect(trail).toMatchObject([{ action: 'token.created', subject: 'source:ifremer' }]);
    expect(JSON.stringify(trail)).not.toContain(secret);
  });
});
