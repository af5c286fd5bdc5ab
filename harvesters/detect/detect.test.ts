import { afterEach, expect, test } from 'vitest';
import type { LocalServer } from '#runtime/fetching/testing';
import { createTestFetcher, startLocalServer } from '#runtime/fetching/testing';
import { createLog } from '#runtime/log';
import { protocols } from '../index.ts';
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
  honestStacApi,
  honestStacStatic,
  honestThredds,
  sampleRecords,
} from '../testing/index.ts';
import type { HarvestProtocolName } from '../types.ts';
import { bareAddress } from './bare-address.ts';
import { detectProtocols } from './index.ts';

const fetcher = createTestFetcher();
const ports = { protocols, fetcher, log: createLog('silent', 'test') };
let server: LocalServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const records = () => sampleRecords(3);
const dated = () => records().map((record) => ({ ...record, datestamp: '2024-05-01T00:00:00Z' }));

/** Protocols that an address was found to speak, the surest first. */
async function spoken(address: string): Promise<string[]> {
  const findings = await detectProtocols(address, true, ports);
  return findings.filter(({ speaks }) => speaks).map(({ protocol }) => protocol);
}

test('a CSW, whatever question was pasted with its address', async () => {
  server = await honestCsw(records);
  const [best] = await detectProtocols(
    `${server.url}/csw?SERVICE=CSW&Request=GetCapabilities&map=sea`,
    true,
    ports,
  );
  expect(best).toMatchObject({
    protocol: 'csw',
    speaks: true,
    vague: false,
    title: 'Test',
    url: `${server.url}/csw?map=sea`,
  });
});

test('an OAI-PMH repository', async () => {
  server = await honestOai(dated);
  expect((await spoken(`${server.url}/oai?verb=Identify`))[0]).toBe('oai-pmh');
});

test('a DCAT catalogue before the folder that any answer may be', async () => {
  server = await honestDcat(records);
  expect(await spoken(server.url)).toEqual(['dcat', 'folder']);
});

test.each<[HarvestProtocolName, string, (list: typeof records) => Promise<LocalServer>]>([
  ['ogc-records', '/', honestOgcRecords],
  ['stac', '/', honestStacApi],
  ['stac', '/catalog.json', honestStacStatic],
  ['ckan', '/dataset', honestCkan],
  ['datacite', '/dois', honestDatacite],
  ['erddap', '/erddap/index.html', honestErddap],
  ['thredds', '/thredds/catalog.html', honestThredds],
  ['geonetwork', '/geonetwork/srv/fre/catalog.search', honestGeonetwork],
  ['sitemap', '/', honestSite],
])('%s by %s, and nothing else that would be as sure', async (protocol, path, serve) => {
  server = await serve(records);
  const findings = await detectProtocols(server.url + path, true, ports);
  expect(findings[0]).toMatchObject({ protocol, speaks: true });
  const sure = findings
    .filter((finding) => finding.speaks && !finding.vague)
    .map((finding) => finding.protocol);
  expect(sure).toEqual(protocol === 'sitemap' ? [] : [protocol]);
});

test('a folder', async () => {
  server = await honestFolder(records);
  expect(await spoken(`${server.url}/`)).toContain('folder');
});

test('nothing where nothing is, with a reason for each protocol', async () => {
  server = await startLocalServer((_request, response) => void response.writeHead(404).end());
  const findings = await detectProtocols(server.url, true, ports);
  expect(findings.map(({ speaks }) => speaks)).toEqual(findings.map(() => false));
  for (const finding of findings) expect(finding).toMatchObject({ reason: expect.stringMatching(/\w+ \w+/) });
});

test('a private address only where that is allowed', async () => {
  server = await honestCsw(records);
  const findings = await detectProtocols(server.url, false, ports);
  expect(findings.some(({ speaks }) => speaks)).toBe(false);
  expect(server.requests).toEqual([]);
});

test('a server that never answers is left', async () => {
  server = await startLocalServer(() => {});
  const findings = await detectProtocols(server.url, true, { ...ports, patienceMs: 200 });
  expect(findings.some(({ speaks }) => speaks)).toBe(false);
  expect(findings.find(({ protocol }) => protocol === 'csw')).toMatchObject({
    reason: 'No answer within 0.2 s.',
  });
});

test.each(['/etc', 'file:///etc/passwd', 'ftp://example.org/', 'sea', ''])(
  'refuses %j: what is asked must be of the web',
  async (address) => {
    await expect(detectProtocols(address, true, ports)).rejects.toMatchObject({
      code: 'invalid',
      field: 'url',
    });
  },
);

test('addresses lose what each protocol asks by itself, and nothing else', () => {
  const given = 'https://example.org/srv?verb=ListRecords&metadataPrefix=oai_dc&key=1#top';
  expect(bareAddress(given, 'oai-pmh')).toBe('https://example.org/srv?key=1');
  expect(bareAddress(given, 'folder')).toBe(
    'https://example.org/srv?verb=ListRecords&metadataPrefix=oai_dc&key=1',
  );
});
