export { createAuthDatabase } from './auth-database.ts';
export { type Database, openDatabase } from './database.ts';
export { createStores, type Stores } from './stores/index.ts';
export type { SettingsStore } from './stores/settings-store.ts';
