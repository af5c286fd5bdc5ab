import { afterEach, describe, expect, it } from 'vitest';
import {
  cswPage,
  isoDocument,
  openTestHarvest,
  sampleRecords,
  startCsw,
  type TestHarvest,
} from '../testing/index.ts';
import { chooseOutputSchema } from './dialect.ts';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const open of closing.splice(0)) await open.close();
});

type Page = Parameters<typeof startCsw>[0];

async function open(page: Page, options: Record<string, string> = { pageSize: '10' }): Promise<TestHarvest> {
  const server = await startCsw(page);
  const harvest = openTestHarvest();
  closing.push(server, harvest);
  await harvest.source({ protocol: 'csw', url: `${server.url}/csw`, options });
  return harvest;
}

const documents = (count: number) => sampleRecords(count).map(isoDocument);
const exception = (code: string, locator: string) =>
  `<ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows" version="1.2.0"><ows:Exception exceptionCode="${code}" locator="${locator}"><ows:ExceptionText>No.</ows:ExceptionText></ows:Exception></ows:ExceptionReport>`;

describe('numbers that lie', () => {
  const all = documents(25);
  type Lie = { next: (start: number) => number | string | undefined; matched?: () => number | undefined };
  it.each<[string, Lie]>([
    ['nextRecord 0 in the middle', { next: () => 0 }],
    ['nextRecord absent', { next: () => undefined }],
    ['nextRecord larger than the total', { next: () => 9999 }],
    ['nextRecord that leaps', { next: (start: number) => start + 17 }],
    ['nextRecord that stands still', { next: (start: number) => start }],
    ['the total absent', { next: () => 0, matched: () => undefined }],
    ['the total too small', { next: (start: number) => start + 10, matched: () => 5 }],
    ['numberOfRecordsReturned that is not a number', { next: () => 'x', matched: () => 25 }],
  ])('%s: nothing is lost', async (_name, numbers) => {
    const harvest = await open(({ start, size }) => {
      const shown = all.slice(start - 1, start - 1 + size);
      const matched = numbers.matched ? numbers.matched() : all.length;
      const next = numbers.next(start);
      return cswPage(shown, {
        ...(matched === undefined ? {} : { matched }),
        ...(next === undefined ? {} : { next }),
      });
    });
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ state: 'succeeded', counts: { created: 25, refused: 0, problems: 0 } });
  });

  it('the total far too large: it is said, and nothing is withdrawn', async () => {
    let shown = all;
    let matched = 25;
    const harvest = await open(({ start, size }) =>
      cswPage(shown.slice(start - 1, start - 1 + size), { matched, next: start + size }),
    );
    await harvest.harvester.harvest('test');
    shown = all.slice(1);
    matched = 500;
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ state: 'succeeded', counts: { unchanged: 24, withdrawn: 0 } });
    expect(await harvest.problems(run)).toMatchObject([
      { code: 'listing-incomplete', message: /500 records, but gave 24/ },
    ]);
  });
});

describe('pages', () => {
  it('that are capped without a word cost more requests, no records', async () => {
    const all = documents(25);
    const harvest = await open(({ start, size }) =>
      cswPage(all.slice(start - 1, start - 1 + Math.min(size, 4)), { matched: 25, next: start + size }),
    );
    expect((await harvest.harvester.harvest('test')).counts).toMatchObject({ created: 25, problems: 0 });
  });

  it('that overlap on their own account show records twice, and none is lost', async () => {
    const all = documents(25);
    const harvest = await open(({ start, size }) => {
      const first = Math.max(0, start - 3);
      return cswPage(all.slice(first, first + size), { matched: 25, next: start + size });
    });
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ state: 'succeeded', counts: { created: 25, refused: 0 } });
    expect((await harvest.problems(run)).every(({ code }) => code === 'listing-moved')).toBe(true);
  });

  it('one of which is empty in the middle: the rest comes, the gap is told', async () => {
    const all = documents(30);
    const harvest = await open(({ start, size }) =>
      cswPage(start === 10 ? [] : all.slice(start - 1, start - 1 + size), {
        matched: 30,
        next: start + size,
      }),
    );
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ state: 'succeeded', counts: { created: 21 } });
    expect(await harvest.problems(run)).toMatchObject([{ code: 'listing-incomplete' }]);
  });

  it('that are the same for every position end the run', async () => {
    const all = documents(10);
    const harvest = await open(() => cswPage(all, { matched: 1_000_000, next: 11 }));
    expect(await harvest.harvester.harvest('test')).toMatchObject({ state: 'failed', message: /same page/ });
  });
});

describe('a record that breaks its page', () => {
  const all = documents(40);
  it.each([
    ['by an exception', () => exception('NoApplicableCode', '')],
    ['by a status 500', 500],
    ['by garbage', () => '<csw:GetRecordsResponse'],
    ['by an answer that is cut off', () => cswPage(all.slice(0, 5), { matched: 40 }).slice(0, -60)],
  ])('%s costs only itself', async (_name, failure: number | (() => string)) => {
    const bad = 17;
    const harvest = await open(
      ({ start, size }, response) => {
        if (start <= bad && bad < start + size) {
          if (typeof failure !== 'number') return failure();
          response.writeHead(failure);
          return '';
        }
        return cswPage(all.slice(start - 1, start - 1 + size), { matched: 40, next: start + size });
      },
      { pageSize: '20' },
    );
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ state: 'succeeded', counts: { created: 39 } });
    expect((await harvest.problems(run)).map(({ code }) => code)).toEqual([
      'record-unreachable',
      'listing-incomplete',
    ]);
  });

  it('by being broken itself costs not even a request', async () => {
    const broken = [
      ...all.slice(0, 5),
      '<gmd:MD_Metadata xmlns:gmd="x"><a></b></gmd:MD_Metadata>',
      ...all.slice(5, 9),
    ];
    const harvest = await open(({ start }) => cswPage(start === 1 ? broken : [], { matched: 10, next: 0 }));
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ state: 'succeeded', counts: { created: 9, refused: 1 } });
    expect((await harvest.problems(run))[0]).toMatchObject({ severity: 'error' });
  });
});

describe('catalogues that are particular', () => {
  it('about sorting and type names are asked in their own way', async () => {
    const all = documents(5);
    const harvest = await open(({ sorted, typeNames, start, size }) => {
      if (sorted) return exception('NoApplicableCode', 'SortBy');
      if (typeNames !== 'gmd:MD_Metadata') return exception('InvalidParameterValue', 'typeNames');
      return cswPage(all.slice(start - 1, start - 1 + size), { matched: 5, next: 0 });
    });
    expect((await harvest.harvester.harvest('test')).counts).toMatchObject({ created: 5 });
  });

  it('and refuse everything end the run with their own words', async () => {
    const harvest = await open(() => exception('OperationNotSupported', 'GetRecords'));
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ state: 'failed', message: /OperationNotSupported/ });
  });

  it('an HTML page with status 200 ends the run in words', async () => {
    const harvest = await open(() => '<html><body>Login</body></html>');
    expect(await harvest.harvester.harvest('test')).toMatchObject({ state: 'failed', message: /HTML page/ });
  });
});

it.each([
  [
    ['http://www.opengis.net/cat/csw/2.0.2', 'http://www.isotc211.org/2005/gmd'],
    'http://www.isotc211.org/2005/gmd',
  ],
  [
    ['http://www.opengis.net/cat/csw/2.0.2', 'http://standards.iso.org/iso/19115/-3/mdb/2.0'],
    'http://standards.iso.org/iso/19115/-3/mdb/2.0',
  ],
  [['http://www.opengis.net/cat/csw/2.0.2'], 'http://www.opengis.net/cat/csw/2.0.2'],
  [[], 'http://www.isotc211.org/2005/gmd'],
])('of the schemas %j it asks for %s', (offered, chosen) => {
  expect(chooseOutputSchema(offered)).toBe(chosen);
});

it('uses the credentials of the address for every request, and keeps them out of records and problems', async () => {
  const all = documents(3);
  const server = await startCsw(({ start, size }) =>
    cswPage(start === 1 ? all : all.slice(start - 1, start - 1 + size), { matched: 9, next: 0 }),
  );
  const harvest = openTestHarvest();
  closing.push(server, harvest);
  await harvest.source({ protocol: 'csw', url: `${server.url.replace('//', '//me:hunter2@')}/csw` });
  const run = await harvest.harvester.harvest('test');
  expect(run.counts.created).toBe(3);
  expect(server.requests.every(({ headers }) => headers.authorization?.startsWith('Basic '))).toBe(true);
  const record = await harvest.stores.records.findByUpstreamIdentifier('test', 'record-0001');
  const original = await harvest.stores.records.original(record?.id ?? '', 'staff');
  expect(original?.url).toBe(`${server.url}/csw`);
  expect(JSON.stringify([run, await harvest.problems(run)])).not.toContain('hunter2');
});

it.each(['csw', 'oai-pmh', 'dcat'] as const)(
  'a source of %s whose address is none fails in words',
  async (protocol) => {
    const harvest = openTestHarvest();
    closing.push(harvest);
    await harvest.source({ protocol, url: 'not an address' });
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ state: 'failed', message: /not an address/ });
    expect(run.message).not.toMatch(/fault of this catalogue/);
  },
);
