import { afterEach, describe, expect, it } from 'vitest';
import { startLocalServer } from '#runtime/fetching/testing';
import {
  honestThredds,
  openTestHarvest,
  sampleRecords,
  sendHtml,
  sendXml,
  type TestHarvest,
  threddsCatalog,
  threddsDataset,
  threddsServices,
} from '../testing/index.ts';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const open of closing.splice(0)) await open.close();
});

async function harvestOf(
  server: { url: string; close(): Promise<void> },
  path: string,
  options: Record<string, string> = {},
): Promise<TestHarvest> {
  const harvest = openTestHarvest();
  closing.push(server, harvest);
  await harvest.source({ protocol: 'thredds', url: server.url + path, options });
  return harvest;
}

const serve = (documents: Record<string, string>) =>
  startLocalServer((request, response) => {
    const found = documents[request.url ?? '/'];
    if (found === undefined) sendHtml(response, '<html>No.</html>', 404);
    else sendXml(response, found);
  });
const [first = { identifier: '', title: '' }, second = first] = sampleRecords(2);
const reference = (href: string) => `<catalogRef xlink:href="${href}" xlink:title="x"/>`;

describe('catalogues', () => {
  it.each(['/thredds', '/thredds/', '/thredds/catalog.html', '/thredds/catalog.xml'])(
    'are found from %s, and their references followed once',
    async (path) => {
      const server = await honestThredds(() => sampleRecords(20));
      const harvest = await harvestOf(server, path, { header: 'no' });
      expect((await harvest.harvester.harvest('test')).counts).toMatchObject({ created: 20, problems: 0 });
      expect(server.requests.map(({ path: asked }) => asked)).toEqual([
        '/thredds/catalog.xml',
        '/thredds/below/catalog.xml',
      ]);
    },
  );

  it('of other servers are told, not followed', async () => {
    const server = await serve({
      '/catalog.xml': threddsCatalog(
        threddsServices(false) + threddsDataset(first) + reference('https://other.example.org/catalog.xml'),
      ),
    });
    const harvest = await harvestOf(server, '/catalog.xml');
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ state: 'succeeded', counts: { created: 1 } });
    expect(await harvest.problems(run)).toMatchObject([{ severity: 'info', code: 'catalogue-elsewhere' }]);
  });

  it('one of which is gone leaves a gap, and what it listed stays', async () => {
    const documents: Record<string, string> = {
      '/catalog.xml': threddsCatalog(
        threddsServices(false) + threddsDataset(first) + reference('b.xml') + reference('empty.xml'),
      ),
      '/b.xml': threddsCatalog(threddsServices(false) + threddsDataset(second)),
      '/empty.xml': threddsCatalog(''),
    };
    const harvest = await harvestOf(await serve(documents), '/catalog.xml');
    expect((await harvest.harvester.harvest('test')).counts).toMatchObject({ created: 2, problems: 0 });
    delete documents['/b.xml'];
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ state: 'succeeded', counts: { unchanged: 1, withdrawn: 0 } });
    expect((await harvest.problems(run)).map(({ code }) => code)).toEqual([
      'record-unreachable',
      'listing-incomplete',
    ]);
  });

  it('that go down for ever are left at a depth, and the gap is told', async () => {
    const server = await startLocalServer((request, response) =>
      sendXml(
        response,
        threddsCatalog(
          reference(`${(request.url ?? '/').replace('/catalog.xml', '')}/x/catalog.xml`) +
            (request.url === '/catalog.xml' ? threddsServices(false) + threddsDataset(first) : ''),
        ),
      ),
    );
    const harvest = await harvestOf(server, '/catalog.xml');
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ state: 'succeeded', counts: { created: 1 } });
    expect(await harvest.problems(run)).toMatchObject([{ message: /more than 15 deep/ }]);
    expect(server.requests.filter(({ path }) => path.endsWith('catalog.xml')).length).toBe(16);
  });

  it.each([1, 7, 12])('are gone on with where they were left, when a run dies at the %sth', async (last) => {
    const stop = new AbortController();
    // Four catalogues below the first, each with three more; each lists one dataset.
    const below: Record<string, string[]> = { '': ['a', 'b', 'c', 'd'] };
    for (const name of below[''] ?? []) below[name] = [`${name}1`, `${name}2`, `${name}3`];
    const records = sampleRecords(17);
    const names = ['', ...Object.values(below).flat()];
    const catalogs: string[] = [];
    const server = await startLocalServer((request, response) => {
      const [, name = ''] = /^\/([a-d]?\d?)\/?catalog\.xml$/.exec(request.url ?? '/') ?? [];
      catalogs.push(name);
      if (catalogs.length === last) stop.abort();
      const references = ['', ...(below[name] ?? [])].map((to) =>
        reference(`/${to ? `${to}/` : ''}catalog.xml`),
      );
      const listed = records[names.indexOf(name)] ?? first;
      sendXml(
        response,
        threddsCatalog(
          threddsServices(false) +
            threddsDataset(listed) +
            references.join('') +
            (name === '' ? reference('https://other.example.org/catalog.xml') : ''),
        ),
      );
    });
    const harvest = await harvestOf(server, '/catalog.xml', { header: 'no' });
    const broken = await harvest.harvester.harvest('test', { signal: stop.signal });
    expect(broken.state).toBe('interrupted');
    const before = catalogs.splice(0);
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({
      id: broken.id,
      state: 'succeeded',
      complete: true,
      counts: { listed: 17, created: 17 },
    });
    // Those whose pages were not stored yet are asked for again: the last one, and two that were fetched ahead.
    const twice = catalogs.filter((name) => before.includes(name));
    expect(twice.length).toBeLessThanOrEqual(4);
    expect(before.slice(0, -4).filter((name) => catalogs.includes(name))).toEqual([]);
    expect(new Set([...before, ...catalogs])).toEqual(new Set(names));
    expect((await harvest.problems(run)).map(({ code }) => code)).toEqual(['catalogue-elsewhere']);
  });

  it('that list the same again and again, or can not be had, are no circle', async () => {
    const names = Array.from({ length: 120 }, (_none, index) => String(index));
    const same = threddsCatalog(threddsServices(false) + threddsDataset(first));
    const harvest = await harvestOf(
      await serve({
        '/catalog.xml': threddsCatalog(names.map((name) => reference(`${name}.xml`)).join('')),
        ...Object.fromEntries(names.slice(0, 60).map((name) => [`/${name}.xml`, same])),
      }),
      '/catalog.xml',
    );
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ state: 'succeeded', counts: { created: 1, refused: 60 } });
  });

  it('that are none end the run in words', async () => {
    const server = await serve({ '/catalog.xml': '<html xmlns="http://www.w3.org/1999/xhtml"/>' });
    const harvest = await harvestOf(server, '/catalog.xml');
    expect(await harvest.harvester.harvest('test')).toMatchObject({
      state: 'failed',
      message: /no catalogue of THREDDS/,
    });
  });
});

describe('the ISO service', () => {
  it('gives the record, which keeps the identifier of the catalogue', async () => {
    const server = await honestThredds(() => sampleRecords(4), { iso: true });
    const harvest = await harvestOf(server, '/thredds/catalog.xml');
    await harvest.harvester.harvest('test');
    const record = await harvest.stores.records.findByUpstreamIdentifier('test', 'record-0001');
    const original = await harvest.stores.records.original(record?.id ?? '', 'staff');
    expect(original).toMatchObject({
      format: 'iso19139',
      url: `${server.url}/thredds/iso/files/record-0001.nc?catalog=${encodeURIComponent(`${server.url}/thredds/catalog.xml`)}&dataset=record-0001`,
    });
  });

  it('is left alone where the source says so', async () => {
    const server = await honestThredds(() => sampleRecords(4), { iso: true });
    const harvest = await harvestOf(server, '/thredds/catalog.xml', { iso: 'no' });
    await harvest.harvester.harvest('test');
    expect(server.requests.some(({ path }) => path.includes('/iso/'))).toBe(false);
    const record = await harvest.stores.records.findByUpstreamIdentifier('test', 'record-0001');
    expect(await harvest.stores.records.original(record?.id ?? '', 'staff')).toMatchObject({
      format: 'thredds',
    });
  });

  it('that fails for one dataset costs only this one, and what we hold of it stays', async () => {
    const options: { iso: boolean; broken?: string } = { iso: true };
    const server = await honestThredds(() => sampleRecords(6), options);
    const harvest = await harvestOf(server, '/thredds/catalog.xml');
    await harvest.harvester.harvest('test');
    options.broken = 'record-0002';
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ state: 'succeeded', counts: { unchanged: 5, refused: 1, withdrawn: 0 } });
    expect((await harvest.problems(run)).map(({ code, identifier }) => [code, identifier])).toEqual([
      ['record-unreachable', 'record-0002'],
    ]);
    expect(await harvest.live()).toContain('record-0002');
  });
});
