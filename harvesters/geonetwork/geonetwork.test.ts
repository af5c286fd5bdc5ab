import { afterEach, expect, it } from 'vitest';
import { startLocalServer } from '#runtime/fetching/testing';
import {
  cswCapabilities,
  cswPage,
  honestGeonetwork,
  isoDocument,
  openTestHarvest,
  sampleRecords,
  sendJson,
  type TestHarvest,
} from '../testing/index.ts';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const open of closing.splice(0)) await open.close();
});

async function open(
  options: Parameters<typeof honestGeonetwork>[1] = {},
  path = '/geonetwork',
  given: Record<string, string> = { pageSize: '5' },
) {
  const list = { records: sampleRecords(12) };
  const server = await honestGeonetwork(() => list.records, options);
  const harvest: TestHarvest = openTestHarvest();
  closing.push(server, harvest);
  await harvest.source({ protocol: 'geonetwork', url: server.url + path, options: given });
  return { harvest, server, list };
}

it.each([
  '/geonetwork/',
  '/geonetwork/srv',
  '/geonetwork/srv/fre/catalog.search#/home',
  '/geonetwork/srv/eng/csw?service=CSW',
  '/geonetwork/srv/api/records',
])('the portal is found from %s', async (path) => {
  const { harvest } = await open({}, path);
  expect((await harvest.harvester.harvest('test')).counts).toMatchObject({ created: 12, problems: 0 });
});

it('the next page is asked for by the hit before it, since the index counts no further than 10,000', async () => {
  const asked: unknown[] = [];
  const { harvest } = await open({ onSearch: (body) => void asked.push(body['search_after']) });
  await harvest.harvester.harvest('test');
  expect(asked).toEqual([undefined, undefined, ['record-0005'], ['record-0010']]);
});

it('a record that can’t be had costs only itself, and what we hold of it stays', async () => {
  const options: { broken?: string } = {};
  const { harvest } = await open(options);
  await harvest.harvester.harvest('test');
  options.broken = 'record-0003';
  const run = await harvest.harvester.harvest('test');
  expect(run).toMatchObject({ state: 'succeeded', counts: { unchanged: 11, refused: 1, withdrawn: 0 } });
  expect(await harvest.problems(run)).toMatchObject([
    { code: 'record-unreachable', identifier: 'record-0003' },
  ]);
});

it('only what changed is asked for where that is wanted', async () => {
  const asked: string[] = [];
  const { harvest, list } = await open(
    { onSearch: ({ query }) => void asked.push(JSON.stringify(query)) },
    '/geonetwork',
    { incremental: 'yes' },
  );
  await harvest.harvester.harvest('test');
  list.records = list.records.slice(0, 1);
  const run = await harvest.harvester.harvest('test');
  expect(run).toMatchObject({ state: 'succeeded', counts: { unchanged: 1, withdrawn: 0 } });
  expect(asked[1]).not.toContain('changeDate');
  expect(asked.at(-1)).toMatch(/"changeDate":\{"gte":"\d{4}-/);
});

it('what could not be had is asked for again, though it did not change since', async () => {
  const searches: string[] = [];
  const options: { broken?: string; onSearch: (body: object) => void } = {
    onSearch: (body) => void searches.push(JSON.stringify(body)),
    broken: 'record-0003',
  };
  const { harvest } = await open(options, '/geonetwork', { incremental: 'yes' });
  expect(await harvest.harvester.harvest('test')).toMatchObject({ counts: { created: 11, lost: 1 } });
  delete options.broken;
  expect(await harvest.harvester.harvest('test')).toMatchObject({ counts: { created: 1, unchanged: 11 } });
  expect(searches.at(-1)).not.toContain('changeDate');
  await harvest.harvester.harvest('test');
  expect(searches.at(-1)).toContain('changeDate');
});

it('a search that gives the same page again ends the run', async () => {
  const server = await startLocalServer((_request, response) => {
    const hits = sampleRecords(5).map(({ identifier }) => ({ _id: identifier, sort: ['x'] }));
    sendJson(response, { hits: { total: { value: 50, relation: 'eq' }, hits } });
  });
  const harvest = openTestHarvest();
  closing.push(server, harvest);
  await harvest.source({ protocol: 'geonetwork', url: server.url, options: { pageSize: '5' } });
  expect(await harvest.harvester.harvest('test')).toMatchObject({ state: 'failed' });
});

it('an older one is harvested by its CSW', async () => {
  const all = sampleRecords(3).map(isoDocument);
  const server = await startLocalServer((request, response) => {
    if (!(request.url ?? '').startsWith('/geonetwork/srv/eng/csw')) return sendJson(response, {}, 404);
    if (request.method === 'GET')
      return void response.end(cswCapabilities(`${server.url}/geonetwork/srv/eng/csw`));
    response.end(cswPage(all, { matched: 3, next: 0 }));
  });
  const harvest = openTestHarvest();
  closing.push(server, harvest);
  const source = await harvest.source({
    protocol: 'geonetwork',
    url: `${server.url}/geonetwork/srv/fre/csw`,
  });
  expect((await harvest.harvester.harvest('test')).counts).toMatchObject({ created: 3, problems: 0 });
  expect(await harvest.harvester.describe(source)).toMatchObject({ title: 'Test' });
});

it('a run that was interrupted goes on behind the last page stored', async () => {
  const stop = new AbortController();
  const asked: unknown[] = [];
  const { harvest } = await open(
    {
      onSearch({ search_after: after, size }) {
        if (size !== 1) asked.push(after);
        if (asked.length === 5) stop.abort();
      },
    },
    '/geonetwork',
    { pageSize: '2' },
  );
  const first = await harvest.harvester.harvest('test', { signal: stop.signal });
  expect(first.state).toBe('interrupted');
  const before = asked.length;
  const second = await harvest.harvester.harvest('test');
  expect(second).toMatchObject({ id: first.id, state: 'succeeded', counts: { created: 12 } });
  expect(asked.slice(before)).not.toContain(undefined);
});
