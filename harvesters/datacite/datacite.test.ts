import { afterEach, expect, it } from 'vitest';
import { honestDatacite, openTestHarvest, sampleRecords, type TestHarvest } from '../testing/index.ts';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const open of closing.splice(0)) await open.close();
});

async function open(
  options: Record<string, string>,
  change?: Parameters<typeof honestDatacite>[1],
  path = '',
) {
  const list = { records: sampleRecords(25) };
  const server = await honestDatacite(() => list.records, change);
  const harvest: TestHarvest = openTestHarvest();
  closing.push(server, harvest);
  await harvest.source({ protocol: 'datacite', url: server.url + path, options });
  return { harvest, server, list };
}

it('every DOI of the world is not asked for', async () => {
  const { harvest, server } = await open({});
  expect(await harvest.harvester.harvest('test')).toMatchObject({ state: 'failed', message: /client-id/ });
  expect(server.requests).toEqual([]);
});

it('what the address selects is enough', async () => {
  const { harvest, server } = await open({}, undefined, '/dois?client-id=inist.ifremer');
  const run = await harvest.harvester.harvest('test');
  expect(run).toMatchObject({ state: 'succeeded', counts: { created: 25, problems: 0 } });
  expect(server.requests.every(({ path }) => path.includes('client-id=inist.ifremer'))).toBe(true);
  const record = await harvest.stores.records.findByUpstreamIdentifier('test', '10.5072/record-0001');
  const original = await harvest.stores.records.original(record?.id ?? '', 'staff');
  expect(original?.url).toBe(`${server.url}/dois/10.5072/record-0001`);
});

it('only what was updated is asked for where that is wanted', async () => {
  const { harvest, server, list } = await open({ prefix: '10.5072', query: 'sea', incremental: 'yes' });
  await harvest.harvester.harvest('test');
  list.records = list.records.slice(0, 2);
  const run = await harvest.harvester.harvest('test');
  expect(run).toMatchObject({ state: 'succeeded', counts: { unchanged: 2, withdrawn: 0 } });
  const asked = server.requests.map(({ path }) => new URL(path, server.url).searchParams.get('query'));
  expect(asked[0]).toBe('sea');
  expect(asked.at(-1)).toMatch(/^\(sea\) AND updated:\[\d{4}-\d\d-\d\dT[\d:]{8}Z TO \*\]$/);
});

it('a cursor that comes again ends the run', async () => {
  const { harvest } = await open({ prefix: '10.5072', pageSize: '10' }, (answer) => {
    const next = answer.links.next?.replace('cursor%5D=21', 'cursor%5D=1');
    return { ...answer, links: next === undefined ? {} : { next } };
  });
  expect(await harvest.harvester.harvest('test')).toMatchObject({ state: 'failed', message: /circle/ });
});

it('a member that is no DOI costs only itself', async () => {
  const { harvest } = await open({ prefix: '10.5072' }, (answer) => ({
    ...answer,
    data: [null, { id: '10.5072/empty', type: 'dois', attributes: {} }, ...answer.data.slice(2)],
  }));
  const run = await harvest.harvester.harvest('test');
  expect(run).toMatchObject({ state: 'succeeded' });
  expect(run.counts.created).toBeGreaterThanOrEqual(23);
  expect((await harvest.problems(run)).map(({ code }) => code)).toContain('not-a-record');
});
