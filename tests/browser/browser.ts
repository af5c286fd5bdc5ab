import { existsSync } from 'node:fs';
import axe, { type AxeResults } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';

/** Chromium: `CHROMIUM` names one, else the system's, else the one that Playwright installed. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  return chromium.launch({
    ...(existsSync(executablePath) ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

export type Visit = {
  page: Page;
  /** Everything that went wrong in the page: errors of the console and of scripts. */
  errors: string[];
  /** Addresses of other sites that were asked for. */
  foreign: string[];
};

/** Runs a visit in a window of its own and, at its end, insists that nothing went wrong and nobody else was asked. */
export async function visit(
  browser: Browser,
  baseURL: string,
  options: BrowserContextOptions,
  work: (visit: Visit) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({
    baseURL,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  });
  const page = await context.newPage();
  const errors: string[] = [];
  const foreign: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== baseURL && !['data:', 'blob:'].includes(url.protocol)) foreign.push(request.url());
  });
  try {
    await work({ page, errors, foreign });
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
  } finally {
    await context.close();
  }
}

/** Waits until React has taken over the page: before, buttons do nothing. */
export async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    Object.keys(document.body).some(
      (name) => name.startsWith('__reactFiber') || name.startsWith('__reactProps'),
    ),
  );
}

/** Waits until the live map has replaced the drawn one. */
export async function mapIsLive(page: Page): Promise<void> {
  await page.locator('.chart-live canvas').first().waitFor({ state: 'attached' });
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds against WCAG 2.2 AA on the page as it is, one line per rule with the places. */
export async function accessibilityFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(document, { runOnly: ${JSON.stringify(rules)} })`,
  );
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`,
  );
}

/** Works in a window of its own, which is closed at the end. */
export async function inWindow(
  browser: Browser,
  options: BrowserContextOptions,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ locale: 'en-GB', ...options });
  try {
    await work(await context.newPage());
  } finally {
    await context.close();
  }
}
