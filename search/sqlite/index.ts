export { createSqliteSearch, type SqliteSearch } from './sqlite-search.ts';
