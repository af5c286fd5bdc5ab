export { createLedger, type Ledger } from './ledger.ts';
export type { KnownRecord, Reader, RecordReader, RecordWriter, RevisionPageRequest } from './ports.ts';
export * from './types.ts';
