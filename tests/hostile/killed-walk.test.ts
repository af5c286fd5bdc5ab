import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createStores, openDatabase } from '#db';
import {
  sampleRecords,
  sendXml,
  threddsCatalog,
  threddsDataset,
  threddsServices,
} from '../../harvesters/testing/index.ts';
import { startLocalServer } from '../../runtime/fetching/testing/index.ts';

const script = fileURLToPath(new URL('./killed/harvest.ts', import.meta.url));

test('a walk of THREDDS catalogues that is killed goes on where it stood', async () => {
  const records = sampleRecords(40);
  let asked: string[] = [];
  /** Requests of a life that are answered: the process can't come to its end before it is killed. */
  let answered = 0;
  const server = await startLocalServer((request, response) => {
    const path = request.url ?? '/';
    asked.push(path);
    if (asked.length > answered) return;
    const index = records.findIndex(({ identifier }) => path === `/${identifier}.xml`);
    const references = records.map(
      ({ identifier }) => `<catalogRef xlink:href="${identifier}.xml" xlink:title="x"/>`,
    );
    const own = records.slice(index, index + 1).map(threddsDataset);
    sendXml(response, threddsCatalog(threddsServices(false) + (index < 0 ? references : own).join('')));
  });
  const folder = await mkdtemp(join(tmpdir(), 'killed-walk-'));
  const database = openDatabase(folder);
  const stores = createStores(database);
  await stores.sources.save({
    id: 'test',
    names: {},
    descriptions: {},
    protocol: 'thredds',
    url: `${server.url}/catalog.xml`,
    options: { header: 'no' },
    enabled: true,
    allowPrivateAddresses: true,
    createdAt: '2024-01-01T00:00:00Z',
  });
  /** Kills the process once so many datasets were stored; it lives to the end where none is told. */
  const live = async (number: number, diesAt = Number.POSITIVE_INFINITY): Promise<unknown> => {
    const child = fork(script, [folder, String(number * 120_000)], { execArgv: ['--import', 'tsx'] });
    let last: unknown;
    child.on('message', (message) => {
      last = message;
      if (Number(message) >= diesAt) child.kill('SIGKILL');
    });
    await once(child, 'exit');
    return last;
  };
  const lives: string[][] = [];
  for (const [number, diesAt] of [10, 20, undefined].entries()) {
    asked = [];
    answered = diesAt === undefined ? Number.POSITIVE_INFINITY : 15;
    const last = await live(number, diesAt);
    lives.push(asked);
    if (diesAt === undefined)
      expect(last).toMatchObject({
        state: 'succeeded',
        complete: true,
        counts: { listed: 40, created: 40, withdrawn: 0, problems: 0 },
      });
    else expect(Number(last)).toBeGreaterThanOrEqual(diesAt);
  }
  const [first = [], second = [], third = []] = lives;
  expect(first.slice(0, 10).filter((path) => second.includes(path) || third.includes(path))).toEqual([]);
  expect(second.slice(0, 5).filter((path) => third.includes(path))).toEqual([]);
  expect(new Set([...first, ...second, ...third]).size).toBe(41);
  expect((await stores.runs.listBySource('test', 9)).length).toBe(1);
  database.close();
  await server.close();
  await rm(folder, { recursive: true });
}, 120_000);
