import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createTestFetcher, startLocalServer } from '#runtime/fetching/testing';
import { createLog } from '#runtime/log';
import { shared } from '../../tests/shared.ts';
import {
  csw3Capabilities,
  cswCapabilities,
  cswPage,
  honestCsw,
  isoDocument,
  openTestHarvest,
  sampleRecords,
  startCsw,
  type TestHarvest,
} from '../testing/index.ts';
import type { HarvestSource } from '../types.ts';
import { getCapabilities } from './capabilities.ts';
import { dialects } from './dialect.ts';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const open of closing.splice(0)) await open.close();
});

function sourceAt(url: string, options: Record<string, string> = {}): HarvestSource {
  return {
    id: 'test',
    names: {},
    descriptions: {},
    protocol: 'csw',
    url,
    options,
    enabled: true,
    allowPrivateAddresses: true,
    createdAt: '2024-01-01T00:00:00Z',
  };
}

/** A server that answers GetCapabilities as the function says. */
async function ask(answer: (asked: URLSearchParams) => string, options: Record<string, string> = {}) {
  const server = await startLocalServer((request, response) => {
    response.end(answer(new URL(request.url ?? '/', 'http://localhost').searchParams));
  });
  const fetcher = createTestFetcher();
  closing.push(server, fetcher);
  const source = sourceAt(`${server.url}/csw?service=csw&AcceptVersions=9`, options);
  const context = { fetcher, signal: new AbortController().signal, log: createLog('silent', 'test') };
  const capabilities = await getCapabilities(source, context);
  return { capabilities, server, asked: [...dialects(source, capabilities, 100)] };
}

async function harvestOf(
  server: { url: string; close(): Promise<void> },
  options: Record<string, string> = { pageSize: '10' },
): Promise<TestHarvest> {
  const harvest = openTestHarvest();
  closing.push(server, harvest);
  await harvest.source({ protocol: 'csw', url: `${server.url}/csw`, options });
  return harvest;
}

const refusal =
  '<ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows"><ows:Exception exceptionCode="VersionNegotiationFailed"/></ows:ExceptionReport>';

describe('the version', () => {
  it('is asked for by AcceptVersions, and what the catalogue answers in is spoken', async () => {
    for (const [version, capabilities] of [
      ['2.0.2', cswCapabilities],
      ['3.0.0', csw3Capabilities],
    ] as const) {
      const { capabilities: found, server } = await ask(() => capabilities('http://a.example.org/csw'));
      expect(found.version).toBe(version);
      expect(server.requests.map(({ path }) => path)).toEqual([
        '/csw?service=CSW&request=GetCapabilities&AcceptVersions=2.0.2%2C3.0.0',
      ]);
    }
  });

  it('is asked for by the older parameter, then not at all, where a catalogue refuses', async () => {
    const { capabilities, server } = await ask((asked) =>
      asked.has('AcceptVersions') || asked.has('version') ? refusal : cswCapabilities('/csw'),
    );
    expect(capabilities.version).toBe('2.0.2');
    expect(server.requests.length).toBe(3);
  });

  it('can be chosen, and a catalogue that has another one is told by the name of the option', async () => {
    const spoken = await ask(() => csw3Capabilities('/csw'), { version: '3.0.0' });
    expect(spoken.server.requests[0]?.path).toContain('AcceptVersions=3.0.0');
    await expect(ask(() => cswCapabilities('/csw'), { version: '3.0.0' })).rejects.toThrow(
      'version: the catalogue answers in 2.0.2, not in 3.0.0.',
    );
    await expect(ask(() => '', { version: '3' })).rejects.toThrow(
      'version: must be 2.0.2 or 3.0.0, not "3".',
    );
  });

  it('that no answer gives ends in the words of the first one', async () => {
    await expect(ask(() => refusal)).rejects.toThrow(/AcceptVersions.* does not give CSW capabilities/);
    await expect(ask(() => '<html><body>Login</body></html>')).rejects.toThrow(/does not give CSW/);
  });
});

describe('what the capabilities offer', () => {
  const parameter = (name: string, ...values: string[]) =>
    `<ows:Parameter name="${name}">${values.map((value) => `<ows:Value>${value}</ows:Value>`).join('')}</ows:Parameter>`;
  const constraint = (name: string, ...values: string[]) =>
    parameter(name, ...values).replaceAll('Parameter', 'Constraint');

  it('is asked: types, sorting, and the way', async () => {
    const first = async (more: string) => (await ask(() => cswCapabilities('/csw', more))).asked[0];
    expect(await first('')).toMatchObject({
      typeNames: 'csw:Record',
      sortBy: 'dc:identifier',
      method: 'POST',
    });
    expect(await first(parameter('typeNames', 'gmd:MD_Metadata'))).toMatchObject({
      typeNames: 'gmd:MD_Metadata',
      sortBy: 'apiso:Identifier',
    });
    expect(
      await first(constraint('SupportedDublinCoreQueryables', 'dc:title', 'dct:modified')),
    ).toMatchObject({ sortBy: 'dct:modified' });
    expect(await first(constraint('SupportedISOQueryables', 'Identifier', 'Modified'))).toMatchObject({
      sortBy: 'dc:identifier',
    });
  });

  it('is asked with parameters where version 3 tells no address for posts', async () => {
    const server = await honestCsw(() => sampleRecords(25), '3.0');
    const harvest = await harvestOf(server);
    expect((await harvest.harvester.harvest('test')).counts).toMatchObject({ created: 25, problems: 0 });
    expect(server.requests.every(({ method }) => method === 'GET')).toBe(true);
    expect(server.requests[1]?.path).toBe(
      '/csw?service=CSW&version=3.0.0&request=GetRecords&outputFormat=application%2Fxml&outputSchema=http%3A%2F%2Fwww.isotc211.org%2F2005%2Fgmd&typeNames=csw30%3ARecord&ElementSetName=full&startPosition=1&maxRecords=10&sortBy=dc%3Aidentifier%3AA',
    );
  });

  it('of page sizes is obeyed where a larger one is refused', async () => {
    const all = sampleRecords(23).map(isoDocument);
    const sizes: number[] = [];
    const server = await startCsw(
      ({ start, size }) => {
        sizes.push(size);
        return size > 5
          ? refusal.replace('Exception ', 'Exception locator="maxRecords" ')
          : cswPage(all.slice(start - 1, start - 1 + size), { matched: all.length });
      },
      (address) => cswCapabilities(address, constraint('MaxRecordDefault', '5')),
    );
    const harvest = await harvestOf(server, {});
    expect((await harvest.harvester.harvest('test')).counts).toMatchObject({ created: 23, problems: 0 });
    expect(sizes).toEqual([100, 5, 5, 5, 5, 5, 3]);
  });
});

it('a page that is empty in the middle of capped ones hides no more than one of them', async () => {
  const all = sampleRecords(40).map(isoDocument);
  const server = await startCsw(({ start, size }) => {
    const shown = start === 7 ? [] : all.slice(start - 1, start - 1 + Math.min(size, 4));
    return cswPage(shown, { matched: all.length });
  });
  const harvest = await harvestOf(server, { pageSize: '20' });
  const run = await harvest.harvester.harvest('test');
  expect(run).toMatchObject({ state: 'succeeded', counts: { created: 37 } });
  expect(await harvest.problems(run)).toMatchObject([{ code: 'listing-incomplete' }]);
});

it('records of other schemas are told by format and identifier', async () => {
  const records = [
    '<c:Record xmlns:c="http://www.opengis.net/cat/csw/3.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier>third</dc:identifier><dc:title>Third</dc:title></c:Record>',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcat="http://www.w3.org/ns/dcat#" xmlns:dct="http://purl.org/dc/terms/"><dcat:Dataset rdf:about="https://e.org/d"><dct:identifier>rdf</dct:identifier><dct:title>In RDF</dct:title></dcat:Dataset></rdf:RDF>',
    '<dcat:Dataset xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcat="http://www.w3.org/ns/dcat#" xmlns:dct="http://purl.org/dc/terms/" rdf:about="https://e.org/e"><dct:identifier>bare</dct:identifier><dct:title>Bare</dct:title></dcat:Dataset>',
    '<mdb:MD_Metadata xmlns:mdb="http://standards.iso.org/iso/19115/-3/mdb/2.0" xmlns:mcc="http://standards.iso.org/iso/19115/-3/mcc/1.0" xmlns:gco="http://standards.iso.org/iso/19115/-3/gco/1.0" xmlns:mri="http://standards.iso.org/iso/19115/-3/mri/1.0" xmlns:cit="http://standards.iso.org/iso/19115/-3/cit/2.0"><mdb:metadataIdentifier><mcc:MD_Identifier><mcc:code><gco:CharacterString>mdb</gco:CharacterString></mcc:code></mcc:MD_Identifier></mdb:metadataIdentifier><mdb:identificationInfo><mri:MD_DataIdentification><mri:citation><cit:CI_Citation><cit:title><gco:CharacterString>New</gco:CharacterString></cit:title></cit:CI_Citation></mri:citation></mri:MD_DataIdentification></mdb:identificationInfo></mdb:MD_Metadata>',
  ];
  const server = await startCsw(({ start }) =>
    cswPage(start === 1 ? records : [], { matched: records.length, next: 0 }),
  );
  const harvest = await harvestOf(server);
  expect((await harvest.harvester.harvest('test')).counts).toMatchObject({ created: 4, refused: 0 });
  const formats = await Promise.all(
    ['third', 'rdf', 'bare', 'mdb'].map(async (identifier) => {
      const record = await harvest.stores.records.findByUpstreamIdentifier('test', identifier);
      return (await harvest.stores.records.original(record?.id ?? '', 'staff'))?.format;
    }),
  );
  expect(formats).toEqual(['csw-record', 'dcat', 'dcat', 'iso19115-3']);
});

const corpus = shared('corpus', 'csw');
const [csw2, csw3] = ['http://www.opengis.net/cat/csw/2.0.2', 'http://www.opengis.net/cat/csw/3.0'];
const gmd = 'http://www.isotc211.org/2005/gmd';
const both = ['csw:Record', 'gmd:MD_Metadata'];
describe.runIf(corpus)('capabilities of real catalogues', () => {
  it.each([
    ['pycsw/default__expected__get_GetCapabilities.xml', '2.0.2', ['csw:Record'], 19, 10, csw2],
    ['pycsw/apiso__expected__post_GetCapabilities.xml', '2.0.2', both, 74, 10, gmd],
    [
      'pycsw/csw30__expected__get_0bdf8457-971e-4ed1-be4a-5feca4dcd8fa.xml',
      '3.0.0',
      ['csw30:Record', 'csw:Record'],
      19,
      10,
      csw3,
    ],
    ['esri-harvester/GetCapabilitiesResponse.xml', '2.0.2', both, 47, undefined, gmd],
    ['geodatagouv-parsers/csw-getcapabilities.xml', '2.0.2', both, 48, undefined, gmd],
  ])('%s', async (path, version, typeNames, queryables, pageSize, outputSchema) => {
    const text = await readFile(join(corpus ?? '', path), 'utf8');
    const { capabilities, asked } = await ask(() => text);
    expect(capabilities).toMatchObject({ version, typeNames });
    expect(capabilities.constraintLanguages).toContain('FILTER');
    expect(capabilities.queryables.length).toBe(queryables);
    expect(capabilities.pageSize).toBe(pageSize);
    const [first] = asked;
    expect(first).toMatchObject({ method: 'POST', version, outputSchema, sortBy: 'dc:identifier' });
  });
});
