import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestAccounts, type TestAccounts, type TestBrowser } from '#accounts/testing';
import { createHarvestDesk, type HarvestSource, previewRules, protocols } from '#harvesters';
import { createTestFetcher } from '#runtime/fetching/testing';
import { createLog } from '#runtime/log';
import { sourcePlacesOf } from './source-places.ts';

let house: TestAccounts;
beforeEach(() => {
  house = openTestAccounts();
});
afterEach(() => house.close());

const source: HarvestSource = {
  id: 'floes',
  names: { en: 'Floes' },
  descriptions: {},
  protocol: 'csw',
  url: 'https://example.org/csw',
  options: {},
  enabled: true,
  allowPrivateAddresses: false,
  createdAt: '2026-01-01T00:00:00Z',
};

/** Somebody who was invited with a role for the theme of sea ice. */
async function joins(name: string, role: 'curator' | 'reader', admin: TestBrowser): Promise<TestBrowser> {
  const { accounts, letters } = house;
  const email = `${name.toLowerCase()}@example.org`;
  const scope = { kind: 'theme', id: 'glace-de-mer' } as const;
  await accounts.invite(await accounts.actorOf(admin.request()), { email, role, scope });
  const [, token = ''] = /token=([\w-]+)/.exec(letters.at(-1)?.text ?? '') ?? [];
  const browser = house.browser();
  browser.keep(
    await accounts.acceptInvitation(browser.request('/account/invitation'), {
      token,
      name,
      email,
      password: 'salt wedge estuary',
    }),
  );
  return browser;
}

it('who looks after a theme looks after its sources, and an owner after their own', async () => {
  const { accounts, stores, places } = house;
  const { sources, runs, jobs, digests } = stores;
  const desk = createHarvestDesk({
    sources,
    runs,
    jobs,
    digests,
    accounts: stores.accounts,
    harvester: { ask: async () => {}, discard: async () => {} },
    protocols,
    fetcher: createTestFetcher(),
    log: createLog('silent', 'test'),
    audit: accounts.audit,
    previewRules: (_sourceId, rules) => previewRules([], rules),
  });
  const save = async (saved: HarvestSource) => {
    await sources.save(saved);
    places.splice(0, places.length, ...(await sourcePlacesOf(sources)));
  };
  const admin = await house.administrator();
  const [carol, olaf] = [await joins('Carol', 'curator', admin), await joins('Olaf', 'reader', admin)];
  const deed = async (browser: TestBrowser, work: 'see' | 'preview' | 'harvest' | 'archive') => {
    const actor = await accounts.actorOf(browser.request());
    const works = {
      see: () => desk.source(actor, 'floes'),
      preview: () => desk.order(actor, { action: 'harvest', sourceId: 'floes', dryRun: true }),
      harvest: () => desk.order(actor, { action: 'harvest', sourceId: 'floes' }),
      archive: () => desk.archive(actor, 'floes', false),
    };
    return works[work]().then(
      () => true,
      (error: { code?: string }) => error.code,
    );
  };
  const deeds = async (browser: TestBrowser) => [
    await deed(browser, 'see'),
    await deed(browser, 'preview'),
    await deed(browser, 'harvest'),
    await deed(browser, 'archive'),
  ];
  const none = ['forbidden', 'forbidden', 'forbidden', 'forbidden'];

  await save({ ...source, themes: ['Tides'] });
  expect([await deeds(carol), await deeds(olaf)]).toEqual([none, none]);
  const olafActor = await accounts.actorOf(olaf.request());
  if (olafActor.kind !== 'person') throw new Error('Olaf is not signed in.');
  const seen = async (browser: TestBrowser) =>
    (await desk.sources(await accounts.actorOf(browser.request()))).map(({ id }) => id);
  expect(await seen(carol)).toEqual([]);

  await save({ ...source, themes: ['Tides', 'Glace de mer'], ownerId: olafActor.id });
  expect(await deeds(carol)).toEqual([true, true, true, true]);
  expect(await seen(carol)).toEqual(['floes']);
  expect(await deeds(olaf)).toEqual([true, true, 'forbidden', 'forbidden']);
  expect(await seen(olaf)).toEqual(['floes']);
  // A grant on a theme makes nobody manage what is not meant for it, nor add sources.
  expect(desk.mayAdd(await accounts.actorOf(carol.request()))).toBe(false);

  const owned = await accounts.listAccounts(await accounts.actorOf(admin.request()), 0, 10);
  expect(owned.accounts.map(({ name, owns }) => [name, owns])).toEqual([
    ['Ada', []],
    ['Carol', []],
    ['Olaf', ['floes']],
  ]);

  // Whoever manages the source says whose it is, by address; nothing of that is changed by a form that does not speak of it.
  const carolActor = await accounts.actorOf(carol.request());
  expect((await desk.settings(carolActor, 'floes')).owner).toBe('olaf@example.org');
  const draft = {
    names: { en: 'Floes', fr: '' },
    descriptions: { en: '', fr: '' },
    protocol: 'csw' as const,
    url: source.url,
    options: {},
    enabled: true,
    allowPrivateAddresses: false,
    policy: { mostGone: 0.1, mostChanged: 1, graceDays: 0 },
  };
  const ownerId = async () => (await sources.get('floes'))?.ownerId;
  await desk.change(carolActor, 'floes', { ...draft, owner: '' });
  expect(await ownerId()).toBeUndefined();
  await desk.change(carolActor, 'floes', { ...draft, owner: 'Olaf@example.org' });
  await desk.change(carolActor, 'floes', draft);
  expect(await ownerId()).toBe(olafActor.id);

  await save(source);
  expect([await deeds(carol), await deeds(olaf)]).toEqual([none, none]);
});
