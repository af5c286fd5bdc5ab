export { createAuthDatabase } from './auth-database.ts';
export { openDatabase } from './database.ts';
export { createStores, type Stores } from './stores/index.ts';
