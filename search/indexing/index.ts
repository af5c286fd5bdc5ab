export { createIndexer, type Indexer } from './indexer.ts';
export { type IndexedRecord, toSearchDocument } from './search-document.ts';
