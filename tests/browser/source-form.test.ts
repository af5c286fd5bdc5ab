import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { firstAdministrator } from './administrator.ts';
import { accessibilityFindings, hydrated, inWindow, launchBrowser } from './browser.ts';
import { openPortal, type RunningPortal } from './portal.ts';

let portal: RunningPortal;
let browser: Browser;
let storageState: Awaited<ReturnType<BrowserContext['storageState']>>;
beforeAll(async () => {
  portal = await openPortal();
  browser = await launchBrowser();
  storageState = await firstAdministrator(browser, portal);
});
afterAll(async () => {
  await browser?.close();
  await portal?.close();
});

const form = '/admin/sources/shom/edit';
const save = (page: Page, name = 'Save') => page.getByRole('button', { name, exact: true }).click();
/** What is said to be wrong with a field, where a screen reader hears it. */
const errorAt = async (page: Page, label: string) => {
  const field = page.getByLabel(label, { exact: true });
  if ((await field.getAttribute('aria-invalid')) !== 'true') return undefined;
  const ids = ((await field.getAttribute('aria-describedby')) ?? '').split(' ');
  return page.locator(`[id="${ids.at(-1)}"]`).textContent();
};

it('without scripts, in French: each field says what is wrong with it and what to do, and is kept', () =>
  inWindow(
    browser,
    { baseURL: portal.url, storageState, javaScriptEnabled: false, locale: 'fr-FR' },
    async (page) => {
      await page.goto(form);
      const fill = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);
      await fill('Nord', '40');
      await fill('Sud', '50');
      await fill('Ouest', '181');
      await fill('De', '2010-02-30');
      await fill('Options', 'bbox=1,2,3,4');
      await fill('Responsable', 'personne');
      await fill('Préséance', 'dix');
      await fill('À qui', 'a@example.org\nb');
      await save(page, 'Enregistrer');
      expect(await errorAt(page, 'Ouest')).toContain('entre -180 et 180');
      expect(await errorAt(page, 'Est')).toContain('les quatre côtés');
      expect(await errorAt(page, 'Sud')).toContain('échangez les deux');
      expect(await errorAt(page, 'Nord')).toBeUndefined();
      expect(await errorAt(page, 'De')).toContain('Écrivez une date');
      expect(await errorAt(page, 'Options')).toContain('leurs propres champs');
      expect(await errorAt(page, 'Responsable')).toContain('adresse complète');
      expect(await errorAt(page, 'Préséance')).toContain('de 1 à 9999');
      expect(await errorAt(page, 'À qui')).toContain('une par ligne');
      expect(await page.getByLabel('Ouest', { exact: true }).inputValue()).toBe('181');
      expect(await page.locator('[aria-invalid=true]').count()).toBe(8);

      await fill('Ouest', '-6');
      await fill('Est', '-4,5');
      await fill('De', '');
      await fill('Options', '');
      await fill('Préséance', '');
      await fill('À qui', '');
      await fill('Responsable', 'personne@example.org');
      await save(page, 'Enregistrer');
      expect(await errorAt(page, 'Sud')).toContain('échangez les deux');
      await fill('Sud', '30');
      await save(page, 'Enregistrer');
      expect(await errorAt(page, 'Responsable')).toContain('Personne n’a de compte à cette adresse');
      await fill('Responsable', '');
      await fill('Mots-clés', 'mer\nvent');
      await fill('Préséance', '10');
      await page.getByLabel('À quel rythme').selectOption('daily');
      await fill('À qui', 'equipe@example.org');
      await save(page, 'Enregistrer');
      await page.getByText('La source est enregistrée.').waitFor();

      await page.goto(form);
      const values = await Promise.all(
        ['Nord', 'Sud', 'Ouest', 'Est', 'Mots-clés', 'Préséance', 'À quel rythme', 'À qui', 'Options'].map(
          (label) => page.getByLabel(label, { exact: true }).inputValue(),
        ),
      );
      expect(values).toEqual([
        '40',
        '30',
        '-6',
        '-4.5',
        'mer\nvent',
        '10',
        'daily',
        'equipe@example.org',
        '',
      ]);
      // The area is drawn, without scripts too.
      expect(await page.locator('figure svg .chart-box').count()).toBe(1);
    },
  ));

it('by keyboard alone: what is wanted, who owns it and whom letters go to; a preview obeys', () =>
  inWindow(browser, { baseURL: portal.url, storageState }, async (page) => {
    await page.goto(form);
    await hydrated(page);
    const type = async (label: string, text: string) => {
      const field = page.getByLabel(label, { exact: true });
      // Whoever has no mouse gets there by Tab, from wherever they are.
      for (let steps = 0; steps < 60; steps += 1) {
        if (await field.evaluate((element) => element === document.activeElement)) break;
        await page.keyboard.press('Tab');
      }
      expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Delete');
      await page.keyboard.type(text);
    };
    await type('North', '-60');
    await type('South', '-70');
    await type('West', '0');
    await type('East', '1');
    await type('Keywords', '');
    await type('Owner', 'ada@example.org');
    await type('Precedence', '5');
    await type('To whom', '');
    await page.keyboard.press('Tab');
    await page.getByLabel('Owner', { exact: true }).press('Enter');
    await page.getByText('The source is saved.').waitFor();

    // Nothing of the centre lies in the Southern Ocean: all of it would go, and nothing is stored.
    await page.getByRole('button', { name: 'Preview', exact: true }).click();
    await page.getByRole('status').filter({ hasText: 'Ordered.' }).waitFor();
    await page.getByRole('row').nth(2).waitFor();
    await page.getByRole('row').nth(1).getByRole('link').click();
    await page.getByText('Outside of the area that is wanted of the source (bbox).').first().waitFor();

    await page.goto('/admin/accounts');
    await page.getByRole('link', { name: /Change the owner of/ }).click();
    await page.waitForURL(`**${form}`);
    expect(await page.getByLabel('Owner', { exact: true }).inputValue()).toBe('ada@example.org');
  }));

it.each([
  [1440, 'en-GB'],
  [390, 'fr-FR'],
] as const)('is accessible and fits with its errors shown: %d px, %s', (width, locale) =>
  inWindow(
    browser,
    { baseURL: portal.url, storageState, locale, viewport: { width, height: 900 } },
    async (page) => {
      await page.goto(form);
      await hydrated(page);
      await page.locator('[name=west]').fill('x');
      await page.locator('[name=precedence]').fill('0');
      await save(page, locale === 'fr-FR' ? 'Enregistrer' : 'Save');
      await page.locator('[aria-invalid=true]').first().waitFor();
      expect(await accessibilityFindings(page)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    },
  ),
);
