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
