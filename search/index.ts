export type { SearchDocument, SearchEngine } from './engine.ts';
export * from './query.ts';
