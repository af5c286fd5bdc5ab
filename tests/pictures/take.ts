import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#runtime/root';
import { launchBrowser, mapIsLive } from '../browser/browser.ts';
import { openPortal } from '../browser/portal.ts';

/** Pictures of the README and the guides, of the real portal with the example data centres: `npm run pictures`. */
const pictures = [
  { name: 'search', path: '/search?q=temperature&bbox=-12,41,12,52', colorScheme: 'light' },
  { name: 'home', path: '/', colorScheme: 'light' },
  { name: 'record', path: '/search?q=arcane+moorings', follow: 'ol h2 a', colorScheme: 'dark' },
] as const;

const folder = join(projectRoot(), 'docs', 'pictures');
mkdirSync(folder, { recursive: true });
const portal = await openPortal();
const browser = await launchBrowser();
try {
  for (const picture of pictures) {
    const page = await browser.newPage({
      baseURL: portal.url,
      viewport: { width: 1360, height: 850 },
      colorScheme: picture.colorScheme,
      locale: 'en-GB',
    });
    await page.goto(picture.path, { waitUntil: 'networkidle' });
    if ('follow' in picture) {
      await page.locator(picture.follow).first().click();
      await page.waitForURL('**/records/*');
      await page.getByRole('heading', { level: 1 }).waitFor();
    }
    await page.waitForLoadState('networkidle');
    if ((await page.locator('.chart-live').count()) > 0) await mapIsLive(page);
    // The land comes after the map itself.
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: join(folder, `${picture.name}.png`), animations: 'disabled' });
    await page.close();
  }
} finally {
  await browser.close();
  await portal.close();
}
