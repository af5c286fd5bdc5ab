import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hydrated, launchBrowser, visit } from './browser.ts';
import { openPortal, type RunningPortal } from './portal.ts';

const ada = { name: 'Ada Lovelace', email: 'ada@example.org', password: 'salt wedge estuary' };
const grace = { name: 'Grace Hopper', email: 'grace@example.org', password: 'a halocline at dusk' };

let portal: RunningPortal;
let browser: Browser;
beforeAll(async () => {
  portal = await openPortal();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await portal?.close();
});

/** A window of its own; refusals are part of these stories, so that the console may name them. */
async function withPage(options: BrowserContextOptions, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ baseURL: portal.url, locale: 'en-GB', ...options });
  try {
    await work(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Links in the newest letter, which is a file, for no mail server is configured. */
function linkInLetter(): string {
  const folder = join(portal.dataFolder, 'mail');
  const newest = readdirSync(folder).sort().at(-1) ?? '';
  const text = readFileSync(join(folder, newest), 'utf8').replaceAll('=\r\n', '').replaceAll('=3D', '=');
  return /http:\/\/localhost:\d+\/account\/\S+/.exec(text)?.[0] ?? '';
}

async function signIn(page: Page, { email, password }: typeof ada, path = '/account/sign-in'): Promise<void> {
  await page.goto(path);
  await page.getByLabel(/E-mail address|Adresse électronique/).fill(email);
  await page.getByLabel(/^(Password|Mot de passe)$/).fill(password);
  await page.getByRole('button', { name: /Sign in|Se connecter/ }).click();
}

describe('people of the catalogue', () => {
  it('the printed link makes the first administrator, once', () =>
    withPage({}, async (page) => {
      const link = /http:\/\/localhost:\d+\/setup\?token=[\w-]+/.exec(portal.said())?.[0] ?? '';
      await page.goto(link);
      await hydrated(page);
      await page.getByLabel('E-mail address').fill(ada.email);
      await page.getByLabel('Your name').fill(ada.name);
      await page.getByLabel('Choose a password').fill('aaaaaaaaaaaaaaaa');
      await page.getByRole('button', { name: 'Make the account' }).click();
      await page.getByRole('alert').waitFor();
      expect(await page.getByLabel('Choose a password').getAttribute('aria-invalid')).toBe('true');
      expect(await page.getByLabel('Your name').inputValue()).toBe(ada.name);
      await page.getByLabel('Choose a password').fill(ada.password);
      await page.getByRole('button', { name: 'Make the account' }).click();
      await page.getByRole('heading', { level: 1, name: ada.name }).waitFor();
      const again = await page.goto(link);
      expect(again?.status()).toBe(410);
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
        'This link is no longer valid',
      );
    }));

  it('without scripts: invite, accept, sign out, sign in', () =>
    withPage({ javaScriptEnabled: false }, async (page) => {
      await signIn(page, ada, '/admin/accounts');
      const invite = page.locator('form', { has: page.getByRole('button', { name: 'Send the invitation' }) });
      await invite.getByLabel('E-mail address').fill(grace.email);
      await invite.getByLabel('Role').selectOption('curator');
      await invite.getByLabel('Where').selectOption('source:shom');
      await invite.getByRole('button').click();
      expect(await page.getByRole('status').textContent()).toContain(grace.email);

      await withPage({ javaScriptEnabled: false, locale: 'fr-FR' }, async (hers) => {
        await hers.goto(linkInLetter());
        expect(await hers.getByRole('main').textContent()).toContain('curateur');
        await hers.getByLabel('Votre nom').fill(grace.name);
        await hers.getByLabel('Choisissez un mot de passe').fill(grace.password);
        await hers.getByRole('button', { name: 'Créer le compte' }).click();
        expect(await hers.getByRole('heading', { level: 1 }).textContent()).toBe(grace.name);
        const refused = await hers.goto('/admin/accounts');
        expect(refused?.status()).toBe(403);
        await hers.goto('/account');
        await hers.getByRole('button', { name: 'Se déconnecter' }).click();
        await hers.goto('/account');
        expect(new URL(hers.url()).pathname).toBe('/account/sign-in');
        await signIn(hers, { ...grace, password: 'not her password' });
        expect(await hers.getByRole('alert').textContent()).toContain('ne vont pas ensemble');
        await signIn(hers, grace, '/account');
        expect(await hers.getByRole('heading', { level: 1 }).textContent()).toBe(grace.name);
      });
    }));

  it('a role that is revoked is gone at the next click', () =>
    withPage({}, async (page) => {
      await signIn(page, ada, '/admin/accounts');
      await page.getByRole('heading', { level: 1, name: 'Accounts' }).waitFor();
      await hydrated(page);
      await page.getByRole('button', { name: /^Revoke curator .* of Grace Hopper$/ }).click();
      await page.getByText('The role is revoked.').waitFor();
      await withPage({}, async (hers) => {
        await signIn(hers, grace);
        await hers.getByText('You hold no role yet.').waitFor();
      });
      await page.goto('/admin/audit');
      expect(await page.getByRole('listitem').filter({ hasText: 'role revoked' }).count()).toBe(1);
    }));

  it('another site cannot act for whoever is signed in', () =>
    withPage({}, async (page) => {
      await signIn(page, ada, '/account');
      await page.getByRole('heading', { level: 1, name: ada.name }).waitFor();
      const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
      const send = (headers: Record<string, string>) =>
        fetch(`${portal.url}/account`, {
          method: 'POST',
          redirect: 'manual',
          headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', ...headers },
          body: 'intent=sign-out',
        });
      const foreign = { origin: 'https://evil.example.org', 'sec-fetch-site': 'cross-site' };
      expect((await send(foreign)).status).toBe(400);
      await page.reload();
      await page.getByRole('heading', { level: 1, name: ada.name }).waitFor();
      expect((await send({ origin: portal.url, 'sec-fetch-site': 'same-origin' })).status).toBe(302);
    }));
});

type Violation = { id: string; nodes: { html: string }[] };

describe('accessible and within the window', () => {
  // Signed in once: the portal would take so many sign-ins from one address for guessing.
  let storageState: Awaited<ReturnType<BrowserContext['storageState']>>;
  beforeAll(() =>
    withPage({}, async (page) => {
      await signIn(page, ada);
      await page.getByRole('heading', { level: 1, name: ada.name }).waitFor();
      storageState = await page.context().storageState();
    }),
  );

  describe.each([
    ['light', 1440, 'en-GB'],
    ['dark', 390, 'fr-FR'],
  ] as const)('%s, %d px, %s', (colorScheme, width, locale) => {
    it.each(['/account', '/admin', '/admin/accounts', '/admin/audit', '/account/password'])('%s', (path) =>
      visit(
        browser,
        portal.url,
        { colorScheme, locale, storageState, viewport: { width, height: 900 } },
        async ({ page }) => {
          await page.goto(path);
          await hydrated(page);
          expect(new URL(page.url()).pathname).toBe(path);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
          await page.evaluate(axe.source);
          const { violations } = await page.evaluate<{ violations: Violation[] }>('axe.run(document)');
          expect(
            violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
          ).toEqual([]);
        },
      ),
    );
  });
});
