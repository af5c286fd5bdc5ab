export {
  createIndexer,
  type IndexedRecords,
  type Indexer,
  type IndexingProgress,
} from './indexer.ts';
export { type IndexedRecord, toSearchDocument } from './search-document.ts';
