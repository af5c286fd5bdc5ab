import { afterEach, describe, expect, it } from 'vitest';
import { startLocalServer } from '#runtime/fetching/testing';
import {
  honestThredds,
  openTestHarvest,
  sampleRecords,
  type TestHarvest,
  threddsCatalog,
  threddsDas,
  threddsNcml,
} from '../testing/index.ts';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const open of closing.splice(0)) await open.close();
});

type Answer = { status?: number; body: string };

const services = `<service name="all" serviceType="Compound" base="">
  <service name="odap" serviceType="OPENDAP" base="/dodsC/"/><service name="files" serviceType="HTTPServer" base="/files/"/>
  <service name="iso" serviceType="ISO" base="/iso/"/><service name="ncml" serviceType="NCML" base="/ncml/"/></service>`;
const dataset = `<dataset name="a.nc" ID="waves/a" urlPath="a.nc"><metadata inherited="true"><serviceName>all</serviceName>
  <documentation type="summary">What the catalogue says.</documentation><documentation type="rights">CC-BY-4.0</documentation>
  <creator><name vocabulary="DIF">Institute of the Sea</name></creator><publisher><name vocabulary="DIF">Data Centre</name></publisher>
  <keyword>waves</keyword></metadata></dataset>`;
const ncml = `<netcdf xmlns="http://www.unidata.ucar.edu/namespaces/netcdf/ncml-2.2"><dimension name="time" length="2"/>
  <attribute name="title" value="Waves off Brest"/><attribute name="id" value="10.5072/waves"/>
  <attribute name="creator_name" value="Anne Roux"/><attribute name="Conventions" value="CF-1.8, ACDD-1.3"/>
  <attribute name="geospatial_lat_min" value="47" type="double"/><attribute name="geospatial_lat_max" value="49" type="double"/>
  <attribute name="geospatial_lon_min" value="-6" type="double"/><attribute name="geospatial_lon_max" value="-4" type="double"/>
  <attribute name="time_coverage_start" value="2020-01-01"/><attribute name="time_coverage_end" value="2020-12-31"/>
  <variable name="hs" shape="time" type="float"><attribute name="standard_name" value="sea_surface_wave_significant_height"/>
    <attribute name="units" value="m"/></variable></netcdf>`;
const das = `Attributes {
  hs { String standard_name "sea_surface_wave_significant_height"; String units "m"; }
  NC_GLOBAL { String title "Waves & <swell>"; String summary "What the file says."; String license "CC0-1.0"; }
}`;

/** One dataset; `answers` by the beginning of the path, 404 where none is given. */
async function harvestOf(answers: Record<string, Answer>, options: Record<string, string> = {}) {
  const server = await startLocalServer((request, response) => {
    const path = request.url ?? '/';
    const key = Object.keys(answers).find((start) => path.startsWith(start)) ?? '';
    const answer: Answer =
      path === '/catalog.xml'
        ? { body: threddsCatalog(services + dataset) }
        : (answers[key] ?? { status: 404, body: 'No.' });
    response.writeHead(answer.status ?? 200);
    response.end(answer.body);
  });
  const harvest = openTestHarvest();
  closing.push(server, harvest);
  await harvest.source({ protocol: 'thredds', url: `${server.url}/catalog.xml`, options });
  const asked = () => server.requests.map(({ path }) => path.replace(/\?.*$/, '')).slice(1);
  return { harvest, server, asked };
}

async function recordOf({ stores }: TestHarvest, identifier = 'waves/a') {
  const found = await stores.records.findByUpstreamIdentifier('test', identifier);
  return found?.record;
}

describe('a dataset without ISO', () => {
  it('is described by NcML, and by the catalogue where the file says nothing', async () => {
    const { harvest, server, asked } = await harvestOf({ '/ncml/': { body: ncml } });
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ state: 'succeeded', counts: { created: 1, refused: 0 } });
    expect(asked()).toEqual(['/iso/a.nc', '/ncml/a.nc']);
    const record = await recordOf(harvest);
    expect(record?.metadataIdentifier).toBe('waves/a');
    expect(record?.resource).toMatchObject({
      type: 'dataset',
      titles: { und: 'Waves off Brest' },
      alternateTitles: [{ und: 'a.nc' }],
      abstracts: { und: 'What the catalogue says.' },
      spatialExtents: [{ box: { west: -6, east: -4, south: 47, north: 49 } }],
      temporalExtents: [{ start: { date: '2020-01-01' }, end: { date: '2020-12-31' } }],
      variables: [{ shortName: 'hs', standardName: 'sea_surface_wave_significant_height', unit: 'm' }],
      keywords: [{ label: { und: 'waves' } }],
      licences: [{ id: 'CC-BY-4.0' }],
    });
    expect(record?.resource.identifiers.map(({ code }) => code)).toEqual(['waves/a', '10.5072/waves']);
    expect(
      record?.resource.responsibilities.map(({ role, party }) => [role, party.person ?? party.organisation]),
    ).toEqual([
      ['author', 'Anne Roux'],
      ['publisher', { und: 'Data Centre' }],
    ]);
    expect(record?.resource.distributions.map(({ url }) => url)).toEqual([
      `${server.url}/dodsC/a.nc`,
      `${server.url}/files/a.nc`,
    ]);
    expect((await harvest.problems(run)).map(({ code }) => code)).not.toContain('abstract-missing');
    const again = await harvest.harvester.harvest('test');
    expect(again.counts).toMatchObject({ unchanged: 1, updated: 0 });
  });

  it.each([
    ['nothing', {}],
    ['a page', { '/ncml/': { body: '<html>Sign in</html>' } }],
    ['a header that is empty', { '/ncml/': { body: '<netcdf/>' } }],
  ])('is described by the DAS where NcML is %s', async (_what, answers: Record<string, Answer>) => {
    const { harvest, asked } = await harvestOf({ ...answers, '/dodsC/': { body: das } });
    expect(await harvest.harvester.harvest('test')).toMatchObject({ counts: { created: 1, refused: 0 } });
    expect(asked()).toEqual(['/iso/a.nc', '/ncml/a.nc', '/dodsC/a.nc.das']);
    expect((await recordOf(harvest))?.resource).toMatchObject({
      titles: { und: 'Waves & <swell>' },
      abstracts: { und: 'What the file says.' },
      licences: [{ id: 'CC0-1.0' }],
      variables: [{ shortName: 'hs' }],
      keywords: [{ label: { und: 'waves' } }],
    });
  });

  it('is as the catalogue says where nothing tells more, or nothing is to be asked', async () => {
    const error = { status: 200, body: 'Error {\n  code = 404;\n  message = "no such file";\n};' };
    for (const options of [{}, { iso: 'no', header: 'no' }]) {
      const { harvest, asked } = await harvestOf({ '/dodsC/': error }, options);
      expect(await harvest.harvester.harvest('test')).toMatchObject({ counts: { created: 1, problems: 0 } });
      expect((await recordOf(harvest))?.resource.titles).toEqual({ und: 'a.nc' });
      expect(asked().length).toBe('header' in options ? 0 : 3);
    }
  });
});

describe('an ISO service', () => {
  it('that fails is stood in for by NcML, and the run says so', async () => {
    const { harvest } = await harvestOf({ '/iso/': { status: 500, body: 'No.' }, '/ncml/': { body: ncml } });
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ state: 'succeeded', counts: { created: 1, refused: 0 } });
    expect((await recordOf(harvest))?.resource.titles).toEqual({ und: 'Waves off Brest' });
    expect((await harvest.problems(run)).filter(({ code }) => code === 'record-unreachable')).toMatchObject([
      { severity: 'warning', identifier: 'waves/a' },
    ]);
  });

  it('that gives a record of nothing is stood in for, too', async () => {
    const hollow = '<gmd:MD_Metadata xmlns:gmd="http://www.isotc211.org/2005/gmd"/>';
    const { harvest } = await harvestOf({ '/iso/': { body: hollow }, '/ncml/': { body: ncml } });
    await harvest.harvester.harvest('test');
    expect((await recordOf(harvest))?.resource.titles).toEqual({ und: 'Waves off Brest' });
  });
});

describe('services that fail', () => {
  it('leave what the catalogue says for a new dataset, and what is held of a known one', async () => {
    const answers: Record<string, Answer> = { '/dodsC/': { status: 503, body: 'Later.' } };
    const { harvest } = await harvestOf(answers);
    const first = await harvest.harvester.harvest('test');
    expect(first).toMatchObject({ state: 'succeeded', counts: { created: 1, refused: 0 } });
    expect((await harvest.problems(first)).map(({ code }) => code)).toContain('record-unreachable');
    expect((await harvest.harvester.harvest('test')).counts).toMatchObject({ unchanged: 1, refused: 0 });

    answers['/dodsC/'] = { body: das };
    expect((await harvest.harvester.harvest('test')).counts).toMatchObject({ updated: 1 });
    answers['/dodsC/'] = { status: 503, body: 'Later.' };
    const failing = await harvest.harvester.harvest('test');
    expect(failing.counts).toMatchObject({ updated: 0, refused: 1, withdrawn: 0 });
    expect((await recordOf(harvest))?.resource.titles).toEqual({ und: 'Waves & <swell>' });
  });
});

it('the day on which NcML was asked for makes no other document', async () => {
  const [one = { identifier: '', title: '' }] = sampleRecords(1);
  const days = ['2024-01-01', '2024-01-02'];
  const answers: Record<string, Answer> = {};
  const { harvest } = await harvestOf(answers);
  const changed: number[] = [];
  for (const day of days) {
    answers['/ncml/'] = { body: threddsNcml(one, day) };
    const { counts } = await harvest.harvester.harvest('test');
    changed.push(counts.created + counts.updated);
  }
  expect(changed).toEqual([1, 0]);
});

it('every dataset of a server is asked about once', async () => {
  const server = await honestThredds(() => sampleRecords(12), { header: 'das' });
  const harvest = openTestHarvest();
  closing.push(server, harvest);
  await harvest.source({ protocol: 'thredds', url: `${server.url}/thredds` });
  expect((await harvest.harvester.harvest('test')).counts).toMatchObject({ created: 12 });
  expect(server.requests.filter(({ path }) => path.endsWith('.das')).length).toBe(12);
  const original = await harvest.stores.records.original(
    (await harvest.stores.records.findByUpstreamIdentifier('test', 'record-0001'))?.id ?? '',
    'staff',
  );
  expect(original?.format).toBe('thredds');
  expect(new TextDecoder().decode(original?.bytes)).toContain(
    `<metadata metadataType="DAS">${threddsDas(sampleRecords(1)[0] ?? { identifier: '', title: '' })}</metadata>`,
  );
});
