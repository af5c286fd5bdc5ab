import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRequestHandler, type ServerBuild } from 'react-router';
import type { PortalServices } from '#app';
import { createSourceReports } from '#harvesters/report';
import { createThemeDesk } from '#harvesters/themes';
import { createIdentityDesk } from '#ledger/identity';
import { projectRoot } from '#runtime/root';
import { harvestDeskOf } from './harvest-desk.ts';
import type { House } from './house.ts';
import { version } from './version.ts';

/**
 * The pages of the portal, with the metadata documents that stand beside them.
 * @returns answers any request, also within a process that serves nobody
 * @throws Error when the pages were not built
 */
export async function createPages(house: House): Promise<(request: Request) => Promise<Response>> {
  const { config, stores, accounts, log } = house;
  const build: ServerBuild = await import(
    pathToFileURL(join(projectRoot(), 'build', 'app', 'server', 'index.js')).href
  );
  const answer = createRequestHandler(build, 'production');
  const services: PortalServices = {
    config: { publicUrl: config.publicUrl, name: config.name, contact: config.contact, version },
    records: stores.records,
    search: house.search,
    sources: stores.sources,
    runs: stores.runs,
    themes: stores.themes,
    themeDesk: createThemeDesk({ themes: stores.themes, audit: accounts.audit }),
    harvests: harvestDeskOf(house),
    formats: house.formats,
    originals: house.originals,
    accounts,
    identity: stores.identity,
    identityDesk: createIdentityDesk({ store: stores.identity, records: stores.records }),
    check: house.checks.check,
    assessments: stores.assessments,
    reports: createSourceReports(stores.reports, stores.records),
    report(error: unknown, request: Request) {
      log.error({ err: error, method: request.method, path: new URL(request.url).pathname }, 'a page failed');
    },
  };
  return (request) => answer(request, { services });
}
