export { createLedger, type Ledger } from './ledger.ts';
export { type PackedDocument, packDocument, unpackDocument } from './packed-document.ts';
export type { Among, KnownRecord, Reader, RecordReader, RecordWriter, RevisionPageRequest } from './ports.ts';
export type { RecordLink } from './record-links.ts';
export * from './types.ts';
export { type RecordFacts, WrittenRecord } from './written-record.ts';
