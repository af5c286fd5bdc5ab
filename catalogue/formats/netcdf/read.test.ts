import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { shared } from '#tests/shared.ts';
import { recogniseFormat } from '../index.ts';
import { netcdf, openNetcdf } from './index.ts';
import { classicFile, type WrittenFile } from './testing/index.ts';

const corpus = shared('corpus');
const encode = (text: string) => new TextEncoder().encode(text);
const read = async (bytes: Uint8Array) => {
  const result = await netcdf.read?.(bytes);
  return { record: result?.record ?? null, problems: result?.problems ?? [] };
};

const file: WrittenFile = {
  dimensions: [
    { name: 'time', size: 0 },
    { name: 'station', size: 2 },
  ],
  records: 3,
  attributes: { title: 'Température', summary: 'B', Conventions: 'CF-1.8', geospatial_lat_min: [47.5] },
  variables: [
    { name: 'lat', on: [1], values: [47, 48], attributes: { units: 'degrees_north' } },
    { name: 'time', on: [0], values: [10, 11, 12], attributes: { units: 'days since 2000-01-01' } },
    {
      name: 'temp',
      on: [0, 1],
      values: [1, 2, 3, 4, 5, 6],
      attributes: { units: 'K', valid_range: [0, 400] },
    },
    { name: 'code', on: [0], values: [7, 8, 9], type: 'short', attributes: { units: '1' } },
  ],
};

describe.each([1, 2, 5] as const)('a classic file of version %i', (version) => {
  const bytes = classicFile({ ...file, version });

  test('is recognised and read', async () => {
    expect(recogniseFormat(bytes)).toBe('netcdf');
    const { record, problems } = await read(bytes);
    expect(problems.map(({ code }) => code)).toEqual([
      'box-incomplete',
      'standard-name-missing',
      'standard-name-missing',
      'licence-missing',
      'creator-missing',
      'acdd-period-missing',
    ]);
    expect(record?.resource.titles).toEqual({ und: 'Température' });
    expect(record?.resource.variables.map(({ shortName, maximum }) => [shortName, maximum])).toEqual([
      ['temp', 400],
      ['code', undefined],
    ]);
  });

  test('gives its values piece by piece, records and all', async () => {
    const opened = await openNetcdf(bytes);
    expect(opened.header.dimensions).toEqual([
      { name: 'time', size: 3 },
      { name: 'station', size: 2 },
    ]);
    expect([...opened.numbers('temp', 1, 4)]).toEqual([2, 3, 4, 5]);
    expect([...opened.numbers('code', 0, 3)]).toEqual([7, 8, 9]);
    expect([...opened.numbers('lat', 0, 2)]).toEqual([47, 48]);
    expect([opened.count('temp'), opened.count('nothing')]).toEqual([6, 0]);
    expect(() => opened.numbers('temp', 4, 3)).toThrow('temp has no 3 numbers from 4');
  });

  test('cut anywhere is a problem, never a fault', async () => {
    for (let length = 4; length < bytes.length - 2; length += 3) {
      const { record, problems } = await read(bytes.subarray(0, length));
      const codes = problems.map(({ code }) => code);
      expect(record ? codes.includes('file-truncated') : codes).toEqual(record ? true : ['file-damaged']);
    }
  });
});

test('a file with one variable of short records has no filling between them', async () => {
  const opened = await openNetcdf(
    classicFile({
      dimensions: [{ name: 'n', size: 0 }],
      records: 3,
      variables: [{ name: 'v', on: [0], values: [1, 2, 3], type: 'short' }],
    }),
  );
  expect([...opened.numbers('v', 0, 3)]).toEqual([1, 2, 3]);
});

test('the number of records of a file being written is told by its length', async () => {
  const bytes = classicFile({ ...file, version: 1 });
  bytes.set([255, 255, 255, 255], 4);
  expect((await openNetcdf(bytes)).count('time')).toBe(3);
});

describe('lengths that cannot be', () => {
  const of = (...words: number[]) => {
    const view = new DataView(new ArrayBuffer(words.length * 4));
    words.forEach((word, index) => {
      view.setUint32(index * 4, word);
    });
    return new Uint8Array(view.buffer);
  };
  const magic = 0x43444601;
  test.each([
    ['dimensions', of(magic, 0, 10, 0xffffffff)],
    ['attributes', of(magic, 0, 0, 0, 12, 0x7fffffff)],
    ['a name', of(magic, 0, 10, 1, 0xfffffff0, 1, 2)],
    ['an attribute', of(magic, 0, 0, 0, 12, 1, 1, 0x61000000, 6, 0x7fffffff, 0)],
    ['a type', of(magic, 0, 0, 0, 12, 1, 1, 0x61000000, 99, 1, 0)],
    ['a tag', of(magic, 0, 77, 1, 1)],
    ['dimensions of a variable', of(magic, 0, 0, 0, 0, 0, 11, 1, 1, 0x61000000, 0x7fffffff)],
  ])('of %s are refused', async (_what, bytes) => {
    const { record, problems } = await read(bytes);
    expect(record).toBeNull();
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([['file-damaged', 'error']]);
  });

  test('of dimensions cost no memory', async () => {
    const { record, problems } = await read(
      of(magic, 0, 10, 1, 1, 0x61000000, 0x7fffffff, 0, 0, 11, 1, 1, 0x62000000, 1, 0, 0, 0, 6, 0, 100, 0),
    );
    expect(record).not.toBeNull();
    expect(problems.map(({ code }) => code)).toContain('file-truncated');
  });
});

describe.runIf(corpus)('a netCDF-4 file', () => {
  const bytes = corpus
    ? readFileSync(join(corpus, 'netcdf/ioos-gold-standard/usf_comps_c10_inwater.nc'))
    : new Uint8Array();

  test('gives header and values', async () => {
    const opened = await openNetcdf(bytes);
    expect(opened.header.dimensions).toEqual([
      { name: 'time', size: 145 },
      { name: 'z', size: 24 },
    ]);
    expect(opened.header.variables.find(({ name }) => name === 'sea_water_speed')).toMatchObject({
      type: 'double',
      dimensions: ['time', 'z'],
    });
    expect([...opened.numbers('time', 1, 2)]).toEqual([888714000, 888717600]);
    expect([...opened.numbers('latitude', 0, 1)]).toEqual([27.173]);
    expect(opened.numbers('sea_water_speed', 20, 10)).toHaveLength(10);
    expect(opened.count('station')).toBe(0);
    opened.close();
  });

  test('that is cut or spoilt is a problem', async () => {
    const spoilt = Buffer.concat([bytes.subarray(0, 96), Buffer.alloc(5000, 7)]);
    for (const broken of [bytes.subarray(0, 8), bytes.subarray(0, 50_000), spoilt]) {
      const { record, problems } = await read(broken);
      expect(record).toBeNull();
      expect(problems.map(({ code }) => code)).toEqual(['file-damaged']);
    }
    expect((await read(bytes)).record?.metadataIdentifier).toBe('c10_inwater');
  });
});

describe.runIf(corpus)('a netCDF-4 file with lists of variable length', () => {
  test('whose heap does not add up is refused, since the library would search it for ever', async () => {
    const bytes = Buffer.from(readFileSync(join(corpus ?? '', 'netcdf/erddaptest/biology_JP14323.nc')));
    expect((await read(bytes)).record).not.toBeNull();
    const heap = bytes.indexOf('GCOL');
    // An object of index 0 is what is free; of no length, it has no end.
    bytes.fill(0, heap + 16 + 24, heap + 16 + 40);
    const { record, problems } = await read(bytes);
    expect(record).toBeNull();
    expect(problems.map(({ message }) => message)).toEqual([
      `The netCDF file cannot be read: the heap at byte ${heap} is unsound.`,
    ]);
  });
});

describe('a header in NcML', () => {
  const ncml = `<netcdf xmlns="http://www.unidata.ucar.edu/namespaces/netcdf/ncml-2.2">
  <dimension name="time" length="3"/>
  <attribute name="title" value="Buoy"/><attribute name="summary">A buoy</attribute>
  <attribute name="Conventions" value="CF-1.8"/>
  <attribute name="geospatial_lat_max" value="bad"/>
  <group name="CFMetadata">
    <attribute name="geospatial_lat_min" value="47.0" type="float"/><attribute name="geospatial_lon_min" value="-5" type="float"/>
    <attribute name="geospatial_lon_max" value="-4.0" type="float"/>
  </group>
  <variable name="sst" shape="time" type="float">
    <attribute name="units" value="K"/><attribute name="actual_range" value="280.0 290.5" type="float"/>
  </variable>
</netcdf>`;

  test('is recognised and read, with what the server found out', async () => {
    expect(recogniseFormat(encode(ncml), { mediaType: 'application/xml' })).toBe('netcdf');
    const { record, problems } = await read(encode(ncml));
    expect(record?.resource.titles).toEqual({ und: 'Buoy' });
    expect(record?.resource.abstracts).toEqual({ und: 'A buoy' });
    expect(
      record?.resource.variables.map(({ shortName, minimum, maximum }) => [shortName, minimum, maximum]),
    ).toEqual([['sst', 280, 290.5]]);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([
      ['number-unreadable', 5],
      ['box-incomplete', 7],
      ['standard-name-missing', 10],
      ['licence-missing', 1],
      ['creator-missing', 1],
      ['acdd-period-missing', 1],
    ]);
  });

  test.runIf(corpus)('of THREDDS is a record though it says little', async () => {
    const { record } = await read(readFileSync(join(corpus ?? '', 'thredds/threddsiso/testgrid1.ncml.xml')));
    expect(record?.resource.spatialExtents).toEqual([
      { box: { west: -15, south: 17, east: -1, north: 23 }, inclusive: true },
    ]);
  });
});

/** What CF and ACDD want of a header that tells only its title, its summary and a variable. */
const wanting = [
  'standard-name-missing',
  'licence-missing',
  'creator-missing',
  'acdd-extent-missing',
  'acdd-period-missing',
];

describe('a header in DAS', () => {
  const das = `Attributes {
    sst {
        String units "degree_C";
        Float32 actual_range -1.5, 30.25;
    }
    "odd%20name" { String long_name "x"; }
    NC_GLOBAL {
        String title "The \\"big\\" one; with {braces}";
        String summary "two
lines";
        String Conventions "CF-1.8";
    }
}`;

  test('is recognised and read', async () => {
    expect(recogniseFormat(encode(das))).toBe('netcdf');
    const { record, problems } = await read(encode(das));
    expect(problems.map(({ code }) => code)).toEqual(wanting);
    expect(record?.resource.titles).toEqual({ und: 'The "big" one; with {braces}' });
    expect(record?.resource.variables).toEqual([
      { names: { und: 'sst' }, shortName: 'sst', unit: 'degree_C', minimum: -1.5, maximum: 30.25 },
    ]);
  });

  test('that breaks off says where', async () => {
    const { record, problems } = await read(encode(das.slice(0, 240)));
    expect(record).not.toBeNull();
    expect(problems.find(({ code }) => code === 'file-truncated')?.line).toBe(9);
  });

  test('nested without end is read to a bound', async () => {
    const { problems } = await read(encode(`Attributes {${'a {'.repeat(100_000)}`));
    expect(problems.map(({ code }) => code)).toContain('file-truncated');
  });
});

test('a header in JSON is recognised and read, with types told or not', async () => {
  const json = encode(
    JSON.stringify({
      dimensions: { time: 3 },
      variables: {
        sst: {
          type: 'float',
          shape: ['time'],
          attributes: { units: 'K', valid_min: { type: 'float', data: 270 } },
        },
      },
      attributes: { title: 'Buoy', summary: 'S', Conventions: 'CF-1.8' },
    }),
  );
  expect(recogniseFormat(json)).toBe('netcdf');
  const { record, problems } = await read(json);
  expect(problems.map(({ code }) => code)).toEqual(wanting);
  expect(record?.resource.variables).toEqual([
    { names: { und: 'sst' }, shortName: 'sst', unit: 'K', minimum: 270 },
  ]);
});

test('other documents are refused', async () => {
  for (const text of ['', '<a/>', '{"a":1}', 'Attributes { }']) {
    const { record, problems } = await read(encode(text));
    expect(record).toBeNull();
    expect(problems.some(({ severity }) => severity === 'error')).toBe(true);
  }
});
