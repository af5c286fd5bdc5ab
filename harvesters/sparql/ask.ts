import { isJsonObject, parseJson } from '#catalogue/json';
import { parseXml } from '#catalogue/xml';
import { redactUrl } from '#runtime/fetching';
import { AnswerFailure } from '../asking/index.ts';
import { addressOfSource, type ListingContext, requestFor } from '../protocol.ts';
import type { HarvestSource } from '../types.ts';

const results = 'application/sparql-results+json, application/sparql-results+xml;q=0.8';
const graphs = 'text/turtle, application/n-triples, application/rdf+xml;q=0.8, application/ld+json;q=0.5';

/** One solution of a SELECT: values by the names of variables; what is a blank node is left out. */
export type Solution = Readonly<Record<string, string>>;

/** A graph as a document. `cut`: the endpoint says that it gave no more than a part. */
export type GraphAnswer = { bytes: Uint8Array; mediaType: string; cut: boolean };

/** Asks one endpoint (SPARQL 1.1 Protocol, 2.1): by a posted form, and where that is refused by an address. */
export class Endpoint {
  #posts = true;

  constructor(
    private readonly source: HarvestSource,
    private readonly context: ListingContext,
  ) {}

  /** @throws AnswerFailure when the answer is no list of solutions; FetchError when there is none */
  async select(query: string, retries?: number): Promise<Solution[]> {
    const { bytes, status } = await this.#ask(query, results, retries);
    const { value, problems } = parseJson(bytes);
    const found = value !== undefined && isJsonObject(value) ? value['results'] : undefined;
    if (found !== undefined && isJsonObject(found) && Array.isArray(found['bindings']))
      return found['bindings'].filter(isJsonObject).map((binding) => solutionOf(Object.entries(binding)));
    const { root } = parseXml(bytes);
    const rows = root?.name === 'sparql' ? root.child('results') : undefined;
    if (rows)
      return rows.elements().map((row) =>
        solutionOf(
          row.elements().flatMap((binding) => {
            const [term] = binding.elements();
            const name = binding.attribute('name');
            return term && name ? [[name, { type: term.name, value: term.text }] as const] : [];
          }),
        ),
      );
    throw this.#failure('no list of solutions', problems[0]?.code === 'html-instead-of-json', status);
  }

  /** @throws AnswerFailure when the endpoint refuses; FetchError when there is no answer */
  async graph(query: string, retries?: number): Promise<GraphAnswer> {
    const { bytes, status, mediaType, headers } = await this.#ask(query, graphs, retries);
    if (/html/.test(mediaType)) throw this.#failure('no graph', true, status);
    // 206 and this header are how Virtuoso tells of its bounds.
    return { bytes, mediaType, cut: status === 206 || 'x-sparql-maxrows' in headers };
  }

  async #ask(query: string, accept: string, retries = 2) {
    const address = addressOfSource(this.source);
    const shared = { ...requestFor(this.source, this.context), accept, limits: { retries } };
    const form = new URLSearchParams(address.searchParams);
    form.set('query', query);
    if (this.#posts) {
      const response = await this.context.fetcher.fetch(address.href, {
        ...shared,
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: form.toString(),
      });
      if (response.status < 400) return response;
      if (![403, 404, 405, 411, 415, 501].includes(response.status)) throw this.#refusal(response);
      this.#posts = false;
    }
    address.searchParams.set('query', query);
    const response = await this.context.fetcher.fetch(address.href, shared);
    if (response.status >= 400) throw this.#refusal(response);
    return response;
  }

  #refusal({ status, bytes }: { status: number; bytes: Uint8Array }): AnswerFailure {
    const told = Buffer.from(bytes.subarray(0, 2000)).toString('utf8');
    const words = told
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 200);
    return new AnswerFailure(
      'status',
      `${redactUrl(this.source.url)} answers SPARQL with status ${status}.${words ? ` It says: ${words}` : ''}`,
      status,
    );
  }

  #failure(what: string, html: boolean, status: number): AnswerFailure {
    return new AnswerFailure(
      html ? 'html' : 'garbage',
      `${redactUrl(this.source.url)} answers SPARQL with ${what}${html ? ', but with a web page' : ''}.`,
      status,
    );
  }
}

function solutionOf(bindings: readonly (readonly [string, unknown])[]): Solution {
  return Object.fromEntries(
    bindings.flatMap(([name, term]) => {
      if (typeof term !== 'object' || term === null || !('value' in term) || !('type' in term)) return [];
      return term.type === 'bnode' || typeof term.value !== 'string' ? [] : [[name, term.value]];
    }),
  );
}
