import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { shared } from '../../../tests/shared.ts';
import { parseXml } from '../../xml/index.ts';
import { readPart, splitDocument } from '../index.ts';
import { splitThredds, thredds, withHeader } from './index.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const baseUrl = 'https://data.example.org/thredds/catalog/waves/catalog.xml';
const context = { mediaType: 'application/xml', baseUrl };

const catalog = `<catalog xmlns="http://www.unidata.ucar.edu/namespaces/thredds/InvCatalog/v1.0" xmlns:xlink="http://www.w3.org/1999/xlink" name="Waves">
  <service name="all" serviceType="Compound" base="">
    <service name="odap" serviceType="OPENDAP" base="/thredds/dodsC/"/>
    <service name="files" serviceType="HTTPServer" base="/thredds/fileServer/"/>
    <service name="iso" serviceType="ISO" base="/thredds/iso/"/>
    <service name="subset" serviceType="NetcdfSubset" base="/thredds/ncss/" suffix="/dataset.html"/>
  </service>
  <service name="latest" serviceType="Resolver" base=""/>
  <dataset name="Waves" ID="waves" harvest="true">
    <metadata inherited="true">
      <serviceName>all</serviceName>
      <authority>org.example</authority>
      <dataType>Grid</dataType>
      <dataFormat>NetCDF</dataFormat>
      <documentation type="summary">Heights of waves</documentation>
      <documentation type="rights">Freely available</documentation>
      <documentation xlink:href="https://example.org/doc" xlink:title="Manual"/>
      <creator><name>Dr. Anne Roux</name><contact url="https://example.org" email="anne@example.org"/></creator>
      <contributor role="data manager">Jean Petit</contributor>
      <geospatialCoverage zpositive="down">
        <northsouth><start>40</start><size>5.5</size><resolution>0.1</resolution><units>degrees_north</units></northsouth>
        <eastwest><start>-10</start><size>4</size><resolution>0.1</resolution></eastwest>
        <updown><start>0</start><size>100</size><units>m</units></updown>
      </geospatialCoverage>
      <timeCoverage><end>present</end><duration>14 days</duration><resolution>3 hours</resolution></timeCoverage>
      <variables vocabulary="CF-1.0"><variable name="hs" vocabulary_name="sea_surface_wave_significant_height" units="m">Wave height</variable></variables>
    </metadata>
    <metadata><keyword>not handed down</keyword></metadata>
    <dataset name="2020 a.nc" ID="waves/2020" urlPath="waves/2020 a.nc">
      <dataSize units="Mbytes">1.5</dataSize><date type="modified">2021-01-01</date>
    </dataset>
    <dataset name="Latest" urlPath="latest.xml"><serviceName>latest</serviceName></dataset>
    <dataset name="odd"><access serviceName="nowhere" urlPath="x"/></dataset>
    <catalogRef xlink:href="more.xml" xlink:title="More"/>
  </dataset>
</catalog>`;

describe('a catalogue', () => {
  test('gives one part for each dataset with data, and for collections to be found', async () => {
    const { parts, problems } = await splitDocument(encode(catalog), context);
    expect(problems).toEqual([]);
    expect(parts.map(({ format, identifier }) => [format, identifier])).toEqual([
      ['thredds', 'waves'],
      ['thredds', 'waves/2020'],
      ['thredds', undefined],
    ]);
  });

  test('hands down what is inherited, and resolves compound services', async () => {
    const { parts } = await splitDocument(encode(catalog), context);
    const [series, file, odd] = await Promise.all(parts.map((part) => readPart(part, context)));
    expect(series?.record?.resource.type).toBe('series');
    expect(series?.record?.resource.keywords.map(({ label }) => label)).toEqual([
      { und: 'not handed down' },
      { en: 'Grid' },
    ]);
    const { record } = file ?? {};
    expect(file?.problems).toEqual([]);
    expect(record?.metadataIdentifier).toBe('waves/2020');
    expect(record?.parentIdentifier).toBe('waves');
    expect(record?.resource.identifiers).toEqual([
      { code: 'waves/2020', codeSpace: 'org.example', scheme: 'other' },
    ]);
    expect(record?.resource.abstracts).toEqual({ und: 'Heights of waves' });
    expect(record?.resource.keywords.map(({ label }) => label)).toEqual([{ en: 'Grid' }]);
    expect(record?.resource.responsibilities.map(({ role, party }) => [role, party.person])).toEqual([
      ['author', 'Dr. Anne Roux'],
      ['custodian', 'Jean Petit'],
    ]);
    expect(record?.resource.spatialExtents).toEqual([
      { box: { west: -10, south: 40, east: -6, north: 45.5 }, inclusive: true },
    ]);
    expect(record?.resource.spatialResolutions).toEqual([{ angular: { value: 0.1, unit: 'degrees' } }]);
    expect(record?.resource.verticalExtents).toEqual([
      { minimum: 0, maximum: 100, unit: 'm', positive: 'down' },
    ]);
    expect(record?.resource.temporalExtents).toEqual([
      { end: { indeterminate: 'now' }, step: 'PT3H', duration: 'P14D' },
    ]);
    expect(record?.resource.variables).toEqual([
      {
        names: { und: 'Wave height' },
        shortName: 'hs',
        standardName: 'sea_surface_wave_significant_height',
        unit: 'm',
      },
    ]);
    expect(
      record?.resource.distributions.map(({ url, protocol, byteSize }) => [url, protocol, byteSize]),
    ).toEqual([
      ['https://data.example.org/thredds/dodsC/waves/2020%20a.nc', 'OPeNDAP:OPeNDAP', undefined],
      ['https://data.example.org/thredds/fileServer/waves/2020%20a.nc', 'WWW:DOWNLOAD', 1_500_000],
      ['https://data.example.org/thredds/ncss/waves/2020%20a.nc/dataset.html', 'UNIDATA:NCSS', undefined],
    ]);
    expect(record?.metadataLinkages).toEqual([
      { url: 'https://data.example.org/thredds/iso/waves/2020%20a.nc', name: { en: 'ISO' } },
    ]);
    expect(odd?.problems.map(({ code }) => code)).toEqual(['access-service-unknown']);
  });

  test('without an address tells that its own are relative', async () => {
    const { parts } = await splitDocument(encode(catalog), { mediaType: 'application/xml' });
    const part = parts[1];
    const read = part && (await readPart(part));
    expect(read?.record?.resource.distributions).toEqual([]);
    expect(new Set(read?.problems.map(({ code }) => code))).toEqual(new Set(['address-relative']));
  });

  test('that only refers to others, or lists nothing, says so', async () => {
    const only = (inner: string) =>
      `<catalog xmlns="http://www.unidata.ucar.edu/namespaces/thredds/InvCatalog/v1.0">${inner}</catalog>`;
    for (const [inner, severity] of [
      ['<dataset name="a"><catalogRef/><catalogRef/></dataset>', 'info'],
      ['<dataset name="a"/>', 'error'],
    ] as const) {
      const { parts, problems } = await splitDocument(encode(only(inner)), context);
      expect(parts).toEqual([]);
      expect(problems.map(({ code, severity: told }) => [code, told])).toEqual([
        ['catalogue-empty', severity],
      ]);
      expect((await thredds.read?.(encode(only(inner))))?.record).toBeNull();
    }
  });

  test('of which each dataset inherits much is cut at a bound', async () => {
    const heavy = `<catalog xmlns="http://www.unidata.ucar.edu/namespaces/thredds/InvCatalog/v1.0"><dataset name="a"><metadata inherited="true"><documentation>${'x'.repeat(4_000_000)}</documentation></metadata>${'<dataset name="b" urlPath="c"/>'.repeat(200)}</dataset></catalog>`;
    const { parts, problems } = await splitDocument(encode(heavy), context);
    expect(parts.length).toBeLessThan(70);
    expect(problems.map(({ code }) => code)).toEqual(['document-too-large']);
  });
});

function partsOf(text: string): Uint8Array[] {
  const { root } = parseXml(encode(text));
  return root ? splitThredds(root).parts.map(({ bytes }) => bytes) : [];
}

describe('the header of a file in its dataset', () => {
  const corpus = shared('corpus', 'thredds', 'threddsiso');
  const waves = partsOf(catalog)[1] ?? new Uint8Array();

  test.runIf(corpus)('as THREDDS gives it in NcML is read with the dataset', async () => {
    const answer = await readFile(join(corpus ?? '', 'testgrid1.ncml.xml'));
    const bytes = withHeader(waves, answer);
    const { record } = await readPart({ format: 'thredds', bytes: bytes ?? new Uint8Array() }, context);
    expect(record?.resource.titles).toEqual({ und: '2020 a.nc' });
    expect(record?.resource.abstracts).toEqual({ und: 'Heights of waves' });
    expect(record?.resource.spatialExtents).toMatchObject([
      { box: { west: -15, east: -1, south: 17, north: 23 } },
    ]);
    expect(record?.resource.variables.map(({ shortName }) => shortName)).toEqual(['var']);
    expect(new TextDecoder().decode(bytes)).not.toContain('metadata_creation');
  });

  test('is told where it lies in the whole document', async () => {
    const das = 'Attributes {\n NC_GLOBAL {\n  String time_coverage_start "soon";\n }\n}';
    const bytes = withHeader(waves, encode(das)) ?? new Uint8Array();
    const { problems } = await readPart({ format: 'thredds', bytes }, context);
    const line =
      new TextDecoder()
        .decode(bytes)
        .split('\n')
        .findIndex((text) => text.includes('soon')) + 1;
    expect(problems.find(({ path }) => path.includes('time_coverage_start'))?.line).toBe(line);
  });

  test.each(['', 'No.', '<html/>', '<netcdf/>', 'Attributes {\n}', '{"a": 1}'])('is none in %j', (answer) => {
    expect(withHeader(waves, encode(answer))).toBeUndefined();
  });
});
