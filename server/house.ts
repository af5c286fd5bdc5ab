import { join } from 'node:path';
import { type Accounts, createAccounts } from '#accounts';
import { formats, type MetadataFormat } from '#catalogue/formats';
import { createAuthDatabase, createStores, openDatabase, type Stores } from '#db';
import { createHarvester, createReception, type Harvester, protocols, type Reception } from '#harvesters';
import { createLedger, type Ledger } from '#ledger';
import { createIdentity, type Identity } from '#ledger/identity';
import { createOriginals, type Originals } from '#protocols/originals';
import { type Configuration, signingSecret } from '#runtime/config';
import { createFetcher, type Fetcher } from '#runtime/fetching';
import type { Log } from '#runtime/log';
import { createMail, type MailPort } from '#runtime/mail';
import type { SearchEngine } from '#search';
import { createIndexer, type Indexer, toSearchDocument } from '#search/indexing';
import { createSqliteSearch } from '#search/sqlite';
import { type CheckingPool, createCheckingPool } from './checking-pool.ts';
import { clientOf } from './client-address.ts';
import { createDocumentValidator } from './document-validator.ts';
import { indexedRecords } from './indexed-records.ts';
import { interpreterOf } from './interpretation.ts';
import { createReadingPool, type ReadingPool } from './reading-pool.ts';
import { installedSchemas, schemasFolderOf } from './schemas-folder.ts';
import { sourcePlacesOf } from './source-places.ts';
import { today } from './today.ts';
import { version } from './version.ts';

/** Everything that a process of Halocline works with, wired once. */
export type House = {
  config: Configuration;
  log: Log;
  stores: Stores;
  ledger: Ledger;
  search: SearchEngine;
  indexer: Indexer;
  /** Recognises the same resource in several records. */
  identity: Identity;
  harvester: Harvester;
  /** Reads documents, in threads beside once there are many. */
  read: ReadingPool['read'];
  /** The one guarded client of foreign servers. */
  fetcher: Fetcher;
  accounts: Accounts;
  /** Where centres send their documents. */
  reception: Reception;
  mail: MailPort;
  formats: readonly MetadataFormat[];
  /** Documents of sources that may be handed on as they came. */
  originals: Originals;
  /** Checks documents of strangers in a thread beside. */
  checks: CheckingPool;
  /** Identifier of the OAI-PMH repository, frozen at the first start. */
  oaiRepositoryIdentifier: string;
  close(): Promise<void>;
};

/**
 * Opens the databases of the data folder (making and migrating them) and wires the rooms.
 * @throws DomainError when the data folder can't be used, or was written by a newer version
 */
export async function openHouse(config: Configuration, log: Log): Promise<House> {
  const database = openDatabase(config.dataFolder);
  const stores = createStores(database);
  const search = await createSqliteSearch({ file: join(config.dataFolder, 'search.sqlite'), log });
  const identity = createIdentity(stores.identity, stores.records);
  const indexer = createIndexer({
    engine: search,
    records: indexedRecords(stores.records, stores.identity, stores.sources),
    toDocument: (record) => toSearchDocument(record),
    prepare: (signal) => identity.catchUp(signal ? { signal } : {}),
  });
  const ledger = createLedger(stores.writer);
  const fetcher = createFetcher({ identity: { version, url: config.publicUrl, contact: config.contact } });
  const pool = createReadingPool();
  const folder = schemasFolderOf(config);
  // A folder that was named and is none stops the start; without any, checks say so.
  const isInstalled = config.schemasFolder !== undefined || installedSchemas(folder) !== undefined;
  const validator = isInstalled ? createDocumentValidator(folder, log) : undefined;
  const checks = createCheckingPool({ folder });
  const harvester = createHarvester({
    sources: stores.sources,
    runs: stores.runs,
    records: stores.records,
    known: stores.writer,
    ledger,
    fetcher,
    protocols,
    read: pool.read,
    archives: { roots: config.archiveFolders, files: stores.archiveFiles, describe: pool.describe },
    files: stores.sourceFiles,
    interpreterOf: (source) => interpreterOf(source),
    identity,
    onEnded: ({ sourceId }) => stores.reports.sumUp(sourceId, today()),
    log,
  });
  const mail = createMail({
    smtpUrl: config.smtpUrl,
    dataFolder: config.dataFolder,
    from: { name: config.name, address: config.contact },
  });
  const accounts = createAccounts({
    authDatabase: createAuthDatabase(database),
    store: stores.accounts,
    mail,
    publicUrl: config.publicUrl,
    name: config.name,
    secret: signingSecret(config),
    clientAddress: clientOf,
    sourcePlaces: () => sourcePlacesOf(stores.sources),
    log,
  });
  const reception = createReception({
    sources: stores.sources,
    runs: stores.runs,
    known: stores.writer,
    harvester,
    log,
    audit: accounts.audit,
  });
  const oaiRepositoryIdentifier = await stores.settings.freeze(
    'oai-repository-identifier',
    config.oaiRepositoryIdentifier,
  );
  return {
    config,
    log,
    stores,
    ledger,
    search,
    indexer,
    identity,
    harvester,
    read: pool.read,
    fetcher,
    accounts,
    reception,
    mail,
    formats,
    originals: createOriginals(stores.records, validator?.isValid),
    checks,
    oaiRepositoryIdentifier,
    async close() {
      await pool.close();
      await validator?.close();
      await checks.close();
      await fetcher.close();
      await search.close();
      database.close();
    },
  };
}
