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
 */
export async function startOgcRecords(
  page: (question: ItemsQuestion, base: string) => unknown,
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
  return startOgcRecords(({ offset, limit }, items) => {
    const all = records();
    const shown = all.slice(offset, offset + limit);
    const more = offset + shown.length < all.length;
    return ogcPage(shown.map(ogcRecordOf), {
      matched: all.length,
      ...(more ? { next: `${items}?limit=${limit}&offset=${offset + shown.length}` } : {}),
    });
  });
}
