export { createLedger, type Ledger } from './ledger.ts';
export type { Among, KnownRecord, Reader, RecordReader, RecordWriter, RevisionPageRequest } from './ports.ts';
export * from './types.ts';
