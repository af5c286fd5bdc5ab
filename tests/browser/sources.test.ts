import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startExampleCentres } from '#examples';
import { firstAdministrator } from './administrator.ts';
import { accessibilityFindings, hydrated, inWindow, launchBrowser, visit } from './browser.ts';
import { openPortal, type RunningPortal } from './portal.ts';

const titleBefore = 'Épaves et obstructions';
const titleAfter = 'Épaves, obstructions et roches';

let portal: RunningPortal;
let browser: Browser;
let centre: Awaited<ReturnType<typeof openChangingCentre>>;
let storageState: Awaited<ReturnType<BrowserContext['storageState']>>;

/** The example centre of the Shom (CSW) behind an address of its own; one of its records can be given another title. */
async function openChangingCentre() {
  const examples = await startExampleCentres();
  const shom = examples.centres.find(({ id }) => id === 'shom');
  if (!shom) throw new Error('There is no example centre of that name.');
  const { origin } = new URL(shom.url);
  let changed = false;
  const server: Server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) if (Buffer.isBuffer(piece)) pieces.push(piece);
    const answer = await fetch(origin + (request.url ?? ''), {
      method: request.method ?? 'GET',
      headers: { 'content-type': request.headers['content-type'] ?? 'text/plain' },
      ...(request.method === 'POST' ? { body: Buffer.concat(pieces) } : {}),
    });
    const text = (await answer.text()).replaceAll(origin, own());
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
    response.end(changed ? text.replaceAll(titleBefore, titleAfter) : text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const own = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: shom.url.replace(origin, own()),
    change: () => {
      changed = true;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await examples.close();
    },
  };
}

const withPage = (options: BrowserContextOptions, work: (page: Page) => Promise<void>) =>
  inWindow(browser, { baseURL: portal.url, storageState, ...options }, work);

beforeAll(async () => {
  centre = await openChangingCentre();
  portal = await openPortal();
  browser = await launchBrowser();
  storageState = await firstAdministrator(browser, portal);
});
afterAll(async () => {
  await browser?.close();
  await portal?.close();
  await centre?.close();
});

/** Figures of the run that the page shows, by their names. */
async function figures(page: Page): Promise<Record<string, string>> {
  const [names, values] = await Promise.all([
    page.locator('main dl dt').allTextContents(),
    page.locator('main dl dd').allTextContents(),
  ]);
  return Object.fromEntries(names.map((name, place) => [name, values[place] ?? '']));
}

/** Orders something on the page of a source, and opens the run that comes of it, while it goes on or after. */
async function orderAndOpen(page: Page, button: string, before: number): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.getByRole('status').filter({ hasText: 'Ordered.' }).waitFor();
  // Nobody reloads the page: it follows what goes on by itself.
  await page
    .getByRole('row')
    .nth(before + 1)
    .waitFor();
  await page.getByRole('row').nth(1).getByRole('link').click();
  await page.getByRole('heading', { name: 'Problems by rule' }).waitFor();
}

const stateOf = (page: Page, state: string) =>
  page.locator('main h1 + p').getByText(state, { exact: true }).waitFor();

describe('a data manager', () => {
  it('adds a source by its address, sees what it would do, does it, and can undo it', () =>
    withPage({}, async (page) => {
      await page.goto('/admin/sources');
      await hydrated(page);
      await page.getByRole('link', { name: 'Add a source' }).click();

      // An address of this machine is asked only when that is ticked.
      await page
        .getByLabel('Address', { exact: true })
        .fill(`${centre.url}?service=CSW&request=GetCapabilities`);
      await page.getByRole('button', { name: 'See what it speaks' }).click();
      await page.getByText('None of the protocols got an answer').waitFor();
      await page.getByLabel('The address may be in a private network').check();
      await page.getByRole('button', { name: 'See what it speaks' }).click();
      await page.getByRole('radio', { name: 'CSW Best match' }).waitFor();
      expect(await page.getByRole('radio', { name: 'CSW Best match' }).isChecked()).toBe(true);

      await page.getByLabel('Name in English').fill('Wrecks and depths');
      await page.getByLabel('Short name').fill('shom');
      await page.getByRole('button', { name: 'Add the source' }).click();
      await page.getByText('Another source has this name.').waitFor();
      await page.getByLabel('Short name').fill('wrecks');
      await page.getByRole('button', { name: 'Add the source' }).click();
      await page.getByText('The source is added.').waitFor();
      await page.getByText('This source was never harvested.').waitFor();

      // Preview: nothing is stored.
      await orderAndOpen(page, 'Preview', 0);
      await stateOf(page, 'Succeeded');
      expect(await figures(page)).toMatchObject({ Listed: '13', New: '12', Refused: '1', Problems: '4' });
      await page.getByText('What it would change').waitFor();
      expect(await page.getByText(titleBefore, { exact: true }).count()).toBe(1);
      const run = page.url();
      expect((await (await page.goto('/sources/wrecks'))?.text())?.includes(titleBefore)).toBe(false);

      // Approve: the page follows the run to its end.
      await page.goto(run);
      await hydrated(page);
      await page.getByRole('button', { name: 'Store these changes' }).click();
      await page.getByText('What it changed').waitFor();
      expect(await page.getByRole('link', { name: titleBefore, exact: true }).count()).toBe(1);

      // Read the problems.
      const rule = page.getByRole('group').filter({ hasText: 'Date unreadable' });
      await rule.locator('summary').click();
      await rule.getByText('"unknown" is not a date.').waitFor();
      await rule.getByText(/gmd:CI_Date/).waitFor();

      // The source changes one record: preview says what, field by field.
      centre.change();
      await page.goto('/admin/sources/wrecks');
      await hydrated(page);
      await orderAndOpen(page, 'Preview', 1);
      await stateOf(page, 'Succeeded');
      expect(await figures(page)).toMatchObject({ New: '0', Changed: '1', Unchanged: '11' });
      await page.getByText('1 difference', { exact: true }).click();
      await page.getByText(`Before${titleBefore}`).waitFor();
      await page.getByText(`After${titleAfter}`).waitFor();
      await page.getByRole('button', { name: 'Discard' }).click();
      await stateOf(page, 'Cancelled');

      // Harvest, then think better of it.
      await page.goto('/admin/sources/wrecks');
      await hydrated(page);
      await orderAndOpen(page, 'Harvest', 2);
      await page.getByRole('link', { name: titleAfter, exact: true }).waitFor();
      await page.getByText('Roll back…').click();
      await page.getByRole('button', { name: 'Roll this run back' }).click();
      await stateOf(page, 'Rolled back');
      await page.getByRole('link', { name: titleBefore, exact: true }).waitFor();
      await page.goto('/admin/sources/wrecks');
      expect(await page.getByRole('cell', { name: 'Rolling back' }).count()).toBe(1);

      await page.goto('/admin/audit');
      const trail = await page.getByRole('main').textContent();
      for (const deed of ['source added', 'changes of a run approved', 'roll back ordered'])
        expect(trail).toContain(deed);
    }));

  it('without scripts, in French: changes the schedule, orders, reads on', () =>
    withPage({ javaScriptEnabled: false, locale: 'fr-FR' }, async (page) => {
      await page.goto('/admin/sources/coriolis/edit');
      await page.getByLabel('Chaque semaine, le').check();
      await page.getByLabel('Jour de la semaine').selectOption('mardi');
      await page.getByLabel('Adresse électronique du contact').fill('personne');
      await page.getByRole('button', { name: 'Enregistrer' }).click();
      await page.getByText('Indiquez une adresse complète, comme').waitFor();
      expect(await page.getByLabel('Chaque semaine, le').isChecked()).toBe(true);
      await page.getByLabel('Adresse électronique du contact').fill('data@example.org');
      await page.getByRole('button', { name: 'Enregistrer' }).click();
      await page.getByText('La source est enregistrée.').waitFor();
      await page.getByText(/Chaque mardi à 03:00 UTC; prochain : /).waitFor();

      await page.getByRole('button', { name: 'Tout moissonner' }).click();
      await page.getByText('Commandé.').waitFor();
      await expect
        .poll(
          async () => {
            await page.goto('/admin/sources/coriolis');
            return page.getByRole('row').filter({ hasText: 'Réussie' }).count();
          },
          { timeout: 60_000, interval: 1000 },
        )
        .toBe(2);
      await page.getByRole('row').nth(1).getByRole('link').click();
      await page.getByRole('heading', { level: 1, name: /^Moissonnage \(tout\), / }).waitFor();
      await page.getByText('Rien n’a changé.').waitFor();
    }));

  it('is told of a run by events; nobody else is', async () => {
    await withPage({}, async (page) => {
      await page.goto('/admin/sources/coriolis');
      const run = (await page.getByRole('row').nth(1).getByRole('link').getAttribute('href')) ?? '';
      const events = `/api/runs/${run.split('/').at(-1)}/events`;
      const answer = await page.request.get(events);
      expect(answer.headers()['content-type']).toBe('text/event-stream; charset=utf-8');
      // What is packed is held back until there is enough of it.
      expect(answer.headers()['content-encoding']).toBeUndefined();
      expect(await answer.text()).toMatch(/event: progress\ndata: \{"state":"succeeded".*\n\nevent: end\n/);
      expect((await fetch(portal.url + events)).status).toBe(401);
    });
    const form = {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ intent: 'harvest' }),
    } as const;
    const anonymous = await fetch(`${portal.url}/admin/sources/coriolis`, {
      ...form,
      headers: { origin: portal.url, 'sec-fetch-site': 'same-origin' },
    });
    expect(anonymous.headers.get('location')).toContain('/account/sign-in');
  });

  it('cannot be made to harvest by another site', () =>
    withPage({}, async (page) => {
      await page.goto('/admin/sources');
      const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
      const answer = await fetch(`${portal.url}/admin/sources/coriolis`, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie, origin: 'https://evil.example.org', 'sec-fetch-site': 'cross-site' },
        body: new URLSearchParams({ intent: 'harvest' }),
      });
      expect(answer.status).toBe(400);
      await page.goto('/admin/sources/coriolis');
      expect(await page.getByRole('row').count()).toBe(3);
    }));
});

describe('accessible and within the window', () => {
  describe.each([
    ['light', 1440, 'en-GB'],
    ['dark', 390, 'fr-FR'],
  ] as const)('%s, %d px, %s', (colorScheme, width, locale) => {
    const paths = [
      '/admin/sources',
      '/admin/sources/shom',
      '/admin/sources/shom/edit',
      '/admin/sources/shom/rules',
      '/admin/sources/shom/close',
      '/admin/add-source',
      'run',
    ];
    it.each(paths)('%s', (path) =>
      visit(
        browser,
        portal.url,
        { colorScheme, locale, storageState, viewport: { width, height: 900 } },
        async ({ page }) => {
          await page.goto(path === 'run' ? '/admin/sources/shom' : path);
          await hydrated(page);
          if (path === 'run') {
            await page.getByRole('row').last().getByRole('link').click();
            await page.locator('#problems').waitFor();
            for (const summary of await page.locator('main summary').all()) await summary.click();
          }
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
          expect(await accessibilityFindings(page)).toEqual([]);
        },
      ),
    );
  });
});
