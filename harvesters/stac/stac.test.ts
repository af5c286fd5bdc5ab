import { afterEach, describe, expect, it } from 'vitest';
import { type LocalServer, startLocalServer } from '#runtime/fetching/testing';
import {
  honestStacApi,
  openTestHarvest,
  sampleRecords,
  sendJson,
  stacCollectionOf,
  type TestHarvest,
} from '../testing/index.ts';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const open of closing.splice(0)) await open.close();
});

async function harvestOf(server: LocalServer, path: string): Promise<TestHarvest> {
  const harvest = openTestHarvest();
  closing.push(server, harvest);
  await harvest.source({ protocol: 'stac', url: server.url + path });
  return harvest;
}

/** A static catalogue by its documents. */
const serve = (documents: Record<string, unknown>) =>
  startLocalServer((request, response) => {
    const found = documents[request.url ?? '/'];
    sendJson(response, found ?? {}, found === undefined ? 404 : 200);
  });
const catalog = (...children: string[]) => ({
  type: 'Catalog',
  stac_version: '1.0.0',
  id: 'catalog',
  description: 'Test',
  links: children.map((href) => ({ rel: 'child', href })),
});
const [first = { identifier: '', title: '' }, second = first] = sampleRecords(2);

describe('an API', () => {
  it.each(['', '/collections'])('is found from "%s"', async (path) => {
    const harvest = await harvestOf(await honestStacApi(() => sampleRecords(20)), path);
    expect((await harvest.harvester.harvest('test')).counts).toMatchObject({ created: 20, problems: 0 });
  });

  it('of something else is refused in words', async () => {
    const harvest = await harvestOf(await serve({ '/': { hello: 'world' } }), '/');
    expect(await harvest.harvester.harvest('test')).toMatchObject({ state: 'failed', message: /neither/ });
  });
});

describe('a static catalogue', () => {
  it('is gone on with where it was left, when a run dies', async () => {
    const stop = new AbortController();
    const records = sampleRecords(60);
    const asked: string[] = [];
    const server = await startLocalServer((request, response) => {
      const path = request.url ?? '/';
      asked.push(path);
      if (asked.length === 50) stop.abort();
      const found = records.find(({ identifier }) => path === `/${identifier}.json`);
      const children = records.map(({ identifier }) => `./${identifier}.json`);
      sendJson(response, found ? stacCollectionOf(found, []) : catalog(...children));
    });
    const harvest = await harvestOf(server, '/catalog.json');
    const broken = await harvest.harvester.harvest('test', { signal: stop.signal });
    expect(broken.state).toBe('interrupted');
    const before = asked.splice(0);
    expect(await harvest.harvester.harvest('test')).toMatchObject({
      id: broken.id,
      state: 'succeeded',
      complete: true,
      counts: { listed: 60, created: 60 },
    });
    // The start is asked what it is; of the rest, those that were fetched ahead and not stored come again.
    expect(asked.filter((path) => path === '/catalog.json').length).toBe(1);
    expect(before.slice(2, 10).filter((path) => asked.includes(path))).toEqual([]);
    expect(new Set([...before, ...asked]).size).toBe(61);
  });

  it('is walked once, though its links go round in circles; items are left', async () => {
    const server = await serve({
      '/a.json': catalog('./a.json', './b/b.json', './one.json', 'ftp://x.example.org/y'),
      '/b/b.json': catalog('../a.json', '../two.json'),
      '/one.json': stacCollectionOf(first, [{ rel: 'item', href: './item.json' }]),
      '/two.json': stacCollectionOf(second, [{ rel: 'child', href: './a.json' }]),
    });
    const harvest = await harvestOf(server, '/a.json');
    expect(await harvest.harvester.harvest('test')).toMatchObject({
      state: 'succeeded',
      counts: { created: 2, problems: 0 },
    });
    expect(server.requests.length).toBe(5);
  });

  it('one child of which is gone leaves a gap, and what it held stays', async () => {
    const documents: Record<string, unknown> = {
      '/a.json': catalog('./one.json', './two.json'),
      '/one.json': stacCollectionOf(first),
      '/two.json': stacCollectionOf(second),
    };
    const harvest = await harvestOf(await serve(documents), '/a.json');
    await harvest.harvester.harvest('test');
    delete documents['/two.json'];
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ state: 'succeeded', counts: { unchanged: 1, withdrawn: 0, refused: 1 } });
    expect((await harvest.problems(run)).map(({ code }) => code)).toEqual([
      'record-unreachable',
      'listing-incomplete',
    ]);
  });
});
