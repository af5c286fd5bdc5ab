import type { AccountStore } from '#accounts';
import type { AssessmentStore } from '#assessment';
import type { LinkCheckStore } from '#assessment/links';
import type { ArchiveFileStore, RunStore, SourceFileStore, SourceStore } from '#harvesters';
import type { DigestStore } from '#harvesters/digest';
import type { ReportStore } from '#harvesters/report';
import type { ThemeStore } from '#harvesters/themes';
import type { RecordReader, RecordWriter } from '#ledger';
import type { IdentityStore } from '#ledger/identity';
import type { JobStore } from '#runtime/jobs';
import type { Database } from '../database.ts';
import { createAccountStore } from './account-store.ts';
import { createArchiveFileStore } from './archive-file-store.ts';
import { createAssessmentStore } from './assessment-store.ts';
import type { Clock } from './clock.ts';
import { createDigestStore } from './digest-store.ts';
import { createIdentityStore } from './identity/index.ts';
import { createJobStore } from './job-store.ts';
import { createLinkCheckStore } from './link-check-store.ts';
import { createRecordReader } from './record-reader.ts';
import { createRecordWriter } from './record-writer.ts';
import { createReportStore } from './report-store.ts';
import { createRunStore } from './run-store.ts';
import { createSettingsStore, type SettingsStore } from './settings-store.ts';
import { createSourceFileStore } from './source-file-store.ts';
import { createSourceStore } from './source-store.ts';
import { createThemeStore } from './theme-store.ts';

/** Every store that the database implements, one per port. */
export type Stores = {
  records: RecordReader;
  writer: RecordWriter;
  sources: SourceStore;
  themes: ThemeStore;
  runs: RunStore;
  jobs: JobStore;
  settings: SettingsStore;
  accounts: AccountStore;
  assessments: AssessmentStore;
  linkChecks: LinkCheckStore;
  reports: ReportStore;
  digests: DigestStore;
  archiveFiles: ArchiveFileStore;
  sourceFiles: SourceFileStore;
  identity: IdentityStore;
};

/**
 * Builds the stores over an open database.
 * @param clock `Date.now` unless a test gives its own
 */
export function createStores(database: Database, clock: Clock = Date.now): Stores {
  return {
    records: createRecordReader(database),
    writer: createRecordWriter(database, clock),
    sources: createSourceStore(database, clock),
    themes: createThemeStore(database),
    runs: createRunStore(database, clock),
    jobs: createJobStore(database, clock),
    settings: createSettingsStore(database),
    accounts: createAccountStore(database),
    assessments: createAssessmentStore(database),
    linkChecks: createLinkCheckStore(database),
    reports: createReportStore(database),
    digests: createDigestStore(database),
    archiveFiles: createArchiveFileStore(database),
    sourceFiles: createSourceFileStore(database),
    identity: createIdentityStore(database, clock),
  };
}
