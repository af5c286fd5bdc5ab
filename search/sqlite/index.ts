export { createSqliteSearch } from './sqlite-search.ts';
