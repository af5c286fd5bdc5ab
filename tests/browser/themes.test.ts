import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { firstAdministrator } from './administrator.ts';
import { accessibilityFindings, inWindow, launchBrowser } from './browser.ts';
import { openPortal, type RunningPortal } from './portal.ts';

let portal: RunningPortal;
let browser: Browser;
let signedIn: Awaited<ReturnType<BrowserContext['storageState']>>;
beforeAll(async () => {
  portal = await openPortal();
  browser = await launchBrowser();
  signedIn = await firstAdministrator(browser, portal);
});
afterAll(async () => {
  await browser?.close();
  await portal?.close();
});

it('a theme becomes a portal: words in both languages, its sources, and a search within it, without scripts', async () => {
  const options = { baseURL: portal.url, storageState: signedIn, javaScriptEnabled: false };
  await inWindow(browser, options, async (page) => {
    await page.goto('/admin/themes');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Themes');
    await page.getByRole('link', { name: 'Argo', exact: true }).first().click();
    await page.getByLabel('Title in English').fill('x'.repeat(201));
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('At most 200 characters.').waitFor();
    await page.getByLabel('Title in English').fill('The Argo portal');
    await page.getByLabel('Title in French').fill('Le portail Argo');
    await page.getByLabel('Description in English').fill('Profiling floats of the world.');
    await page.getByLabel('Description in French').fill('Les flotteurs profileurs du monde.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The theme is saved: its page says so.').waitFor();
    await page.getByRole('link', { name: 'See its page' }).click();
    expect(new URL(page.url()).pathname).toBe('/themes/argo');
    await page.getByText('Profiling floats of the world.').waitFor();
    const centres = page.getByRole('region', { name: 'Data centres' });
    expect(await centres.getByRole('link').count()).toBeGreaterThan(0);

    await page.getByRole('searchbox').fill('temperature');
    await page.getByRole('button', { name: 'Search' }).click();
    expect(new URL(page.url()).pathname).toBe('/themes/argo/search');
    await page.getByRole('heading', { level: 1, name: 'The Argo portal' }).waitFor();
    await page.getByRole('link', { name: 'Search the whole catalogue' }).click();
    expect(new URL(page.url()).pathname).toBe('/search');

    await page.goto('/themes/argo?lang=fr');
    await page.getByRole('heading', { level: 1, name: 'Le portail Argo' }).waitFor();
    await page.getByText('Les flotteurs profileurs du monde.').waitFor();
  });
});

it.each([
  ['/admin/themes', 1440, 'en-GB'],
  ['/admin/themes', 390, 'fr-FR'],
  ['/admin/themes/argo', 1440, 'fr-FR'],
  ['/admin/themes/argo', 390, 'en-GB'],
])('%s is accessible and fits: %d px, %s', (path, width, locale) =>
  inWindow(
    browser,
    { baseURL: portal.url, storageState: signedIn, locale, viewport: { width, height: 900 } },
    async (page) => {
      await page.goto(path);
      expect(await accessibilityFindings(page)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    },
  ),
);
