import type { ServerResponse } from 'node:http';
import { type LocalServer, startLocalServer } from '#runtime/fetching/testing';
import { isoDocument, type SampleRecord } from './documents.ts';
import { sendJson } from './json-servers.ts';

export function sendXml(response: ServerResponse, xml: string, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(xml);
}

export function sendHtml(response: ServerResponse, html: string, status = 200): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
  response.end(html);
}

/** The info table of a dataset of ERDDAP. */
export function infoTableOf({ title }: SampleRecord) {
  return {
    table: {
      columnNames: ['Row Type', 'Variable Name', 'Attribute Name', 'Data Type', 'Value'],
      columnTypes: ['String', 'String', 'String', 'String', 'String'],
      rows: [
        ['attribute', 'NC_GLOBAL', 'title', 'String', title],
        ['attribute', 'NC_GLOBAL', 'summary', 'String', `Measurements: ${title}.`],
        ['variable', 'sst', '', 'float', 'time'],
      ],
    },
  };
}

export type ErddapServer = LocalServer & {
  /** Requests at the same time, at most. */
  together: () => number;
};

/**
 * An ERDDAP over a list that the test changes.
 * @param options `allDatasets`: whether that dataset is there; `broken`: identifier whose info fails
 */
export async function honestErddap(
  records: () => readonly SampleRecord[],
  options: { allDatasets?: boolean; broken?: string; onInfo?: (id: string) => void } = {},
): Promise<ErddapServer> {
  let running = 0;
  let most = 0;
  const server = await startLocalServer(async (request, response) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise(setImmediate);
    running -= 1;
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const list = (columns: readonly string[], more: readonly string[][]) => ({
      table: {
        columnNames: columns,
        rows: [...more, ...records().map(({ identifier, title }) => [identifier, title])],
      },
    });
    if (pathname === '/erddap/tabledap/allDatasets.json' && options.allDatasets !== false)
      return sendJson(response, list(['datasetID', 'title'], [['allDatasets', 'All']]));
    if (pathname === '/erddap/info/index.json') return sendJson(response, list(['Dataset ID', 'Title'], []));
    const id = /^\/erddap\/info\/([^/]+)\/index\.json$/.exec(pathname)?.[1] ?? '';
    options.onInfo?.(id);
    const found = records().find(({ identifier }) => identifier === id);
    if (!found || id === options.broken) return sendHtml(response, '<html>Error</html>', found ? 500 : 404);
    sendJson(response, infoTableOf(found));
  });
  return Object.assign(server, { together: () => most });
}

export const threddsNamespace = 'http://www.unidata.ucar.edu/namespaces/thredds/InvCatalog/v1.0';

/** A catalogue of THREDDS around what is given. */
export function threddsCatalog(inner: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><catalog xmlns="${threddsNamespace}" xmlns:xlink="http://www.w3.org/1999/xlink" name="Test" version="1.0.1">${inner}</catalog>`;
}

/** A dataset of THREDDS under the service `all`. */
export function threddsDataset({ identifier, title }: SampleRecord): string {
  return `<dataset name="${title}" ID="${identifier}" urlPath="files/${identifier}.nc"><serviceName>all</serviceName><documentation type="summary">Measurements: ${title}.</documentation></dataset>`;
}

export const threddsServices = (iso: boolean, ncml = false) =>
  `<service name="all" serviceType="Compound" base=""><service name="odap" serviceType="OPENDAP" base="/thredds/dodsC/"/>${iso ? '<service name="iso" serviceType="ISO" base="/thredds/iso/"/>' : ''}${ncml ? '<service name="ncml" serviceType="NCML" base="/thredds/ncml/"/>' : ''}</service>`;

/** What THREDDS says of a file in NcML; as its service for it does, with the day on which it was asked. */
export function threddsNcml({ title }: SampleRecord, day = new Date().toISOString().slice(0, 10)): string {
  return `<?xml version="1.0" encoding="UTF-8"?><netcdf xmlns="http://www.unidata.ucar.edu/namespaces/netcdf/ncml-2.2"><dimension name="time" length="2"/><group name="NCISOMetadata"><attribute name="metadata_creation" value="${day}"/><attribute name="nciso_version" value="2.2.3"/></group><attribute name="title" value="${title}"/><variable name="sst" shape="time" type="float"><attribute name="units" value="degree_C"/></variable></netcdf>`;
}

/** What OPeNDAP says of a file. */
export function threddsDas({ title }: SampleRecord): string {
  return `Attributes {\n    sst {\n        String units "degree_C";\n    }\n    NC_GLOBAL {\n        String title "${title}";\n    }\n}\n`;
}

type ThreddsOptions = {
  iso?: boolean;
  /** Answered for the file of a dataset: of NcML the service is offered too. */
  header?: 'ncml' | 'das';
  /** Identifier of the dataset that no service can tell of. */
  broken?: string;
};

/** A THREDDS with every other dataset in a catalogue below, and ISO 19139, NcML or DAS where they are wanted. */
export function honestThredds(
  records: () => readonly SampleRecord[],
  options: ThreddsOptions = {},
): Promise<LocalServer> {
  const { header } = options;
  return startLocalServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const halves = [0, 1].map((parity) => records().filter((_record, index) => index % 2 === parity));
    const listed = (some: readonly SampleRecord[] = []) =>
      threddsServices(options.iso ?? false, header === 'ncml') + some.map(threddsDataset).join('');
    if (pathname === '/thredds/catalog.xml')
      return sendXml(
        response,
        threddsCatalog(
          `${listed(halves[0])}<catalogRef xlink:href="below/catalog.xml" xlink:title="Below"/>`,
        ),
      );
    if (pathname === '/thredds/below/catalog.xml')
      return sendXml(
        response,
        threddsCatalog(`${listed(halves[1])}<catalogRef xlink:href="../catalog.xml" xlink:title="Above"/>`),
      );
    const [, service, name] = /^\/thredds\/(iso|ncml|dodsC)\/files\/(.+)\.nc(?:\.das)?$/.exec(pathname) ?? [];
    const found = records().find(({ identifier }) => identifier === name);
    if (found && found.identifier === options.broken) return sendHtml(response, '<html>Broken</html>', 500);
    if (found && options.iso && service === 'iso')
      return sendXml(response, isoDocument({ ...found, identifier: `iso-${found.identifier}` }));
    if (found && header === 'ncml' && service === 'ncml') return sendXml(response, threddsNcml(found));
    if (found && header === 'das' && service === 'dodsC') return void response.end(threddsDas(found));
    sendHtml(response, '<html>No.</html>', 404);
  });
}

/** A GeoNetwork 4 over a list that the test changes; `size` and `search_after` are obeyed. */
export function honestGeonetwork(
  records: () => readonly SampleRecord[],
  options: { broken?: string; onSearch?: (body: Record<string, unknown>) => void } = {},
): Promise<LocalServer> {
  return startLocalServer((request, response) => {
    const path = request.url ?? '/';
    if (path === '/geonetwork/srv/api/search/records/_search') {
      const body = JSON.parse(request.text) as { size: number; search_after?: string[] };
      options.onSearch?.(body);
      const after = body.search_after?.[0] ?? '';
      const sorted = [...records()].sort((a, b) => (a.identifier < b.identifier ? -1 : 1));
      const shown = sorted.filter(({ identifier }) => identifier > after).slice(0, body.size);
      const hits = shown.map(({ identifier }) => ({
        _id: identifier,
        _source: { uuid: identifier },
        sort: [identifier],
      }));
      return sendJson(response, { hits: { total: { value: sorted.length, relation: 'eq' }, hits } });
    }
    const id = /^\/geonetwork\/srv\/api\/records\/([^/]+)\/formatters\/xml$/.exec(path)?.[1];
    const found = records().find(({ identifier }) => identifier === id);
    if (!found) return sendJson(response, { message: 'No.' }, 404);
    if (id === options.broken) return sendJson(response, { message: 'Broken.' }, 500);
    sendXml(response, isoDocument(found));
  });
}

/** A page that describes a dataset in JSON-LD, among what else pages of a site describe. */
export function datasetPage({ identifier, title }: SampleRecord, url: string): string {
  const dataset = {
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    '@id': `https://data.example.org/${identifier}`,
    url,
    name: title,
    description: `Measurements: ${title}.`,
  };
  const site = { '@context': 'https://schema.org/', '@type': 'WebSite', name: 'Test' };
  return `<!doctype html><html><head><title>${title}</title><script type="application/ld+json">${JSON.stringify(site)}</script><script type="application/ld+json">${JSON.stringify(dataset)}</script></head><body></body></html>`;
}

/** A sitemap of these addresses, each with the date of its last change where it is given. */
export function sitemapOf(pages: readonly { url: string; lastmod?: string }[]): string {
  const entries = pages.map(
    ({ url, lastmod }) => `<url><loc>${url}</loc>${lastmod ? `<lastmod>${lastmod}</lastmod>` : ''}</url>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join('')}</urlset>`;
}

/** A site with an index of two sitemaps, whose pages describe one dataset each; and its home page, which describes none. */
export async function honestSite(records: () => readonly SampleRecord[]): Promise<LocalServer> {
  const server: LocalServer = await startLocalServer((request, response) => {
    const path = request.url ?? '/';
    const address = (identifier: string) => `${server.url}/dataset/${identifier}`;
    const halves = [0, 1].map((parity) => records().filter((_record, index) => index % 2 === parity));
    if (path === '/robots.txt') return void response.end(`Sitemap: ${server.url}/sitemaps.xml\n`);
    if (path === '/sitemaps.xml')
      return sendXml(
        response,
        `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>${server.url}/sitemap-0.xml</loc></sitemap><sitemap><loc>${server.url}/sitemap-1.xml</loc></sitemap><sitemap><loc>${server.url}/sitemaps.xml</loc></sitemap></sitemapindex>`,
      );
    const half = halves[Number(/^\/sitemap-(\d)\.xml$/.exec(path)?.[1])];
    if (half)
      return sendXml(
        response,
        sitemapOf([
          { url: `${server.url}/` },
          ...half.map(({ identifier }) => ({ url: address(identifier) })),
        ]),
      );
    if (path === '/') return sendHtml(response, '<html><body>Home</body></html>');
    const found = records().find(({ identifier }) => path === `/dataset/${identifier}`);
    if (!found) return sendHtml(response, '<html>No.</html>', 404);
    sendHtml(response, datasetPage(found, address(found.identifier)));
  });
  return server;
}
