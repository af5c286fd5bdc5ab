import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parseXml } from '#catalogue/xml';
import type { HarvestSource } from '#harvesters';
import {
  openTestHarvest,
  sendHtml,
  sendJson,
  sendXml,
  sitemapOf,
  threddsCatalog,
} from '../../harvesters/testing/index.ts';
import { type LocalServer, startLocalServer } from '../../runtime/fetching/testing/index.ts';
import { shared } from '../shared.ts';

const corpus = shared('corpus');

/** Files of a folder of the corpus that are well-formed, in order of their paths. */
function filesOf(folder: string, ending: RegExp): { name: string; text: string }[] {
  if (!corpus) return [];
  return readdirSync(join(corpus, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name) && !entry.parentPath.includes('malformed'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ name: path.slice(corpus.length + 1), text: readFileSync(path, 'utf8') }));
}

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const open of closing.splice(0)) await open.close();
});

/** Harvests what a server of recorded answers gives, twice: nothing may have changed the second time. */
async function harvested(
  source: Pick<HarvestSource, 'protocol' | 'url'> & Partial<HarvestSource>,
  server: LocalServer,
) {
  const harvest = openTestHarvest();
  closing.push(server, harvest);
  await harvest.source(source);
  const run = await harvest.harvester.harvest('test');
  process.stdout.write(`${source.protocol}: ${JSON.stringify(run.counts)} ${run.message ?? ''}\n`);
  expect(run.state).toBe('succeeded');
  const again = await harvest.harvester.harvest('test', { full: true });
  expect(again).toMatchObject({
    state: 'succeeded',
    counts: { created: 0, updated: 0, unchanged: run.counts.created, withdrawn: 0 },
  });
  return { counts: run.counts, problems: await harvest.problems(run), live: await harvest.live() };
}

describe.runIf(corpus)('recorded answers, served again', () => {
  it('records of OGC API Records, as one page', async () => {
    const features = filesOf('ogcapi-records', /\.json$/)
      .map(({ text }): unknown => JSON.parse(text))
      .filter((value) => isFeature(value));
    const server = await startLocalServer((_request, response) =>
      sendJson(response, { type: 'FeatureCollection', features, numberMatched: features.length, links: [] }),
    );
    const { counts } = await harvested({ protocol: 'ogc-records', url: `${server.url}/items` }, server);
    // Some are copies of each other, changed by tests of their own.
    expect({ features: features.length, ...counts }).toMatchObject({ features: 30, created: 25, refused: 5 });
  });

  it('collections of STAC, as those of an API', async () => {
    const collections = filesOf('stac', /\.json$/)
      .map(({ text }): unknown => JSON.parse(text))
      .filter((value) => isRecord(value) && value['type'] === 'Collection');
    const server = await startLocalServer((_request, response) =>
      sendJson(response, { collections, links: [] }),
    );
    const { counts } = await harvested({ protocol: 'stac', url: `${server.url}/collections` }, server);
    // Some are variants of one collection, under its identifier.
    expect({ collections: collections.length, ...counts }).toMatchObject({
      collections: 37,
      created: 30,
      refused: 7,
    });
  });

  it('a page of datasets of CKAN', async () => {
    const page = readFileSync(
      join(corpus ?? '', 'ckan/alphagov-functional-tests/package_search.json'),
      'utf8',
    );
    const server = await startLocalServer((request, response) => {
      const start = new URL(request.url ?? '/', 'http://localhost').searchParams.get('start');
      if (start === '0') return void response.end(page);
      sendJson(response, { success: true, result: { count: 10, results: [] } });
    });
    const { counts, problems } = await harvested({ protocol: 'ckan', url: server.url }, server);
    expect(counts).toMatchObject({ listed: 4, created: 4, refused: 0 });
    // The page was cut when it was recorded.
    expect(problems.at(-1)).toMatchObject({ code: 'listing-incomplete', message: /10 datasets, but gave 4/ });
  });

  it('a page of DOIs of DataCite, whose next page is told at another host', async () => {
    const page = readFileSync(join(corpus ?? '', 'datacite/rdatacite-recorded/dc_dois__00.json'), 'utf8');
    const server = await startLocalServer((request, response) => {
      if ((request.url ?? '').includes('cursor')) return void response.end(page);
      sendJson(response, { data: [], meta: { total: 5 }, links: {} });
    });
    const { counts } = await harvested(
      { protocol: 'datacite', url: server.url, options: { 'client-id': 'cern.zenodo' } },
      server,
    );
    expect(counts).toMatchObject({ listed: 5, created: 5, refused: 0 });
    expect(server.requests.length).toBe(4);
  });

  it('the datasets of an ERDDAP by its list, with what ERDDAPs said of others', async () => {
    const all = filesOf('erddap', /\.json$/).filter(({ text }) => text.includes('columnNames'));
    const list = all.find(({ text }) => text.includes('"Dataset ID"'));
    const infos = all.filter(({ text }) => text.includes('"Row Type"'));
    const ids: string[] = [];
    const server = await startLocalServer((request, response) => {
      const path = (request.url ?? '').replace(/\?.*$/, '');
      if (path === '/erddap/info/index.json') return void response.end(list?.text);
      const id = /^\/erddap\/info\/([^/]+)\/index\.json$/.exec(path)?.[1];
      if (id === undefined) return sendHtml(response, '<html>Not Found</html>', 404);
      if (!ids.includes(id)) ids.push(id);
      response.end(infos[ids.indexOf(id) % infos.length]?.text);
    });
    const { counts, live } = await harvested({ protocol: 'erddap', url: `${server.url}/erddap/` }, server);
    expect(counts).toMatchObject({ listed: 53, created: 53, refused: 0 });
    expect(live).toContain('ArgoFloats');
    expect(live).not.toContain('allDatasets');
  });

  it('catalogues of THREDDS, below one that refers to all', async () => {
    const catalogs = filesOf('thredds', /\.xml$/).filter(
      ({ text }) => parseXml(Buffer.from(text)).root?.name === 'catalog',
    );
    const references = catalogs.map(({ name }) => `<catalogRef xlink:href="${name}" xlink:title="x"/>`);
    const server = await startLocalServer((request, response) => {
      const path = request.url ?? '/';
      if (path === '/catalog.xml') return sendXml(response, threddsCatalog(references.join('')));
      const found = catalogs.find(({ name }) => path === `/${name}`);
      if (found) sendXml(response, found.text);
      else sendHtml(response, '<html>Not Found</html>', 404);
    });
    const { counts, problems } = await harvested(
      { protocol: 'thredds', url: `${server.url}/catalog.xml` },
      server,
    );
    const lost = problems.filter(({ code }) => code === 'record-unreachable').length;
    const repeated = problems.filter(({ code }) => code === 'duplicate-identifier').length;
    // What they refer to was not recorded; several are variants of one catalogue.
    expect({ catalogs: catalogs.length, lost, repeated }).toEqual({ catalogs: 64, lost: 116, repeated: 17 });
    expect(counts).toMatchObject({ created: 815, refused: lost + repeated });
  });

  it('a search of GeoNetwork, with a real record', async () => {
    const [hits] = filesOf('geonetwork-api/geonetwork-ui', /^_search.*\.json$/);
    const [iso] = filesOf('iso19139/geonetwork-ui', /\.xml$/);
    const server = await startLocalServer((request, response) => {
      if (request.method === 'POST') return void response.end(hits?.text);
      sendXml(response, iso?.text ?? '');
    });
    const { counts, live } = await harvested(
      { protocol: 'geonetwork', url: `${server.url}/geonetwork/srv/fre/catalog.search` },
      server,
    );
    expect(counts).toMatchObject({ listed: 1, created: 1, refused: 0 });
    expect(live).toEqual(['50aa3037-ac17-4c0d-ad15-b43a5a0929ae']);
  });

  it('schema.org in JSON-LD, in a page of its own each', async () => {
    const documents = filesOf('schemaorg', /\.(json|jsonld|json-ld)$/);
    const server: LocalServer = await startLocalServer((request, response) => {
      const path = request.url ?? '/';
      if (path === '/sitemap.xml')
        return sendXml(
          response,
          sitemapOf(documents.map(({ name }) => ({ url: `${server.url}/${encodeURI(name)}.html` }))),
        );
      const found = documents.find(({ name }) => path === `/${encodeURI(name)}.html`);
      if (!found) return sendHtml(response, '<html>Not Found</html>', 404);
      sendHtml(
        response,
        `<html><head><script type="application/ld+json">${found.text.replaceAll('</script', '<\\/script')}</script></head></html>`,
      );
    });
    const { counts, problems } = await harvested({ protocol: 'sitemap', url: server.url }, server);
    // Pages about people, events and organisations are passed over; what has the identifier of another is refused.
    const repeated = problems.filter(({ code }) => code === 'duplicate-identifier').length;
    expect({ pages: documents.length, ...counts }).toMatchObject({
      pages: 277,
      created: 236,
      refused: repeated,
    });
    expect(problems.filter(({ code }) => code === 'no-resource')).toEqual([]);
  });
});

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Records of OGC API Records, as GeoJSON features. */
function isFeature(value: unknown): boolean {
  return isRecord(value) && value['type'] === 'Feature' && isRecord(value['properties']);
}
