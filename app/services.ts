import type { Accounts } from '#accounts';
import type { AssessmentStore } from '#assessment';
import type { CheckOptions, CheckReport } from '#catalogue/checks';
import type { MetadataFormat } from '#catalogue/formats';
import type { HarvestDesk, RunStore, SourceStore } from '#harvesters';
import type { SourceReports } from '#harvesters/report';
import type { ThemeDesk, ThemeStore } from '#harvesters/themes';
import type { RecordReader } from '#ledger';
import type { IdentityDesk, IdentityStore } from '#ledger/identity';
import type { Originals } from '#protocols/originals';
import type { SearchEngine } from '#search';

/** What the pages say of the portal itself. */
export type PortalConfiguration = {
  /** Public address, without a slash at the end. */
  publicUrl: string;
  name: string;
  /** E-mail address of the operator. */
  contact: string;
  version: string;
};

/** What the server hands to the loaders of the portal, as `services` of the load context. */
export type PortalServices = {
  config: PortalConfiguration;
  records: RecordReader;
  search: SearchEngine;
  sources: SourceStore;
  runs: RunStore;
  /** What is said of themes, which makes them sub-portals. */
  themes: Pick<ThemeStore, 'list'>;
  /** What staff say of them. */
  themeDesk: ThemeDesk;
  /** What staff do with sources and runs. */
  harvests: HarvestDesk;
  accounts: Accounts;
  /** Which records describe the same resource, and what sources once called them. */
  identity: Pick<IdentityStore, 'clustersOf' | 'profilesOf'>;
  /** What staff decide about it. */
  identityDesk: IdentityDesk;
  assessments: AssessmentStore;
  /** What the records of sources have amiss. */
  reports: SourceReports;
  /** Every metadata format; those with `write` and `suffix` stand at `/records/{id}.{suffix}`. */
  formats: readonly MetadataFormat[];
  /** Documents of sources that stand for the record in their format, as they came. */
  originals: Originals;
  /**
   * Checks a document of a stranger, bounded in time.
   * @throws DomainError `too-large`, `unavailable`
   */
  check(bytes: Uint8Array, options: Omit<CheckOptions, 'schemas'>): Promise<CheckReport>;
  /** Logs an error that a page could not answer in any better way. */
  report(error: unknown, request: Request): void;
};

declare module 'react-router' {
  interface AppLoadContext {
    services: PortalServices;
  }
}
