import { afterEach, describe, expect, it } from 'vitest';
import {
  honestOai,
  type OaiSample,
  oaiEnvelope,
  oaiRecord,
  openTestHarvest,
  sampleRecords,
  startOai,
  type TestHarvest,
} from '../testing/index.ts';
import { choosePrefix } from './repository.ts';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const open of closing.splice(0)) await open.close();
});

const dated = (count: number, datestamp = '2024-01-01T00:00:00Z', from = 1): OaiSample[] =>
  sampleRecords(count, from).map((record) => ({ ...record, datestamp }));

async function open(
  server: Promise<{ url: string; close(): Promise<void> }>,
  options: Record<string, string> = {},
): Promise<TestHarvest> {
  const [served, harvest] = [await server, openTestHarvest()];
  closing.push(served, harvest);
  await harvest.source({ protocol: 'oai-pmh', url: served.url, options });
  return harvest;
}

describe('incremental harvests', () => {
  it('ask from an hour before the last answer on, since records show late, and take deletions from headers alone', async () => {
    let records = dated(12);
    const server = await honestOai(() => records, { responseDate: () => '2024-06-01T12:30:00Z' });
    const harvest = await open(Promise.resolve(server));
    await harvest.harvester.harvest('test');
    server.requests.length = 0;

    records = [
      ...records.slice(2),
      { identifier: 'record-0001', title: '', datestamp: '2024-07-01T00:00:00Z', deleted: true },
      { identifier: 'record-0002', title: 'New title', datestamp: '2024-07-01T00:00:00Z' },
      ...dated(1, '2024-07-02T00:00:00Z', 100),
    ];
    const second = await harvest.harvester.harvest('test');
    expect(second).toMatchObject({
      state: 'succeeded',
      counts: { listed: 3, created: 1, updated: 1, withdrawn: 1 },
    });
    expect(server.requests.map(({ path }) => path)).toContainEqual(
      expect.stringContaining('from=2024-06-01T11%3A30%3A00Z'),
    );
    expect((await harvest.live()).length).toBe(12);
  });

  it('find nothing new where the repository says noRecordsMatch', async () => {
    const records = dated(3);
    const harvest = await open(honestOai(() => records, { responseDate: () => '2024-06-01T12:30:00Z' }));
    await harvest.harvester.harvest('test');
    const second = await harvest.harvester.harvest('test');
    expect(second).toMatchObject({ state: 'succeeded', counts: { listed: 0, withdrawn: 0, problems: 0 } });
  });

  it('keep to the day where the repository knows only days', async () => {
    const server = await honestOai(() => dated(3), { granularity: 'YYYY-MM-DD' });
    const harvest = await open(Promise.resolve(server));
    await harvest.harvester.harvest('test');
    await harvest.harvester.harvest('test');
    expect(server.requests.at(-1)?.path).toContain('from=2024-05-31');
    expect(server.requests.at(-1)?.path).not.toContain('T00');
  });

  it('list everything again once the question changed', async () => {
    const server = await honestOai(() => dated(3));
    const harvest = await open(Promise.resolve(server));
    await harvest.harvester.harvest('test');
    await harvest.source({ protocol: 'oai-pmh', url: server.url, options: { set: 'argo' } });
    await harvest.harvester.harvest('test');
    expect(server.requests.at(-1)?.path).toMatch(/set=argo/);
    expect(server.requests.at(-1)?.path).not.toMatch(/from=/);
  });
});

describe('resumption tokens', () => {
  it('that are empty end the list', async () => {
    const harvest = await open(honestOai(() => dated(25), { pageSize: 10 }));
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ state: 'succeeded', counts: { created: 25, problems: 0 } });
  });

  it('that repeat for ever end the run in words, with everything kept', async () => {
    const records = dated(2).map(oaiRecord).join('');
    const server = await startOai(
      () => `<ListRecords>${records}<resumptionToken>again</resumptionToken></ListRecords>`,
    );
    const harvest = await open(Promise.resolve(server));
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ state: 'failed', message: /repeats the resumption token "again"/ });
    expect((await harvest.live()).length).toBe(2);
    expect(server.requests.length).toBeLessThan(6);
  });

  it('that are ever new but bring nothing new end the run, too', async () => {
    const records = dated(2).map(oaiRecord).join('');
    let number = 0;
    const server = await startOai(() => {
      number += 1;
      return `<ListRecords>${records}<resumptionToken>t${number}</resumptionToken></ListRecords>`;
    });
    const harvest = await open(Promise.resolve(server));
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ state: 'failed', message: /goes round in circles/ });
    expect(server.requests.length).toBeLessThan(70);
  });

  it('that expire once cost one restart, twice the run', async () => {
    let expired = 0;
    const records = dated(25);
    const page = (start: number) =>
      `<ListRecords>${records
        .slice(start, start + 10)
        .map(oaiRecord)
        .join('')}${start + 10 < 25 ? `<resumptionToken>${start + 10}</resumptionToken>` : ''}</ListRecords>`;
    const harvest = await open(
      startOai((given) => {
        const start = Number(given.get('resumptionToken') ?? 0);
        if (start === 20 && expired < 1) {
          expired += 1;
          return '<error code="badResumptionToken">expired</error>';
        }
        return page(start);
      }),
    );
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ state: 'succeeded', counts: { created: 25, problems: 0 } });
    expired = -1;
    const again = await harvest.harvester.harvest('test', { full: true });
    expect(again).toMatchObject({ state: 'failed', message: /badResumptionToken/ });
    expect((await harvest.live()).length).toBe(25);
  });
});

describe('errors', () => {
  it('are understood with status 422', async () => {
    const harvest = await open(
      startOai((_given, response) => {
        response.writeHead(422);
        return '<error code="noRecordsMatch"/>';
      }),
    );
    expect(await harvest.harvester.harvest('test')).toMatchObject({
      state: 'succeeded',
      counts: { listed: 0 },
    });
  });

  it('as an HTML page with status 200 end the run in words', async () => {
    const harvest = await open(
      startOai((_given, response) => {
        response.writeHead(200, { 'content-type': 'text/xml' });
        response.end('<!DOCTYPE html><html><body>Down for maintenance</body></html>');
        return '';
      }),
    );
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ state: 'failed', message: /HTML page/ });
    expect(await harvest.problems(run)).toMatchObject([{ code: 'run-failed', severity: 'error' }]);
  });

  it('of a page cut off on its way are not taken for the end of the list', async () => {
    const whole = oaiEnvelope(`<ListRecords>${dated(12).map(oaiRecord).join('')}</ListRecords>`);
    let cut = false;
    const harvest = await open(
      startOai((_given, response) => {
        response.end(cut ? whole.slice(0, whole.length / 2) : whole);
        return '';
      }),
    );
    await harvest.harvester.harvest('test');
    cut = true;
    const run = await harvest.harvester.harvest('test', { full: true });
    expect(run).toMatchObject({ state: 'failed', message: /cut off/ });
    expect((await harvest.live()).length).toBe(12);
  });
});

it('loses no neighbour to a record that is not well-formed, and keeps what it had of it', async () => {
  const [one, two, three] = dated(3);
  if (!one || !two || !three) throw new Error('three records');
  let broken = false;
  const harvest = await open(
    startOai(() => {
      const middle = broken ? oaiRecord(two).replace('</gmd:abstract>', '</gmd:abstrakt>') : oaiRecord(two);
      const last = oaiRecord(broken ? { ...three, title: 'New' } : three);
      return `<ListRecords>${oaiRecord(one)}${middle}${last}</ListRecords>`;
    }),
  );
  await harvest.harvester.harvest('test');
  broken = true;
  const run = await harvest.harvester.harvest('test', { full: true });
  expect(run).toMatchObject({
    state: 'succeeded',
    counts: { unchanged: 1, updated: 1, refused: 1, withdrawn: 0 },
  });
  expect(await harvest.problems(run)).toMatchObject([
    { code: 'not-well-formed', identifier: 'oai:example.org:record-0002' },
  ]);
  expect((await harvest.live()).length).toBe(3);
});

it('says which record has a header but no metadata', async () => {
  const bare =
    '<record><header><identifier>oai:a</identifier><datestamp>2024-01-01</datestamp></header></record>';
  const harvest = await open(
    startOai(() => `<ListRecords>${bare}${oaiRecord(dated(1)[0] as OaiSample)}</ListRecords>`),
  );
  const run = await harvest.harvester.harvest('test');
  expect(run).toMatchObject({ state: 'succeeded', counts: { created: 1, refused: 1 } });
  expect(await harvest.problems(run)).toMatchObject([{ code: 'metadata-missing', identifier: 'oai:a' }]);
});

it.each([
  [
    [
      ['oai_dc', 'http://www.openarchives.org/OAI/2.0/oai_dc/'],
      ['gmd', 'http://www.isotc211.org/2005/gmd'],
    ],
    'gmd',
  ],
  [
    [
      ['iso19139', 'http://www.isotc211.org/2005/gmd'],
      ['m', 'http://standards.iso.org/iso/19115/-3/mdb/2.0'],
    ],
    'm',
  ],
  [
    [
      ['oai_dc', ''],
      ['oai_datacite', 'http://schema.datacite.org/oai/oai-1.1/'],
    ],
    'oai_datacite',
  ],
  [[], 'oai_dc'],
])('of the formats %j the best is %s', (offered, best) => {
  expect(choosePrefix(offered.map(([prefix = '', namespace = '']) => ({ prefix, namespace })))).toBe(best);
});

it('gets on with a repository that wants the prefix with the token and ends with the token "0"', async () => {
  const records = dated(25);
  const harvest = await open(
    startOai((given) => {
      if (!given.has('metadataPrefix')) return '<error code="badArgument">Missing metadataPrefix</error>';
      const start = Number(given.get('resumptionToken') ?? 0);
      const next = start + 10 < records.length ? start + 10 : 0;
      const shown = records
        .slice(start, start + 10)
        .map(oaiRecord)
        .join('');
      return `<ListRecords>${shown}<resumptionToken completeListSize="25">${next}</resumptionToken></ListRecords>`;
    }),
  );
  const run = await harvest.harvester.harvest('test');
  expect(run).toMatchObject({ state: 'succeeded', counts: { listed: 25, created: 25, problems: 0 } });
});
