import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { shared } from '../../tests/shared.ts';
import { describeDataFile } from '../index.ts';
import { degreesOf } from './degrees.ts';
import { momentOf } from './moments.ts';

const folder = mkdtempSync(join(tmpdir(), 'text-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function read(name: string, text: string | Uint8Array) {
  const path = join(folder, name);
  writeFileSync(path, text);
  const found = await describeDataFile(path);
  const { header, extents, format } = found?.facts ?? {};
  const codes = found?.problems.map(({ code, line }) => `${code} ${line ?? ''}`.trim());
  const variables = header?.variables.map(({ name: column, attributes }) =>
    [column, attributes['units']?.[0], attributes['axis']?.[0] ?? attributes['standard_name']?.[0]]
      .filter(Boolean)
      .join(' | '),
  );
  return { found, header, extents, format: format?.name, codes, variables };
}

describe('CSV', () => {
  test('has French headings, semicolons, decimal commas and days first', async () => {
    const { extents, variables, codes, header } = await read(
      'mesures.csv',
      Buffer.from(
        'Campagne;Station;Date de prélèvement;Heure;Latitude (°N);Longitude;Profondeur [m];Température [°C];Qualité\n' +
          'PELGAS;1;13/04/2021;08:30;47,5;-4,25;10,5;11,2;1\n' +
          'PELGAS;2;05/04/2021;09:00;47,75;-4,5;0;;1\n',
        'latin1',
      ),
    );
    expect(extents).toEqual({
      box: { west: -4.5, south: 47.5, east: -4.25, north: 47.75 },
      verticals: [{ minimum: 0, maximum: 10.5, unit: 'm', positive: 'down' }],
      period: { start: '2021-04-05T09:00:00Z', end: '2021-04-13T08:30:00Z' },
    });
    expect(variables).toEqual([
      'Date de prélèvement | T',
      'Heure | T',
      'Latitude | degrees_north | Y',
      'Longitude | degrees_east | X',
      'Profondeur | m | Z',
      'Température | °C',
    ]);
    expect(header?.attributes).toEqual({ cruise: ['PELGAS'] });
    expect(codes).toEqual([]);
  });

  test('has a line of units, as ERDDAP writes it, and names of CF', async () => {
    const { extents, variables } = await read(
      'erddap.csv',
      'time,latitude,longitude,sea_water_temperature\nUTC,degrees_north,degrees_east,degree_C\n2020-01-01T00:00:00Z,48.5,359.5,12\n2020-01-02T00:00:00Z,48.5,2,NaN\n',
    );
    expect(extents?.box).toEqual({ west: -0.5, south: 48.5, east: 2, north: 48.5 });
    expect(extents?.period).toEqual({ start: '2020-01-01T00:00:00Z', end: '2020-01-02T00:00:00Z' });
    expect(variables?.at(-1)).toBe('sea_water_temperature | degree_C | sea_water_temperature');
  });

  test('has comments, quoted cells, years in a column of their own and positions in minutes', async () => {
    const { extents, header, codes } = await read(
      'old.csv',
      '# Title: Stations of 1998\n# Licence: CC-BY-4.0\nyear,month,day,lat,lon,"depth, of water (m)"\n1998,7,3,47 32.8 N,52 35.2 W,"120"\n',
    );
    expect(extents?.box).toEqual({ west: -52.586667, south: 47.546667, east: -52.586667, north: 47.546667 });
    expect(extents?.period).toEqual({ start: '1998-07-03', end: '1998-07-03' });
    expect(header?.attributes).toEqual({ title: ['Stations of 1998'], license: ['CC-BY-4.0'] });
    expect(codes).toEqual([]);
  });

  test('names the line of what cannot be read, and says what to do', async () => {
    const { codes, found, extents } = await read(
      'bad.csv',
      'time,lat,lon,t\nyesterday,48,-5,1\n2020-01-01,95,-5,1\n2020-01-02,north,-5,1\n2020-01-03,48,-5,1,2,3\n2020-01-04,48,-5,1\n',
    );
    expect(codes).toEqual([
      'row-unreadable 5',
      'time-unreadable 2',
      'position-unreadable 4',
      'coordinate-impossible 3',
    ]);
    expect(found?.problems[1]).toMatchObject({
      message: '1 times cannot be read, such as "yesterday" in line 2.',
      hint: 'Write times in ISO 8601, such as 2021-03-04T12:30:00Z.',
    });
    expect(extents?.box).toEqual({ west: -5, south: 48, east: -5, north: 48 });
  });

  const logger = (rows: string) =>
    `\uFEFF"Plot Title: quay_1"\n"#","Date Time, GMT-07:00","Temp, °C (LGR S/N: 1, SEN S/N: 1, LBL: quay_1)","Intensity, Lux (LGR S/N: 1, SEN S/N: 1, LBL: quay_1)","End Of File (LGR S/N: 1)"\n${rows}`;
  const measured = '2,2020/06/01 06:00:00 AM,11.5,120.0,\n3,2020/06/03 06:00:00 PM,12.5,10.0,\n';

  test.each([
    ['has no values', '1,2020/05/31 05:06:13 PM,,,Logged\n', '2020-06-01T00:06:13Z'],
    ['ends after its time', '1,2020/05/31 05:06:13 PM\n', '2020-06-01T00:06:13Z'],
    ['has no time', '1,,11.0,100.0,\n', '2020-06-01T13:00:00Z'],
    ['has nothing but a remark', ',,,,Logged\n', '2020-06-01T13:00:00Z'],
    ['is empty', ',,,,\n', '2020-06-01T13:00:00Z'],
  ])('takes the period of all rows of a logger whose first row %s', async (_what, first, start) => {
    const { extents, variables, codes, header } = await read('logger.csv', logger(first + measured));
    expect(extents?.period).toEqual({ start, end: '2020-06-04T01:00:00Z' });
    expect(variables?.slice(0, 4)).toEqual(['#', 'Date Time | T', 'Temp | °C', 'Intensity | Lux']);
    expect(header?.dimensions).toEqual([{ name: 'row', size: 3 }]);
    expect(codes).toEqual([]);
  });

  test('takes the box and the depths of all rows, whatever the first lacks', async () => {
    const { extents, codes } = await read(
      'stations.csv',
      'time;lat;lon;depth;temp;note\n2021-04-01;47\n;;;;;start\n2021-04-02;48;-5;1,5;11;\n;;;;;cloudy\n2021-04-03;49;-4;20;9,5;\n2021-04-05;50;-4;;9;\n',
    );
    expect(extents).toEqual({
      box: { west: -5, south: 48, east: -4, north: 50 },
      verticals: [{ minimum: 1.5, maximum: 20, positive: 'down' }],
      period: { start: '2021-04-01', end: '2021-04-05' },
    });
    expect(codes).toEqual([]);
  });

  test('says so where the times of all rows cannot be read, and names no period', async () => {
    const { extents, codes } = await read(
      'short-years.csv',
      '#,Date Time,Temp\n1,05/31/20 05:06:13 PM,\n2,06/01/20 05:06:13 PM,4\n',
    );
    expect(extents?.period).toBeUndefined();
    expect(codes).toEqual(['time-unreadable 2']);
  });

  test('does not guess which number is the month', async () => {
    const { codes, extents } = await read(
      'ambiguous.csv',
      'date,lat,lon\n01/02/2020,48,-5\n03/04/2020,48,-5\n',
    );
    expect(codes).toEqual(['date-ambiguous 2']);
    expect(extents?.period).toBeUndefined();
  });

  test('without headings, or empty, is told as such', async () => {
    expect((await read('none.csv', '1;2;3\n4;5;6\n')).codes).toEqual(['columns-missing 2']);
    expect((await read('empty.csv', '')).codes).toEqual(['file-damaged']);
    expect((await read('binary.nc', 'no netCDF')).codes).toEqual(['file-damaged']);
    expect(await describeDataFile(join(folder, 'nowhere.csv'))).toMatchObject({
      problems: [{ code: 'file-unreadable' }],
    });
    symlinkSync('/etc/hostname', join(folder, 'link.csv'));
    expect(await describeDataFile(join(folder, 'link.csv'))).toMatchObject({
      problems: [{ code: 'file-unreadable', message: 'The file cannot be opened (ELOOP).' }],
    });
  });

  test('of any length is read in bounded memory', async () => {
    const path = join(folder, 'long.csv');
    const rows = Array.from(
      { length: 50_000 },
      (_none, at) => `2020-01-01T00:00:00Z,${at / 1000},-5,${at}\n`,
    );
    const before = process.memoryUsage().rss;
    writeFileSync(path, 'time,lat,lon,count\n');
    for (let times = 0; times < 8; times++) writeFileSync(path, rows.join(''), { flag: 'a' });
    const found = await describeDataFile(path);
    expect(found?.facts?.header.dimensions).toEqual([{ name: 'row', size: 400_000 }]);
    expect(found?.facts?.extents.box).toEqual({ west: -5, south: 0, east: -5, north: 49.999 });
    // The file has 15 MB; the garbage of one piece after the other is what grows.
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  });
});

describe('ODV spreadsheets', () => {
  const head =
    '//<subject>SDN:LOCAL:TEMP</subject><object>SDN:P01::TEMPPR01</object><units>SDN:P06::UPAA</units>\n';
  const columns =
    'Cruise\tStation\tType\tyyyy-mm-ddThh:mm:ss.sss\tLongitude [degrees_east]\tLatitude [degrees_north]\tLOCAL_CDI_ID\tEDMO_code\tBot. Depth [m]\tDepth [m]\tQV:SEADATANET\tTEMP [degC]\tQV:SEADATANET\n';

  test('carry stations on, and concepts of SeaDataNet', async () => {
    const { extents, variables, header, codes, format } = await read(
      'odv.txt',
      `\uFEFF//<DataType>Profiles</DataType>\n${head}${columns}A\t1\tB\t2001-02-03T04:05:06.000\t179.5\t-10\tx\t486\t100\t1.5\t1\t20.1\t1\n\t\t\t\t\t\t\t\t\t30\t1\t19\t1\nA\t2\tB\t2001-02-04T04:05:06.000\t-179\t-11\ty\t486\t100\t2\t1\t18\t1\n`,
    );
    expect([format, codes]).toEqual(['ODV spreadsheet', []]);
    expect(extents).toEqual({
      box: { west: 179.5, south: -11, east: -179, north: -10 },
      verticals: [{ minimum: 1.5, maximum: 30, unit: 'm', positive: 'down' }],
      period: { start: '2001-02-03T04:05:06Z', end: '2001-02-04T04:05:06Z' },
    });
    expect(variables?.slice(3)).toEqual(['Depth | m | Z', 'TEMP | degC']);
    expect(header?.variables.at(-1)?.attributes).toMatchObject({
      sdn_parameter_urn: ['SDN:P01::TEMPPR01'],
      sdn_uom_urn: ['SDN:P06::UPAA'],
    });
    expect(header?.attributes).toEqual({ cruise: ['A'], featureType: ['profile'] });
  });

  test('are told what they lack', async () => {
    expect((await read('lack.odv', 'Cruise\tStation\tType\tDepth [m]\n')).codes).toEqual([
      'columns-missing 1',
    ]);
    const { codes } = await read(
      'wrong.odv',
      `${columns}A\t1\tB\tsoon\t1\t2\tx\t486\t100\t1\t1\t2\t1\tmore\tcells\nA\t1\tB\tsoon\t1\t2\tx\t486\t100\t1\t1\t2\t1\n`,
    );
    expect(codes).toEqual(['row-unreadable 2', 'time-unreadable 3']);
  });

  test('are the only texts that are of interest', async () => {
    expect((await read('readme.txt', 'Read me.\n')).found).toBeUndefined();
  });
});

describe('CNV of Sea-Bird', () => {
  const cnv = (more: string, rows: string) =>
    `* Sea-Bird SBE 9 Data File:\n${more}# name 0 = prDM: Pressure, Digiquartz [db]\n# name 1 = t090C: Temperature [ITS-90, deg C]\n# name 2 = timeS: Time, Elapsed [seconds]\n# span 0 = 1.0, 9.0\n# bad_flag = -9.990e-29\n# file_type = ascii\n*END*\n${rows}`;

  test('tell position and start in the header, and times by the seconds that went by', async () => {
    const { extents, variables, header, codes } = await read(
      'cast.cnv',
      cnv(
        '* NMEA Latitude = 02 30.00 S\n* NMEA Longitude = 038 15.00 W\n** Ship: Thalassa\n** Cruise: PIRATA FR27\n# start_time = Aug 24 2011 07:55:20 [NMEA time, header]\n',
        '  1.0 20.5 0.0\n  2.0 -9.990e-29 60\n  7.5 18 120\n',
      ),
    );
    expect(extents).toEqual({
      box: { west: -38.25, south: -2.5, east: -38.25, north: -2.5 },
      verticals: [{ minimum: 1, maximum: 7.5, unit: 'db', positive: 'down' }],
      period: { start: '2011-08-24T07:55:20Z', end: '2011-08-24T07:57:20Z' },
    });
    expect(variables).toEqual([
      'prDM | db | sea_water_pressure',
      't090C | deg C | sea_water_temperature',
      'timeS | seconds | T',
    ]);
    expect(header?.attributes).toEqual({
      platform_name: ['Thalassa'],
      cruise: ['PIRATA FR27'],
      instrument: ['Sea-Bird SBE 9'],
      featureType: ['profile'],
    });
    expect(codes).toEqual([]);
  });

  test('say so where a position was taken from lines without a label, and where rows are broken', async () => {
    const { codes, extents } = await read(
      'notes.cnv',
      cnv('** 12 40.46 N\n** 038 00.11 W\n', '  1.0 20.5 0.0\n  2.0 x 1\n'),
    );
    expect(codes).toEqual(['position-unlabelled 2', 'row-unreadable 12']);
    expect(extents?.box?.north).toBe(12.674333);
  });

  test('without an end of the header are no casts', async () => {
    expect((await read('headless.cnv', '* Sea-Bird SBE 9 Data File:\n')).codes).toEqual(['file-damaged 1']);
  });
});

test.each([
  ['48.5', 48.5],
  ['48,5', 48.5],
  ['-4', -4],
  ['48°30\'18" N', 48.505],
  ['W004 12.3', -4.205],
  ['4 12.3 O', -4.205],
  ['48 75 N', undefined],
  ['Brest', undefined],
])('degrees of %s are %s', (text, degrees) => expect(degreesOf(text)).toBe(degrees));

test.each([
  ['2020-02-30', undefined],
  ['2020-02', '2020-02'],
  ['20200203T040506Z', '2020-02-03T04:05:06Z'],
  ['2020/02/03 04:05 PM', '2020-02-03T16:05:00Z'],
  ['2021-07-01 09:32:18 UTC-0700', '2021-07-01T16:32:18Z'],
  ['Aug 24 2011 07:55:20', '2011-08-24T07:55:20Z'],
  ['01/02/2020', undefined],
])('the moment of %s is %s', (text, date) => expect(momentOf(text)?.date).toBe(date));

const corpus = shared('corpus', 'tabular');
describe.runIf(corpus)('files of the corpus', () => {
  // Read off the files by eye.
  test.each([
    ['seabird/PIRA001.cnv', [-38.0065, -2.001167, -38.0065, -2.001167], '2011-08-24T08:03:30Z'],
    ['seabird/TSG_PIR_010.cnv', [-38.00132, -0.863, -37.9995, -0.739], '2011-08-24T17:40:50Z'],
    ['seabird/SK287_CTD05.cnv', [80.478, -2.445167, 80.478, -2.445167], '2011-08-01T11:34:32Z'],
    ['seabird/aer205.cnv', [-89.661833, 74.116333, -89.661833, 74.116333], '2004-07-25T07:53:21Z'],
    [
      'octopus-odv-medatlas/odv__input__profile__diap.txt',
      [166.747, -21.954333, 167.127167, -20.859],
      '2001-12-10T17:29:00Z',
    ],
    [
      'octopus-odv-medatlas/odv__input__trajectory__mod2_odv_traj_mysql_withDate_yMd.txt',
      [3, 55, 3.0004, 55.0008],
      '1988-01-01',
    ],
    [
      'fair-ease-matcher/000545_ODV_77AR2009_00095_H09_V0.txt',
      [11.163, 58.2655, 11.163, 58.2655],
      '2009-01-27T15:50:00Z',
    ],
    [
      'ocean-data-parser/cab041_2023_metqa_updated.csv',
      [-55.65, 47, -47.016667, 55.066667],
      '2023-07-20T17:29:00Z',
    ],
    [
      'ocean-data-parser/log_2021-07-01_093218.csv',
      [-128.129523, 51.654521, -128.129263, 51.654539],
      '2021-07-01T16:32:18Z',
    ],
  ])('%s has its place and its beginning', async (name, [west, south, east, north], start) => {
    const { extents } = (await describeDataFile(join(corpus ?? '', name)))?.facts ?? {};
    expect(extents?.box).toEqual({ west, south, east, north });
    expect(extents?.period?.start).toBe(start);
  });

  test('a logger that recorded nothing has one row, and so a period of one moment', async () => {
    const name = 'ocean-data-parser/pruth_pocket_11013016_20200816_rawdata.csv';
    const { header, extents } = (await describeDataFile(join(corpus ?? '', name)))?.facts ?? {};
    expect(header?.dimensions).toEqual([{ name: 'row', size: 1 }]);
    expect(extents?.period).toEqual({ start: '2019-08-12T00:06:13Z', end: '2019-08-12T00:06:13Z' });
  });

  test('are described without a fault of ours', async () => {
    const counts = { files: 0, described: 0, passedOver: 0, withBox: 0, withPeriod: 0 };
    const names = readdirSync(corpus ?? '.', { recursive: true, encoding: 'utf8' });
    for (const name of names.filter((one) => /\.(csv|txt|cnv)$/.test(one) && !/PROVENANCE/.test(one))) {
      const found = await describeDataFile(join(corpus ?? '', name));
      counts.files++;
      if (!found) counts.passedOver++;
      else {
        expect(
          found.problems.filter(({ severity }) => severity === 'error'),
          name,
        ).toEqual([]);
        counts.described++;
      }
      if (found?.facts?.extents.box) counts.withBox++;
      if (found?.facts?.extents.period) counts.withPeriod++;
    }
    process.stdout.write(`text files described: ${JSON.stringify(counts)}\n`);
    expect(counts).toMatchObject({ described: 19, withBox: 14, withPeriod: 17 });
  });
});
