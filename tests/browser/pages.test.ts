import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFindings, hydrated, launchBrowser, mapIsLive, visit } from './browser.ts';
import { openPortal, type RunningPortal } from './portal.ts';

let portal: RunningPortal;
let browser: Browser;
let record: string;
beforeAll(async () => {
  portal = await openPortal();
  browser = await launchBrowser();
  const page = await (await fetch(`${portal.url}/search?q=argo`)).text();
  record = /href="(\/records\/[^"]+)"/.exec(page)?.[1] ?? '';
});
afterAll(async () => {
  await browser?.close();
  await portal?.close();
});

const pages = {
  home: () => '/',
  search: () => '/search?q=temperature&type=dataset&bbox=-10,43,-1,48.5',
  'search without a result': () => '/search?q=argo&type=software',
  record: () => record,
  sources: () => '/sources',
  source: () => '/sources/shom',
  report: () => '/sources/shom/report',
  'records of one rule': () => '/sources/shom/report?rule=elements-unread',
  themes: () => '/themes',
  theme: () => '/themes/argo',
  'search within a theme': () => '/themes/argo/search?q=temperature',
  validate: () => '/validate',
  about: () => '/about',
};

describe.each(Object.entries(pages))('%s', (_name, path) => {
  it.each([
    ['light', 1440, 'en-GB'],
    ['dark', 1440, 'fr-FR'],
    ['light', 390, 'fr-FR'],
    ['dark', 390, 'en-GB'],
  ] as const)('is accessible and fits: %s, %d px, %s', (colorScheme, width, locale) =>
    visit(
      browser,
      portal.url,
      { colorScheme, locale, viewport: { width, height: 900 } },
      async ({ page }) => {
        await page.goto(path());
        await hydrated(page);
        if ((await page.locator('.chart-live').count()) > 0) await mapIsLive(page);
        expect(await accessibilityFindings(page)).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
      },
    ),
  );
});

describe('every page', () => {
  it.each(Object.entries(pages))('%s carries at most 170 kB of scripts before the map', (_name, path) =>
    visit(browser, portal.url, {}, async ({ page }) => {
      const sizes: Promise<number>[] = [];
      page.on('requestfinished', (request) => {
        if (request.resourceType() === 'script')
          sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
      });
      // The map begins when the browser is idle; until then this page never is.
      await page.addInitScript(() => {
        window.requestIdleCallback = () => 0;
      });
      await page.goto(path(), { waitUntil: 'networkidle' });
      const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
      expect(bytes).toBeGreaterThan(20_000);
      expect(bytes).toBeLessThanOrEqual(170_000);
    }),
  );

  it.each(Object.entries(pages))('%s stays where it is while it loads', (_name, path) =>
    visit(browser, portal.url, {}, async ({ page }) => {
      await page.addInitScript(() => {
        Object.assign(window, { moved: 0 });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            if ('value' in entry && typeof entry.value === 'number')
              Object.assign(window, { moved: entry.value });
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(path(), { waitUntil: 'networkidle' });
      if ((await page.locator('.chart-live').count()) > 0) await mapIsLive(page);
      const moved = await page.evaluate(() => ('moved' in window ? window.moved : null));
      expect(moved).toBeLessThan(0.02);
    }),
  );

  it('has the security headers, and no inline script that its policy does not name', async () => {
    for (const path of Object.values(pages)) {
      const answer = await fetch(portal.url + path());
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("object-src 'none'");
      expect(policy).not.toContain("script-src 'unsafe-inline'");
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('vary')).toContain('Accept-Language');
    }
  });
});

describe('errors', () => {
  it('an address that leads nowhere is a page of its own, with 404', async () => {
    const answer = await fetch(`${portal.url}/nowhere`, { headers: { 'accept-language': 'fr' } });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('Cette page n’existe pas');
    expect((await fetch(`${portal.url}/records/nothing`)).status).toBe(404);
    expect((await fetch(`${portal.url}/sources/nothing`)).status).toBe(404);
    expect((await fetch(`${portal.url}/themes/nothing`)).status).toBe(404);
  });
});

describe('for robots', () => {
  it('the sitemap lists every record once', async () => {
    const index = await (await fetch(`${portal.url}/sitemap.xml`)).text();
    const parts = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) =>
      address.replace('&amp;', '&'),
    );
    expect(parts.length).toBeGreaterThan(1);
    const found: string[] = [];
    for (const part of parts) {
      const text = await (await fetch(part)).text();
      found.push(...[...text.matchAll(/<loc>[^<]+(\/records\/[^<]+)<\/loc>/g)].map(([, path = '']) => path));
    }
    expect(new Set(found).size).toBe(found.length);
    expect(found.length).toBeGreaterThan(90);
    expect((await fetch(portal.url + found[0])).status).toBe(200);
    expect(await (await fetch(`${portal.url}/robots.txt`)).text()).toContain(`${portal.url}/sitemap.xml`);
  });
});
