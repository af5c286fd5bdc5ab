import { afterEach, expect, it } from 'vitest';
import { honestErddap, openTestHarvest, sampleRecords, type TestHarvest } from '../testing/index.ts';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const open of closing.splice(0)) await open.close();
});

async function open(
  options: Parameters<typeof honestErddap>[1] = {},
  path = '/erddap/index.html',
  count = 12,
) {
  const list = { records: sampleRecords(count) };
  const server = await honestErddap(() => list.records, options);
  const harvest: TestHarvest = openTestHarvest();
  closing.push(server, harvest);
  await harvest.source({ protocol: 'erddap', url: server.url + path });
  return { harvest, server, list };
}

it.each(['/erddap', '/erddap/', '/erddap/info/index.html?page=1', '/erddap/tabledap/index.html'])(
  'the server is found from %s, and asked for one thing at a time',
  async (path) => {
    const { harvest, server } = await open({}, path);
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ state: 'succeeded', counts: { created: 12 } });
    expect(server.together()).toBe(1);
    expect(await harvest.live()).not.toContain('allDatasets');
  },
);

it('a server without allDatasets is listed by its index', async () => {
  const { harvest } = await open({ allDatasets: false });
  expect((await harvest.harvester.harvest('test')).counts).toMatchObject({ created: 12 });
});

it('a dataset that can’t be had costs only itself, and what we hold of it stays', async () => {
  const options: { broken?: string } = {};
  const { harvest } = await open(options);
  await harvest.harvester.harvest('test');
  options.broken = 'record-0005';
  const run = await harvest.harvester.harvest('test');
  expect(run).toMatchObject({
    state: 'succeeded',
    counts: { unchanged: 11, refused: 1, withdrawn: 0 },
  });
  expect(await harvest.problems(run)).toMatchObject([
    { code: 'record-unreachable', identifier: 'record-0005', message: /status 500/ },
  ]);
  expect(await harvest.live()).toContain('record-0005');
});

it('an address that is no ERDDAP ends the run in words', async () => {
  const { harvest } = await open({}, '/elsewhere');
  expect(await harvest.harvester.harvest('test')).toMatchObject({
    state: 'failed',
    message: /allDatasets.*status 404/,
  });
});

it('a run that was interrupted goes on behind the last page stored', async () => {
  const stop = new AbortController();
  const asked: string[] = [];
  const onInfo = (id: string) => {
    asked.push(id);
    if (id === 'record-0170') stop.abort();
  };
  const { harvest } = await open({ onInfo }, '/erddap', 180);
  const first = await harvest.harvester.harvest('test', { signal: stop.signal });
  expect(first.state).toBe('interrupted');
  const before = asked.length;
  const second = await harvest.harvester.harvest('test');
  expect(second).toMatchObject({ id: first.id, state: 'succeeded', counts: { created: 180 } });
  expect(asked.slice(before)).not.toContain('record-0001');
});
