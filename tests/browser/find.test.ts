import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hydrated, launchBrowser, mapIsLive, visit } from './browser.ts';
import { openPortal, type RunningPortal } from './portal.ts';

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

const count = /(\d+) records?$/;
const parameters = (address: string) => new URL(address).searchParams;

describe('finding', () => {
  it('by words: from the home page to marked results', () =>
    visit(browser, portal.url, {}, async ({ page }) => {
      await page.goto('/');
      await hydrated(page);
      await page.getByRole('searchbox', { name: 'Search the catalogue' }).fill('argo floats');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/search?q=argo+floats');
      await expect.poll(() => page.getByRole('status').textContent()).toMatch(count);
      expect(await page.locator('ol mark').first().textContent()).toMatch(/argo|float/i);
      expect(await page.title()).toContain('argo floats');
    }));

  it('by a facet: counts agree, the chip takes it away again', () =>
    visit(browser, portal.url, {}, async ({ page }) => {
      await page.goto('/search');
      await hydrated(page);
      const centres = page.getByRole('group', { name: 'Data centre' });
      const value = centres.locator('label').filter({ hasText: 'Coriolis' });
      const counted = Number(await value.locator('span').last().textContent());
      await value.getByRole('checkbox').check();
      await page.waitForURL('**/search?source=coriolis');
      await expect.poll(() => page.getByRole('status').textContent()).toBe(`${counted} records`);
      await page.getByRole('link', { name: /^Remove: Data centre: Coriolis/ }).click();
      await page.waitForURL((url) => !url.searchParams.has('source'));
      await expect.poll(() => value.getByRole('checkbox').isChecked()).toBe(false);
    }));

  it('by map: a box drawn with the mouse narrows the results and is in the address', () =>
    visit(browser, portal.url, {}, async ({ page }) => {
      await page.goto('/search');
      await mapIsLive(page);
      const before = await page.getByRole('status').textContent();
      await page.getByRole('button', { name: 'Draw a box' }).click();
      const frame = await page.locator('.chart-live').boundingBox();
      if (frame === null) throw new Error('There is no map.');
      const at = (x: number, y: number) => [frame.x + frame.width * x, frame.y + frame.height * y] as const;
      await page.mouse.move(...at(0.3, 0.4));
      await page.mouse.down();
      await page.mouse.move(...at(0.4, 0.5));
      await page.mouse.move(...at(0.5, 0.6));
      await page.mouse.up();
      await page.waitForURL((url) => url.searchParams.has('bbox'));
      const [west = 0, south = 0, east = 0, north = 0] = (parameters(page.url()).get('bbox') ?? '')
        .split(',')
        .map(Number);
      expect(west).toBeLessThan(east);
      expect(south).toBeLessThan(north);
      await expect.poll(() => page.getByRole('status').textContent()).not.toBe(before);
      expect(await page.getByLabel('West', { exact: true }).inputValue()).toBe(String(west));
      await page.getByRole('button', { name: 'Remove the box' }).click();
      await page.waitForURL((url) => !url.searchParams.has('bbox'));
    }));

  it('by typed coordinates and a time', () =>
    visit(browser, portal.url, {}, async ({ page }) => {
      await page.goto('/search');
      await hydrated(page);
      for (const [side, value] of Object.entries({ West: '-6', South: '30', East: '36,5', North: '46' }))
        await page.getByLabel(side, { exact: true }).fill(value);
      await page.getByLabel('From', { exact: true }).last().fill('2015');
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.searchParams.has('bbox'));
      expect(parameters(page.url()).get('bbox')).toBe('-6,30,36.5,46');
      expect(parameters(page.url()).get('from')).toBe('2015');
      await expect.poll(() => page.getByRole('link', { name: /^Remove: / }).count()).toBe(2);
    }));

  it('list and map are in step both ways', () =>
    visit(browser, portal.url, {}, async ({ page }) => {
      await page.goto('/search?q=mediterranean&bbox=-6,30,36.5,46');
      await mapIsLive(page);
      const first = page.locator('[data-record]').first();
      await first.hover();
      expect(await first.getAttribute('data-active')).toBe('true');
      const frame = await page.locator('.chart-live').boundingBox();
      if (frame === null) throw new Error('There is no map.');
      // Somewhere over the western basin an outline is met sooner or later.
      await expect
        .poll(
          async () => {
            for (let x = 0.1; x < 0.9; x += 0.05) {
              await page.mouse.move(frame.x + frame.width * x, frame.y + frame.height * 0.5);
              if ((await page.locator('[data-record][data-active="true"]').count()) === 1) return true;
            }
            return false;
          },
          { timeout: 20_000 },
        )
        .toBe(true);
    }));

  it('nothing found: says which filter to drop', () =>
    visit(browser, portal.url, {}, async ({ page }) => {
      await page.goto('/search?q=argo&type=service&from=1700&to=1701');
      expect(await page.getByRole('status').textContent()).toBe('0 records');
      await page.goto('/search?q=argo&type=software');
      await page.getByRole('link', { name: 'Without Kind: Software' }).click();
      await expect.poll(() => page.getByRole('status').textContent()).toMatch(/^[1-9]/);
    }));

  it('what cannot be understood is said, not answered with an error', () =>
    visit(browser, portal.url, {}, async ({ page }) => {
      const answer = await page.goto('/search?bbox=1,2,3&from=yesterday&page=-1&q=%22%29OR%28');
      expect(answer?.status()).toBe(200);
      expect(await page.getByRole('alert').locator('li').count()).toBe(3);
    }));

  it('the time range answers to arrow keys', () =>
    visit(browser, portal.url, {}, async ({ page }) => {
      await page.goto('/search');
      await hydrated(page);
      const handle = page.getByRole('slider', { name: 'From' });
      await handle.focus();
      await page.keyboard.press('PageUp');
      await page.waitForURL((url) => url.searchParams.has('from'));
      expect(Number(parameters(page.url()).get('from'))).toBeGreaterThan(1000);
    }));

  it('by keyboard alone, from the top of the page to a record', () =>
    visit(browser, portal.url, {}, async ({ page }) => {
      await page.goto('/');
      await hydrated(page);
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to content');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q');
      await page.keyboard.type('salinity');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/search?q=salinity');
      await page.locator('ol h2 a').first().waitFor();
      for (let step = 0; step < 120; step += 1) {
        await page.keyboard.press('Tab');
        if (await page.evaluate(() => document.activeElement?.matches('ol h2 a') ?? false)) break;
      }
      await page.keyboard.press('Enter');
      await page.waitForURL('**/records/*');
      await page.getByRole('heading', { level: 1 }).waitFor();
    }));

  it('without JavaScript: words, facets, coordinates, pages', () =>
    visit(browser, portal.url, { javaScriptEnabled: false }, async ({ page }) => {
      await page.goto('/');
      await page.getByRole('searchbox').fill('temperature');
      await page.getByRole('button', { name: 'Search' }).click();
      await page.waitForURL('**/search?q=temperature');
      await page.locator('#filters label').filter({ hasText: 'Dataset' }).getByRole('checkbox').check();
      await page.getByLabel('South', { exact: true }).fill('-90');
      await page.getByLabel('North', { exact: true }).fill('90');
      await page.getByLabel('West', { exact: true }).fill('-180');
      await page.getByLabel('East', { exact: true }).fill('180');
      await page.locator('#filters').getByRole('button', { name: 'Apply' }).click();
      await page.waitForURL((url) => url.searchParams.get('bbox') === '-180,-90,180,90');
      expect(parameters(page.url()).get('type')).toBe('dataset');
      expect(await page.locator('[data-record]').count()).toBeGreaterThan(3);
      await page.locator('ol h2 a').first().click();
      await page.waitForURL('**/records/*');
      expect(await page.getByRole('heading', { level: 1 }).textContent()).not.toBe('');
    }));

  it('in French, and it is remembered', () =>
    visit(browser, portal.url, { locale: 'en-GB' }, async ({ page }) => {
      await page.goto('/search?q=salinit%C3%A9');
      await hydrated(page);
      await page.getByRole('link', { name: 'Français' }).click();
      await page.waitForURL((url) => url.searchParams.get('lang') === 'fr');
      expect(await page.locator('html').getAttribute('lang')).toBe('fr');
      expect(await page.getByRole('status').textContent()).toMatch(/fiches?$/);
      await page.goto('/sources');
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Centres de données');
    }));

  it('a visitor whose browser speaks French is answered in French', () =>
    visit(browser, portal.url, { locale: 'fr-FR' }, async ({ page }) => {
      await page.goto('/');
      expect(await page.locator('html').getAttribute('lang')).toBe('fr');
    }));

  it('on a small screen: filters open and close, nothing is wider than the screen', () =>
    visit(browser, portal.url, { viewport: { width: 390, height: 844 } }, async ({ page }) => {
      await page.goto('/search?q=temperature');
      await hydrated(page);
      const filters = page.locator('#filters');
      expect(await filters.isVisible()).toBe(false);
      await page.getByRole('link', { name: /^Filters/ }).click();
      await expect.poll(() => filters.isVisible()).toBe(true);
      await filters.locator('label').filter({ hasText: 'Dataset' }).getByRole('checkbox').check();
      await page.waitForURL((url) => url.searchParams.get('type') === 'dataset');
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    }));
});
