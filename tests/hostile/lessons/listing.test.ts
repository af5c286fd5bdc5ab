import { afterEach, describe, expect, it } from 'vitest';
import type { HarvestRun } from '#harvesters';
import {
  cswPage,
  honestCsw,
  honestOai,
  isoDocument,
  type OaiSample,
  oaiRecord,
  openTestHarvest,
  sampleRecords,
  startCsw,
  startOai,
  type TestHarvest,
} from '../../../harvesters/testing/index.ts';
import { type LocalServer, startLocalServer } from '../../../runtime/fetching/testing/index.ts';

/** What went wrong in lists: pages, counts, tokens. Each lesson by both protocols where both can go wrong. */
const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const open of closing.splice(0)) await open.close();
});

async function open(protocol: 'csw' | 'oai-pmh', server: LocalServer): Promise<TestHarvest> {
  const harvest = openTestHarvest();
  closing.push(server, harvest);
  const url = protocol === 'csw' ? `${server.url}/csw` : server.url;
  await harvest.source({ protocol, url, options: { pageSize: '10' } });
  return harvest;
}

const dated = (count: number, from = 1): OaiSample[] =>
  sampleRecords(count, from).map((record) => ({ ...record, datestamp: '2024-01-01T00:00:00Z' }));
const codesOf = async (harvest: TestHarvest, run: HarvestRun) =>
  (await harvest.problems(run)).map(({ code }) => code);

describe('one record that is bad does not lose its page', () => {
  it.each(['csw', 'oai-pmh'] as const)(
    '%s: the other nine are stored, and what was held of it stays',
    async (protocol) => {
      let broken = false;
      const write = (record: OaiSample) => {
        const document = protocol === 'csw' ? isoDocument(record) : oaiRecord(record);
        return broken && record.identifier === 'record-0005'
          ? document.replace('</gmd:CI_Citation>', '</gmd:CI_Quotation>')
          : document;
      };
      const ten = dated(10);
      const server = await (protocol === 'csw'
        ? startCsw(() => cswPage(ten.map(write), { matched: 10, next: 0 }))
        : startOai(() => `<ListRecords>${ten.map(write).join('')}</ListRecords>`, { deletedRecord: 'no' }));
      const harvest = await open(protocol, server);
      await harvest.harvester.harvest('test');
      broken = true;
      const run = await harvest.harvester.harvest('test');
      expect(run).toMatchObject({ state: 'succeeded', counts: { unchanged: 9, refused: 1, withdrawn: 0 } });
      expect((await harvest.live()).length).toBe(10);
      const [problem] = await harvest.problems(run);
      expect(problem).toMatchObject({
        code: 'not-well-formed',
        identifier: expect.stringContaining('record-0005'),
      });
      expect(problem?.line).toBeGreaterThan(0);
    },
  );
});

describe('a source that changes while it is paged through', () => {
  it.each([
    ['grows before the place that is read', (all: OaiSample[]) => [...dated(3, 900), ...all]],
    ['grows behind it', (all: OaiSample[]) => [...all, ...dated(3, 900)]],
  ])('%s: no record is lost', async (_name, change) => {
    let all = dated(35);
    const server = await startCsw(({ start, size }) => {
      if (start > 1 && all.length === 35) all = change(all);
      const shown = all.slice(start - 1, start - 1 + size);
      return cswPage(shown.map(isoDocument), { matched: all.length, next: start + shown.length });
    });
    const harvest = await open('csw', server);
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ state: 'succeeded', counts: { refused: 0 } });
    for (const { identifier } of dated(35)) expect(await harvest.live()).toContain(identifier);
  });

  it('shrinks: what slipped through is not taken for gone, and the next run says so no more', async () => {
    const all = dated(35);
    let gone = false;
    let shrinksAfter = Number.POSITIVE_INFINITY;
    const server = await startCsw(({ start, size }) => {
      shrinksAfter -= 1;
      gone ||= shrinksAfter < 0;
      const now = gone ? all.slice(2) : all;
      const shown = now.slice(start - 1, start - 1 + size);
      return cswPage(shown.map(isoDocument), { matched: now.length, next: start + shown.length });
    });
    const harvest = await open('csw', server);
    await harvest.harvester.harvest('test');
    shrinksAfter = 2;
    const during = await harvest.harvester.harvest('test');
    expect(during.counts.withdrawn).toBe(0);
    expect(await codesOf(harvest, during)).toEqual(['listing-moved']);
    const after = await harvest.harvester.harvest('test');
    expect(after).toMatchObject({ state: 'succeeded', counts: { unchanged: 33, withdrawn: 2, problems: 0 } });
  });
});

it.each([
  { name: 'where positions are kept, it is met again', rounds: false, pages: 2, unchanged: 35 },
  { name: 'where they are rounded to pages, it is asked for', rounds: true, pages: 3, unchanged: 34 },
])(
  'a record that slips between two pages, because one went and one came meanwhile, stays; $name',
  async (way) => {
    const all = sampleRecords(35);
    let changesAfter = Number.POSITIVE_INFINITY;
    const now = () => (changesAfter < 0 ? [...all.slice(1), ...sampleRecords(1, 900)] : all);
    const csw = await startCsw(({ start, size }) => {
      changesAfter -= 1;
      const from = way.rounds ? Math.floor((start - 1) / 10) * 10 : start - 1;
      const shown = now().slice(from, from + size);
      const next = from + 1 + shown.length;
      return cswPage(shown.map(isoDocument), { matched: 35, next: next > 35 ? 0 : next });
    });
    const server = await startLocalServer(async (request, response) => {
      const url = new URL(request.url ?? '/', csw.url);
      if (url.searchParams.get('request') === 'GetRecordById') {
        const found = now().find(({ identifier }) => identifier === url.searchParams.get('id'));
        return void response.end(
          `<csw:GetRecordByIdResponse xmlns:csw="http://www.opengis.net/cat/csw/2.0.2">${found ? isoDocument(found) : ''}</csw:GetRecordByIdResponse>`,
        );
      }
      const { method = 'GET', text } = request;
      const answer = await fetch(url, { method, ...(method === 'POST' ? { body: text } : {}) });
      response.end((await answer.text()).replaceAll(csw.url, server.url));
    });
    closing.push(csw);
    const harvest = await open('csw', server);
    await harvest.harvester.harvest('test');
    changesAfter = way.pages;
    const run = await harvest.harvester.harvest('test');
    const { unchanged } = way;
    expect(run).toMatchObject({ state: 'succeeded', counts: { created: 1, unchanged, withdrawn: 0 } });
    expect(await harvest.problems(run)).toMatchObject([
      way.rounds ? { code: 'record-slipped', identifier: 'record-0021' } : { code: 'listing-moved' },
    ]);
    // What went after it was listed is gone from the next list, and the source has it no more.
    const next = await harvest.harvester.harvest('test');
    expect(next.counts).toMatchObject({ unchanged: 35, withdrawn: 1, problems: 0 });
    expect(await harvest.live()).not.toContain('record-0001');
    expect(await harvest.live()).toContain('record-0021');
  },
);

describe('numbers that lie', () => {
  const all = sampleRecords(25).map(isoDocument);
  it.each<[string, (start: number) => number | undefined]>([
    ['0', () => 0],
    ['absent', () => undefined],
    ['larger than the total', () => 1000],
  ])('nextRecord %s in the middle: nothing is lost', async (_name, next) => {
    const server = await startCsw(({ start, size }) => {
      const told = next(start);
      const numbers = { matched: 25, ...(told === undefined ? {} : { next: told }) };
      return cswPage(all.slice(start - 1, start - 1 + size), numbers);
    });
    const harvest = await open('csw', server);
    expect((await harvest.harvester.harvest('test')).counts).toMatchObject({ created: 25, problems: 0 });
  });

  it.each([
    ['far more than there are: a gap is told, nothing is withdrawn', 500, ['listing-incomplete']],
    ['fewer than there are: nothing is lost', 5, []],
  ])('numberOfRecordsMatched tells %s', async (_name, matched, codes) => {
    const server = await startCsw(({ start, size }) =>
      cswPage(all.slice(start - 1, start - 1 + size), { matched, next: start + size }),
    );
    const harvest = await open('csw', server);
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ state: 'succeeded', counts: { created: 25, withdrawn: 0 } });
    expect(await codesOf(harvest, run)).toEqual(codes);
  });
});

describe('pages that lie', () => {
  it('a token that repeats for ever ends the run in words, with what it brought', async () => {
    let pages = 0;
    const server = await startOai(() => {
      pages += 1;
      return `<ListRecords>${dated(5).map(oaiRecord).join('')}<resumptionToken>again</resumptionToken></ListRecords>`;
    });
    const harvest = await open('oai-pmh', server);
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ state: 'failed', message: /repeats/, counts: { created: 5, withdrawn: 0 } });
    expect(pages).toBeLessThan(5);
  });

  it('tokens that are ever new but bring nothing new end it, too', async () => {
    let pages = 0;
    const server = await startOai(() => {
      pages += 1;
      return `<ListRecords>${dated(5).map(oaiRecord).join('')}<resumptionToken>${pages}</resumptionToken></ListRecords>`;
    });
    const harvest = await open('oai-pmh', server);
    expect(await harvest.harvester.harvest('test')).toMatchObject({ state: 'failed', message: /circles/ });
    expect(pages).toBeLessThan(100);
  });

  it('an empty page in the middle: what stands behind it comes, and nothing is withdrawn', async () => {
    const all = sampleRecords(30).map(isoDocument);
    let hole = false;
    const server = await startCsw(({ start, size }) =>
      cswPage(hole && start === 10 ? [] : all.slice(start - 1, start - 1 + size), {
        matched: 30,
        next: start + size,
      }),
    );
    const harvest = await open('csw', server);
    await harvest.harvester.harvest('test');
    hole = true;
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ state: 'succeeded', counts: { unchanged: 21, withdrawn: 0 } });
    expect(await codesOf(harvest, run)).toEqual(['listing-incomplete']);
  });

  it('a page size that is capped without a word costs requests, no records', async () => {
    const all = sampleRecords(25);
    const server = await startCsw(({ start, size }) => {
      const shown = all.slice(start - 1, start - 1 + Math.min(size, 4));
      return cswPage(shown.map(isoDocument), { matched: 25, next: start + size });
    });
    const harvest = await open('csw', server);
    expect((await harvest.harvester.harvest('test')).counts).toMatchObject({ created: 25, problems: 0 });
  });

  it('the same record on two pages is one record, and no problem', async () => {
    const all = dated(25);
    const server = await honestOai(() => [...all.slice(0, 12), ...all.slice(8)], { deletedRecord: 'no' });
    const harvest = await open('oai-pmh', server);
    const run = await harvest.harvester.harvest('test');
    expect(run.counts).toMatchObject({ listed: 29, created: 25, refused: 0, problems: 0 });
  });

  it('two records with one identifier: the first stays, the second is told', async () => {
    const all = [...sampleRecords(12), { identifier: 'record-0003', title: 'Another' }];
    const server = await honestCsw(() => all);
    const harvest = await open('csw', server);
    const run = await harvest.harvester.harvest('test');
    expect(run.counts).toMatchObject({ created: 12, refused: 1 });
    expect(await codesOf(harvest, run)).toEqual(['duplicate-identifier']);
  });
});
