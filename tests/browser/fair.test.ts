import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '#runtime/root';
import { accessibilityFindings, hydrated, launchBrowser, visit } from './browser.ts';
import { openPortal, type RunningPortal } from './portal.ts';

let portal: RunningPortal;
let browser: Browser;
let record: string;
beforeAll(async () => {
  portal = await openPortal();
  const command = join(projectRoot(), 'build/server/cli.js');
  execFileSync(process.execPath, [command, 'assess', 'seanoe-like', '--no-links'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HALOCLINE_DATA: portal.dataFolder,
      HALOCLINE_URL: portal.url,
      HALOCLINE_CHECK_LINKS: 'no',
    },
  });
  const found = await (await fetch(`${portal.url}/search?source=seanoe-like`)).text();
  record = /href="(\/records\/[^"]+)"/.exec(found)?.[1] ?? '';
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await portal?.close();
});

describe('how FAIR a record is', () => {
  it.each([
    ['en-GB', 1440, 'What to do'],
    ['fr-FR', 390, 'Que faire'],
  ] as const)('%s, %d pixels wide: can be read, opened, and used by everybody', (locale, width, remedy) =>
    visit(browser, portal.url, { locale, viewport: { width, height: 900 } }, async ({ page }) => {
      await page.goto(record);
      await hydrated(page);
      const part = page.locator('section#fair');
      expect(await part.locator('.fair-principle').count()).toBe(15);
      expect(await part.locator('.fair-evidence').getByText(remedy).first().isVisible()).toBe(false);
      for (const summary of await part.locator('summary').all()) await summary.click();
      expect(await part.locator('.fair-evidence').getByText(remedy).first().isVisible()).toBe(true);
      expect(await accessibilityFindings(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }),
  );

  it('needs no JavaScript', () =>
    visit(browser, portal.url, { javaScriptEnabled: false }, async ({ page }) => {
      await page.goto(record);
      const summary = page.locator('section#fair summary').first();
      await summary.click();
      expect(await page.locator('section#fair details[open] .fair-evidence').count()).toBe(1);
    }));

  it.each([
    ['en-GB', 390],
    ['fr-FR', 1440],
  ] as const)('of a data centre: %s, %d pixels wide', (locale, width) =>
    visit(browser, portal.url, { locale, viewport: { width, height: 900 } }, async ({ page }) => {
      await page.goto('/sources/seanoe-like');
      await hydrated(page);
      expect(await page.locator('.fair-worst > li').count()).toBeGreaterThan(0);
      expect(await accessibilityFindings(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }),
  );
});
