import type { IncomingMessage, ServerResponse } from 'node:http';
import { type LocalServer, startLocalServer } from '#runtime/fetching/testing';
import { dcatCatalogue, isoDocument, type SampleRecord } from './documents.ts';

/** A page of results of a CSW, with the numbers it claims. */
export function cswPage(
  records: readonly string[],
  numbers: { matched?: number | string; next?: number | string; returned?: number },
  version: '2.0.2' | '3.0' = '2.0.2',
): string {
  const attributes = [
    numbers.matched === undefined ? '' : ` numberOfRecordsMatched="${numbers.matched}"`,
    ` numberOfRecordsReturned="${numbers.returned ?? records.length}"`,
    numbers.next === undefined ? '' : ` nextRecord="${numbers.next}"`,
  ].join('');
  return `<?xml version="1.0" encoding="UTF-8"?><csw:GetRecordsResponse xmlns:csw="http://www.opengis.net/cat/csw/${version}"><csw:SearchStatus timestamp="2024-05-01T00:00:00Z"/><csw:SearchResults elementSet="full"${attributes}>${records.join('\n')}</csw:SearchResults></csw:GetRecordsResponse>`;
}

export function cswCapabilities(address: string, more = ''): string {
  return `<csw:Capabilities xmlns:csw="http://www.opengis.net/cat/csw/2.0.2" xmlns:ows="http://www.opengis.net/ows" xmlns:xlink="http://www.w3.org/1999/xlink" version="2.0.2"><ows:ServiceIdentification><ows:Title>Test</ows:Title></ows:ServiceIdentification><ows:OperationsMetadata><ows:Operation name="GetRecords"><ows:DCP><ows:HTTP><ows:Post xlink:href="${address}"/></ows:HTTP></ows:DCP><ows:Parameter name="outputSchema"><ows:Value>http://www.isotc211.org/2005/gmd</ows:Value></ows:Parameter>${more}</ows:Operation></ows:OperationsMetadata></csw:Capabilities>`;
}

/** Of CSW 3.0.0, which is asked with parameters alone. */
export function csw3Capabilities(address: string, more = ''): string {
  return `<csw:Capabilities xmlns:csw="http://www.opengis.net/cat/csw/3.0" xmlns:ows="http://www.opengis.net/ows/2.0" xmlns:xlink="http://www.w3.org/1999/xlink" version="3.0.0"><ows:ServiceIdentification><ows:Title>Third</ows:Title></ows:ServiceIdentification><ows:OperationsMetadata><ows:Operation name="GetRecords"><ows:DCP><ows:HTTP><ows:Get xlink:href="${address}"/></ows:HTTP></ows:DCP><ows:Parameter name="outputSchema"><ows:AllowedValues><ows:Value>http://www.isotc211.org/2005/gmd</ows:Value></ows:AllowedValues></ows:Parameter>${more}</ows:Operation></ows:OperationsMetadata></csw:Capabilities>`;
}

/** `text`: the question as it was sent, in XML or as parameters. */
export type CswQuestion = { start: number; size: number; sorted: boolean; typeNames: string; text: string };

/**
 * A CSW whose pages are whatever the function makes of the question; `undefined` breaks the connection.
 * @param capabilities of the address; those of 2.0.2 unless told
 */
export async function startCsw(
  page: (question: CswQuestion, response: ServerResponse) => string | undefined,
  capabilities: (address: string) => string = cswCapabilities,
): Promise<LocalServer> {
  const server: LocalServer = await startLocalServer((request, response) => {
    const asked = new URL(request.url ?? '/', 'http://localhost').searchParams;
    if (request.method === 'GET' && asked.get('request') !== 'GetRecords')
      return void response.end(capabilities(`${server.url}/csw`));
    const told = (name: string) =>
      asked.get(name) ?? new RegExp(`${name}="([^"]*)"`).exec(request.text)?.[1] ?? '';
    const question = {
      start: Number(told('startPosition')),
      size: Number(told('maxRecords')),
      sorted: request.text.includes('SortBy') || asked.has('sortBy'),
      typeNames: told('typeNames'),
      text: request.text || asked.toString(),
    };
    const answer = page(question, response);
    if (answer === undefined) response.destroy();
    else if (!response.writableEnded) response.end(answer);
  });
  return server;
}

/** A well-behaved CSW over a list that the test changes. */
export function honestCsw(
  records: () => readonly SampleRecord[],
  version: '2.0.2' | '3.0' = '2.0.2',
): Promise<LocalServer> {
  return startCsw(
    ({ start, size }) => {
      const all = records();
      const shown = all.slice(start - 1, start - 1 + size);
      const next = start + shown.length;
      const numbers = { matched: all.length, next: next > all.length ? 0 : next };
      return cswPage(shown.map(isoDocument), numbers, version);
    },
    version === '3.0' ? csw3Capabilities : cswCapabilities,
  );
}

export type OaiSample = SampleRecord & { datestamp: string; deleted?: boolean; sets?: readonly string[] };

export function oaiEnvelope(content: string, responseDate = '2024-06-01T00:00:00Z'): string {
  return `<?xml version="1.0" encoding="UTF-8"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><responseDate>${responseDate}</responseDate><request>http://repository.example.org/</request>${content}</OAI-PMH>`;
}

export function oaiRecord({ deleted, datestamp, sets = [], ...record }: OaiSample): string {
  const header = `<header${deleted ? ' status="deleted"' : ''}><identifier>oai:example.org:${record.identifier}</identifier><datestamp>${datestamp}</datestamp>${sets.map((set) => `<setSpec>${set}</setSpec>`).join('')}</header>`;
  return `<record>${header}${deleted ? '' : `<metadata>${isoDocument(record)}</metadata>`}</record>`;
}

export function oaiIdentify(deletedRecord = 'persistent', granularity = 'YYYY-MM-DDThh:mm:ssZ'): string {
  return `<Identify><repositoryName>Test</repositoryName><baseURL>http://repository.example.org/</baseURL><protocolVersion>2.0</protocolVersion><adminEmail>a@example.org</adminEmail><earliestDatestamp>2000-01-01T00:00:00Z</earliestDatestamp><deletedRecord>${deletedRecord}</deletedRecord><granularity>${granularity}</granularity></Identify>`;
}

export const oaiFormats = `<ListMetadataFormats><metadataFormat><metadataPrefix>oai_dc</metadataPrefix><schema>x</schema><metadataNamespace>http://www.openarchives.org/OAI/2.0/oai_dc/</metadataNamespace></metadataFormat><metadataFormat><metadataPrefix>iso</metadataPrefix><schema>x</schema><metadataNamespace>http://www.isotc211.org/2005/gmd</metadataNamespace></metadataFormat></ListMetadataFormats>`;

/**
 * An OAI-PMH repository that answers Identify and ListMetadataFormats, and ListRecords by the function.
 * @param list gets the arguments; what it returns is put in the envelope, unless it ended the response itself
 */
export function startOai(
  list: (given: URLSearchParams, response: ServerResponse, request: IncomingMessage) => string,
  options: { deletedRecord?: string; granularity?: string; responseDate?: () => string } = {},
): Promise<LocalServer> {
  return startLocalServer((request, response) => {
    const given = new URL(request.url ?? '/', 'http://localhost').searchParams;
    const verb = given.get('verb');
    const content =
      verb === 'Identify'
        ? oaiIdentify(options.deletedRecord, options.granularity)
        : verb === 'ListMetadataFormats'
          ? oaiFormats
          : list(given, response, request);
    if (!response.writableEnded && !response.destroyed)
      response.end(oaiEnvelope(content, options.responseDate?.()));
  });
}

/** A well-behaved repository over a list that the test changes, in pages of `pageSize`. */
export function honestOai(
  records: () => readonly OaiSample[],
  options: Parameters<typeof startOai>[1] & { pageSize?: number } = {},
): Promise<LocalServer> {
  const { pageSize = 10 } = options;
  return startOai((given) => {
    const wanted = given.get('verb') === 'GetRecord' ? given.get('identifier') : undefined;
    if (wanted !== undefined) {
      const found = records().find(({ identifier }) => `oai:example.org:${identifier}` === wanted);
      return found ? `<GetRecord>${oaiRecord(found)}</GetRecord>` : '<error code="idDoesNotExist">No</error>';
    }
    const [from = '', cursor = '0'] = (given.get('resumptionToken') ?? `${given.get('from') ?? ''}|0`).split(
      '|',
    );
    const matching = records().filter(({ datestamp }) => datestamp >= from);
    const start = Number(cursor);
    const shown = matching.slice(start, start + pageSize);
    if (shown.length === 0) return '<error code="noRecordsMatch">Nothing</error>';
    const more = start + pageSize < matching.length;
    const token =
      more || start > 0
        ? `<resumptionToken completeListSize="${matching.length}" cursor="${start}">${more ? `${from}|${start + pageSize}` : ''}</resumptionToken>`
        : '';
    return `<ListRecords>${shown.map(oaiRecord).join('')}${token}</ListRecords>`;
  }, options);
}

/** DCAT in Turtle, in pages linked by hydra. */
export function honestDcat(records: () => readonly SampleRecord[], pageSize = 7): Promise<LocalServer> {
  return startLocalServer((request, response) => {
    const page = Number(new URL(request.url ?? '/', 'http://localhost').searchParams.get('page') ?? '1');
    const shown = records().slice((page - 1) * pageSize, page * pageSize);
    const more = page * pageSize < records().length;
    response.writeHead(200, { 'content-type': 'text/turtle; charset=utf-8' });
    response.end(dcatCatalogue(shown, more ? `?page=${page + 1}` : undefined));
  });
}

/** A web-accessible folder with every other record in a subfolder, its index written as nginx does. */
export function honestFolder(records: () => readonly SampleRecord[]): Promise<LocalServer> {
  return startLocalServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const halves = [0, 1].map((parity) => records().filter((_record, index) => index % 2 === parity));
    const listed = path === '/' ? halves[0] : path === '/sub/' ? halves[1] : undefined;
    if (listed) {
      const names = listed.map(({ identifier }) => `${identifier}.xml`);
      const links = ['../', ...(path === '/' ? ['sub/'] : []), ...names].map(
        (name) => `<a href="${name}">${name}</a>  01-May-2024 00:00  1234`,
      );
      response.writeHead(200, { 'content-type': 'text/html' });
      return void response.end(
        `<html><head><title>Index of ${path}</title></head><body><h1>Index of ${path}</h1><hr><pre>${links.join('\n')}</pre><hr></body></html>`,
      );
    }
    const found = records().find(({ identifier }) => path.endsWith(`/${identifier}.xml`));
    if (!found) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'text/xml' });
    response.end(isoDocument(found));
  });
}
