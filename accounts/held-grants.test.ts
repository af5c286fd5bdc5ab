import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { can } from './authorise.ts';
import { type HeldGrant, withFollowing } from './held-grants.ts';
import { openTestAccounts, type TestAccounts } from './testing/index.ts';

const source = (id: string) => ({ kind: 'source', id }) as const;
const theme = (id: string) => ({ kind: 'theme', id }) as const;

describe('what follows from what is held', () => {
  const places = [
    { id: 'ice-cores', ownerId: 'ada', themes: ['ice'] },
    { id: 'floes', ownerId: 'bob', themes: ['ice', 'sea'] },
    { id: 'tides', themes: ['sea'] },
  ];
  const followed = (...granted: HeldGrant[]) =>
    withFollowing(granted, 'ada', places)
      .filter(({ follows }) => follows !== undefined)
      .map(({ role, scope, follows }) => `${role} ${'id' in scope ? scope.id : ''} by ${follows}`);

  test('the owner of a source is its producer', () =>
    expect(followed()).toEqual(['producer ice-cores by ownership']));

  test('a role for a theme holds for the sources that are meant for it, whosever they are', () => {
    expect(followed({ role: 'curator', scope: theme('ice') })).toEqual([
      'producer ice-cores by ownership',
      'curator ice-cores by theme',
      'curator floes by theme',
    ]);
    expect(followed({ role: 'reader', scope: theme('sea') })).toEqual([
      'producer ice-cores by ownership',
      'reader floes by theme',
      'reader tides by theme',
    ]);
  });

  test('a producer of a theme has no source by that, and a role for a source none of its theme', () => {
    expect(followed({ role: 'producer', scope: theme('sea') })).toEqual(['producer ice-cores by ownership']);
    expect(followed({ role: 'curator', scope: source('tides') })).toEqual([
      'producer ice-cores by ownership',
    ]);
  });

  test('what was granted is told once, as granted', () => {
    const granted: HeldGrant = { role: 'producer', scope: source('ice-cores') };
    expect(withFollowing([granted], 'ada', places)).toEqual([granted]);
  });
});

describe('a person at each request', () => {
  let house: TestAccounts;
  beforeEach(() => {
    house = openTestAccounts();
  });
  afterEach(() => house.close());

  test('has what follows, as long as it follows; a token of theirs too', async () => {
    const { accounts, places } = house;
    const admin = await house.administrator();
    const ada = await accounts.actorOf(admin.request());
    await accounts.invite(ada, { email: 'bob@example.org', role: 'reader', scope: theme('ice') });
    const [, token = ''] = /token=([\w-]+)/.exec(house.letters.at(-1)?.text ?? '') ?? [];
    const browser = house.browser();
    const bob = { token, name: 'Bob', email: 'bob@example.org', password: 'salt wedge estuary' };
    browser.keep(await accounts.acceptInvitation(browser.request('/account/invitation'), bob));
    const actor = () => accounts.actorOf(browser.request());
    const { id } = { id: '', ...(await actor()) };
    expect(can(await actor(), 'documents.push', source('floes'))).toBe(false);

    places.push({ id: 'floes', ownerId: id, themes: ['ice'] });
    expect(can(await actor(), 'documents.push', source('floes'))).toBe(true);
    expect(can(await actor(), 'rules.edit', source('floes'))).toBe(true);
    expect(can(await actor(), 'sources.manage', source('floes'))).toBe(false);
    expect(can(await actor(), 'records.read-hidden', source('floes'))).toBe(true);
    const wanted = { accountId: id, sourceId: 'floes', name: 'Nightly' };
    const { secret } = await accounts.createToken(await actor(), wanted);
    const program = () =>
      accounts.actorOfToken(new Request('http://x/', { headers: { authorization: `Bearer ${secret}` } }));
    expect(can(await program(), 'documents.push', source('floes'))).toBe(true);

    places.splice(0, 1, { id: 'floes', themes: [] });
    expect(can(await actor(), 'rules.edit', source('floes'))).toBe(false);
    expect(can(await actor(), 'records.read-hidden', source('floes'))).toBe(false);
    expect(can(await program(), 'documents.push', source('floes'))).toBe(false);
  });
});
