import { mkdir, mkdtemp, realpath, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeDataFile } from '#datafiles';
import { shared } from '../../tests/shared.ts';
import { openTestHarvest, type TestHarvest } from '../testing/index.ts';
import type { HarvestSource } from '../types.ts';
import { castFile, mooringFile } from './testing/index.ts';

let house: TestHarvest;
let folder: string;
let opened: string[];

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'archive-')));
  opened = [];
  house = openTestHarvest({
    describe: (path) => {
      opened.push(path.slice(folder.length + 1));
      return describeDataFile(path);
    },
  });
});
afterEach(async () => {
  await house.close();
  await rm(folder, { recursive: true, force: true });
});

async function write(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(join(folder, path, '..'), { recursive: true });
  await writeFile(join(folder, path), content);
}

const source = (given: Partial<HarvestSource> = {}) =>
  house.source({ protocol: 'archive', url: folder, ...given });

async function record(identifier: string) {
  const found = await house.stores.records.findByUpstreamIdentifier('test', identifier);
  const resource = found?.record.resource;
  return { found, resource, codes: found?.problems.map(({ code, path }) => `${code} ${path}`) ?? [] };
}

const cast = (number: number, more: Record<string, string> = {}) =>
  castFile(
    { longitude: -5 + number, latitude: 47 + number, day: number, depth: 100 * number },
    { title: `CTD cast ${number} of PELGAS`, summary: 'Casts in spring.', cruise: 'PELGAS', ...more },
  );

const csv = 'time,latitude,longitude,temperature [degC]\n2021-03-04T05:06:07Z,48,-5,12\n';

describe('an archive', () => {
  it('becomes a record for each series, with what its files have in common and where they are together', async () => {
    for (const number of [1, 2, 3]) await write(`ctd/2020/cast_00${number}.nc`, cast(number));
    await source({ options: { baseUrl: 'https://data.example.org/archive' } });
    expect(await house.harvester.harvest('test')).toMatchObject({
      state: 'succeeded',
      counts: { created: 1 },
    });
    const { resource, codes } = await record('ctd/*/cast_*.nc');
    expect(resource).toMatchObject({
      type: 'series',
      titles: { und: 'CTD cast … of PELGAS' },
      abstracts: { und: 'Casts in spring.' },
      spatialExtents: [{ box: { west: -4, south: 48, east: -2, north: 50 }, inclusive: true }],
      verticalExtents: [{ minimum: 1, maximum: 300, unit: 'm', positive: 'down' }],
      temporalExtents: [{ start: { date: '2020-01-02T00:00:00Z' }, end: { date: '2020-01-04T00:00:00Z' } }],
      campaigns: [{ names: { und: 'PELGAS' } }],
      formats: [{ name: 'netCDF', version: 'classic' }],
      sizes: ['3 files', `${3 * cast(1).length} bytes`],
    });
    expect(
      resource?.variables.map(({ shortName, unit, standardName }) => [shortName, unit, standardName]),
    ).toEqual([
      ['TEMP', 'degree_C', 'sea_water_temperature'],
      ['CHL', 'mg m-3', undefined],
    ]);
    expect(resource?.distributions.map(({ url, kind, byteSize }) => [url, kind, byteSize])).toEqual(
      [1, 2, 3].map((number) => [
        `https://data.example.org/archive/ctd/2020/cast_00${number}.nc`,
        'download',
        cast(1).length,
      ]),
    );
    expect(codes).toEqual([
      'standard-name-missing CHL:standard_name',
      'conventions-missing :Conventions',
      'acdd-extent-missing :geospatial_lat_min',
      'acdd-period-missing :time_coverage_start',
      'keywords-missing :keywords',
      'licence-missing :license',
      'creator-missing :creator_name',
    ]);
  });

  it('has files of every kind: netCDF-4, CNV, CSV and ODV beside each other', async () => {
    await write('mooring.nc', await mooringFile());
    await write('underway/2021.csv', csv);
    await write(
      'bottles/odv.txt',
      'Cruise\tStation\tType\tyyyy-mm-ddThh:mm:ss.sss\tLongitude [degrees_east]\tLatitude [degrees_north]\tBot. Depth [m]\tDepth [m]\nA\t1\tB\t2001-02-03T04:05:06\t7\t43\t100\t1.5\n',
    );
    await write('readme.txt', 'Read me.');
    await write('.hidden/a.csv', csv);
    await source();
    await house.harvester.harvest('test');
    expect(await house.live()).toEqual(['bottles/odv.txt', 'mooring.nc', 'underway/*.csv']);
    const { resource, codes } = await record('mooring.nc');
    expect(resource).toMatchObject({
      type: 'dataset',
      titles: { und: 'Mooring of Nice' },
      spatialExtents: [{ box: { west: 7.25, south: 43.5, east: 7.25, north: 43.5 } }],
      temporalExtents: [{ start: { date: '2021-06-01T00:00:00Z' }, end: { date: '2021-06-03T00:00:00Z' } }],
      platforms: [{ names: { und: 'Azur buoy' }, identifier: '6100001' }],
      formats: [{ name: 'netCDF', version: '4/HDF5' }],
      licences: [{ id: 'CC-BY-4.0' }],
    });
    expect(codes).toEqual([
      'acdd-extent-missing :geospatial_lat_min',
      'acdd-period-missing :time_coverage_start',
      'keywords-missing :keywords',
    ]);
    expect((await record('bottles/odv.txt')).resource).toMatchObject({
      titles: { und: 'A: bottles/odv.txt (ODV spreadsheet)' },
      formats: [{ name: 'ODV spreadsheet' }],
    });
  });

  it('is opened again only where a file changed', async () => {
    for (const number of [1, 2, 3]) await write(`cast_00${number}.nc`, cast(number));
    await source();
    await house.harvester.harvest('test');
    expect(opened.sort()).toEqual(['cast_001.nc', 'cast_002.nc', 'cast_003.nc']);
    opened = [];
    expect((await house.harvester.harvest('test')).counts).toMatchObject({ unchanged: 1, updated: 0 });
    expect(opened).toEqual([]);
    await write('cast_002.nc', cast(9));
    await utimes(join(folder, 'cast_002.nc'), 1e9, 1e9);
    await rm(join(folder, 'cast_003.nc'));
    expect((await house.harvester.harvest('test')).counts).toMatchObject({ updated: 1 });
    expect(opened).toEqual(['cast_002.nc']);
    expect((await record('cast_*.nc')).resource).toMatchObject({
      spatialExtents: [{ box: { west: -4, south: 48, east: 4, north: 56 } }],
      sizes: ['2 files', `${2 * cast(1).length} bytes`],
    });
  });

  it('says of single files what is amiss with them, by name and line, and keeps the rest', async () => {
    await write('cast_001.nc', cast(1));
    await write('cast_002.nc', cast(2).subarray(0, 40));
    await write('bad/table.csv', `${csv}2021-03-05T05:06:07Z,north,-5,12\n`);
    await write('broken/x.nc', 'nothing');
    await source();
    const run = await house.harvester.harvest('test');
    expect(run.counts).toMatchObject({ created: 2, refused: 1 });
    const problems = await house.problems(run);
    const of = (code: string) => problems.find((problem) => problem.code === code);
    expect(problems.filter(({ code }) => code === 'file-damaged')).toMatchObject(
      [
        {
          identifier: 'broken/x.nc',
          path: 'broken/x.nc',
          message: /^broken\/x\.nc: The file cannot be read/,
        },
        { identifier: 'cast_*.nc', path: 'cast_002.nc', severity: 'error', message: /^cast_002\.nc: / },
      ].map(({ message, ...rest }) => ({ ...rest, message: expect.stringMatching(message) })),
    );
    expect(of('position-unreadable')).toMatchObject({
      identifier: 'bad/table.csv',
      path: 'bad/table.csv',
      line: 3,
      hint: 'Write latitude and longitude in decimal degrees, south and west negative.',
    });
    expect((await record('cast_*.nc')).resource?.sizes[0]).toBe('1 file');
  });

  it('keeps the record of a series whose files broke', async () => {
    await write('cast_001.nc', cast(1));
    await source();
    await house.harvester.harvest('test');
    await write('cast_001.nc', 'broken');
    expect((await house.harvester.harvest('test')).counts).toMatchObject({ refused: 1, withdrawn: 0 });
    expect(await house.live()).toEqual(['cast_*.nc']);
  });

  it('tells where files of a series contradict each other', async () => {
    await write('a/s1.nc', castFile({ longitude: 1, latitude: 1, day: 1, depth: 2 }));
    const other = Buffer.from(castFile({ longitude: 1, latitude: 1, day: 1, depth: 2 }));
    await write('a/s2.nc', Buffer.from(other.toString('latin1').replace('degree_C', 'kelvin_K'), 'latin1'));
    await source({ options: { series: 'a/*.nc' } });
    await house.harvester.harvest('test');
    expect((await record('a/*.nc')).codes).toContain('series-differs TEMP:units');
  });

  it('is taken up behind the last series when it was interrupted', async () => {
    for (let at = 0; at < 50; at++)
      await write(`${String.fromCharCode(97 + (at % 25))}${at < 25 ? 'x' : 'y'}/data.csv`, csv);
    await source();
    const stop = new AbortController();
    const first = await house.harvester.harvest('test', {
      signal: stop.signal,
      onProgress: ({ run }) => {
        if (run.counts.listed >= 20) stop.abort();
      },
    });
    expect(first.state).toBe('interrupted');
    expect(first.checkpoint).toMatch(/ jy\/data\.csv$/);
    const second = await house.harvester.harvest('test');
    expect(second).toMatchObject({ id: first.id, state: 'succeeded', counts: { listed: 50, created: 50 } });
    expect(new Set(opened).size).toBe(opened.length);
  });
});

describe('only what may be crawled is crawled', () => {
  const run = async (url: string, roots?: string[]) => {
    await house.close();
    house = openTestHarvest(roots ? { archiveRoots: roots } : {});
    await source({ url });
    const ended = await house.harvester.harvest('test');
    return `${ended.state}: ${ended.message}`;
  };

  it('nothing where no folder was named', async () => {
    expect(await run(folder, [])).toBe(
      'failed: url: archives of this machine are not crawled. Name the folders that may be in HALOCLINE_ARCHIVES.',
    );
  });

  it('nothing outside of the folders, whatever the way there', async () => {
    await mkdir(join(folder, 'inside'));
    const roots = [join(folder, 'inside')];
    await symlink('/etc', join(folder, 'inside', 'etc'));
    for (const path of [
      '/etc',
      `${folder}/inside/../..`,
      `${folder}/inside2`,
      `${folder}/inside/etc`,
      'inside',
    ])
      expect(await run(path, roots), path).toMatch(/^failed: url: ".*" is in none of the folders/);
    expect(await run(join(folder, 'inside', 'none'), roots)).toMatch(/^failed: There is no folder/);
  });

  it('no symbolic link, be it to a folder or to a file', async () => {
    await write('elsewhere/secret.csv', csv);
    await write('inside/a.csv', csv);
    await symlink(join(folder, 'elsewhere'), join(folder, 'inside', 'folder'));
    await symlink(join(folder, 'elsewhere/secret.csv'), join(folder, 'inside', 'b.csv'));
    await run(join(folder, 'inside'), [join(folder, 'inside')]);
    expect(await house.live()).toEqual(['a.csv']);
  });
});

const corpus = shared('corpus');
describe.runIf(corpus)('real files', () => {
  it('of the corpus become records, and none is lost without a word', async () => {
    await house.close();
    house = openTestHarvest({ archiveRoots: [corpus ?? ''] });
    await source({ url: join(corpus ?? '', 'netcdf') });
    const run = await house.harvester.harvest('test');
    const problems = await house.problems(run);
    process.stdout.write(`netCDF of the corpus: ${JSON.stringify(run.counts)}\n`);
    expect(run.state).toBe('succeeded');
    expect(run.counts.created).toBeGreaterThan(60);
    expect(run.counts.listed).toBe(run.counts.created + run.counts.refused);
    const refused = problems.filter(({ code }) => code === 'file-damaged').map(({ path }) => path);
    expect(refused.length).toBeGreaterThanOrEqual(run.counts.refused);
    const argo = await record('argopy/argo_Argo_profile_*_*.nc');
    expect(argo.resource?.type).toBe('series');
    expect(argo.resource?.spatialExtents[0]?.box).toBeDefined();
    expect((await house.harvester.harvest('test')).counts).toMatchObject({ created: 0, updated: 0 });
  });
});
