import { join } from 'node:path';
import { getConnInfo } from '@hono/node-server/conninfo';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { slugOf } from '#app';
import { catalogueSets, createOaiPmh } from '#protocols/oai-pmh';
import { signingSecret } from '#runtime/config';
import { projectRoot } from '#runtime/root';
import { largestCheckedDocument, recordChecksHandler, validateHandler } from './check-handlers.ts';
import { refuseLargeForms } from './check-limits.ts';
import { clientAddress, rememberClient } from './client-address.ts';
import { healthOf } from './health.ts';
import type { House } from './house.ts';
import { createMetrics } from './metrics.ts';
import { createPages } from './pages.ts';
import { pushHandler } from './push-handlers.ts';
import { createRateLimit } from './rate-limit.ts';
import { spreadsheetTemplateAnswer } from './spreadsheet-template.ts';

/** Documents that one client may have checked in a minute. */
const checksPerMinute = 60;

/**
 * Everything that the web process answers: protocols first, then files, then pages.
 * @returns an application whose `fetch` takes a Request and gives a Response
 * @throws Error when the pages were not built
 */
export async function createPortal(house: House): Promise<Hono> {
  const { config, stores, accounts, log } = house;
  const portal = new Hono();
  const metrics = createMetrics(house);
  const oaiPmh = createOaiPmh({
    records: stores.records,
    originals: house.originals,
    formats: house.formats,
    sets: catalogueSets(async () =>
      (await stores.sources.list()).map(({ id, names, themes = [] }) => ({
        id,
        name: names['en'] ?? names['fr'] ?? id,
        themes: themes.map((name) => ({ slug: slugOf(name), name })),
      })),
    ),
    config: {
      publicBaseUrl: config.publicUrl,
      repositoryIdentifier: house.oaiRepositoryIdentifier,
      repositoryName: config.name,
      adminEmail: config.contact,
      tokenSecret: signingSecret(config),
    },
    clock: Date.now,
  });

  portal.use(async (context, next) => {
    const done = metrics.began();
    const peer = getConnInfo(context).remote.address ?? 'unknown';
    const forwarded = context.req.header('x-forwarded-for');
    rememberClient(context.req.raw, clientAddress(peer, forwarded, config.trustedProxies));
    await next();
    done(context.req.path, context.res.status);
    context.res.headers.set('x-content-type-options', 'nosniff');
    context.res.headers.set('referrer-policy', 'strict-origin-when-cross-origin');
    if (config.publicUrl.startsWith('https:'))
      context.res.headers.set('strict-transport-security', 'max-age=31536000');
  });
  portal.onError((error, context) => {
    log.error({ err: error, method: context.req.method, path: context.req.path }, 'a request failed');
    return context.text('Something went wrong on our side. It has been logged.\n', 500);
  });
  portal.get('/health', async (context) => {
    const health = await healthOf(house);
    return context.json(health, health.status === 'ok' ? 200 : 503);
  });
  portal.get('/metrics', (context) => metrics.answer(context.req.raw));
  portal.use(compress());
  portal.use('/assets/*', files('public, max-age=31536000, immutable'));
  portal.use('*', files('public, max-age=3600'));
  portal.use(createRateLimit());
  // Checking a document costs as much as a hundred pages.
  const checkLimit = createRateLimit(checksPerMinute);
  portal.on('POST', ['/validate', '/validate.data', '/api/validate'], checkLimit);
  portal.on('POST', ['/validate', '/validate.data'], refuseLargeForms(largestCheckedDocument));
  const validate = validateHandler(house.checks);
  portal.all('/api/validate', (context) => validate(context.req.raw));
  const recordChecks = recordChecksHandler(house.checks, stores.records);
  portal.get('/api/records/:id/checks', checkLimit, (context) =>
    recordChecks(context.req.raw, context.req.param('id')),
  );
  const push = pushHandler({ accounts, reception: house.reception, publicUrl: config.publicUrl });
  portal.all('/api/sources/:id/documents', (context) => push(context.req.raw, context.req.param('id')));
  // Identifiers have slashes of their own, as DOIs do.
  portal.all('/api/sources/:id/documents/:identifier{.+}', (context) =>
    push(context.req.raw, context.req.param('id'), context.req.param('identifier')),
  );
  portal.get('/templates/datasets.xlsx', (context) => spreadsheetTemplateAnswer(context.req.raw));
  portal.all('/oai', (context) => oaiPmh(context.req.raw));
  portal.all('/api/auth/*', (context) => accounts.handler(context.req.raw));

  const pages = await createPages(house);
  portal.all('*', (context) => pages(context.req.raw));
  return portal;
}

/** Built and public files; what is not one falls through to the pages. */
function files(cacheControl: string) {
  return serveStatic({
    root: join(projectRoot(), 'build', 'app', 'client'),
    rewriteRequestPath: (path) => (path.endsWith('/') ? '/no-directory-listing' : path),
    onFound: (_path, context) => {
      context.header('cache-control', cacheControl);
    },
  });
}
