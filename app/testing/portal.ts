import { basename } from 'node:path';
import { createElement } from 'react';
import {
  createRequestHandler,
  type ServerBuild,
  UNSAFE_withComponentProps as withComponentProps,
  UNSAFE_withErrorBoundaryProps as withErrorBoundaryProps,
} from 'react-router';
import { openTestAccounts } from '#accounts/testing';
import { checkDocument } from '#catalogue/checks';
import { formats } from '#catalogue/formats';
import { createHarvestDesk, createHarvester, previewRules, protocols } from '#harvesters';
import { createSourceReports } from '#harvesters/report';
import { createThemeDesk } from '#harvesters/themes';
import { createLedger, type RecordChange } from '#ledger';
import { createIdentity, createIdentityDesk } from '#ledger/identity';
import { createOriginals, type DocumentValidator } from '#protocols/originals';
import { createTestFetcher } from '#runtime/fetching/testing';
import { createLog } from '#runtime/log';
import { createIndexer, toSearchDocument } from '#search/indexing';
import { createSqliteSearch } from '#search/sqlite';
import routes from '../routes.ts';
import type { PortalServices } from '../services.ts';

export const publicUrl = 'https://catalogue.example.org';

type Put = Extract<RecordChange, { kind: 'put' }>;

export type TestPortal = {
  services: PortalServices;
  stores: ReturnType<typeof openTestAccounts>['stores'];
  /** Errors that were reported to the log. */
  reported: unknown[];
  /** Commits changes and indexes them; gives the ids of the records. */
  commit(...changes: RecordChange[]): Promise<string[]>;
  /** As the server would be asked by anybody. */
  answer(request: Request): Promise<Response>;
  fetch(path: string, headers?: Record<string, string>, method?: string): Promise<Response>;
  close(): Promise<void>;
};

/** Reads a document with the reader of its format, as a harvest does. */
export async function readDocument(
  format: Put['document']['format'],
  text: string,
  upstreamIdentifier: string,
): Promise<Put> {
  const bytes = new TextEncoder().encode(text);
  const reading = await formats.find(({ name }) => name === format)?.read?.(bytes);
  if (!reading?.record)
    throw new Error(`No record in ${upstreamIdentifier}: ${JSON.stringify(reading?.problems)}`);
  const mediaType = text.startsWith('<') ? 'application/xml' : 'application/ld+json';
  return {
    kind: 'put',
    sourceId: 'centre',
    upstreamIdentifier,
    document: { bytes, format, mediaType },
    record: reading.record,
    problems: reading.problems,
  };
}

/** The record's routes of the portal, in their frame, over a database in memory; requests in, responses out. */
export async function openTestPortal(isValid?: DocumentValidator): Promise<TestPortal> {
  const { stores, accounts, close } = openTestAccounts();
  const search = createSqliteSearch({ file: ':memory:' });
  const identity = createIdentity(stores.identity, stores.records);
  const indexer = createIndexer({
    engine: search,
    records: stores.records,
    toDocument: toSearchDocument,
    prepare: () => identity.catchUp(),
  });
  const ledger = createLedger(stores.writer);
  const reported: unknown[] = [];
  await stores.sources.save({
    id: 'centre',
    names: { en: 'Example data centre', fr: 'Centre de données d’exemple' },
    descriptions: {},
    protocol: 'folder',
    url: '/nowhere',
    options: {},
    enabled: true,
    allowPrivateAddresses: false,
    createdAt: '2026-01-01T00:00:00Z',
  });
  const { sources, runs, records, writer: known, jobs } = stores;
  const fetcher = createTestFetcher();
  const log = createLog('silent', 'test');
  const harvester = createHarvester({ sources, runs, records, known, ledger, fetcher, protocols, log });
  const services: PortalServices = {
    config: { publicUrl, name: 'Halocline', contact: 'catalogue@example.org', version: '1.2.3' },
    records: stores.records,
    search,
    sources: stores.sources,
    runs: stores.runs,
    themes: stores.themes,
    themeDesk: createThemeDesk({ themes: stores.themes, audit: accounts.audit }),
    harvests: createHarvestDesk({
      sources,
      runs,
      jobs,
      digests: stores.digests,
      accounts: stores.accounts,
      harvester,
      protocols,
      fetcher,
      log,
      audit: accounts.audit,
      previewRules: (_sourceId, rules) => previewRules([], rules),
    }),
    accounts,
    identity: stores.identity,
    identityDesk: createIdentityDesk({ store: stores.identity, records: stores.records }),
    assessments: stores.assessments,
    reports: createSourceReports(stores.reports, stores.records),
    formats,
    originals: createOriginals(stores.records, isValid),
    check: checkDocument,
    report: (error) => reported.push(error),
  };
  const handle = createRequestHandler(await recordRoutes(), 'production');
  return {
    services,
    stores,
    reported,
    async commit(...changes) {
      const outcomes = await ledger.commit(changes, { actor: 'system' });
      await indexer.catchUp();
      return outcomes.map(({ recordId }) => recordId);
    },
    answer: (request) => handle(request, { services }),
    fetch: (path, headers = {}, method = 'GET') =>
      handle(new Request(publicUrl + path, { method, headers }), { services }),
    async close() {
      await search.close();
      await fetcher.close();
      close();
    },
  };
}

type ServerRoute = NonNullable<ServerBuild['routes'][string]>;

/** What the build of the portal would say of its root, the routes of records and the catalogue's own. */
async function recordRoutes(): Promise<ServerBuild> {
  const [module] = Object.values(
    import.meta.glob<ServerBuild['entry']['module']>('../entry.server.tsx', { eager: true }),
  );
  const modules = import.meta.glob<ServerRoute['module']>([
    '../root.tsx',
    '../routes/{catalog,feed,record,source,theme}*.{ts,tsx}',
  ]);
  const root = await modules['../root.tsx']?.();
  if (!module || !root) throw new Error('The frame of the portal is not where it was.');
  const built: ServerRoute[] = [{ id: 'root', path: '', module: withProps(root) }];
  for (const { id, path, file } of routes) {
    const load = modules[`../routes/${basename(file)}`];
    if (!load || !path) continue;
    built.push({ id: id ?? basename(file), parentId: 'root', path, module: withProps(await load()) });
  }
  const client = {
    hasAction: false,
    hasLoader: true,
    hasClientAction: false,
    hasClientLoader: false,
    hasClientMiddleware: false,
    clientActionModule: undefined,
    clientLoaderModule: undefined,
    clientMiddlewareModule: undefined,
    hydrateFallbackModule: undefined,
  };
  return {
    entry: { module },
    routes: Object.fromEntries(built.map((route) => [route.id, route])),
    assets: {
      entry: { imports: [], module: '/assets/entry.js' },
      routes: Object.fromEntries(
        built.map(({ id, parentId, path }) => [
          id,
          {
            ...client,
            id,
            ...(parentId ? { parentId } : {}),
            ...(path ? { path } : {}),
            hasErrorBoundary: id === 'root',
            module: `/assets/${id}.js`,
          },
        ]),
      ),
      url: '/assets/manifest.js',
      version: 'build1',
    },
    publicPath: '/',
    assetsBuildDirectory: 'build/app/client',
    future: { v8_passThroughRequests: false, v8_trailingSlashAwareDataRequests: false, v8_middleware: false },
    ssr: true,
    isSpaMode: false,
    prerender: [],
    routeDiscovery: { mode: 'initial', manifestPath: '/__manifest' },
    allowedActionOrigins: false,
  };
}

/** The build hands what was loaded to the components of a route; so do we. */
function withProps(module: ServerRoute['module']): ServerRoute['module'] {
  const { default: Page, ErrorBoundary, ...others } = module;
  return {
    ...others,
    default: Page && withComponentProps((props) => createElement<object>(Page, props)),
    ...(ErrorBoundary
      ? { ErrorBoundary: withErrorBoundaryProps((props) => createElement<object>(ErrorBoundary, props)) }
      : {}),
  };
}
