import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectRoot } from '#runtime/root';
import { accessibilityFindings, hydrated, inWindow, launchBrowser } from './browser.ts';
import { openPortal, type RunningPortal } from './portal.ts';

const ada = { name: 'Ada Lovelace', email: 'ada@example.org', password: 'salt wedge estuary' };
const gliders = 'Glider sections across the Ligurian current';
const plankton = 'Zooplankton of the Bay of Biscay';

let portal: RunningPortal;
let browser: Browser;
let folder: string;
let storageState: Awaited<ReturnType<BrowserContext['storageState']>>;

function halocline(...words: string[]): string {
  return execFileSync(process.execPath, [join(projectRoot(), 'bin', 'halocline.js'), ...words], {
    encoding: 'utf8',
    env: { ...process.env, HALOCLINE_DATA: portal.dataFolder, HALOCLINE_URL: portal.url },
  });
}

/** A source whose folder describes one dataset with a DOI and one without. */
function addSource(id: string, name: string, precedence: number): void {
  const place = mkdtempSync(join(folder, id));
  const documents = [
    { '@id': `urn:${id}:1`, name: gliders, identifier: 'https://doi.org/10.17882/55501' },
    { '@id': `urn:${id}:2`, name: plankton },
  ];
  for (const [index, document] of documents.entries())
    writeFileSync(
      join(place, `${index}.jsonld`),
      JSON.stringify({ '@context': 'https://schema.org/', '@type': 'Dataset', ...document }),
    );
  halocline(
    'sources',
    'add',
    id,
    place,
    '--protocol',
    'folder',
    '--name',
    name,
    '--precedence',
    String(precedence),
  );
  halocline('harvest', id);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'identity-'));
  portal = await openPortal();
  addSource('producer', 'Producer of gliders', 10);
  addSource('aggregator', 'Aggregator of everything', 900);
  browser = await launchBrowser();
  const context = await browser.newContext({ baseURL: portal.url, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(/http:\/\/localhost:\d+\/setup\?token=[\w-]+/.exec(portal.said())?.[0] ?? '');
  await hydrated(page);
  await page.getByLabel('E-mail address').fill(ada.email);
  await page.getByLabel('Your name').fill(ada.name);
  await page.getByLabel('Choose a password').fill(ada.password);
  await page.getByRole('button', { name: 'Make the account' }).click();
  await page.getByRole('heading', { level: 1, name: ada.name }).waitFor();
  storageState = await context.storageState();
  await context.close();
});
afterAll(async () => {
  await browser?.close();
  await portal?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

const withPage = (options: BrowserContextOptions, work: (page: Page) => Promise<void>) =>
  inWindow(browser, { baseURL: portal.url, storageState, ...options }, work);

/** Records of this title that a search finds, once there are so many: the worker indexes within seconds. */
async function results(page: Page, words: string, number: number): Promise<string[]> {
  let found: string[] = [];
  for (let attempt = 0; attempt < 40; attempt += 1) {
    await page.goto(`/search?q=${encodeURIComponent(words)}`);
    const titled = page.getByRole('link', { name: words, exact: true });
    found = await page.locator('article').filter({ has: titled }).allTextContents();
    if (found.length === number) break;
    await page.waitForTimeout(250);
  }
  return found;
}

it('a resource of two sources is found once; its records lead to each other', () =>
  withPage({}, async (page) => {
    const found = await results(page, gliders, 1);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('Producer of gliders');
    expect(found[0]).toContain('Also in Aggregator of everything');
    await page.getByRole('link', { name: gliders, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: gliders }).waitFor();
    await page.getByRole('link', { name: 'Aggregator of everything', exact: true }).first().click();
    await page.getByText('shown in searches').waitFor();
    expect(await page.locator('main').textContent()).toContain('same DOI 10.17882/55501, same title');
    const canonical = await page.locator('link[rel=canonical]').getAttribute('href');
    expect(canonical).not.toBe(page.url());
    expect((await page.request.get(canonical ?? '')).status()).toBe(200);
  }));

it('a data manager joins what is proposed, splits what is one, and undoes it', () =>
  withPage({}, async (page) => {
    expect(await results(page, plankton, 2)).toHaveLength(2);
    await page.goto('/admin/identity');
    await hydrated(page);
    await page.getByRole('button', { name: `One resource: ${plankton}, ${plankton}` }).click();
    await page.getByRole('status').filter({ hasText: 'They are one resource now.' }).waitFor();
    expect(await results(page, plankton, 1)).toHaveLength(1);

    await page.goto('/admin/identity');
    await hydrated(page);
    await page.getByRole('button', { name: `Split off: ${gliders}, Aggregator of everything` }).click();
    await page.getByRole('status').filter({ hasText: 'They are two resources now.' }).waitFor();
    expect(await results(page, gliders, 2)).toHaveLength(2);
    halocline('harvest', 'aggregator', '--full');
    expect(await results(page, gliders, 2)).toHaveLength(2);

    await page.goto('/admin/identity');
    await hydrated(page);
    await page.getByRole('button', { name: `Undo: ${gliders}` }).click();
    await page.getByRole('status').filter({ hasText: 'The decision is undone.' }).waitFor();
    expect(await results(page, gliders, 1)).toHaveLength(1);

    await page.goto('/admin/audit');
    const trail = await page.locator('main').textContent();
    for (const words of ['records joined', 'record split off', 'decision about records undone'])
      expect(trail).toContain(words);
  }));

it('works without JavaScript, and tells what it can’t do', () =>
  withPage({ javaScriptEnabled: false }, async (page) => {
    await page.goto('/admin/identity?record=nothing');
    await page.getByText('There is no such record, or it was withdrawn.').waitFor();
    await page.getByRole('button', { name: /^Undo: Zoo/ }).click();
    await page.getByRole('status').filter({ hasText: 'The decision is undone.' }).waitFor();
    await page.getByRole('button', { name: `Two resources: ${plankton}, ${plankton}` }).click();
    await page.getByRole('status').filter({ hasText: 'They are two resources now.' }).waitFor();
    await page.getByText('No pair waits for a decision.').waitFor();
  }));

it('is for those who look after records', () =>
  withPage({ storageState: { cookies: [], origins: [] } }, async (page) => {
    await page.goto('/admin/identity');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  }));

it.each([
  ['en', 1440],
  ['fr', 390],
] as const)('can be used by everybody (%s, %i px)', (language, width) =>
  withPage({ viewport: { width, height: 900 } }, async (page) => {
    const [record] = JSON.stringify(halocline('identity', 'list')).match(/[0-9a-z]{14}/) ?? [''];
    await page.goto(`/admin/identity?record=${record}&lang=${language}`);
    await hydrated(page);
    expect(await accessibilityFindings(page)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  }),
);
