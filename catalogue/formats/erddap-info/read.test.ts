import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { shared } from '#tests/shared.ts';
import { readPart, splitDocument } from '../index.ts';
import { erddapInfo } from './index.ts';

const corpus = shared('corpus', 'erddap');
const encode = (text: string) => new TextEncoder().encode(text);
const read = async (bytes: Uint8Array, baseUrl?: string) => {
  const result = await erddapInfo.read?.(bytes, baseUrl ? { baseUrl } : {});
  return { record: result?.record, problems: result?.problems ?? [] };
};

const csv = [
  'Row Type,Variable Name,Attribute Name,Data Type,Value',
  'attribute,NC_GLOBAL,title,String,"Buoys, ""all"" of them"',
  'attribute,NC_GLOBAL,summary,String,"First\\nsecond"',
  'attribute,NC_GLOBAL,Conventions,String,"CF-1.6, ACDD-1.3"',
  'dimension,time,,double,"nValues=7,340, evenlySpaced=true, averageSpacing=1 day"',
  'attribute,time,units,String,seconds since 1970-01-01T00:00:00Z',
  'variable,sst,,float,time',
  'attribute,sst,units,String,degree_C',
  '',
].join('\r\n');

describe('an info table', () => {
  test('in CSV gives the dataset, and the links of its server', async () => {
    const { record, problems } = await read(
      encode(csv),
      'https://data.example.org/erddap/info/buoys/index.csv',
    );
    expect(problems.map(({ code }) => code)).toEqual([
      'standard-name-missing',
      'licence-missing',
      'creator-missing',
      'acdd-extent-missing',
      'acdd-period-missing',
    ]);
    expect(record?.metadataIdentifier).toBe('buoys');
    expect(record?.resource.titles).toEqual({ und: 'Buoys, "all" of them' });
    expect(record?.resource.abstracts).toEqual({ und: 'First\nsecond' });
    expect(record?.resource.variables).toEqual([
      { names: { und: 'sst' }, shortName: 'sst', unit: 'degree_C' },
    ]);
    expect(record?.resource.distributions.map(({ url, protocol }) => [url, protocol])).toEqual([
      ['https://data.example.org/erddap/griddap/buoys.html', 'ERDDAP:griddap'],
      ['https://data.example.org/erddap/griddap/buoys', 'OPeNDAP:OPeNDAP'],
    ]);
  });

  test('is recognised by its first line', async () => {
    expect((await splitDocument(encode(csv))).parts.map(({ format }) => format)).toEqual(['erddap-info']);
  });

  test('without rows or of another kind is refused', async () => {
    for (const text of [
      '{"table":{"columnNames":["a"],"rows":[[1]]}}',
      '{"table":{}}',
      '[{"Row Type":1}, 3]',
    ]) {
      const { problems } = await read(encode(text));
      expect(problems.some(({ severity }) => severity === 'error')).toBe(true);
    }
  });
});

describe('datasets.xml', () => {
  const xml = `<?xml version="1.0" encoding="ISO-8859-1"?>
<erddapDatasets>
  <dataset type="EDDTableFromNcFiles" datasetID="one" active="true">
    <!-- sourceAttributes>
      <att name="title">Mar\u00e9es</att>
      <att name="acknowledgment">gone</att>
    </sourceAttributes -->
    <addAttributes><att name="acknowledgment">null</att><att name="summary">Tides</att></addAttributes>
  </dataset>
  <dataset type="EDDTableFromNcFiles" datasetID="two" active="false"></dataset>
  <dataset type="EDDGridFromErddap" datasetID="three"><sourceUrl>https://other.example.org/erddap/griddap/far</sourceUrl></dataset>
</erddapDatasets>`;

  test('gives its active datasets, with what their sources say beneath what is added', async () => {
    const { parts, problems } = await splitDocument(Buffer.from(xml, 'latin1'), {
      mediaType: 'application/xml',
    });
    expect(parts.map(({ identifier }) => identifier)).toEqual(['one', 'three']);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([['dataset-inactive', 10]]);
    const [one, three] = await Promise.all(parts.map((part) => readPart(part)));
    expect(one?.record?.resource.titles).toEqual({ und: 'Marées' });
    expect(one?.record?.resource.credits).toEqual([]);
    expect(three?.record?.resource.distributions.map(({ url }) => url)).toEqual([
      'https://other.example.org/erddap/griddap/far.html',
      'https://other.example.org/erddap/griddap/far',
    ]);
    expect(three?.problems.map(({ code }) => code)).toContain('title-missing');
  });
});

describe.runIf(corpus)('a list of datasets', () => {
  test('gives one record each, without the list itself', async () => {
    const name = '3390b51587135ad525d8886aaaac3ed55587b5e4a76004671fc568166beb5670.json';
    const { parts } = await splitDocument(readFileSync(join(corpus ?? '', 'argopy', name)));
    expect(parts).toHaveLength(53);
    const part = parts.find(({ identifier }) => identifier === 'ArgoFloats');
    const { record, problems } = part ? await readPart(part) : { record: null, problems: [] };
    expect(problems).toEqual([]);
    expect(record?.metadataIdentifier).toBe('ArgoFloats');
    expect(record?.resource.titles).toEqual({ und: 'Argo Float Measurements' });
    expect(record?.resource.distributions.map(({ url }) => url)).toEqual([
      'https://erddap.ifremer.fr/erddap/tabledap/ArgoFloats.html',
      'https://argo.ucsd.edu/',
    ]);
  });
});
