import { afterEach, describe, expect, it } from 'vitest';
import {
  honestCkan,
  honestCsw,
  honestDatacite,
  honestDcat,
  honestGeonetwork,
  honestOai,
  honestOgcRecords,
  honestStacApi,
  openTestHarvest,
  type SampleRecord,
  sampleRecords,
  type TestHarvest,
} from '../../harvesters/testing/index.ts';
import type { LocalServer } from '../../runtime/fetching/testing/index.ts';

/** Lists that change between two pages: records are removed and inserted under the hands of whoever reads. */
const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const open of closing.splice(0)) await open.close();
});

type Protocol = 'csw' | 'ogc-records' | 'stac' | 'ckan' | 'datacite' | 'geonetwork' | 'oai-pmh' | 'dcat';
type Way = {
  protocol: Protocol;
  serve: (records: () => readonly SampleRecord[]) => Promise<LocalServer>;
  options?: Record<string, string>;
  path?: string;
  identify?: (identifier: string) => string;
  /** Whether a request is for a page of the list. */
  isPage: RegExp;
  /** What is told where one record goes and one comes. */
  told?: string;
  /** Nobody can tell where a page begins: what is new and passed over comes with the next harvest. */
  isOpaque?: boolean;
};

const ways: Record<string, Way> = {
  CSW: {
    protocol: 'csw',
    serve: honestCsw,
    options: { pageSize: '10' },
    path: '/csw',
    isPage: /^\/csw$/,
    told: 'listing-moved',
  },
  'OGC API - Records': {
    protocol: 'ogc-records',
    serve: honestOgcRecords,
    options: { pageSize: '10' },
    isPage: /items\?/,
    told: 'listing-moved',
  },
  'STAC by offset': {
    protocol: 'stac',
    serve: (records) => honestStacApi(records, 10, 'offset'),
    isPage: /^\/collections(\?|$)/,
    told: 'listing-moved',
  },
  'STAC by token': {
    protocol: 'stac',
    serve: (records) => honestStacApi(records, 10),
    isPage: /^\/collections(\?|$)/,
    told: 'record-slipped',
    isOpaque: true,
  },
  CKAN: {
    protocol: 'ckan',
    serve: honestCkan,
    options: { pageSize: '10' },
    isPage: /package_search/,
    told: 'listing-moved',
  },
  DataCite: {
    protocol: 'datacite',
    serve: honestDatacite,
    options: { prefix: '10.5072', pageSize: '10' },
    identify: (identifier) => `10.5072/${identifier}`,
    isPage: /dois/,
    told: 'record-slipped',
    isOpaque: true,
  },
  'DCAT in pages': {
    protocol: 'dcat',
    serve: (records) => honestDcat(records, 10),
    isPage: /./,
    told: 'record-slipped',
    isOpaque: true,
  },
  GeoNetwork: {
    protocol: 'geonetwork',
    serve: honestGeonetwork,
    options: { pageSize: '10' },
    path: '/geonetwork',
    isPage: /_search/,
  },
  'OAI-PMH': {
    protocol: 'oai-pmh',
    serve: (records) =>
      honestOai(() => records().map((record) => ({ ...record, datestamp: '2024-01-01T00:00:00Z' })), {
        deletedRecord: 'no',
      }),
    identify: (identifier) => `oai:example.org:${identifier}`,
    isPage: /ListRecords|resumptionToken/,
    told: 'record-slipped',
    isOpaque: true,
  },
};

/** A list that changes once so many of its pages were asked for. */
async function open(way: Way, before: SampleRecord[], after: SampleRecord[]) {
  const { protocol, options = {}, path = '', isPage, identify = (name: string) => name } = way;
  const state = { changesAfter: Number.POSITIVE_INFINITY, from: 0 };
  const asked = () => server.requests.slice(state.from).filter(({ path: one }) => isPage.test(one)).length;
  const server: LocalServer = await way.serve(() => (asked() > state.changesAfter ? after : before));
  const harvest: TestHarvest = openTestHarvest();
  closing.push(server, harvest);
  await harvest.source({
    protocol,
    url: server.url + path,
    options,
    policy: { mostGone: 1, mostChanged: 1, graceDays: 0 },
  });
  return {
    harvest,
    /** From the next harvest on, the list changes behind so many pages. */
    changeAfter(pages: number) {
      state.from = server.requests.length;
      state.changesAfter = pages;
    },
    names: (records: readonly SampleRecord[]) => records.map(({ identifier }) => identify(identifier)).sort(),
  };
}

const all = sampleRecords(45);
const newcomers = sampleRecords(3, 900);
const isIn = (some: readonly SampleRecord[]) => (record: SampleRecord) => some.includes(record);
/** New in front in the order of the list, whatever it is sorted by. */
const early: SampleRecord[] = [{ identifier: 'a-first', title: 'A' }];

const changes: [string, SampleRecord[]][] = [
  ['one record goes from in front', all.slice(1)],
  ['a page of records goes from in front', all.slice(13)],
  ['more than a page goes, so that the list ends in front of where it is read', all.slice(25)],
  ['one comes in front', [...early, ...all]],
  ['one goes and one comes, so that no count tells', [...all.slice(1), ...newcomers.slice(0, 1)]],
  ['the last record that was read goes', all.filter((_record, index) => index !== 19 && index !== 20)],
];

describe.each(Object.entries(ways))('%s', (_name, way) => {
  it.each(changes)('while it is read, %s: nothing that is there is withdrawn', async (_change, after) => {
    const { harvest, changeAfter, names } = await open(way, all, after);
    await harvest.harvester.harvest('test');
    changeAfter(2);
    const during = await harvest.harvester.harvest('test', { full: true });
    expect(during).toMatchObject({ state: 'succeeded', counts: { refused: 0 } });
    const stays = all.filter(isIn(after));
    expect(await harvest.live()).toEqual(expect.arrayContaining(names(stays)));
    // The next one finds the list at rest, and the two are alike.
    const next = await harvest.harvester.harvest('test', { full: true });
    expect(next).toMatchObject({ state: 'succeeded', counts: { refused: 0 } });
    expect(await harvest.live()).toEqual(names(after));
  });

  it('says so where one goes and one comes', async () => {
    const { harvest, changeAfter } = await open(way, all, [...all.slice(1), ...newcomers.slice(0, 1)]);
    await harvest.harvester.harvest('test');
    changeAfter(2);
    const problems = await harvest.problems(await harvest.harvester.harvest('test', { full: true }));
    expect(problems.map(({ code }) => code)).toEqual(way.told === undefined ? [] : [way.told]);
  });
});

const numbered = Object.entries(ways).filter(([_name, { isOpaque = false }]) => !isOpaque);

describe.each(numbered)('%s', (_name, way) => {
  it.each(changes)(
    'at the first harvest, while it is read, %s: nothing that is there is passed over',
    async (_change, after) => {
      const { harvest, changeAfter, names } = await open(way, all, after);
      changeAfter(2);
      expect(await harvest.harvester.harvest('test')).toMatchObject({ state: 'succeeded' });
      const stays = all.filter(isIn(after));
      expect(await harvest.live()).toEqual(expect.arrayContaining(names(stays)));
    },
  );
});
