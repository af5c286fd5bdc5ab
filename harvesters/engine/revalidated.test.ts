import { afterEach, describe, expect, it } from 'vitest';
import type { LocalServer } from '#runtime/fetching/testing';
import { plainInterpreter } from '../index.ts';
import {
  honestDcat,
  honestErddap,
  honestFolder,
  honestStacStatic,
  honestThredds,
  openTestHarvest,
  revalidating,
  type SampleRecord,
  sampleRecords,
} from '../testing/index.ts';
import type { HarvestSource } from '../types.ts';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const open of closing.splice(0)) await open.close();
});

type Way = {
  source: Pick<HarvestSource, 'protocol'> & Partial<HarvestSource>;
  path: string;
  serve: (records: () => readonly SampleRecord[]) => Promise<LocalServer>;
  /** What is sent each time all the same: lists that tell what is to be asked for. */
  always?: RegExp;
  /** Paths of what changes with one record. */
  changes: (path: string) => boolean;
};

const isOf = (name: string) => (path: string) => path.includes(name);
const ways: Record<string, Way> = {
  'a web-accessible folder with its index pages': {
    source: { protocol: 'folder' },
    path: '/',
    serve: honestFolder,
    changes: isOf('record-0003'),
  },
  'a DCAT catalogue in pages': {
    source: { protocol: 'dcat' },
    path: '/catalogue.ttl',
    serve: honestDcat,
    changes: (path) => path === '/catalogue.ttl',
  },
  'an ERDDAP': {
    source: { protocol: 'erddap' },
    path: '/erddap/index.html',
    serve: honestErddap,
    always: /allDatasets/,
    changes: isOf('record-0003'),
  },
  'a static STAC catalogue': {
    source: { protocol: 'stac' },
    path: '/catalog.json',
    serve: honestStacStatic,
    changes: isOf('record-0003'),
  },
  'a THREDDS that describes its datasets in ISO 19139': {
    source: { protocol: 'thredds' },
    path: '/thredds/catalog.xml',
    serve: (records) => honestThredds(records, { iso: true }),
    always: /catalog\.xml$/,
    changes: isOf('record-0003'),
  },
  'a THREDDS that tells the headers of its files in NcML': {
    source: { protocol: 'thredds' },
    path: '/thredds/catalog.xml',
    serve: (records) => honestThredds(records, { header: 'ncml' }),
    always: /catalog\.xml$/,
    changes: isOf('record-0003'),
  },
  'a THREDDS that tells the headers of its files by OPeNDAP': {
    source: { protocol: 'thredds' },
    path: '/thredds/catalog.xml',
    serve: (records) => honestThredds(records, { header: 'das' }),
    always: /catalog\.xml$/,
    changes: isOf('record-0003'),
  },
  'a THREDDS whose catalogues alone are read': {
    source: { protocol: 'thredds', options: { iso: 'no', header: 'no' } },
    path: '/thredds/catalog.xml',
    serve: honestThredds,
    changes: (path) => path === '/thredds/catalog.xml',
  },
};

const title = (record: SampleRecord, now: string) =>
  record.identifier === 'record-0003' ? { ...record, title: now } : record;

describe.each(Object.entries(ways))('%s', (_name, { source, path, serve, always, changes }) => {
  async function open() {
    const list = { records: sampleRecords(24), readers: 'one' };
    const server = await revalidating(await serve(() => list.records));
    const harvest = openTestHarvest({ ports: { interpreterOf: () => plainInterpreter(list.readers) } });
    closing.push(server, harvest);
    await harvest.source({ url: server.url + path, ...source });
    /** What was sent in full, of what can be asked for on condition. */
    const sent = () =>
      server
        .answered()
        .filter((one) => one.status === 200 && !always?.test(one.path) && one.path !== '/robots.txt');
    return { list, server, harvest, harvester: harvest.harvester, sent };
  }

  it('is sent once: while nothing changes, no byte of it is sent again', async () => {
    const { harvest, harvester, server, sent } = await open();
    expect((await harvester.harvest('test')).counts).toMatchObject({ created: 24, refused: 0 });
    const all = sent().length;
    for (const _run of [1, 2]) {
      const again = await harvester.harvest('test');
      expect(again).toMatchObject({ state: 'succeeded', complete: true });
      expect(again.counts).toMatchObject({ listed: 24, unchanged: 24, withdrawn: 0, problems: 0 });
      const answers = server
        .answered()
        .filter((one) => !always?.test(one.path) && one.path !== '/robots.txt');
      expect(answers.filter(({ status }) => status === 200)).toEqual([]);
      expect(answers.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(0);
      expect(answers.filter(({ status }) => status === 304).length).toBeGreaterThanOrEqual(all);
    }
    expect(await harvest.live()).toHaveLength(24);
  });

  it('is sent again where it changed, and all that came or went is told', async () => {
    const { list, harvest, harvester, sent } = await open();
    await harvester.harvest('test');
    sent();
    list.records = list.records.map((record) => title(record, 'Another'));
    expect((await harvester.harvest('test')).counts).toMatchObject({
      updated: 1,
      unchanged: 23,
      withdrawn: 0,
    });
    const changed = sent().map((one) => one.path);
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.filter((one) => !changes(one))).toEqual([]);
    list.records = [...list.records.slice(0, 22), ...sampleRecords(2, 100)];
    expect((await harvester.harvest('test')).counts).toMatchObject({
      created: 2,
      unchanged: 22,
      withdrawn: 2,
    });
    expect((await harvester.harvest('test')).counts).toMatchObject({ unchanged: 24, withdrawn: 0 });
    expect(sent().length).toBeGreaterThan(0);
    await harvester.harvest('test');
    expect(sent()).toEqual([]);
    expect(await harvest.live()).toHaveLength(24);
  });

  it('is sent again by a full run, and where readers changed', async () => {
    const { list, harvester, sent } = await open();
    await harvester.harvest('test');
    const all = sent().length;
    expect((await harvester.harvest('test', { full: true })).counts).toMatchObject({ unchanged: 24 });
    expect(sent().length).toBe(all);
    list.readers = 'two';
    expect((await harvester.harvest('test')).counts).toMatchObject({ updated: 24 });
    expect(sent().length).toBeGreaterThanOrEqual(24 > all ? all - 2 : 24);
    expect((await harvester.harvest('test')).counts).toMatchObject({ unchanged: 24, updated: 0 });
    expect(sent()).toEqual([]);
  });
});

it('a catalogue of THREDDS is read again where other options ask its services', async () => {
  const records = sampleRecords(6);
  const server = await revalidating(await honestThredds(() => records, { iso: true }));
  const harvest = openTestHarvest();
  closing.push(server, harvest);
  const url = `${server.url}/thredds/catalog.xml`;
  await harvest.source({ protocol: 'thredds', url, options: { iso: 'no', header: 'no' } });
  await harvest.harvester.harvest('test');
  await harvest.source({ protocol: 'thredds', url });
  expect((await harvest.harvester.harvest('test')).counts).toMatchObject({ updated: 6, unchanged: 0 });
});
