import { tmpdir } from 'node:os';
import { describeDataFile } from '#datafiles';
import { createStores, type Stores } from '#db';
import { openTestDatabase } from '#db/testing';
import { createLedger } from '#ledger';
import { createIdentity } from '#ledger/identity';
import { createTestFetcher } from '#runtime/fetching/testing';
import { createLog } from '#runtime/log';
import {
  type ArchivePorts,
  createHarvester,
  type Harvester,
  type HarvesterPorts,
  protocols,
} from '../index.ts';
import type { HarvestRun, HarvestSource, RunProblem } from '../types.ts';

export * from './crawl-servers.ts';
export * from './documents.ts';
export * from './json-servers.ts';
export * from './revalidating.ts';
export * from './servers.ts';
export * from './sparql-server.ts';

export type TestHarvest = {
  harvester: Harvester;
  stores: Stores;
  /** Adds a source with the least that one needs. */
  source(given: Pick<HarvestSource, 'protocol' | 'url'> & Partial<HarvestSource>): Promise<HarvestSource>;
  problems(run: HarvestRun): Promise<RunProblem[]>;
  /** Upstream identifiers of the live records of a source, in order. */
  live(sourceId?: string): Promise<string[]>;
  close(): Promise<void>;
};

/** The engine over a real database in memory, real protocols and the real client. */
export function openTestHarvest(
  more: {
    fetcher?: Parameters<typeof createTestFetcher>[0];
    ports?: Partial<HarvesterPorts>;
    /** Folders whose archives may be crawled; that of temporary files unless told. */
    archiveRoots?: readonly string[];
    describe?: ArchivePorts['describe'];
    /** A fresh one in memory unless told. */
    database?: Parameters<typeof createStores>[0];
  } = {},
): TestHarvest {
  const database = more.database ?? openTestDatabase();
  const stores = createStores(database, more.ports?.clock);
  const fetcher = createTestFetcher(more.fetcher);
  const harvester = createHarvester({
    sources: stores.sources,
    runs: stores.runs,
    ledger: createLedger(stores.writer),
    records: stores.records,
    known: stores.writer,
    fetcher,
    protocols,
    log: createLog('silent', 'test'),
    archives: {
      roots: more.archiveRoots ?? [tmpdir()],
      files: stores.archiveFiles,
      describe: more.describe ?? describeDataFile,
    },
    files: stores.sourceFiles,
    identity: createIdentity(stores.identity, stores.records),
    ...more.ports,
  });
  return {
    harvester,
    stores,
    async source(given) {
      const source: HarvestSource = {
        id: 'test',
        names: { en: 'Test' },
        descriptions: {},
        options: {},
        enabled: true,
        allowPrivateAddresses: true,
        createdAt: '2024-01-01T00:00:00Z',
        ...given,
      };
      await stores.sources.save(source);
      return source;
    },
    async problems(run) {
      return (await stores.runs.problemsOf(run.id, 0, 1000)).problems;
    },
    async live(sourceId = 'test') {
      const known = await stores.writer.listLive(sourceId, '', 10_000);
      return known.map(({ upstreamIdentifier }) => upstreamIdentifier).sort();
    },
    async close() {
      await fetcher.close();
      database.close();
    },
  };
}
