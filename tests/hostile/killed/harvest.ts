import { createStores, openDatabase } from '#db';
import { createHarvester, protocols } from '#harvesters';
import { createLedger } from '#ledger';
import { createLog } from '#runtime/log';
import { createTestFetcher } from '../../../runtime/fetching/testing/index.ts';

/** A process that harvests the source `test` once; its parent kills it. Arguments: data folder, milliseconds ahead. */
const [folder = '', ahead = '0'] = process.argv.slice(2);
// Each life begins after the lease of the one before has lapsed, without anybody waiting for it.
const clock = () => Date.now() + Number(ahead);
const database = openDatabase(folder);
const stores = createStores(database, clock);
const run = await createHarvester({
  sources: stores.sources,
  runs: stores.runs,
  ledger: createLedger(stores.writer),
  records: stores.records,
  known: stores.writer,
  fetcher: createTestFetcher(),
  protocols,
  log: createLog('silent', 'test'),
  clock,
}).harvest('test', { onProgress: ({ run: { counts } }) => process.send?.(counts.listed) });
process.send?.(run);
process.disconnect?.();
database.close();
