import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openNetcdf } from '#catalogue/formats/netcdf';
import { classicFile, type WrittenVariable } from '#catalogue/formats/netcdf/testing';
import { catalogueRecord } from '#catalogue/model';
import { describeNetcdf, extentsOf, momentsOf, seriesOf } from '#datafiles';
import { shared } from '#tests/shared.ts';
import { calendarOf } from './calendar.ts';

import { LongitudeArc } from './longitude.ts';
import { momentOf, timeScaleOf } from './time.ts';

const corpus = shared('corpus', 'netcdf');
const at = (units: string, value: number, calendar?: string) => {
  const scale = timeScaleOf(units, calendar);
  return scale && momentOf(value, scale);
};

describe('times', () => {
  test.each([
    ['days since 1950-01-01T00:00:00Z', 18262, undefined, '2000-01-01T00:00:00Z'],
    ['seconds since 1970-01-01 00:00:00 UTC', 951_782_400, undefined, '2000-02-29T00:00:00Z'],
    ['hours since 1-1-1 00:00:0.0', 0, undefined, '0001-01-01T00:00:00Z'],
    ['days since 1582-10-04', 1, 'standard', '1582-10-15T00:00:00Z'],
    ['days since 1582-10-04', 1, 'proleptic_gregorian', '1582-10-05T00:00:00Z'],
    ['days since 1900-02-28', 1, 'julian', '1900-02'],
    ['days since 2000-02-28', 1, 'noleap', '2000-03-01T00:00:00Z'],
    ['days since 2001-02-28', 1, 'all_leap', '2001-02'],
    ['days since 2001-02-01', 29, '360_day', '2001-02'],
    ['days since 2001-02-01', 30.5, '360_day', '2001-03-01T12:00:00Z'],
    ['minutes since 2000-01-01 02:00 +02:00', 30, undefined, '2000-01-01T00:30:00Z'],
    ['msec since 2000-1-1', 1500, undefined, '2000-01-01T00:00:02Z'],
    ['days since -0001-01-01', 365, undefined, '0000-01-01T00:00:00Z'],
  ])('%s + %d in %s is %s', (units, value, calendar, expected) => {
    expect(at(units, value, calendar)).toBe(expected);
  });

  test('that cannot be are none', () => {
    expect([at('days', 1), at('days since today', 1), at('days since 2000-13-01', 1)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect([at('days since 2000-01-01', 1, 'lunar'), at('days since 2000-01-01', 1e300)]).toEqual([
      undefined,
      undefined,
    ]);
  });

  test.each(['standard', 'proleptic_gregorian', 'julian', 'noleap', 'all_leap', '360_day'])(
    'days of the calendar %s are counted there and back',
    (name) => {
      const calendar = calendarOf(name);
      for (let number = 1_700_000; number < 2_500_000; number += 997)
        expect(calendar?.toNumber(calendar.fromNumber(number))).toBe(number);
    },
  );
});

describe('longitudes', () => {
  const range = (...values: number[]) => {
    const arc = new LongitudeArc();
    for (const value of values) arc.add(value);
    return arc.range();
  };

  test('are the shortest stretch that holds them', () => {
    expect(range(-5, -4.5, 3)).toEqual({ west: -5, east: 3 });
    expect(range(170, -175, 179.5)).toEqual({ west: 170, east: -175 });
    expect(range(350, 5)).toEqual({ west: -10, east: 5 });
    expect(range(-180, -90, 0, 90, 180)).toEqual({ west: -180, east: 180 });
    expect(range()).toBeUndefined();
  });
});

const buoy: WrittenVariable[] = [
  {
    name: 'lat',
    on: [0],
    values: [47, 48.5, -999, Number.NaN],
    attributes: { units: 'degrees_north', _FillValue: [-999] },
  },
  { name: 'lon', on: [0], values: [-5, -4, 9.97e36, 361], attributes: { units: 'degrees_east' } },
  {
    name: 'depth',
    on: [0],
    values: [0, 10, 20, 9999],
    attributes: { standard_name: 'depth', axis: 'Z', units: 'm', valid_max: [5000] },
  },
  { name: 'time', on: [0], values: [0, 1, 2, 3], attributes: { units: 'days since 2020-01-01' } },
  {
    name: 'sst',
    on: [0],
    values: [100, 200, -1, 300],
    type: 'short',
    attributes: { units: 'K', scale_factor: [0.01], add_offset: [273], missing_value: [-1] },
  },
];
const file = (attributes: Record<string, string | number[]> = {}) =>
  classicFile({
    dimensions: [{ name: 'time', size: 4 }],
    attributes: { title: 'Buoy', summary: 'S', Conventions: 'CF-1.8', ...attributes },
    variables: buoy,
  });

describe('extents', () => {
  test('leave out what is missing, invalid or no place', async () => {
    expect(extentsOf(await openNetcdf(file()))).toEqual({
      box: { west: -5, south: 47, east: -4, north: 48.5 },
      vertical: { minimum: 0, maximum: 20, unit: 'm', positive: 'down' },
      period: { start: '2020-01-01T00:00:00Z', end: '2020-01-04T00:00:00Z' },
      problems: [expect.objectContaining({ code: 'coordinate-impossible', path: 'lon:' })],
    });
  });

  test('fill what the attributes do not tell, and are held against what they do', async () => {
    const silent = await describeNetcdf(file({ sea_name: 'Iroise Sea' }));
    expect(silent.record?.resource.spatialExtents).toEqual([
      {
        box: { west: -5, south: 47, east: -4, north: 48.5 },
        place: { code: 'Iroise Sea', names: { und: 'Iroise Sea' } },
        inclusive: true,
      },
    ]);
    expect(silent.record?.resource.temporalExtents).toEqual([
      { start: { date: '2020-01-01T00:00:00Z' }, end: { date: '2020-01-04T00:00:00Z' } },
    ]);
    const wrong = await describeNetcdf(
      file({
        geospatial_lat_min: [0],
        geospatial_lat_max: [1],
        geospatial_lon_min: [-5],
        geospatial_lon_max: [-4],
      }),
    );
    expect(wrong.record?.resource.spatialExtents).toEqual([
      { box: { west: -5, south: 0, east: -4, north: 1 }, inclusive: true },
    ]);
    expect(wrong.problems.map(({ code }) => code)).toEqual([
      'standard-name-missing',
      'licence-missing',
      'creator-missing',
      'acdd-period-missing',
      'coordinate-impossible',
      'extent-differs',
    ]);
  });

  test('of a file that ends early are told as far as they go', async () => {
    const whole = file();
    const { record, extents, problems } = await describeNetcdf(whole.subarray(0, whole.length - 60));
    expect(record).not.toBeNull();
    expect(extents?.box).toBeDefined();
    expect(problems.map(({ code }) => code)).toContain('file-damaged');
  });

  test('of times in units that nobody knows are not told', async () => {
    const { problems } = extentsOf(
      await openNetcdf(
        classicFile({
          dimensions: [{ name: 'time', size: 1 }],
          variables: [
            {
              name: 'time',
              on: [0],
              values: [1],
              attributes: { units: 'fortnights since yesterday', axis: 'T' },
            },
          ],
        }),
      ),
    );
    expect(problems.map(({ code }) => code)).toEqual(['time-units-unreadable']);
  });
});

describe('series', () => {
  test('are unpacked and thinned', async () => {
    const opened = await openNetcdf(file());
    expect(seriesOf(opened, 'sst', 10)).toEqual({ values: [274, 275, null, 276], every: 1, unit: 'K' });
    expect(seriesOf(opened, 'sst', 2)).toEqual({ values: [274, null], every: 2, unit: 'K' });
    expect(momentsOf(opened, 'time', 2)).toEqual(['2020-01-01T00:00:00Z', '2020-01-03T00:00:00Z']);
    expect([seriesOf(opened, 'none', 5), momentsOf(opened, 'sst', 5)]).toEqual([undefined, undefined]);
  });

  test('of long variables are read in stretches', async () => {
    const values = Array.from({ length: 200_000 }, (_none, index) => index);
    const opened = await openNetcdf(
      classicFile({
        dimensions: [{ name: 'n', size: values.length }],
        variables: [{ name: 'v', on: [0], values }],
      }),
    );
    const series = seriesOf(opened, 'v', 1000);
    expect([series?.every, series?.values.length, series?.values[999]]).toEqual([200, 1000, 199_800]);
    expect(seriesOf(opened, 'v', 2)?.values).toEqual([0, 100_000]);
  });
});

describe.runIf(corpus)('files of the corpus', () => {
  test('are described, or told to be damaged', async () => {
    const counts = { files: 0, records: 0, boxes: 0, periods: 0, differing: 0 };
    const names = readdirSync(corpus ?? '.', { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.nc'),
    );
    for (const name of names) {
      const { record, extents, problems } = await describeNetcdf(readFileSync(join(corpus ?? '', name)));
      counts.files++;
      if (record) {
        expect(catalogueRecord.safeParse(record).error, name).toBeUndefined();
        counts.records++;
      } else
        expect(
          problems.some(({ severity }) => severity === 'error'),
          name,
        ).toBe(true);
      if (extents?.box) counts.boxes++;
      if (extents?.period) counts.periods++;
      if (problems.some(({ code }) => code === 'extent-differs')) counts.differing++;
    }
    process.stdout.write(`netCDF files described: ${JSON.stringify(counts)}\n`);
    expect(counts.records).toBeGreaterThan(80);
  });

  test('have the extents that they say they have', async () => {
    // As their own attributes tell: geospatial_* and time_coverage_*.
    const oceansites = await describeNetcdf(
      readFileSync(join(corpus ?? '', 'oceansites/OS_EXAMPLEFILE_FORMAT-1-2_D.nc')),
    );
    expect(oceansites.extents?.box).toEqual({ west: -53, south: 16, east: -53, north: 16 });
    expect(oceansites.extents?.period).toEqual({
      start: '2000-01-01T00:00:00Z',
      end: '2000-01-20T00:00:00Z',
    });
    const buoyFile = await describeNetcdf(
      readFileSync(join(corpus ?? '', 'ioos-gold-standard/usf_comps_c10_inwater.nc')),
    );
    expect(buoyFile.extents?.box).toEqual({ west: -82.924, south: 27.173, east: -82.924, north: 27.173 });
    // Its attributes tell March 2018; its times were counted from another year than their units say.
    expect(buoyFile.extents?.period).toEqual({ start: '1998-03-01T00:00:00Z', end: '1998-03-07T00:00:00Z' });
    expect(buoyFile.problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'extent-differs :time_coverage_start',
    ]);
  });
});
