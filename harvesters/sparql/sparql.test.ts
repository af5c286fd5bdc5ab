import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Store } from 'oxigraph';
import { afterEach, describe, expect, it } from 'vitest';
import { dcat, splitDcat } from '#catalogue/formats/dcat';
import { shared } from '../../tests/shared.ts';
import {
  dcatCatalogue,
  honestSparql,
  openTestHarvest,
  type SparqlBehaviour,
  sampleRecords,
  startSparql,
  type TestHarvest,
} from '../testing/index.ts';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const open of closing.splice(0)) await open.close();
});

async function harvestOf(
  server: { url: string; close(): Promise<void> },
  options: Record<string, string> = {},
): Promise<TestHarvest> {
  const harvest = openTestHarvest();
  closing.push(server, harvest);
  await harvest.source({ protocol: 'sparql', url: `${server.url}/sparql`, options });
  return harvest;
}

function storeOf(...documents: string[]): Store {
  const store = new Store();
  for (const text of documents) store.load(text, { format: 'text/turtle' });
  return store;
}

const open = async (count: number, behaviour: SparqlBehaviour, options: Record<string, string> = {}) => {
  const store = storeOf(dcatCatalogue(sampleRecords(count)));
  const server = await startSparql(() => store, behaviour);
  return { harvest: await harvestOf(server, options), server };
};
const iri = (number: number) => `https://data.example.org/record-${String(number).padStart(4, '0')}`;

describe('an endpoint', () => {
  it('that cuts its lists without a word costs more questions, no datasets', async () => {
    const { harvest } = await open(60, { cap: { solutions: 7 } });
    expect((await harvest.harvester.harvest('test')).counts).toMatchObject({ created: 60, problems: 0 });
  });

  it('that cuts its graphs is asked for fewer datasets at once', async () => {
    const { harvest } = await open(60, { cap: { statements: 30 } });
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ state: 'succeeded', counts: { created: 60, refused: 0, problems: 0 } });
    const record = await harvest.stores.records.findByUpstreamIdentifier('test', iri(60));
    expect(record?.record.resource.titles).toEqual({ en: 'Section 0060' });
  });

  it('that can not tell of one dataset loses this one alone, and what we hold of it stays', async () => {
    let broken = false;
    const { harvest } = await open(40, {
      instead: (query, response) => {
        if (!broken || !query.includes(`<${iri(17)}>`)) return false;
        response.writeHead(500).end('Out of memory');
        return true;
      },
    });
    await harvest.harvester.harvest('test');
    broken = true;
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ state: 'succeeded', counts: { unchanged: 39, refused: 1, withdrawn: 0 } });
    expect((await harvest.problems(run)).map(({ code, identifier }) => [code, identifier])).toEqual([
      ['record-unreachable', iri(17)],
      ['listing-incomplete', undefined],
    ]);
    expect((await harvest.live()).length).toBe(40);
  });

  it('that finds the question too hard is asked to describe', async () => {
    const { harvest } = await open(3, {
      instead: (query, response) => {
        if (!query.includes('CONSTRUCT')) return false;
        response.writeHead(400).end('Query too complex');
        return true;
      },
    });
    expect((await harvest.harvester.harvest('test')).counts).toMatchObject({ created: 3, problems: 0 });
  });

  it('that takes no posts is asked by addresses, and answers in XML are understood', async () => {
    const store = storeOf(dcatCatalogue(sampleRecords(12)));
    const { harvest, server } = await open(12, {
      instead: (query, response, method) => {
        if (method === 'POST') response.writeHead(405).end();
        else if (!/^SELECT/m.test(query)) return false;
        else response.end(String(store.query(query, { results_format: 'xml' })));
        return true;
      },
    });
    expect((await harvest.harvester.harvest('test')).counts).toMatchObject({ created: 12, problems: 0 });
    expect(server.requests.filter(({ method }) => method === 'POST').length).toBe(1);
  });

  it('that does not count, counts too many, or goes in circles is borne', async () => {
    const counting = (answer: string) => ({
      instead: (query: string, response: { end(text: string): void }) => {
        if (!query.includes('COUNT')) return false;
        response.end(answer);
        return true;
      },
    });
    const { harvest } = await open(5, counting('<html>No.</html>'));
    expect((await harvest.harvester.harvest('test')).counts).toMatchObject({ created: 5, problems: 0 });
    const many = await open(
      5,
      counting('{"results":{"bindings":[{"count":{"type":"literal","value":"50"}}]}}'),
    );
    const run = await many.harvest.harvester.harvest('test');
    expect(await many.harvest.problems(run)).toMatchObject([
      { code: 'listing-incomplete', message: expect.stringMatching(/50 datasets, but gave 5/) },
    ]);
    const circle = await open(5, {
      instead: (query, response) => {
        if (!query.includes('ORDER BY')) return false;
        response.end(
          `{"results":{"bindings":[{"dataset":{"type":"uri","value":"${iri(1)}"}},{"dataset":{"type":"uri","value":"a b"}}]}}`,
        );
        return true;
      },
    });
    expect(await circle.harvest.harvester.harvest('test')).toMatchObject({
      state: 'failed',
      message: expect.stringMatching(/gives datasets again/),
    });
  });

  it('goes on where it was interrupted', async () => {
    let stop = true;
    const { harvest, server } = await open(
      30,
      {
        instead: (query, response) => {
          if (!stop || !query.includes(`STR(?dataset) > "${iri(20)}"`)) return false;
          response.destroy();
          return true;
        },
      },
      { pageSize: '10' },
    );
    const halted = new AbortController();
    const run = harvest.harvester.harvest('test', {
      signal: halted.signal,
      onProgress: ({ run: { counts } }) => counts.listed >= 20 && halted.abort(),
    });
    expect((await run).state).toBe('interrupted');
    stop = false;
    const asked = server.requests.length;
    expect((await harvest.harvester.harvest('test')).counts).toMatchObject({ created: 30, problems: 0 });
    const again = server.requests
      .slice(asked)
      .map(({ body }) => new URLSearchParams(body).get('query') ?? '');
    expect(again.some((query) => query.includes('ORDER BY') && !query.includes('FILTER(STR'))).toBe(false);
  });

  it('is asked for the graphs of the source, by their addresses', async () => {
    const server = await honestSparql(() => sampleRecords(2));
    const harvest = await harvestOf(server, { graph: 'https://e.org/a https://e.org/b' });
    expect((await harvest.harvester.harvest('test')).counts).toMatchObject({ listed: 0 });
    expect(new URLSearchParams(server.requests[0]?.body).get('query')).toContain(
      'FROM <https://e.org/a>\nFROM <https://e.org/b>\nWHERE',
    );
    await harvest.source({ protocol: 'sparql', url: `${server.url}/sparql`, options: { graph: '> x' } });
    expect(await harvest.harvester.harvest('test')).toMatchObject({
      state: 'failed',
      message: 'graph: ">" is no address of a graph.',
    });
  });
});

const corpus = shared('corpus', 'dcat');
describe.runIf(corpus)('the DCAT of the corpus in a real engine', () => {
  it('comes out as it reads in its files', async () => {
    const store = new Store();
    const expected = new Map<string, Uint8Array>();
    for (const entry of await readdir(corpus ?? '', { recursive: true, withFileTypes: true })) {
      const format = { ttl: 'text/turtle', rdf: 'application/rdf+xml' }[entry.name.split('.').at(-1) ?? ''];
      if (!entry.isFile() || !format) continue;
      const bytes = await readFile(join(entry.parentPath, entry.name));
      const alone = new Store();
      const base = `https://corpus.example.org/${encodeURIComponent(entry.name)}`;
      try {
        alone.load(bytes, { format, base_iri: base });
      } catch {
        continue;
      }
      const { parts } = await splitDcat(bytes, { baseUrl: base, mediaType: format });
      // Several files describe the same resource: the first one is taken.
      const fresh = parts.filter(({ subject }) => subject !== undefined && !expected.has(subject));
      if (fresh.length < parts.length || fresh.length === 0) continue;
      store.load(bytes, { format, base_iri: base });
      for (const { subject, bytes: own } of fresh) if (subject) expected.set(subject, own);
    }
    const server = await startSparql(() => store);
    const harvest = await harvestOf(server);
    const run = await harvest.harvester.harvest('test');
    process.stdout.write(`${expected.size} resources in files; ${JSON.stringify(run.counts)}\n`);
    expect(run).toMatchObject({ state: 'succeeded', counts: { refused: 0 } });
    expect(expected.size).toBeGreaterThan(90);
    expect(await harvest.live()).toEqual(expect.arrayContaining([...expected.keys()]));
    for (const [subject, own] of expected) {
      const stored = await harvest.stores.records.findByUpstreamIdentifier('test', subject);
      const { titles, abstracts, distributions, responsibilities } = stored?.record.resource ?? {};
      const read = (await dcat.read?.(own))?.record?.resource;
      expect([subject, titles, abstracts]).toEqual([subject, read?.titles, read?.abstracts]);
      // Files say more together than each alone: a service of one serves a dataset of another.
      expect(distributions?.length, subject).toBeGreaterThanOrEqual(read?.distributions.length ?? 0);
      expect(responsibilities?.length, subject).toBeGreaterThanOrEqual(read?.responsibilities.length ?? 0);
    }
  }, 60_000);
});
