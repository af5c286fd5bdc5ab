export { createIndexer, type IndexedRecords, type Indexer } from './indexer.ts';
export { type IndexedRecord, toSearchDocument } from './search-document.ts';
