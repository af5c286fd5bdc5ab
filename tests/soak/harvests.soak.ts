/**
 * Harvests of one source, again and again in one process: `npm run soak -- harvests [rounds] [records]` (100 rounds of
 * 2000 records unless told). Each round one record of fifty is another, and every tenth is a dry one. Printed: the
 * resident memory and what is in use of the heap after every tenth of the rounds, and rows that must not pile up. Ends
 * with 1 when the heap in use grew by half between the second and the last tenth.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readConfiguration } from '#runtime/config';
import { createLog } from '#runtime/log';
import { openDatabase } from '../../db/database.ts';
import { growHeapSlowly } from '../../server/heap-growth.ts';
import { openHouse } from '../../server/house.ts';
import { indexAlongside } from '../../server/index-alongside.ts';

const [rounds = 100, records = 2000] = process.argv.slice(2).map(Number);
const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');
growHeapSlowly();

const folder = await mkdtemp(join(tmpdir(), 'halocline-soak-'));
const script = fileURLToPath(new URL('./harvests/server.ts', import.meta.url));
const server = fork(script, [String(records)], { execArgv: ['--import', 'tsx'] });
const [address] = await once(server, 'message');
const house = await openHouse(
  readConfiguration({ HALOCLINE_DATA: folder, LOG_LEVEL: 'silent' }),
  createLog('silent', 'soak'),
);
const database = openDatabase(folder);
try {
  await house.stores.sources.save({
    id: 'soak',
    names: { en: 'Soak' },
    descriptions: {},
    protocol: 'oai-pmh',
    url: String(address),
    options: {},
    enabled: true,
    allowPrivateAddresses: true,
    createdAt: '2024-01-01T00:00:00Z',
  });
  const heaps: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    server.send(round);
    await once(server, 'message');
    const run = await indexAlongside(house.indexer, () =>
      house.harvester.harvest('soak', { dryRun: round % 10 === 9 }),
    );
    if (run.state !== 'succeeded') throw new Error(`Round ${round} ${run.state}: ${run.message}`);
    if ((round + 1) % Math.max(1, Math.floor(rounds / 10)) > 0) continue;
    collect();
    const { rss, heapUsed } = process.memoryUsage();
    heaps.push(heapUsed);
    const rows = ['revisions', 'documents', 'staged_changes', 'seen_identifiers', 'leases'].map(
      (table) =>
        `${table} ${database.connection.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get()}`,
    );
    print(
      `${String(round + 1).padStart(5)} rounds: resident ${Math.round(rss / 1e6)} MB, heap ${Math.round(heapUsed / 1e6)} MB; ${rows.join(', ')}`,
    );
  }
  const [, early = 0] = heaps;
  if ((heaps.at(-1) ?? 0) > 1.5 * early) {
    print('The heap grew.');
    process.exitCode = 1;
  }
} finally {
  database.close();
  await house.close();
  server.disconnect();
  await rm(folder, { recursive: true, force: true });
}
