import { afterEach, describe, expect, it } from 'vitest';
import {
  type ItemsQuestion,
  ogcPage,
  ogcRecordOf,
  openTestHarvest,
  sampleRecords,
  startOgcRecords,
  type TestHarvest,
} from '../testing/index.ts';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const open of closing.splice(0)) await open.close();
});

async function open(
  page: (question: ItemsQuestion, items: string) => unknown,
  options: Record<string, string> = { pageSize: '10' },
  path = '/collections/sea',
) {
  const server = await startOgcRecords(page);
  const harvest: TestHarvest = openTestHarvest();
  closing.push(server, harvest);
  await harvest.source({ protocol: 'ogc-records', url: server.url + path, options });
  return { harvest, server };
}

const records = (count: number) => sampleRecords(count).map(ogcRecordOf);
const next = (items: string, offset: number, limit: number) => ({
  next: `${items}?offset=${offset}&limit=${limit}`,
});

describe('the items', () => {
  it.each([
    '',
    '/',
    '/collections',
    '/collections/sea',
    '/collections/sea/items',
    '/collections/sea/items?q=x',
  ])('are found from "%s"', async (path) => {
    const { harvest } = await open(() => ogcPage(records(3), { matched: 3 }), {}, path);
    expect((await harvest.harvester.harvest('test')).counts).toMatchObject({ created: 3, problems: 0 });
  });

  it('are asked for with the filters of the source', async () => {
    const asked: string[] = [];
    const { harvest } = await open(
      ({ query }) => {
        asked.push(query.toString());
        return ogcPage(records(1), {});
      },
      { bbox: '-10,40,0,50', datetime: '2020-01-01/..', pageSize: '7' },
    );
    await harvest.harvester.harvest('test');
    expect(asked).toEqual(['limit=7&bbox=-10%2C40%2C0%2C50&datetime=2020-01-01%2F..']);
  });

  it('of a collection that is not there are refused in words', async () => {
    const { harvest } = await open(() => ogcPage([], {}), { collection: 'land' }, '/collections');
    expect(await harvest.harvester.harvest('test')).toMatchObject({
      state: 'failed',
      message: /no "land" among sea/,
    });
  });

  it('are described', async () => {
    const { harvest, server } = await open(() => ogcPage(records(2), { matched: 2 }));
    const source = await harvest.stores.sources.get('test');
    expect(source && (await harvest.harvester.describe(source))).toEqual({
      title: 'Sea',
      facts: [`Records at ${server.url}/collections/sea/items?limit=10`, '2 records'],
    });
  });
});

describe('pages', () => {
  const all = records(25);

  it('whose links tell an address of the inside are asked for outside', async () => {
    const { harvest } = await open(({ offset, limit }) =>
      ogcPage(all.slice(offset, offset + limit), {
        matched: 25,
        ...(offset + limit < 25
          ? next('http://pycsw:8000/collections/sea/items', offset + limit, limit)
          : {}),
      }),
    );
    expect((await harvest.harvester.harvest('test')).counts).toMatchObject({ created: 25, problems: 0 });
  });

  it('that go in a circle end the run', async () => {
    const { harvest } = await open(({ offset }, items) =>
      ogcPage(all.slice(offset, offset + 10), { matched: 25, ...next(items, offset === 0 ? 10 : 0, 10) }),
    );
    expect(await harvest.harvester.harvest('test')).toMatchObject({ state: 'failed', message: /circle/ });
  });

  it('that are the same for every position end the run', async () => {
    const { harvest } = await open(({ offset }, items) =>
      ogcPage(all.slice(0, 10), { ...next(items, offset + 10, 10) }),
    );
    expect(await harvest.harvester.harvest('test')).toMatchObject({ state: 'failed', message: /same page/ });
  });

  it('that are empty for ever end the list', async () => {
    const { harvest, server } = await open(({ offset }, items) =>
      ogcPage(all.slice(offset, offset + 10), { ...next(items, offset + 10, 10) }),
    );
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ state: 'succeeded', counts: { created: 25, problems: 0 } });
    expect(server.requests.length).toBeLessThan(10);
  });

  it.each([{}, { bbox: '-180,-90,180,90' }])(
    'that have no order are given up to overlap, with %o',
    async (options) => {
      const many = records(400);
      let asked = 0;
      const { harvest, server } = await open(
        ({ offset, limit }, items) => {
          asked += 1;
          // Another order with each request.
          const mixed = many.map((one, index) => many[(index * 7 + asked * 133) % 400] ?? one);
          const shown = mixed.slice(offset, offset + limit);
          return ogcPage(shown, {
            matched: 400,
            ...(offset + limit < 400 ? next(items, offset + limit, limit) : {}),
          });
        },
        { pageSize: '20', ...options },
      );
      const run = await harvest.harvester.harvest('test');
      expect(run.state).toBe('succeeded');
      // At most so many records are read again as it has, or a thousand.
      expect(server.requests.length).toBeLessThan(90);
      expect((await harvest.problems(run)).some(({ code }) => code === 'listing-incomplete')).toBe(
        'bbox' in options,
      );
    },
  );

  it('that miss records which were told leave a gap, and nothing is withdrawn', async () => {
    let shown = all;
    const { harvest } = await open(() => ogcPage(shown.slice(0, 25), { matched: 25 }), { pageSize: '100' });
    await harvest.harvester.harvest('test');
    shown = all.slice(5);
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ state: 'succeeded', counts: { unchanged: 20, withdrawn: 0 } });
    expect(await harvest.problems(run)).toMatchObject([
      { code: 'listing-incomplete', message: /25 records, but gave 20/ },
    ]);
  });

  it('go on behind the last one stored, when a run was interrupted', async () => {
    const stop = new AbortController();
    const { harvest, server } = await open(
      ({ offset, limit }, items) => {
        if (offset === 20) stop.abort();
        return ogcPage(all.slice(offset, offset + limit), {
          matched: 25,
          ...(offset + limit < 25 ? next(items, offset + limit, limit) : {}),
        });
      },
      { pageSize: '5' },
    );
    const first = await harvest.harvester.harvest('test', { signal: stop.signal });
    expect(first.state).toBe('interrupted');
    const before = server.requests.length;
    const second = await harvest.harvester.harvest('test');
    expect(second).toMatchObject({ id: first.id, state: 'succeeded', counts: { listed: 25, created: 25 } });
    const offsets = server.requests.slice(before).map(({ path }) => /offset=(\d+)/.exec(path)?.[1]);
    expect(offsets).not.toContain('5');
  });
});

describe('a record that breaks its page', () => {
  it.each<[string, unknown]>([
    ['by a status 500', 500],
    ['by an answer that is cut off', '{"type":"FeatureCollection","features":['],
  ])('%s costs only itself', async (_name, failure) => {
    const all = records(40);
    const bad = 17;
    const { harvest } = await open(({ offset, limit }, items) => {
      if (offset <= bad && bad < offset + limit) return failure;
      return ogcPage(all.slice(offset, offset + limit), {
        matched: 40,
        ...(offset + limit < 40 ? next(items, offset + limit, limit) : {}),
      });
    });
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ state: 'succeeded', counts: { created: 39 } });
    expect((await harvest.problems(run)).map(({ code }) => code)).toEqual([
      'record-unreachable',
      'listing-incomplete',
    ]);
  });

  it('or is no record at all costs not even a request', async () => {
    const { harvest } = await open(() =>
      ogcPage([...records(4), null, { id: 'x', type: 'Feature' }], { matched: 6 }),
    );
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ state: 'succeeded', counts: { created: 4, refused: 2 } });
    expect((await harvest.problems(run)).map(({ code }) => code).sort()).toEqual([
      'no-resource',
      'not-a-record',
    ]);
  });
});

it('a web page is refused in words', async () => {
  const { harvest } = await open(() => '<!doctype html><html><body>Login</body></html>');
  expect(await harvest.harvester.harvest('test')).toMatchObject({ state: 'failed', message: /HTML page/ });
});

it('the user of the address is used for every request, and kept out of records, checkpoints and problems', async () => {
  const server = await startOgcRecords(({ offset }, items) =>
    ogcPage(
      records(20).slice(offset, offset + 10),
      offset + 10 < 20 ? { matched: 99, ...next(items, offset + 10, 10) } : { matched: 99 },
    ),
  );
  const harvest = openTestHarvest();
  closing.push(server, harvest);
  await harvest.source({ protocol: 'ogc-records', url: server.url.replace('//', '//me:hunter2@') });
  const run = await harvest.harvester.harvest('test');
  expect(run.counts.created).toBe(20);
  expect(server.requests.every(({ headers }) => headers.authorization?.startsWith('Basic '))).toBe(true);
  const record = await harvest.stores.records.findByUpstreamIdentifier('test', 'record-0001');
  const original = await harvest.stores.records.original(record?.id ?? '', 'staff');
  expect(original?.url).toBe(`${server.url}/collections/sea/items/record-0001`);
  expect(JSON.stringify([run, await harvest.problems(run)])).not.toContain('hunter2');
});
