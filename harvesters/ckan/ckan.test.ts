import { afterEach, describe, expect, it } from 'vitest';
import {
  openTestHarvest,
  type PackageQuestion,
  packageOf,
  sampleRecords,
  startCkan,
  type TestHarvest,
} from '../testing/index.ts';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const open of closing.splice(0)) await open.close();
});

async function open(
  search: (question: PackageQuestion) => { count: number; results: readonly unknown[] } | number,
  options: Record<string, string> = { pageSize: '10' },
  path = '',
) {
  const server = await startCkan(search);
  const harvest: TestHarvest = openTestHarvest();
  closing.push(server, harvest);
  await harvest.source({ protocol: 'ckan', url: server.url + path, options });
  return { harvest, server };
}

const packages = (count: number) => sampleRecords(count).map(packageOf);

it.each(['/', '/api', '/api/3', '/api/3/action/package_search?q=x', '/dataset/', '/organization/ifremer'])(
  'the API is found from %s',
  async (path) => {
    const { harvest } = await open(() => ({ count: 3, results: packages(3) }), {}, path);
    expect((await harvest.harvester.harvest('test')).counts).toMatchObject({ created: 3, problems: 0 });
  },
);

it('the filters of the source are asked for, in the order of the ids', async () => {
  const { harvest, server } = await open(() => ({ count: 1, results: packages(1) }), {
    fq: 'organization:ifremer',
    q: 'sea',
  });
  await harvest.harvester.harvest('test');
  expect(server.requests.map(({ path }) => new URL(path, server.url).searchParams.toString())).toEqual([
    'q=sea&fq=organization%3Aifremer&sort=id+asc&start=0&rows=100',
  ]);
});

describe('a list that changes while it is read', () => {
  it.each([1, 3])('by %d datasets that go: none of the others is lost', async (gone) => {
    let all = packages(40);
    const stays = all.slice(gone).map(({ id }) => id);
    const { harvest } = await open(({ start, rows }) => {
      const results = all.slice(start, start + rows);
      const count = all.length;
      all = all.filter(({ id }) => stays.includes(id));
      return { count, results };
    });
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ state: 'succeeded', counts: { created: 40 } });
    expect(await harvest.live()).toEqual(expect.arrayContaining(stays));
  });

  it('without an end is given up in words', async () => {
    let asked = 0;
    const { harvest } = await open(({ rows }) => {
      asked += 1;
      return { count: 100, results: sampleRecords(rows, asked * 1000).map(packageOf) };
    });
    expect(await harvest.harvester.harvest('test')).toMatchObject({
      state: 'failed',
      message: /changes faster/,
    });
  });
});

it('pages that are capped without a word cost more requests, no records', async () => {
  const all = packages(25);
  const { harvest } = await open(({ start, rows }) => ({
    count: 25,
    results: all.slice(start, start + Math.min(rows, 4)),
  }));
  expect((await harvest.harvester.harvest('test')).counts).toMatchObject({ created: 25, problems: 0 });
});

it('a dataset that breaks its page costs only itself', async () => {
  const all = packages(40);
  const { harvest } = await open(({ start, rows }) =>
    start <= 17 && 17 < start + rows ? 500 : { count: 40, results: all.slice(start, start + rows) },
  );
  const run = await harvest.harvester.harvest('test');
  expect(run).toMatchObject({ state: 'succeeded', counts: { created: 39 } });
  expect((await harvest.problems(run)).map(({ code }) => code)).toEqual([
    'record-unreachable',
    'listing-incomplete',
  ]);
});

it('a count that lies leaves a gap, and nothing is withdrawn', async () => {
  let all = packages(12);
  const { harvest } = await open(({ start, rows }) => ({
    count: 12,
    results: all.slice(start, start + rows),
  }));
  await harvest.harvester.harvest('test');
  all = all.slice(0, 10);
  const run = await harvest.harvester.harvest('test');
  expect(run.counts).toMatchObject({ unchanged: 10, withdrawn: 0 });
  expect(await harvest.problems(run)).toMatchObject([{ message: /12 datasets, but gave 10/ }]);
});

it('only what changed is asked for where that is wanted, and how often it was looked at is no change', async () => {
  let all = packages(5).map((one) => ({ ...one, tracking_summary: { total: 1 } }));
  const asked: string[] = [];
  const { harvest } = await open(
    ({ start, rows, query }) => {
      asked.push(query.get('fq') ?? '');
      return { count: all.length, results: all.slice(start, start + rows) };
    },
    { incremental: 'yes' },
  );
  await harvest.harvester.harvest('test');
  all = all.slice(0, 2).map((one) => ({ ...one, tracking_summary: { total: 2 } }));
  const second = await harvest.harvester.harvest('test');
  expect(second).toMatchObject({ state: 'succeeded', counts: { unchanged: 2, updated: 0, withdrawn: 0 } });
  expect(asked[0]).toBe('');
  expect(asked[1]).toMatch(/^metadata_modified:\[\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ TO \*\]$/);
});

it('a run that was interrupted goes on behind the last page stored', async () => {
  const all = packages(40);
  const stop = new AbortController();
  const starts: number[] = [];
  const { harvest } = await open(
    ({ start, rows }) => {
      starts.push(start);
      if (start >= 25) stop.abort();
      return { count: 40, results: all.slice(start, start + rows) };
    },
    { pageSize: '5' },
  );
  const first = await harvest.harvester.harvest('test', { signal: stop.signal });
  expect(first.state).toBe('interrupted');
  const before = starts.length;
  const second = await harvest.harvester.harvest('test');
  expect(second).toMatchObject({ id: first.id, state: 'succeeded', counts: { created: 40 } });
  expect(starts.slice(before)).not.toContain(0);
});
