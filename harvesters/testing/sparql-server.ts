import type { ServerResponse } from 'node:http';
import { Store } from 'oxigraph';
import { type LocalServer, startLocalServer } from '#runtime/fetching/testing';
import { dcatCatalogue, type SampleRecord } from './documents.ts';

export type SparqlBehaviour = {
  /** Solutions and statements that it gives at most, without a word. */
  cap?: { solutions?: number; statements?: number };
  /** Answers a question itself, in place of the engine. */
  instead?: (query: string, response: ServerResponse, method: string) => boolean;
};

/** A SPARQL endpoint with a real engine over what the function gives at the time. */
export function startSparql(graph: () => Store, behaviour: SparqlBehaviour = {}): Promise<LocalServer> {
  return startLocalServer((request, response) => {
    const asked = new URL(request.url ?? '/', 'http://localhost').searchParams;
    const query = (request.method === 'POST' ? new URLSearchParams(request.text) : asked).get('query');
    if (query === null) return void response.writeHead(400).end('No query.');
    if (behaviour.instead?.(query, response, request.method ?? 'GET')) return;
    const { solutions, statements } = behaviour.cap ?? {};
    const isSelect = /^\s*SELECT/m.test(query);
    try {
      if (isSelect) {
        const text = graph().query(query, { results_format: 'json' });
        const found = JSON.parse(String(text));
        found.results.bindings = found.results.bindings.slice(0, solutions);
        response.writeHead(200, { 'content-type': 'application/sparql-results+json' });
        return void response.end(JSON.stringify(found));
      }
      const text = String(graph().query(query, { results_format: 'application/n-triples' }));
      const lines = text.split('\n').filter((line) => line !== '');
      response.writeHead(200, { 'content-type': 'application/n-triples' });
      response.end(lines.slice(0, statements).join('\n'));
    } catch (error) {
      response.writeHead(400).end(String(error));
    }
  });
}

/** An endpoint over a list that the test changes. */
export function honestSparql(records: () => readonly SampleRecord[]): Promise<LocalServer> {
  return startSparql(() => {
    const store = new Store();
    store.load(dcatCatalogue(records()), { format: 'text/turtle' });
    return store;
  });
}
