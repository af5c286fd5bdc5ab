import type { ServerResponse } from 'node:http';
import { type LocalServer, startLocalServer } from '#runtime/fetching/testing';
import type { SampleRecord } from './documents.ts';

/** Answers in JSON. */
export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}

/** A record of OGC API Records. */
export function ogcRecordOf({ identifier, title }: SampleRecord) {
  return {
    id: identifier,
    type: 'Feature',
    conformsTo: ['http://www.opengis.net/spec/ogcapi-records-1/1.0/conf/record-core'],
    geometry: null,
    time: null,
    properties: { type: 'dataset', title, description: `Measurements: ${title}.` },
    links: [],
  };
}

export type ItemsQuestion = { offset: number; limit: number; query: URLSearchParams };

/**
 * A service of OGC API Records with one collection, `sea`, whose pages are whatever the function makes of the question;
 * `undefined` breaks the connection, a number is a status.
 * @param single the record of an identifier, where it is there
 */
export async function startOgcRecords(
  page: (question: ItemsQuestion, base: string) => unknown,
  single: (identifier: string) => unknown = () => undefined,
): Promise<LocalServer> {
  const server: LocalServer = await startLocalServer((request, response) => {
    const url = new URL(request.url ?? '/', server.url);
    const items = `${server.url}/collections/sea/items`;
    const collection = {
      id: 'sea',
      itemType: 'record',
      title: 'Sea',
      links: [{ rel: 'items', href: items, type: 'application/geo+json' }],
    };
    if (url.pathname === '/')
      return sendJson(response, {
        title: 'Test',
        links: [{ rel: 'data', href: `${server.url}/collections` }],
      });
    if (url.pathname === '/collections') return sendJson(response, { collections: [collection] });
    if (url.pathname === '/collections/sea') return sendJson(response, collection);
    const [, name] = /^\/collections\/sea\/items\/([^/]+)$/.exec(url.pathname) ?? [];
    const record = name === undefined ? undefined : single(decodeURIComponent(name));
    if (record !== undefined) return sendJson(response, record);
    if (url.pathname !== '/collections/sea/items') return sendJson(response, { detail: 'No.' }, 404);
    const number = (name: string, otherwise: number) => Number(url.searchParams.get(name) ?? otherwise);
    const answer = page(
      { offset: number('offset', 0), limit: number('limit', 10), query: url.searchParams },
      items,
    );
    if (answer === undefined) return void response.destroy();
    if (typeof answer === 'number') return sendJson(response, { detail: 'A record is broken.' }, answer);
    if (typeof answer === 'string') return void response.end(answer);
    sendJson(response, answer);
  });
  return server;
}

/** A page of records with the link to the next one. */
export function ogcPage(features: readonly unknown[], numbers: { matched?: number; next?: string }) {
  return {
    type: 'FeatureCollection',
    features,
    numberReturned: features.length,
    ...(numbers.matched === undefined ? {} : { numberMatched: numbers.matched }),
    links: numbers.next === undefined ? [] : [{ rel: 'next', href: numbers.next }],
  };
}

/** A well-behaved service over a list that the test changes. */
export function honestOgcRecords(records: () => readonly SampleRecord[]): Promise<LocalServer> {
  const page = ({ offset, limit }: ItemsQuestion, items: string) => {
    const all = records();
    const shown = all.slice(offset, offset + limit);
    const more = offset + shown.length < all.length;
    return ogcPage(shown.map(ogcRecordOf), {
      matched: all.length,
      ...(more ? { next: `${items}?limit=${limit}&offset=${offset + shown.length}` } : {}),
    });
  };
  return startOgcRecords(page, (name) => {
    const found = records().find(({ identifier }) => identifier === name);
    return found && ogcRecordOf(found);
  });
}

/** A collection of STAC. */
export function stacCollectionOf({ identifier, title }: SampleRecord, links: readonly unknown[] = []) {
  return {
    type: 'Collection',
    stac_version: '1.0.0',
    id: identifier,
    title,
    description: `Measurements: ${title}.`,
    license: 'CC-BY-4.0',
    extent: { spatial: { bbox: [[-10, 40, 0, 50]] }, temporal: { interval: [[null, null]] } },
    links,
  };
}

/** An API of STAC whose collections come in pages, by a parameter of this name: `offset` is a number for everybody. */
export async function honestStacApi(
  records: () => readonly SampleRecord[],
  pageSize = 7,
  parameter = 'token',
): Promise<LocalServer> {
  const server: LocalServer = await startLocalServer((request, response) => {
    const url = new URL(request.url ?? '/', server.url);
    const collections = `${server.url}/collections`;
    if (url.pathname === '/')
      return sendJson(response, {
        type: 'Catalog',
        stac_version: '1.0.0',
        id: 'test',
        title: 'Test',
        conformsTo: ['https://api.stacspec.org/v1.0.0/collections'],
        links: [{ rel: 'data', href: collections }],
      });
    const found = records().find(({ identifier }) => url.pathname === `/collections/${identifier}`);
    if (found) return sendJson(response, stacCollectionOf(found));
    if (url.pathname !== '/collections') return sendJson(response, {}, 404);
    const start = Number(url.searchParams.get(parameter) ?? '0');
    const shown = records().slice(start, start + pageSize);
    const more = start + pageSize < records().length;
    sendJson(response, {
      collections: shown.map((record) => stacCollectionOf(record)),
      links: more ? [{ rel: 'next', href: `${collections}?${parameter}=${start + pageSize}` }] : [],
    });
  });
  return server;
}

/** A static catalogue of STAC, every other collection within a catalogue below. */
export function honestStacStatic(records: () => readonly SampleRecord[]): Promise<LocalServer> {
  return startLocalServer((request, response) => {
    const path = request.url ?? '/';
    const halves = [0, 1].map((parity) => records().filter((_record, index) => index % 2 === parity));
    const children = (some: readonly SampleRecord[] = []) =>
      some.map(({ identifier }) => ({ rel: 'child', href: `./${identifier}/collection.json` }));
    const catalog = (links: readonly unknown[]) => ({
      type: 'Catalog',
      stac_version: '1.0.0',
      id: path,
      description: 'Test',
      links: [{ rel: 'root', href: '/catalog.json' }, ...links],
    });
    if (path === '/catalog.json')
      return sendJson(
        response,
        catalog([...children(halves[0]), { rel: 'child', href: './sub/catalog.json' }]),
      );
    if (path === '/sub/catalog.json') return sendJson(response, catalog(children(halves[1])));
    const found = records().find(({ identifier }) => path.endsWith(`/${identifier}/collection.json`));
    if (!found) return sendJson(response, {}, 404);
    const round = [
      { rel: 'child', href: '../catalog.json' },
      { rel: 'item', href: './item.json' },
    ];
    sendJson(response, stacCollectionOf(found, round));
  });
}

/** A dataset of CKAN. */
export function packageOf({ identifier, title }: SampleRecord) {
  return {
    id: identifier,
    name: identifier,
    title,
    notes: `Measurements: ${title}.`,
    metadata_modified: '2024-05-01T12:00:00.123456',
    state: 'active',
    resources: [],
    tags: [],
    extras: [],
  };
}

export type PackageQuestion = { start: number; rows: number; query: URLSearchParams };

/**
 * A CKAN whose search gives what the function makes of the question: a result, or a status that it fails with.
 */
export async function startCkan(
  search: (question: PackageQuestion) => { count: number; results: readonly unknown[] } | number,
): Promise<LocalServer> {
  const server: LocalServer = await startLocalServer((request, response) => {
    const url = new URL(request.url ?? '/', server.url);
    if (url.pathname !== '/api/3/action/package_search') return sendJson(response, {}, 404);
    const number = (name: string) => Number(url.searchParams.get(name) ?? '0');
    const result = search({ start: number('start'), rows: number('rows'), query: url.searchParams });
    if (typeof result === 'number')
      return sendJson(response, { success: false, error: { message: 'Broken.' } }, result);
    sendJson(response, { success: true, result });
  });
  return server;
}

/** The words in quotes of a question. @returns `undefined` where nothing is asked */
function namedIn(question: string | undefined): string[] | undefined {
  return question === undefined
    ? undefined
    : [...question.matchAll(/"([^"]*)"/g)].map(([, word = '']) => word);
}

/** A well-behaved CKAN over a list that the test changes. */
export function honestCkan(records: () => readonly SampleRecord[]): Promise<LocalServer> {
  return startCkan(({ start, rows, query }) => {
    const wanted = namedIn(/\bid:\((.*)\)/.exec(query.get('fq') ?? '')?.[1]);
    const found = records().filter(({ identifier }) => wanted?.includes(identifier) ?? true);
    return { count: found.length, results: found.slice(start, start + rows).map(packageOf) };
  });
}

/** A DOI as the REST API of DataCite lists it; its counts differ with every answer. */
export function doiOf({ identifier, title }: SampleRecord, views = 0) {
  return {
    id: `10.5072/${identifier}`,
    type: 'dois',
    attributes: {
      doi: `10.5072/${identifier}`,
      creators: [{ name: 'Institute of the Sea', nameType: 'Organizational' }],
      titles: [{ title }],
      publisher: 'Institute of the Sea',
      publicationYear: 2020,
      types: { resourceTypeGeneral: 'Dataset' },
      descriptions: [{ description: `Measurements: ${title}.`, descriptionType: 'Abstract' }],
      url: `https://data.example.org/${identifier}`,
      updated: '2024-05-01T12:00:00.000Z',
      state: 'findable',
      viewCount: views,
    },
    relationships: { citations: { data: [{ id: `10.5072/${views}`, type: 'dois' }] } },
  };
}

/** The REST API of DataCite over a list that the test changes, in pages of `page[size]`. */
export async function honestDatacite(
  records: () => readonly SampleRecord[],
  change: (answer: { data: unknown[]; meta: object; links: { next?: string } }) => unknown = (same) => same,
): Promise<LocalServer> {
  let answers = 0;
  const server: LocalServer = await startLocalServer((request, response) => {
    const url = new URL(request.url ?? '/', server.url);
    if (url.pathname !== '/dois') return sendJson(response, { errors: [] }, 404);
    answers += 1;
    const size = Number(url.searchParams.get('page[size]') ?? '25');
    const start = Number(url.searchParams.get('page[cursor]') ?? '1') - 1;
    const wanted = namedIn(/\bdoi:\((.*)\)/.exec(url.searchParams.get('query') ?? '')?.[1]);
    const all = records().filter(({ identifier }) => wanted?.includes(`10.5072/${identifier}`) ?? true);
    const shown = all.slice(start, start + size);
    const next = new URL(url);
    next.searchParams.set('page[cursor]', String(start + size + 1));
    sendJson(
      response,
      change({
        data: shown.map((record) => doiOf(record, answers)),
        meta: { total: all.length },
        links: start + size < all.length ? { next: next.href } : {},
      }),
    );
  });
  return server;
}
