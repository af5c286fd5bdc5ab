import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  honestCkan,
  honestCsw,
  honestDatacite,
  honestDcat,
  honestErddap,
  honestFolder,
  honestGeonetwork,
  honestOai,
  honestOgcRecords,
  honestSite,
  honestSparql,
  honestStacApi,
  honestStacStatic,
  honestThredds,
  isoDocument,
  openTestHarvest,
  type SampleRecord,
  sampleRecords,
  type TestHarvest,
} from '../testing/index.ts';
import type { HarvestSource } from '../types.ts';

/** A source over a list of records that the test changes as it likes. */
type Served = {
  source: Pick<HarvestSource, 'protocol' | 'url'> & Partial<HarvestSource>;
  /** Upstream identifier of a record. */
  identify: (record: SampleRecord) => string;
  /** Called after the list was changed. */
  changed?: () => Promise<void>;
  close: () => Promise<void>;
};

const suites: Record<string, (records: () => SampleRecord[]) => Promise<Served>> = {
  csw: async (records) => {
    const server = await honestCsw(records);
    return {
      source: { protocol: 'csw', url: `${server.url}/csw`, options: { pageSize: '8' } },
      identify: ({ identifier }) => identifier,
      close: server.close,
    };
  },
  'CSW 3.0.0': async (records) => {
    const server = await honestCsw(records, '3.0');
    return {
      source: { protocol: 'csw', url: `${server.url}/csw`, options: { pageSize: '8' } },
      identify: ({ identifier }) => identifier,
      close: server.close,
    };
  },
  'oai-pmh': async (records) => {
    const server = await honestOai(
      () => records().map((record) => ({ ...record, datestamp: '2024-01-01T00:00:00Z' })),
      { deletedRecord: 'no' },
    );
    return {
      source: { protocol: 'oai-pmh', url: server.url },
      identify: ({ identifier }) => `oai:example.org:${identifier}`,
      close: server.close,
    };
  },
  'ogc-records': async (records) => {
    const server = await honestOgcRecords(records);
    return {
      source: { protocol: 'ogc-records', url: server.url, options: { pageSize: '8' } },
      identify: ({ identifier }) => identifier,
      close: server.close,
    };
  },
  'STAC API': async (records) => {
    const server = await honestStacApi(records);
    return {
      source: { protocol: 'stac', url: server.url },
      identify: ({ identifier }) => identifier,
      close: server.close,
    };
  },
  'static STAC catalogue': async (records) => {
    const server = await honestStacStatic(records);
    return {
      source: { protocol: 'stac', url: `${server.url}/catalog.json` },
      identify: ({ identifier }) => identifier,
      close: server.close,
    };
  },
  ckan: async (records) => {
    const server = await honestCkan(records);
    return {
      source: { protocol: 'ckan', url: server.url, options: { pageSize: '8' } },
      identify: ({ identifier }) => identifier,
      close: server.close,
    };
  },
  datacite: async (records) => {
    const server = await honestDatacite(records);
    return {
      source: { protocol: 'datacite', url: server.url, options: { prefix: '10.5072', pageSize: '8' } },
      identify: ({ identifier }) => `10.5072/${identifier}`,
      close: server.close,
    };
  },
  erddap: async (records) => {
    const server = await honestErddap(records);
    return {
      source: { protocol: 'erddap', url: `${server.url}/erddap/index.html` },
      identify: ({ identifier }) => identifier,
      close: server.close,
    };
  },
  thredds: async (records) => {
    const server = await honestThredds(records);
    return {
      source: { protocol: 'thredds', url: `${server.url}/thredds/catalog.html` },
      identify: ({ identifier }) => identifier,
      close: server.close,
    };
  },
  'thredds with ISO': async (records) => {
    const server = await honestThredds(records, { iso: true });
    return {
      source: { protocol: 'thredds', url: `${server.url}/thredds` },
      identify: ({ identifier }) => identifier,
      close: server.close,
    };
  },
  'thredds with NcML': async (records) => {
    const server = await honestThredds(records, { header: 'ncml' });
    return {
      source: { protocol: 'thredds', url: `${server.url}/thredds` },
      identify: ({ identifier }) => identifier,
      close: server.close,
    };
  },
  'thredds with DAS': async (records) => {
    const server = await honestThredds(records, { header: 'das' });
    return {
      source: { protocol: 'thredds', url: `${server.url}/thredds` },
      identify: ({ identifier }) => identifier,
      close: server.close,
    };
  },
  geonetwork: async (records) => {
    const server = await honestGeonetwork(records);
    return {
      source: { protocol: 'geonetwork', url: `${server.url}/geonetwork`, options: { pageSize: '8' } },
      identify: ({ identifier }) => identifier,
      close: server.close,
    };
  },
  sitemap: async (records) => {
    const server = await honestSite(records);
    return {
      source: { protocol: 'sitemap', url: server.url },
      identify: ({ identifier }) => `https://data.example.org/${identifier}`,
      close: server.close,
    };
  },
  dcat: async (records) => {
    const server = await honestDcat(records);
    return {
      source: { protocol: 'dcat', url: `${server.url}/catalogue.ttl` },
      identify: ({ identifier }) => identifier,
      close: server.close,
    };
  },
  sparql: async (records) => {
    const server = await honestSparql(records);
    return {
      source: { protocol: 'sparql', url: `${server.url}/sparql`, options: { pageSize: '8' } },
      identify: ({ identifier }) => `https://data.example.org/${identifier}`,
      close: server.close,
    };
  },
  'web-accessible folder': async (records) => {
    const server = await honestFolder(records);
    return {
      source: { protocol: 'folder', url: server.url },
      identify: ({ identifier }) => identifier,
      close: server.close,
    };
  },
  'local folder': async (records) => {
    const path = await mkdtemp(join(tmpdir(), 'folder-'));
    const write = async () => {
      await rm(path, { recursive: true });
      await mkdir(join(path, 'below'), { recursive: true });
      for (const [index, record] of records().entries())
        await writeFile(
          join(path, index % 2 ? 'below' : '.', `${record.identifier}.xml`),
          isoDocument(record),
        );
    };
    await write();
    return {
      source: { protocol: 'folder', url: path },
      identify: ({ identifier }) => identifier,
      changed: write,
      close: () => rm(path, { recursive: true }),
    };
  },
  'archive of data files': async (records) => {
    const path = await mkdtemp(join(tmpdir(), 'archive-'));
    const folderOf = (identifier: string) => (Number(identifier.at(-1)) % 2 ? 'below' : '');
    const write = async () => {
      await rm(path, { recursive: true });
      await mkdir(join(path, 'below'), { recursive: true });
      for (const { identifier, title } of records())
        await writeFile(
          join(path, folderOf(identifier), `${identifier}.csv`),
          `# title: ${title}\ntime,latitude,longitude,temperature [degC]\n2021-03-04T05:06:07Z,48,-5,12\n`,
        );
    };
    await write();
    return {
      source: { protocol: 'archive', url: path, options: { series: '{name}.csv; below/{name}.csv' } },
      identify: ({ identifier }) => join(folderOf(identifier), `${identifier}.csv`),
      changed: write,
      close: () => rm(path, { recursive: true }),
    };
  },
  spreadsheet: async (records) => {
    const path = await mkdtemp(join(tmpdir(), 'spreadsheet-'));
    const write = () =>
      writeFile(
        join(path, 'datasets.csv'),
        ['identifier;title', ...records().map(({ identifier, title }) => `${identifier};${title}`)].join(
          '\n',
        ),
      );
    await write();
    return {
      source: { protocol: 'spreadsheet', url: join(path, 'datasets.csv') },
      identify: ({ identifier }) => identifier,
      changed: write,
      close: () => rm(path, { recursive: true }),
    };
  },
};

describe.each(Object.entries(suites))('the contract of harvest protocols: %s', (_name, serve) => {
  let open: TestHarvest;
  let served: Served;
  afterEach(async () => {
    await open.close();
    await served.close();
  });

  async function start(list: { records: SampleRecord[] }) {
    open = openTestHarvest();
    served = await serve(() => list.records);
    await open.source(served.source);
    return open.harvester;
  }

  it('creates all, finds all unchanged, then sees exactly what changed, came and went', async () => {
    const list = { records: sampleRecords(30) };
    const harvester = await start(list);
    const first = await harvester.harvest('test');
    expect(first).toMatchObject({ state: 'succeeded', counts: { listed: 30, created: 30, refused: 0 } });
    expect(await open.live()).toEqual(list.records.map(served.identify).sort());

    const second = await harvester.harvest('test', { full: true });
    expect(second).toMatchObject({
      state: 'succeeded',
      counts: { created: 0, updated: 0, unchanged: 30, withdrawn: 0, refused: 0 },
    });

    list.records = [
      ...list.records.slice(2).map((record, index) => (index < 3 ? { ...record, title: 'New' } : record)),
      ...sampleRecords(4, 100),
    ];
    await served.changed?.();
    const third = await harvester.harvest('test', { full: true });
    expect(third).toMatchObject({
      state: 'succeeded',
      counts: { created: 4, updated: 3, unchanged: 25, withdrawn: 2 },
    });
    expect(await open.live()).toEqual(list.records.map(served.identify).sort());
  });

  it('holds the run when too much is gone, and withdraws it when told to', async () => {
    const list = { records: sampleRecords(30) };
    const harvester = await start(list);
    await harvester.harvest('test');
    list.records = list.records.slice(0, 20);
    await served.changed?.();
    const held = await harvester.harvest('test', { full: true });
    expect(held).toMatchObject({ state: 'held', counts: { withdrawn: 0 }, message: /10 of 30 records/ });
    expect((await open.live()).length).toBe(30);
    const forced = await harvester.harvest('test', { full: true, force: true });
    expect(forced).toMatchObject({ state: 'succeeded', counts: { withdrawn: 10 } });
    expect((await open.live()).length).toBe(20);
  });

  it('shows the difference in a dry run and stores nothing', async () => {
    const list = { records: sampleRecords(10) };
    const harvester = await start(list);
    const dry = await harvester.harvest('test', { dryRun: true });
    expect(dry).toMatchObject({ state: 'succeeded', dryRun: true, counts: { created: 10 } });
    expect(await open.live()).toEqual([]);
    await harvester.harvest('test');
    list.records = [...list.records.slice(1), ...sampleRecords(1, 50)];
    await served.changed?.();
    const again = await harvester.harvest('test', { dryRun: true, full: true });
    expect(again.counts).toMatchObject({ created: 1, updated: 0, unchanged: 9, withdrawn: 1 });
    expect((await open.live()).length).toBe(10);
  });

  it('fails in words when the source is gone, and leaves everything as it was', async () => {
    const list = { records: sampleRecords(10) };
    const harvester = await start(list);
    await harvester.harvest('test');
    await served.close();
    served.close = async () => {};
    const failed = await harvester.harvest('test');
    expect(failed.state).toBe('failed');
    expect(failed.message).toMatch(/\.$/);
    expect((await open.live()).length).toBe(10);
  });
});
