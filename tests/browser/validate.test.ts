import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFindings, hydrated, launchBrowser, visit } from './browser.ts';
import { openPortal, type RunningPortal } from './portal.ts';

let portal: RunningPortal;
let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), 'halocline-validate-'));
const file = join(folder, 'plume.xml');
const plume = `<?xml version="1.0"?>
<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <dc:title xml:lang="en">Turbidity of the Gironde plume</dc:title>
  <dc:date>yesterday</dc:date>
</oai_dc:dc>`;

beforeAll(async () => {
  writeFileSync(file, plume);
  [portal, browser] = await Promise.all([openPortal(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await portal?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the page that checks a document', () => {
  it('is reached from the foot of every page, and reads what is pasted', () =>
    visit(browser, portal.url, {}, async ({ page }) => {
      await page.goto('/');
      await page.getByRole('contentinfo').getByRole('link', { name: 'Check a document' }).click();
      await page.getByRole('heading', { level: 1, name: 'Check a metadata document' }).waitFor();
      await hydrated(page);
      await page.getByLabel('Document', { exact: true }).fill(plume);
      await page.getByRole('checkbox', { name: 'Dublin Core by OAI-PMH' }).check();
      await page.getByRole('button', { name: 'Check' }).click();
      await page.getByRole('heading', { level: 2, name: 'Report' }).waitFor();
      const report = page.getByRole('region', { name: 'Report' });
      await expect.poll(() => report.textContent()).toContain('Line 4: Date unreadable');
      expect(await report.textContent()).toContain('Missing: creator.');
      expect(await report.textContent()).toContain('halocline schemas install');
      expect(await page.getByLabel('Document', { exact: true }).inputValue()).toContain('Gironde');
      expect(await page.getByRole('checkbox', { name: 'Dublin Core by OAI-PMH' }).isChecked()).toBe(true);
    }));

  it('works without scripts, with a file, in French', () =>
    visit(browser, portal.url, { javaScriptEnabled: false, locale: 'fr-FR' }, async ({ page }) => {
      await page.goto('/validate');
      await page.getByLabel('Ou un fichier').setInputFiles(file);
      await page.getByRole('button', { name: 'Contrôler' }).click();
      const report = page.getByRole('region', { name: 'Rapport' });
      expect(await report.textContent()).toContain('Ligne 4\u00a0: Date illisible');
      expect(await report.textContent()).toContain('Manque : résumé.');
      expect(page.url()).toMatch(/\/validate#report$/);
    }));

  it('says what is missing when nothing is sent', () =>
    visit(browser, portal.url, { javaScriptEnabled: false }, async ({ page }) => {
      await page.goto('/validate');
      await page.getByRole('button', { name: 'Check' }).click();
      expect(await page.getByRole('alert').textContent()).toContain('Paste a document');
    }));

  it('can be used with the keyboard alone', () =>
    visit(browser, portal.url, {}, async ({ page }) => {
      await page.goto('/validate');
      await hydrated(page);
      await page.getByLabel('Document', { exact: true }).focus();
      await page.keyboard.insertText('<a>\n<b></a>');
      const reached = async () => page.evaluate(() => document.activeElement?.textContent);
      for (let count = 0; count < 30 && (await reached()) !== 'Check'; count += 1)
        await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByText('Line 2: Document not well-formed').waitFor();
    }));

  it.each([
    [390, 'light'],
    [390, 'dark'],
    [1440, 'light'],
    [1440, 'dark'],
  ] as const)('has no accessibility finding at %i px, %s, and no overflow', (width, colorScheme) =>
    visit(browser, portal.url, { colorScheme, viewport: { width, height: 900 } }, async ({ page }) => {
      await page.goto('/validate');
      await hydrated(page);
      expect(await accessibilityFindings(page)).toEqual([]);
      await page.getByLabel('Document', { exact: true }).fill(plume);
      await page.getByRole('button', { name: 'Check' }).click();
      await page.getByRole('heading', { level: 2, name: 'Report' }).waitFor();
      await hydrated(page);
      expect(await accessibilityFindings(page)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    }),
  );
});

describe('the API', () => {
  const ask = (path: string, init?: RequestInit) => fetch(portal.url + path, init);

  it('answers a report, and the checks of a record', async () => {
    const answer = await ask('/api/validate?rules=oai-dc', { method: 'POST', body: plume });
    expect([answer.status, (await answer.json()).format]).toEqual([200, 'oai_dc']);
    const listed = await (await ask('/oai?verb=ListIdentifiers&metadataPrefix=oai_dc')).text();
    const id = /<identifier>oai:[^:]+:([^<]+)</.exec(listed)?.[1] ?? '';
    const checks = await ask(`/api/records/${id}/checks?rules=inspire&lang=fr`);
    expect([checks.status, (await checks.json()).rules]).toEqual([200, ['inspire']]);
  });

  it('refuses what is too large, and goes on', async () => {
    const large = await ask('/api/validate', { method: 'POST', body: 'x'.repeat(5 * 1024 * 1024 + 1) });
    expect([large.status, large.headers.get('content-type')]).toEqual([413, 'application/problem+json']);
    const form = await ask('/validate', { method: 'POST', body: 'x'.repeat(6 * 1024 * 1024) });
    expect(form.status).toBe(413);
    expect((await ask('/health')).status).toBe(200);
  });
});
