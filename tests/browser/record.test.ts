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

async function firstRecord(words: string): Promise<string> {
  const page = await (await fetch(`${portal.url}/search?q=${encodeURIComponent(words)}`)).text();
  const path = /href="(\/records\/[^"]+)"/.exec(page)?.[1];
  if (path === undefined) throw new Error(`No record speaks of ${words}.`);
  return path;
}

describe('a record', () => {
  it('is opened from the results, read, cited and left again', () =>
    visit(browser, portal.url, {}, async ({ page }) => {
      await page.goto('/search?q=argo');
      await hydrated(page);
      const title = (await page.locator('ol h2 a').first().textContent()) ?? '';
      await page.locator('ol h2 a').first().click();
      await page.waitForURL('**/records/*');
      await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe(title);
      await page.getByRole('button', { name: 'Copy the citation' }).click();
      await page.getByText('Copied').waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toContain(title);
      expect(copied).toMatch(/https?:\/\//);
      await page.goBack();
      await page.waitForURL('**/search?q=argo');
      await expect.poll(() => page.locator('ol h2 a').first().textContent()).toBe(title);
    }));

  it('shows its area on a map after the first paint', () =>
    visit(browser, portal.url, {}, async ({ page }) => {
      await page.goto(await firstRecord('mooring'));
      expect(await page.locator('.chart svg').count()).toBeGreaterThan(0);
      await mapIsLive(page);
    }));

  it('can be read without JavaScript', () =>
    visit(browser, portal.url, { javaScriptEnabled: false }, async ({ page }) => {
      await page.goto(await firstRecord('salinity'));
      expect((await page.locator('main').textContent())?.length).toBeGreaterThan(400);
      expect(await page.locator('script[type="application/ld+json"]').count()).toBe(1);
    }));

  it('says in its head what machines look for', async () => {
    const path = await firstRecord('argo');
    const answer = await fetch(portal.url + path, { headers: { accept: 'text/html' } });
    const link = answer.headers.get('link') ?? '';
    for (const relation of ['cite-as', 'describedby', 'type', 'linkset'])
      expect(link).toContain(`rel="${relation}"`);
    const page = await answer.text();
    expect(page).toContain(`<link rel="canonical" href="${portal.url}${path}"`);
    expect(page).toMatch(/hrefLang="fr"|hreflang="fr"/);
    expect(page).toMatch(/name="DC\.title"|name="dcterms\.title"|name="citation_title"/i);
  });

  it('is not sent again to who has it, in that language', async () => {
    const path = await firstRecord('argo');
    const first = await fetch(portal.url + path, {
      headers: { accept: 'text/html', 'accept-language': 'en' },
    });
    const etag = first.headers.get('etag') ?? '';
    const again = (language: string) =>
      fetch(portal.url + path, {
        headers: { accept: 'text/html', 'accept-language': language, 'if-none-match': etag },
      });
    expect((await again('en')).status).toBe(304);
    expect((await again('fr')).status).toBe(200);
    const second = await fetch(portal.url + path, {
      headers: { accept: 'text/html', 'accept-language': 'en' },
    });
    expect(await second.text()).toBe(await first.text());
  });

  it('answers in formats for machines, by suffix and by negotiation; 406 says what there is', async () => {
    const path = await firstRecord('argo');
    for (const [suffix, type] of [
      ['iso19139.xml', 'application/xml'],
      ['jsonld', 'application/ld+json'],
    ] as const) {
      const bySuffix = await fetch(`${portal.url}${path}.${suffix}`);
      expect([suffix, bySuffix.status]).toEqual([suffix, 200]);
      expect(bySuffix.headers.get('content-type')).toContain(type);
      const negotiated = await fetch(portal.url + path, { headers: { accept: type } });
      expect(await negotiated.text()).toBe(await bySuffix.text());
    }
    const refused = await fetch(portal.url + path, { headers: { accept: 'image/png' } });
    expect(refused.status).toBe(406);
    expect(await refused.text()).toContain('application/ld+json');
    expect((await fetch(`${portal.url}${path}/original`)).status).toBe(200);
  });
});
