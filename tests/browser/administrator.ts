import type { Browser, BrowserContext } from 'playwright-core';
import { hydrated } from './browser.ts';
import type { RunningPortal } from './portal.ts';

const ada = { name: 'Ada Lovelace', email: 'ada@example.org', password: 'salt wedge estuary' };

/** Makes the first administrator by the link that the portal printed. @returns what keeps them signed in */
export async function firstAdministrator(
  browser: Browser,
  portal: RunningPortal,
): Promise<Awaited<ReturnType<BrowserContext['storageState']>>> {
  const context = await browser.newContext({ baseURL: portal.url, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(/http:\/\/localhost:\d+\/setup\?token=[\w-]+/.exec(portal.said())?.[0] ?? '');
  await hydrated(page);
  await page.getByLabel('E-mail address').fill(ada.email);
  await page.getByLabel('Your name').fill(ada.name);
  await page.getByLabel('Choose a password').fill(ada.password);
  await page.getByRole('button', { name: 'Make the account' }).click();
  await page.getByRole('heading', { level: 1, name: ada.name }).waitFor();
  const storageState = await context.storageState();
  await context.close();
  return storageState;
}
