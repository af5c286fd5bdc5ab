import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstAdministrator } from './administrator.ts';
import { accessibilityFindings, hydrated, inWindow, launchBrowser } from './browser.ts';
import { openPortal, type RunningPortal } from './portal.ts';
import { openSlowCentre, type SlowCentre } from './slow-centre.ts';

let portal: RunningPortal;
let browser: Browser;
let centre: SlowCentre;
let storageState: Awaited<ReturnType<BrowserContext['storageState']>>;

beforeAll(async () => {
  centre = await openSlowCentre(60);
  portal = await openPortal();
  browser = await launchBrowser();
  storageState = await firstAdministrator(browser, portal);
});
afterAll(async () => {
  await browser?.close();
  await portal?.close();
  await centre?.close();
});

const withPage = (options: BrowserContextOptions, work: (page: Page) => Promise<void>) =>
  inWindow(browser, { baseURL: portal.url, storageState, ...options }, work);

const stateOf = (page: Page, state: string) =>
  page.locator('main h1 + p').getByText(state, { exact: true }).waitFor();

/** Figures of the run that the page shows, by their names. */
async function figures(page: Page): Promise<Record<string, string>> {
  const [names, values] = await Promise.all([
    page.locator('main dl dt').allTextContents(),
    page.locator('main dl dd').allTextContents(),
  ]);
  return Object.fromEntries(names.map((name, place) => [name, values[place] ?? '']));
}

async function openDesk(page: Page): Promise<void> {
  await page.goto('/admin/sources/slow');
  await hydrated(page);
}

/** Opens the newest run of the page of the source once there are so many. */
async function openRun(page: Page, count: number): Promise<void> {
  await page.getByRole('row').nth(count).waitFor();
  await page.getByRole('row').nth(1).getByRole('link').click();
  await page.getByRole('heading', { name: 'Problems by rule' }).waitFor();
}

async function order(page: Page, button: string, count: number): Promise<void> {
  await openDesk(page);
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.getByRole('status').filter({ hasText: 'Ordered.' }).waitFor();
  await openRun(page, count);
}

/** The page stays within the window, and axe finds nothing. */
async function isWell(page: Page, width: number): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  expect(await accessibilityFindings(page)).toEqual([]);
}

// One story: each chapter begins where the one before it ended.
describe('a data manager', { timeout: 300_000 }, () => {
  it('adds a source by its address, previews it and watches', () =>
    withPage({ viewport: { width: 390, height: 844 } }, async (page) => {
      await page.goto('/admin/add-source');
      await hydrated(page);
      await page.getByLabel('Address', { exact: true }).fill(centre.url);
      await page.getByLabel('The address may be in a private network').check();
      await page.getByRole('button', { name: 'See what it speaks' }).click();
      await page.getByRole('radio', { name: /CSW.*Best match/ }).waitFor();
      await page.getByLabel('Name in English').fill('A slow centre');
      await page.getByLabel('Short name').fill('slow');
      await page.getByRole('button', { name: 'Add the source' }).click();
      await page.getByText('The source is added.').waitFor();

      centre.delayMs = 900;
      await order(page, 'Preview', 1);
      const bar = page.getByRole('progressbar', { name: 'Progress of the run' });
      await bar.waitFor();
      await page.getByText(/^\d+ of 60 documents listed, [\d.]+ a second, about \d+ s left$/).waitFor();
      await isWell(page, 390);
      const before = Number(await bar.getAttribute('value'));
      // Nobody reloads: the bar follows the run.
      await expect.poll(async () => Number(await bar.getAttribute('value'))).toBeGreaterThan(before);
      await stateOf(page, 'Succeeded');
      expect(await bar.count()).toBe(0);
      expect(await figures(page)).toMatchObject({ Listed: '60', New: '60', Problems: '1' });
      await page.getByRole('button', { name: 'Discard' }).click();
      await stateOf(page, 'Cancelled');
      await page.getByText('Nothing of it was stored.').first().waitFor();
    }));

  it('runs it, pauses, sees how far it is without scripts, and goes on', async () => {
    let run = '';
    await withPage({}, async (page) => {
      await order(page, 'Harvest', 2);
      await page.getByText(/of 60 documents listed/).waitFor();
      await page.getByRole('button', { name: 'Pause' }).click();
      await stateOf(page, 'Paused');
      run = page.url();
      const listed = Number((await figures(page))['Listed']);
      expect(listed).toBeGreaterThan(0);
      expect(listed).toBeLessThan(60);
    });
    await withPage({ javaScriptEnabled: false }, async (page) => {
      centre.delayMs = 1000;
      await page.goto(run);
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.getByText('Ordered.').waitFor();
      await expect
        .poll(
          async () => {
            await page.goto(run);
            return page.getByText(/of 60 documents listed/).count();
          },
          { timeout: 60_000, interval: 300 },
        )
        .toBe(1);
      expect(Number(await page.getByRole('progressbar').getAttribute('max'))).toBe(60);
      centre.delayMs = 0;
      await expect
        .poll(
          async () => {
            await page.goto(run);
            return page.locator('main h1 + p').textContent();
          },
          { timeout: 60_000, interval: 500 },
        )
        .toContain('Succeeded');
      expect(await figures(page)).toMatchObject({ Listed: '60', New: '60' });
    });
  });

  it('reads the problems, changes a rule by what it would do, and stores the difference', () =>
    withPage({ viewport: { width: 1440, height: 900 } }, async (page) => {
      await openDesk(page);
      await openRun(page, 2);
      const rule = page.getByRole('group').filter({ hasText: 'Date unreadable' });
      await rule.locator('summary').click();
      await rule.getByText('"unknown" is not a date.').waitFor();
      await rule
        .getByText(/record-0007/)
        .first()
        .waitFor();

      await openDesk(page);
      await page.getByRole('link', { name: 'Rules', exact: true }).click();
      await page.getByText('No rule yet.').waitFor();
      await isWell(page, 1440);
      await page.getByLabel('A rule to begin with').selectOption('organisation-name');
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      await page.getByRole('heading', { name: 'A new rule: One name for an organisation' }).waitFor();
      // Who works by keyboard or listens goes on where the rule stands.
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('rule-editor');
      await page.getByLabel('Name as it is found: texts').fill('institute of the sea');
      await page.getByLabel('language not told').fill('Sea Institute');
      await page.getByLabel('Identifiers of the organisation').fill('none');
      await page.getByRole('button', { name: 'See what they do' }).click();
      await page
        .getByRole('alert')
        .getByText(/Rule “organisation-name”, Identifiers of the organisation/)
        .waitFor();
      await isWell(page, 1440);
      await page.getByLabel('Identifiers of the organisation').fill('https://ror.org/044jxhp58');
      await page.getByRole('button', { name: 'See what they do' }).click();
      await page.getByText('60 records that are held were looked at: the rules change 60.').waitFor();
      await page
        .getByText(/Sea Institute/)
        .first()
        .waitFor();
      await isWell(page, 1440);

      await page.getByRole('button', { name: 'Save the rules' }).click();
      await page.getByText('The rules are saved.').waitFor();
      await openRun(page, 3);
      await page.getByRole('heading', { level: 1, name: /^Reading again \(preview\), / }).waitFor();
      await stateOf(page, 'Succeeded');
      expect(await figures(page)).toMatchObject({ Changed: '60' });
      await page
        .getByText(/difference/)
        .first()
        .click();
      await page.getByText('Sea Institute').first().waitFor();
      await page.getByRole('button', { name: 'Store these changes' }).click();
      await page.getByText('What it changed').waitFor();
    }));

  it('runs it again, and rolls back', () =>
    withPage({}, async (page) => {
      centre.records[0] = { identifier: 'record-0001', title: 'Another title' };
      await order(page, 'Harvest everything', 4);
      await page.getByRole('link', { name: 'Another title', exact: true }).waitFor();
      expect(await figures(page)).toMatchObject({ Changed: '1', Unchanged: '59' });
      await page.getByText('Roll back…').click();
      await page.getByRole('button', { name: 'Roll this run back' }).click();
      await stateOf(page, 'Rolled back');
      await page.getByRole('link', { name: 'Section 0001', exact: true }).click();
      // What the rule said holds on.
      await page.getByRole('heading', { level: 1, name: 'Section 0001' }).waitFor();
      await page.getByText('Sea Institute').first().waitFor();
    }));

  it('takes the rule back by rolling back the reading that applied it', () =>
    withPage({ viewport: { width: 390, height: 844 } }, async (page) => {
      await openDesk(page);
      await page
        .getByRole('row', { name: /Reading again/ })
        .getByRole('link')
        .click();
      await page.getByText('Roll back…').click();
      await page.getByRole('button', { name: 'Roll this run back' }).click();
      await stateOf(page, 'Rolled back');
      await page.locator('#changes ~ ol a').first().click();
      await page.getByRole('heading', { level: 1, name: /^Section \d/ }).waitFor();
      expect(await page.getByText('Sea Institute').count()).toBe(0);

      await page.goto('/admin/sources/slow/rules');
      await hydrated(page);
      await page.getByText('No rule yet.').waitFor();
      const history = page.getByRole('region', { name: 'History of the rules' });
      const inForce = history.getByRole('listitem').filter({ hasText: 'in force' });
      await inForce.getByText('Brought back by rolling back').waitFor();
      await isWell(page, 390);
      await history.getByRole('button', { name: 'Take into the draft: Version 1' }).click();
      await page.getByText('This draft is not saved.').waitFor();
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('rule-list');
      await history.getByText('Stands in the draft above.').waitFor();
      await page.getByRole('button', { name: 'See what they do' }).click();
      await page.getByText('60 records that are held were looked at: the rules change 60.').waitFor();
      await page.getByRole('button', { name: 'Save the rules' }).click();
      await page.getByText('The rules are saved.').waitFor();
      await openRun(page, 7);
      await stateOf(page, 'Succeeded');
      await page.getByRole('button', { name: 'Store these changes' }).click();
      await page.getByText('What it changed').waitFor();
      await page.goto('/admin/sources/slow/rules');
      await history.getByText('Says the same as version 1.').waitFor();
    }));

  it('is asked when too much is gone: discards once, stores the next time', () =>
    withPage({}, async (page) => {
      centre.records.splice(20);
      await order(page, 'Harvest everything', 8);
      await stateOf(page, 'Held for review');
      await page.getByText('40 of 60 records would be withdrawn at once.').waitFor();
      await page.getByRole('link', { name: 'Withdrawn 40' }).click();
      await page.getByText('No longer listed by the source.').first().waitFor();
      await page.getByRole('button', { name: 'Discard' }).click();
      await stateOf(page, 'Cancelled');

      await order(page, 'Harvest everything', 9);
      await stateOf(page, 'Held for review');
      await page.getByRole('button', { name: 'Store these changes' }).click();
      await page.getByText('What it changed').waitFor();
      expect(await figures(page)).toMatchObject({ Withdrawn: '40' });
      const trail = await (await page.request.get('/admin/audit')).text();
      for (const deed of ['rules of a source changed', 'changes of a run discarded', 'run paused'])
        expect(trail).toContain(deed);
    }));

  it('archives it, removes it after a second look, and brings it back', () =>
    withPage({ viewport: { width: 390, height: 844 } }, async (page) => {
      await page.goto('/admin/sources/slow/close');
      await hydrated(page);
      await isWell(page, 390);
      await page.getByRole('button', { name: 'Archive the source' }).click();
      await page.getByText('The source is archived.').waitFor();
      await page.getByRole('button', { name: 'Take out of the archive' }).click();
      await page.getByText('The source is harvested again.').waitFor();
      await page.getByRole('button', { name: 'List what would happen' }).click();
      await page.getByText('Write the short name exactly as it stands there.').first().waitFor();
      await page.getByLabel('Write the short name of the source, slow, to go on').fill('slow');
      await page.getByRole('button', { name: 'List what would happen' }).click();
      await page.getByRole('status').filter({ hasText: 'Ordered.' }).waitFor();

      await openDesk(page);
      await openRun(page, 10);
      await stateOf(page, 'Held for review');
      await page.getByText('20 of 20 records would be withdrawn').waitFor();
      expect(await (await page.request.get('/sources')).text()).toContain('A slow centre');
      await page.getByRole('button', { name: 'Store these changes' }).click();
      await page.getByText('What it changed').waitFor();
      const record = (await page.locator('#changes ~ ol a').first().getAttribute('href')) ?? '';
      expect(await (await page.request.get('/sources')).text()).not.toContain('A slow centre');
      expect((await page.request.get(record)).status()).toBe(410);

      await page.goto('/admin/sources');
      await hydrated(page);
      await page.getByRole('region', { name: 'Removed, and can be brought back' }).getByRole('link').click();
      await page.getByRole('button', { name: 'Bring it back' }).click();
      await page.getByRole('button', { name: 'Archive the source' }).waitFor();
      await expect.poll(async () => (await page.request.get(record)).status()).toBe(200);
    }));

  it('hands its records over to another source, and takes them back', () =>
    withPage({ viewport: { width: 390, height: 844 } }, async (page) => {
      await page.goto('/admin/sources/slow/close');
      await hydrated(page);
      await page.getByLabel('What becomes of its records').selectOption('coriolis');
      await isWell(page, 390);
      await page.getByLabel('Write the short name of the source, slow, to go on').fill('slow');
      await page.getByRole('button', { name: 'List what would happen' }).click();
      await page.getByRole('status').filter({ hasText: 'Ordered.' }).waitFor();
      await openDesk(page);
      await openRun(page, 12);
      await stateOf(page, 'Held for review');
      await page.getByText('20 of 20 records would go on as records of "coriolis"').waitFor();
      await page.getByRole('link', { name: 'Handed over 20' }).click();
      await page.getByRole('button', { name: 'Store these changes' }).click();
      await page.getByText('What it changed').waitFor();
      expect(await figures(page)).toMatchObject({ 'Handed over': '20', Withdrawn: '0' });
      await isWell(page, 390);
      const record = (await page.locator('#changes ~ ol a').first().getAttribute('href')) ?? '';
      // The address is the same; the centre that it names is the other one.
      await page.goto(record);
      await page.getByText('Handed over to another source').waitFor();
      await page.locator('a[href="/sources/coriolis"]').first().waitFor();

      await page.goto('/admin/sources/slow/close');
      await hydrated(page);
      await page.getByRole('button', { name: 'Bring it back' }).click();
      await page.getByRole('button', { name: 'Archive the source' }).waitFor();
      await page.goto(record);
      await page.locator('a[href="/sources/slow"]').first().waitFor();
    }));
});

describe('the rules of a source', () => {
  it('are edited without scripts, in French, within 390 px', () =>
    withPage(
      { javaScriptEnabled: false, locale: 'fr-FR', viewport: { width: 390, height: 844 } },
      async (page) => {
        await page.goto('/admin/sources/coriolis/rules');
        for (const template of ['licence-cc-by', 'language-of-texts']) {
          await page.getByLabel('Une règle pour commencer').selectOption(template);
          await page.getByRole('button', { name: 'Ajouter' }).click();
          await page.getByRole('button', { name: 'Reprendre la règle' }).click();
        }
        await page.getByRole('button', { name: 'Monter : language-of-texts' }).click();
        await page.getByRole('button', { name: 'Désactiver : language-of-texts' }).click();
        const rules = page.locator('ol code');
        expect(await rules.allTextContents()).toEqual(['language-of-texts', 'licence-cc-by']);
        await page.getByText('désactivée').waitFor();
        await page.getByText('Quelles fiches sont prises').click();
        await page.getByRole('group', { name: 'Ne prendre que' }).getByText('Type, zone, CQL2…').click();
        await page.getByLabel('Filtre en CQL2').first().fill('title =');
        await page.getByRole('button', { name: 'Voir leur effet' }).click();
        await page
          .getByRole('alert')
          .getByText(/Ne prendre que, Filtre en CQL2/)
          .waitFor();
        expect(await page.getByLabel('Filtre en CQL2').first().inputValue()).toBe('title =');
        await page.getByLabel('Filtre en CQL2').first().fill('');
        await page.getByText('Le tout en texte').click();
        expect(await page.getByLabel('Texte des règles').inputValue()).toContain('off: true');
        await page.getByRole('button', { name: 'Voir leur effet' }).click();
        await page.getByText(/détenues : les règles en changent/).waitFor();
        await page.getByRole('button', { name: 'Abandonner le brouillon' }).click();
        await page.getByText('Pas encore de règle.').waitFor();
      },
    ));

  it('are edited by keyboard alone', () =>
    withPage({}, async (page) => {
      await page.goto('/admin/sources/coriolis/rules');
      await hydrated(page);
      await page.getByLabel('A rule to begin with').focus();
      await page.keyboard.type('The language');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: /A new rule: The language/ }).waitFor();
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('rule-editor');
      await page.keyboard.press('Tab');
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type('en');
      // Enter in a field takes the rule over.
      await page.keyboard.press('Enter');
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('rule-list');
      await page.getByText('This draft is not saved.').waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: /The rule: The language/ }).waitFor();
    }));
});

describe('sources that are no service of the web', { timeout: 60_000 }, () => {
  it('can send their documents: the page tells where to and with what, and offers no harvest', () =>
    withPage({ viewport: { width: 390, height: 844 } }, async (page) => {
      await page.goto('/admin/add-source');
      await hydrated(page);
      await page.getByRole('link', { name: 'A centre that sends its documents' }).click();
      await page.getByRole('heading', { level: 1, name: 'A centre that sends its documents' }).waitFor();
      await page.getByLabel('Web site of the centre').fill('https://example.org');
      await page.getByLabel('Name in English').fill('A centre that sends');
      await isWell(page, 390);
      await page.getByLabel('Short name').fill('sending');
      await page.getByRole('button', { name: 'Add the source' }).click();
      await page.getByText('The source is added. The centre needs the address and a token').waitFor();
      await page.getByText(`${portal.url}/api/sources/sending/documents`, { exact: true }).waitFor();
      await page.getByText('npx halocline tokens create sending ada@example.org --days 365').waitFor();
      await page.getByText('Nothing sent yet', { exact: true }).waitFor();
      expect(await page.locator('main button').count()).toBe(0);
      await isWell(page, 390);
      await page.getByRole('link', { name: 'Change the source' }).click();
      await page.getByLabel('What is sent is taken').uncheck();
      await isWell(page, 390);
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Switched off: what is sent is refused.').waitFor();
      await page.getByRole('link', { name: 'Its public page' }).click();
      await page.getByText('No record of this centre is here yet.').waitFor();
      await page.getByRole('link', { name: 'https://example.org' }).waitFor();
    }));

  it('can be archives and spreadsheets, without scripts and in French', () =>
    withPage(
      { javaScriptEnabled: false, locale: 'fr-FR', viewport: { width: 1440, height: 900 } },
      async (page) => {
        await page.goto('/admin/add-source');
        await page.getByRole('link', { name: 'Une archive de fichiers de données' }).click();
        await page.getByLabel('Dossier').fill('data');
        await page.getByLabel('Nom en français').fill('Archive des CTD');
        await page.getByLabel('Nom court').fill('ctd');
        await page.getByRole('button', { name: 'Ajouter la source' }).click();
        await page.getByText('Indiquez le chemin complet d’un dossier de cette machine').waitFor();
        expect(await page.getByLabel('Nom en français').inputValue()).toBe('Archive des CTD');
        await page.getByLabel('Dossier').fill('/srv/data/ctd');
        await page.getByRole('button', { name: 'Ajouter la source' }).click();
        await page.getByRole('heading', { level: 1, name: 'Archive des CTD' }).waitFor();
        await page.getByText('/srv/data/ctd').waitFor();
        await page.getByRole('button', { name: 'Aperçu' }).waitFor();

        await page.goto('/admin/add-source?way=spreadsheet');
        const template = page.getByRole('link', { name: /Classeur vide/ });
        expect((await page.request.get((await template.getAttribute('href')) ?? '')).status()).toBe(200);
        await page.getByLabel('Adresse du fichier').fill('/srv/datasets.xlsx');
        await page.getByLabel('Nom en français').fill('Tableur');
        await page.getByLabel('Nom court').fill('tableur');
        await page.getByRole('button', { name: 'Ajouter la source' }).click();
        await page.getByText('Indiquez une adresse complète, avec https://.').waitFor();
        await page.getByLabel('Adresse du fichier').fill('https://example.org/datasets.xlsx');
        await page.getByRole('button', { name: 'Ajouter la source' }).click();
        await page.getByRole('heading', { level: 1, name: 'Tableur' }).waitFor();
      },
    ));
});
