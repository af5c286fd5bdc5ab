import { createStores, openDatabase } from '#db';
import { createIdentity } from '#ledger/identity';

/** A process that brings the clusters up to the log once; its parent kills it. Argument: data folder. */
const [folder = ''] = process.argv.slice(2);
const database = openDatabase(folder);
const stores = createStores(database);
const identity = createIdentity(stores.identity, stores.records);
// A sign before the first page of the log and after each.
process.send?.('begins');
await identity.catchUp({ onProgress: ({ through }) => process.send?.(through) });
process.send?.('ended');
process.disconnect?.();
database.close();
