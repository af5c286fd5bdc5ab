import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { createStores, openDatabase } from '#db';
import type { HarvestSource } from '#harvesters';
import {
  dcatCatalogue,
  isoDocument,
  openTestHarvest,
  sampleRecords,
  sendHtml,
  sendXml,
} from '../../harvesters/testing/index.ts';
import { type LocalServer, startLocalServer } from '../../runtime/fetching/testing/index.ts';

const script = fileURLToPath(new URL('./killed/harvest.ts', import.meta.url));
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A server that stops to answer once it has been asked for so many documents, so that whoever asks is killed in the middle. */
type Watched = { server: LocalServer; asked: string[]; answered: { most: number } };

async function watched(answer: (path: string, base: string) => string | undefined): Promise<Watched> {
  const asked: string[] = [];
  const answered = { most: Number.POSITIVE_INFINITY };
  const server: LocalServer = await startLocalServer((request, response) => {
    const path = request.url ?? '/';
    if (path === '/robots.txt') return void response.writeHead(404).end();
    asked.push(path);
    if (asked.length > answered.most) return;
    const body = answer(path, server.url);
    if (body === undefined) return void response.writeHead(404).end();
    if (body.startsWith('<html')) return sendHtml(response, body);
    if (body.startsWith('<')) return sendXml(response, body);
    response.writeHead(200, { 'content-type': 'text/turtle' });
    response.end(body);
  });
  closing.push(server.close);
  return { server, asked, answered };
}

const records = sampleRecords(420);
const index = (names: readonly string[]) =>
  `<html>${names.map((name) => `<a href="${name}">${name}</a>`).join('\n')}</html>`;

/** Kills the process once so many documents were staged; it lives to the end where none is told. */
async function lives(source: Pick<HarvestSource, 'protocol' | 'url'>, between: (life: number) => void) {
  const folder = await mkdtemp(join(tmpdir(), 'killed-listing-'));
  const database = openDatabase(folder);
  closing.push(async () => {
    database.close();
    await rm(folder, { recursive: true });
  });
  const stores = createStores(database);
  const common = { names: {}, descriptions: {}, options: {}, enabled: true, allowPrivateAddresses: true };
  await stores.sources.save({ id: 'test', createdAt: '2024-01-01T00:00:00Z', ...common, ...source });
  let last: unknown;
  for (const [number, diesAt] of [100, 300, Number.POSITIVE_INFINITY].entries()) {
    between(number);
    const child = fork(script, [folder, String(number * 120_000)], { execArgv: ['--import', 'tsx'] });
    child.on('message', (message) => {
      last = message;
      if (Number(message) >= diesAt) child.kill('SIGKILL');
    });
    await once(child, 'exit');
    if (diesAt < 1000) expect(Number(last)).toBeGreaterThanOrEqual(diesAt);
  }
  expect(last).toMatchObject({
    state: 'succeeded',
    complete: true,
    counts: { listed: 420, created: 420, refused: 0, withdrawn: 0, problems: 0 },
  });
  expect((await stores.runs.listBySource('test', 9)).length).toBe(1);
  const harvest = openTestHarvest();
  closing.push(harvest.close);
  await harvest.source(source);
  await harvest.harvester.harvest('test');
  const hashes = async (writer: typeof stores.writer) =>
    (await writer.listLive('test', '', 10_000))
      .map(({ upstreamIdentifier, documentHash }) => `${upstreamIdentifier} ${documentHash}`)
      .sort();
  expect(await hashes(stores.writer)).toEqual(await hashes(harvest.stores.writer));
}

test('a web-accessible folder that is killed in the middle goes on behind the last file stored', async () => {
  const names = records.map(({ identifier }) => `${identifier}.xml`);
  const { server, asked, answered } = await watched((path) => {
    if (path === '/') return index([...names.slice(0, 150), 'below/']);
    if (path === '/below/') return index(names.slice(150));
    const found = records.find(({ identifier }) => path.endsWith(`/${identifier}.xml`));
    return found && isoDocument(found);
  });
  const of: string[][] = [];
  await lives({ protocol: 'folder', url: `${server.url}/` }, (life) => {
    if (life > 0) of.push(asked.splice(0));
    answered.most = [200, 260, Number.POSITIVE_INFINITY][life] ?? 0;
  });
  const files = (some: readonly string[] = []) => some.filter((path) => path.endsWith('.xml'));
  const third = files(asked.slice(0, asked.lastIndexOf('/')));
  const [first, second] = of.map(files);
  // Of each life what was stored when it died is not asked for again.
  expect(
    (first ?? []).slice(0, 100).filter((path) => second?.includes(path) || third.includes(path)),
  ).toEqual([]);
  expect(second?.slice(0, 200).filter((path) => third.includes(path))).toEqual([]);
  expect(new Set([...(first ?? []), ...(second ?? []), ...third]).size).toBe(420);
  expect(third.length).toBe(120);
}, 180_000);

test('a DCAT catalogue in pages that is killed in the middle goes on behind the last page stored', async () => {
  const { server, asked, answered } = await watched((path, base) => {
    const page = Number(/page=(\d+)/.exec(path)?.[1] ?? '1');
    const more = page * 20 < 420;
    return dcatCatalogue(
      records.slice((page - 1) * 20, page * 20),
      more ? `${base}/catalogue?page=${page + 1}` : undefined,
    );
  });
  const of: string[][] = [];
  await lives({ protocol: 'dcat', url: `${server.url}/catalogue` }, (life) => {
    if (life > 0) of.push(asked.splice(0));
    answered.most = [8, 13, Number.POSITIVE_INFINITY][life] ?? 0;
  });
  const [first = [], second = []] = of;
  const third = asked.slice(0, asked.lastIndexOf('/catalogue'));
  expect(first.slice(0, 5).filter((path) => second.includes(path) || third.includes(path))).toEqual([]);
  expect(second.slice(0, 8).filter((path) => third.includes(path))).toEqual([]);
  expect(new Set([...first, ...second, ...third]).size).toBe(21);
}, 180_000);

test('a folder of this machine that is killed in the middle goes on behind the last file stored', async () => {
  const path = await mkdtemp(join(tmpdir(), 'killed-folder-'));
  closing.push(() => rm(path, { recursive: true }));
  await mkdir(join(path, 'below'));
  const place = (identifier: string, at: number) => join(path, at % 2 ? 'below' : '.', `${identifier}.xml`);
  for (const [at, record] of records.entries())
    await writeFile(place(record.identifier, at), isoDocument(record));
  await lives({ protocol: 'folder', url: path }, () => {});
}, 180_000);
