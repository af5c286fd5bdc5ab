import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import readXlsxFile from 'read-excel-file/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { startLocalServer } from '#runtime/fetching/testing';
import { openTestHarvest, type TestHarvest } from '../testing/index.ts';
import { sheetNames, sheets } from './columns.ts';
import { spreadsheetTemplate } from './template.ts';

let house: TestHarvest;
let folder: string;
beforeEach(async () => {
  house = openTestHarvest();
  folder = await mkdtemp(join(tmpdir(), 'spreadsheet-'));
});
afterEach(async () => {
  await house.close();
  await rm(folder, { recursive: true });
});

async function harvest(name: string, content: string | Uint8Array) {
  const path = join(folder, name);
  await writeFile(path, content);
  await house.source({ protocol: 'spreadsheet', url: path });
  const run = await house.harvester.harvest('test');
  const problems = await house.problems(run);
  return {
    run,
    told: problems.map(({ code, path: where, line }) => `${code} ${where} ${line ?? ''}`.trim()),
    problems,
  };
}

async function resource(identifier: string) {
  const found = await house.stores.records.findByUpstreamIdentifier('test', identifier);
  return found?.record.resource;
}

type Cell = string | number | Date | null;
function workbook(given: Record<string, Cell[][]>): Promise<Uint8Array> {
  const written = (value: Cell) =>
    value instanceof Date ? { value, type: Date, format: 'yyyy-mm-dd' } : value === null ? null : { value };
  return writeXlsxFile(
    Object.entries(given).map(([sheet, rows]) => ({ sheet, data: rows.map((row) => row.map(written)) })),
  ).toBuffer();
}

describe('a workbook', () => {
  it('describes an archive: datasets, and of each its people, variables, links and keywords', async () => {
    const { run, told } = await harvest(
      'archive.xlsx',
      await workbook({
        datasets: [
          [
            'Identifier',
            'title',
            'Title (fr)',
            'abstract',
            'language',
            'keywords',
            'west',
            'south',
            'east',
            'north',
            'start',
            'end',
            'minimum depth',
            'maximum depth',
            'organisations',
            'contact email',
            'licence',
            'DOI',
            'platforms',
            'download',
            'series',
          ],
          [
            'ctd-2021',
            'CTD casts',
            'Profils CTD',
            'Casts.',
            'en',
            'temperature; salinity',
            -6.5,
            43,
            -1,
            48.5,
            new Date(Date.UTC(2021, 3, 28)),
            '2021-05',
            1,
            150,
            'Ifremer',
            'data@example.org',
            'CC-BY-4.0',
            '10.5072/abc',
            'Thalassa',
            'https://example.org/a.nc',
            'ctd',
          ],
          [
            'ctd',
            'All casts',
            null,
            'All.',
            'en',
            null,
            null,
            null,
            null,
            null,
            1990,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
          ],
        ],
        people: [
          ['identifier', 'person', 'organisation', 'role', 'ORCID'],
          ['ctd-2021', 'Le Bihan, Anne', 'Ifremer', 'principalInvestigator', '0000-0002-1825-0097'],
        ],
        variables: [
          ['identifier', 'name', 'standard name', 'unit', 'maximum'],
          ['ctd-2021', 'Temperature', 'sea_water_temperature', 'degree_C', 21.5],
        ],
        links: [
          ['identifier', 'address', 'name', 'purpose'],
          ['ctd-2021', 'https://example.org/wms', 'Map', 'information'],
        ],
        keywords: [
          ['identifier', 'keyword', 'thesaurus'],
          ['ctd-2021', 'Oceanographic geographical features', 'GEMET - INSPIRE themes'],
        ],
      }),
    );
    expect([run.counts.created, told]).toEqual([2, []]);
    expect(await resource('ctd-2021')).toMatchObject({
      type: 'dataset',
      titles: { en: 'CTD casts', fr: 'Profils CTD' },
      abstracts: { en: 'Casts.' },
      identifiers: [{ code: 'ctd-2021' }, { scheme: 'doi', code: '10.5072/abc' }],
      keywords: [
        { label: { en: 'temperature' } },
        { label: { en: 'salinity' } },
        {
          label: { en: 'Oceanographic geographical features' },
          thesaurus: { title: { en: 'GEMET - INSPIRE themes' } },
        },
      ],
      spatialExtents: [{ box: { west: -6.5, south: 43, east: -1, north: 48.5 }, inclusive: true }],
      temporalExtents: [{ start: { date: '2021-04-28' }, end: { date: '2021-05' } }],
      verticalExtents: [{ minimum: 1, maximum: 150, unit: 'm', positive: 'down' }],
      responsibilities: [
        { role: 'originator', party: { organisation: { en: 'Ifremer' } } },
        { role: 'pointOfContact', party: { organisation: { en: 'Ifremer' }, emails: ['data@example.org'] } },
        {
          role: 'principalInvestigator',
          party: { person: 'Le Bihan, Anne', identifiers: [{ scheme: 'orcid' }] },
        },
      ],
      licences: [{ id: 'CC-BY-4.0' }],
      variables: [
        {
          names: { en: 'Temperature' },
          standardName: 'sea_water_temperature',
          unit: 'degree_C',
          maximum: 21.5,
        },
      ],
      platforms: [{ names: { en: 'Thalassa' } }],
      distributions: [
        { url: 'https://example.org/a.nc', kind: 'download' },
        { url: 'https://example.org/wms', names: { en: 'Map' } },
      ],
      related: [{ relation: 'isPartOf', identifier: 'ctd' }],
    });
    expect((await resource('ctd'))?.temporalExtents).toEqual([{ start: { date: '1990' } }]);
  });

  it('names sheet, row, column and remedy of what is amiss, and keeps the rest of the row', async () => {
    const { run, told, problems } = await harvest(
      'wrong.xlsx',
      await workbook({
        'Jeux de données': [
          [
            'identifiant',
            'titre',
            'ouest',
            'sud',
            'est',
            'nord',
            'début',
            'fin',
            'courriel du contact',
            'page',
            'couleur',
          ],
          ['a', 'A', 'five', 43, 1, 44, '2021-02-30', '2022', 'nobody', 'example.org', 'blue'],
          ['b', 'B', 1, 44, 2, 43, '2022', '2021', null, null, null],
          ['b', 'B again', null, null, null, null, null, null, null, null, null],
          ['c', null, null, null, null, null, null, null, null, null, null],
          [null, 'no identifier', null, null, null, null, null, null, null, null, null],
          ['d', 'D', -200, 43, 1, 44, null, null, null, null, null],
        ],
        personnes: [
          ['identifiant', 'personne'],
          ['z', 'Roux, Jean'],
        ],
        notes: [['anything']],
        'Lisez-moi': [['help']],
      }),
    );
    expect(run.counts).toMatchObject({ created: 3, refused: 1 });
    expect(told.sort()).toEqual(
      [
        'abstract-missing abstract',
        'abstract-missing abstract',
        'abstract-missing abstract',
        'cell-missing Jeux de données!A6 6',
        'cell-missing Jeux de données!B5 5',
        'cell-unreadable Jeux de données!C2 2',
        'cell-unreadable Jeux de données!C7 7',
        'cell-unreadable Jeux de données!G2 2',
        'cell-unreadable Jeux de données!I2 2',
        'cell-unreadable Jeux de données!J2 2',
        'cells-contradict Jeux de données!C2 2',
        'cells-contradict Jeux de données!C7 7',
        'cells-contradict Jeux de données!D3 3',
        'cells-contradict Jeux de données!G3 3',
        'column-unknown Jeux de données!K1 1',
        'listing-incomplete /',
        'row-alone personnes!A2 2',
        'row-repeated Jeux de données!A4 4',
        'sheet-unknown notes!',
      ].sort(),
    );
    expect(problems.find(({ path }) => path.endsWith('!C2'))).toMatchObject({
      identifier: 'a',
      message: 'Sheet "Jeux de données", row 2, column C (west): "five" is no number.',
      hint: 'Write digits with a decimal point, without unit.',
    });
    expect((await resource('a'))?.temporalExtents).toEqual([{ end: { date: '2022' } }]);
    expect((await resource('b'))?.spatialExtents).toEqual([]);
  });

  it('keeps what is held of a row that lost its title, and withdraws nothing while a row has no identifier', async () => {
    const rows = (last: Cell[]) =>
      workbook({ datasets: [['identifier', 'title'], ['a', 'A'], ['b', 'B'], last] });
    await harvest('x.xlsx', await rows(['c', 'C']));
    const { run } = await harvest('x.xlsx', await rows([null, 'C']));
    expect(run.counts).toMatchObject({ unchanged: 2, withdrawn: 0 });
    await harvest(
      'x.xlsx',
      await workbook({
        datasets: [
          ['identifier', 'title'],
          ['a', null],
          ['b', 'B'],
          ['c', 'C'],
        ],
      }),
    );
    expect(await house.live()).toEqual(['a', 'b', 'c']);
  });
});

describe('CSV', () => {
  it('has semicolons or commas, French headings, cells over several lines and decimal commas', async () => {
    const { run, told } = await harvest(
      'jeux.csv',
      '\uFEFFidentifiant;titre;résumé;langue;ouest;sud;est;nord;mots-clés\r\na;"Un ""titre""";"Deux\nlignes";fr;-5,5;47;-4;48;mer\r\nb;B;;fr;x;;;;\r\n',
    );
    expect(run.counts.created).toBe(2);
    expect(told).toEqual(['cell-unreadable datasets!E4 4', 'abstract-missing abstract']);
    expect(await resource('a')).toMatchObject({
      titles: { fr: 'Un "titre"' },
      abstracts: { fr: 'Deux\nlignes' },
      spatialExtents: [{ box: { west: -5.5, south: 47, east: -4, north: 48 } }],
      keywords: [{ label: { fr: 'mer' } }],
    });
  });

  it('comes over the web too', async () => {
    const server = await startLocalServer(
      (_request, response) => void response.end('identifier,title\na,A\n'),
    );
    try {
      await house.source({ protocol: 'spreadsheet', url: `${server.url}/datasets.csv` });
      expect((await house.harvester.harvest('test')).counts.created).toBe(1);
    } finally {
      await server.close();
    }
  });
});

it('of the web is sent again only where it changed, or everything is asked for, or something was amiss', async () => {
  const file = { text: 'identifier,title\na,A\n', tag: '"1"' };
  const statuses: number[] = [];
  const server = await startLocalServer((request, response) => {
    const status = request.headers['if-none-match'] === file.tag ? 304 : 200;
    statuses.push(status);
    response.writeHead(status, { etag: file.tag }).end(status === 200 ? file.text : '');
  });
  const run = async (full = false) => (await house.harvester.harvest('test', { full })).counts;
  try {
    await house.source({ protocol: 'spreadsheet', url: `${server.url}/datasets.csv` });
    expect(await run()).toMatchObject({ created: 1 });
    expect(await run()).toMatchObject({ listed: 0, withdrawn: 0, problems: 0 });
    expect(await run(true)).toMatchObject({ unchanged: 1 });
    Object.assign(file, { text: 'identifier,title,colour\na,A,blue\nb,B,red\n', tag: '"2"' });
    expect(await run()).toMatchObject({ created: 1, unchanged: 1 });
    // The column that nobody knows is told again.
    expect(await run()).toMatchObject({ unchanged: 2, problems: 1 });
    expect(statuses).toEqual([200, 304, 200, 200, 200]);
    expect(await house.live()).toEqual(['a', 'b']);
  } finally {
    await server.close();
  }
});

describe('what is no such file', () => {
  it.each([
    ['page.csv', '<!doctype html><html></html>', /neither an \.xlsx workbook nor CSV/],
    ['other.csv', 'name,colour\na,blue\n', /has no column "identifier" \(or "identifiant"\)/],
    ['broken.xlsx', 'PK\u0003\u0004 nothing', /no sound \.xlsx workbook/],
    ['old.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), /old form \(\.xls\)/],
    ['bomb.xlsx', bomb(), /holds more than 209715200 bytes when it is unpacked/],
  ])('%s is told as such', async (name, content, message) => {
    const { run } = await harvest(name, content);
    expect(run.state).toBe('failed');
    expect(run.message).toMatch(message);
  });
});

/** A workbook of 250 MB of nothing, that says it has none. */
function bomb(): Uint8Array {
  const packed = deflateRawSync(Buffer.alloc(250 * 1024 * 1024));
  const name = Buffer.from('xl/worksheets/sheet1.xml');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, central, name, end]);
}

describe('the template', () => {
  it.each(['en', 'fr'] as const)(
    'in %s has every sheet and column, and reads as an empty list',
    async (language) => {
      const bytes = Buffer.from(await spreadsheetTemplate(language));
      const found = await readXlsxFile(bytes);
      expect(found.slice(0, -1).map(({ sheet, data }) => [sheet, data[0]])).toEqual(
        sheetNames.map((name) => [
          sheets[name][language],
          sheets[name].columns.map((column) => column[language]),
        ]),
      );
      expect(found.at(-1)?.data.length).toBe(
        1 + sheetNames.reduce((sum, name) => sum + sheets[name].columns.length, 0),
      );
      const { run, told } = await harvest(`template-${language}.xlsx`, bytes);
      expect([run.state, run.counts.listed, told]).toEqual(['succeeded', 0, []]);
    },
  );

  it('filled in with its examples gives a record without a word of complaint', async () => {
    const { run, told } = await harvest(
      'examples.xlsx',
      await workbook(
        Object.fromEntries(
          sheetNames.map((name) => {
            const { fr, columns } = sheets[name];
            return [fr, [columns.map((column) => column.fr), columns.map(({ example }) => example ?? null)]];
          }),
        ),
      ),
    );
    expect([run.counts.created, told]).toEqual([1, []]);
  });
});
