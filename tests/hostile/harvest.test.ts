import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { HarvestRun, RunProblem } from '#harvesters';
import {
  cswCapabilities,
  cswPage,
  isoDocument,
  type OaiSample,
  oaiEnvelope,
  oaiRecord,
  openTestHarvest,
  sampleRecords,
  startCsw,
  startOai,
  type TestHarvest,
} from '../../harvesters/testing/index.ts';
import { type LocalServer, startLocalServer } from '../../runtime/fetching/testing/index.ts';

const megabyte = 1024 * 1024;
const earlier = sampleRecords(12);
const neighbours = sampleRecords(2, 500);
const isoIn = (abstract: string, identifier = 'hostile') =>
  isoDocument({ identifier, title: 'Hostile' }).replace('Measurements: Hostile.', abstract);

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const open of closing.splice(0)) await open.close();
});

/** The protocols that are attacked. */
type Attacked = 'csw' | 'oai-pmh' | 'dcat' | 'folder';

/** What a run came to, and what it cost. */
type Outcome = { run: HarvestRun; problems: RunProblem[]; seconds: number; grownBy: number };

/** Stores the earlier records from an honest server at the same address, then lets the hostile one answer. */
async function attack(
  protocol: Attacked,
  answer: (
    request: Parameters<Parameters<typeof startLocalServer>[0]>[0],
    response: ServerResponse,
    server: LocalServer,
  ) => void | Promise<void>,
): Promise<Outcome & { harvest: TestHarvest }> {
  let hostile = false;
  const server: LocalServer = await startLocalServer(async (request, response) => {
    if (hostile) await answer(request, response, server);
    else honest(protocol, server, request.method === 'GET', request.url ?? '', response);
  });
  const harvest = openTestHarvest({
    fetcher: { limits: { headersMs: 1500, idleMs: 1000, totalMs: 2500 }, connectMs: 1000 },
  });
  closing.push(harvest, server);
  const path = { csw: '/csw', 'oai-pmh': '/oai', dcat: '/catalogue.ttl', folder: '/' }[protocol];
  await harvest.source({ protocol, url: server.url + path });
  const first = await harvest.harvester.harvest('test');
  expect(first).toMatchObject({ state: 'succeeded', counts: { created: earlier.length } });
  const before = await stateOf(harvest);
  hostile = true;
  const outcome = await measure(() => harvest.harvester.harvest('test', { full: true }));
  const after = await stateOf(harvest);
  expect(after, 'earlier records are untouched').toEqual(before);
  expect(outcome.run.counts.withdrawn).toBe(0);
  return { ...outcome, problems: await harvest.problems(outcome.run), harvest };
}

function honest(
  protocol: Attacked,
  server: LocalServer,
  get: boolean,
  path: string,
  response: ServerResponse,
): void {
  const dated = earlier.map((record): OaiSample => ({ ...record, datestamp: '2024-01-01T00:00:00Z' }));
  if (protocol === 'csw') {
    const page = () => cswPage(earlier.map(isoDocument), { matched: earlier.length, next: 0 });
    response.end(get ? cswCapabilities(`${server.url}/csw`) : page());
  } else if (protocol === 'oai-pmh')
    response.end(oaiAnswer(path, `<ListRecords>${dated.map(oaiRecord).join('')}</ListRecords>`));
  else if (protocol === 'dcat') response.writeHead(200, { 'content-type': 'text/turtle' }).end(turtle);
  else if (path === '/') {
    const links = earlier.map(({ identifier }) => `<a href="${identifier}.xml">x</a>`).join('');
    response.writeHead(200, { 'content-type': 'text/html' }).end(links);
  } else
    response.end(
      isoDocument(
        earlier.find(({ identifier }) => path.includes(identifier)) ?? { identifier: 'x', title: 'x' },
      ),
    );
}

const turtle = `@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
${earlier.map(({ identifier, title }) => `<https://data.example.org/${identifier}> a dcat:Dataset ; dct:identifier "${identifier}" ; dct:title "${title}" .`).join('\n')}`;

function oaiAnswer(path: string, list: string): string {
  if (path.includes('verb=Identify'))
    return oaiEnvelope(
      '<Identify><deletedRecord>no</deletedRecord><granularity>YYYY-MM-DD</granularity></Identify>',
    );
  return path.includes('verb=ListMetadataFormats')
    ? oaiEnvelope(
        '<ListMetadataFormats><metadataFormat><metadataPrefix>iso19139</metadataPrefix><metadataNamespace>http://www.isotc211.org/2005/gmd</metadataNamespace></metadataFormat></ListMetadataFormats>',
      )
    : oaiEnvelope(list);
}

/** Revisions of the earlier records: whatever touches one shows. */
async function stateOf(harvest: TestHarvest): Promise<unknown[]> {
  const known = await Promise.all(
    (await harvest.stores.writer.listLive('test', '', 1000)).map(({ recordId }) =>
      harvest.stores.records.get(recordId, 'staff'),
    ),
  );
  return known
    .filter((record) => earlier.some(({ identifier }) => record?.upstreamIdentifier.endsWith(identifier)))
    .map((record) => [record?.id, record?.revision, record?.deleted]);
}

async function measure(act: () => Promise<HarvestRun>): Promise<Omit<Outcome, 'problems'>> {
  const before = process.memoryUsage().rss;
  const started = Date.now();
  let most = before;
  const sampling = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 20);
  try {
    const run = await act();
    most = Math.max(most, process.memoryUsage().rss);
    return { run, seconds: (Date.now() - started) / 1000, grownBy: (most - before) / megabyte };
  } finally {
    clearInterval(sampling);
  }
}

/** A page of the protocol that holds the earlier records, two neighbours, and the hostile document between them. */
function pageWith(protocol: 'csw' | 'oai-pmh', hostile: Buffer | string): Buffer {
  const around = [...earlier, ...neighbours].map(
    (record): OaiSample => ({ ...record, datestamp: '2024-01-01T00:00:00Z' }),
  );
  const mark = '<!--here-->';
  const wrap = (record: string) =>
    protocol === 'csw'
      ? record
      : `<record><header><identifier>oai:example.org:hostile</identifier><datestamp>2024-01-01</datestamp></header><metadata>${record}</metadata></record>`;
  const written = around.map((record) => (protocol === 'csw' ? isoDocument(record) : oaiRecord(record)));
  written.splice(-1, 0, wrap(mark));
  const page =
    protocol === 'csw'
      ? cswPage(written, { matched: written.length, next: 0 })
      : oaiEnvelope(`<ListRecords>${written.join('')}</ListRecords>`);
  const [head = '', tail = ''] = page.split(mark);
  return Buffer.concat([Buffer.from(head), Buffer.from(hostile), Buffer.from(tail)]);
}

const bomb = `<!DOCTYPE bomb [<!ENTITY a "ha">${Array.from({ length: 12 }, (_, i) => `<!ENTITY a${i} "${`&a${i === 0 ? '' : i - 1};`.repeat(12)}">`).join('')}]>`;
const external = (address: string) => `<!DOCTYPE x [<!ENTITY secret SYSTEM "${address}">]>`;

describe.each(['csw', 'oai-pmh'] as const)('a hostile record in a page of %s', (protocol) => {
  const send = (hostile: Buffer | string) =>
    attack(protocol, (request, response, server) => {
      const path = request.url ?? '';
      if (protocol === 'csw' && request.method === 'GET')
        return void response.end(cswCapabilities(`${server.url}/csw`));
      response.end(
        protocol === 'csw' || path.includes('ListRecords')
          ? pageWith(protocol, hostile)
          : oaiAnswer(path, ''),
      );
    });

  it('with 50 MB of abstract is refused; its neighbours are stored', async () => {
    const { run, problems, grownBy, seconds } = await send(isoIn('sea '.repeat((50 * megabyte) / 4)));
    expect(run).toMatchObject({ state: 'succeeded', counts: { created: 2, refused: 1 } });
    expect(problems).toMatchObject([{ code: 'document-too-large', severity: 'error' }]);
    expect(grownBy).toBeLessThan(500);
    expect(seconds).toBeLessThan(30);
  });

  it('with Latin-1 declared as UTF-8 is understood and said; its neighbours are not touched by it', async () => {
    const hostile = Buffer.from(isoIn('Température de la mer'), 'latin1');
    const { run, problems, harvest } = await send(hostile);
    expect(run).toMatchObject({ state: 'succeeded', counts: { created: 3, refused: 0 } });
    expect(problems.filter(({ code }) => code === 'encoding-wrong').length).toBe(1);
    const id = protocol === 'csw' ? 'hostile' : 'oai:example.org:hostile';
    const stored = await harvest.stores.records.findByUpstreamIdentifier('test', id);
    expect(Object.values(stored?.record.resource.abstracts ?? {})).toEqual(['Température de la mer']);
    const original = await harvest.stores.records.original(stored?.id ?? '', 'staff');
    expect(Buffer.from(original?.bytes ?? []).includes(Buffer.from('Température', 'latin1'))).toBe(true);
  });

  it('with an entity that nobody declared is refused; its neighbours are stored', async () => {
    const { run, problems } = await send(isoIn('&secret;'));
    expect(run).toMatchObject({ state: 'succeeded', counts: { created: 2, refused: 1 } });
    expect(problems).toMatchObject([{ code: 'not-well-formed' }]);
  });

  it('nested 100,000 deep is refused; its neighbours are stored', async () => {
    const { run, seconds } = await send(isoIn(`${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`));
    expect(run).toMatchObject({ state: 'succeeded', counts: { created: 2, refused: 1 } });
    expect(seconds).toBeLessThan(30);
  });

  it('with control characters is refused; its neighbours are stored', async () => {
    const { run } = await send(isoIn('a\u0000b\u0008c'));
    expect(run).toMatchObject({ state: 'succeeded', counts: { created: 2, refused: 1 } });
  });

  it.each([
    ['an XML bomb', () => bomb],
    ['an external entity', () => external('file:///etc/passwd')],
  ])('in a page with %s ends the run in words', async (_name, doctype) => {
    const { run, problems, grownBy, seconds } = await attack(protocol, (request, response, server) => {
      if (protocol === 'csw' && request.method === 'GET')
        return void response.end(cswCapabilities(`${server.url}/csw`));
      const path = request.url ?? '';
      const page = pageWith(protocol, isoIn('&a11; &secret;')).toString();
      response.end(
        protocol === 'csw' || path.includes('ListRecords')
          ? page.replace('?>', `?>${doctype()}`)
          : oaiAnswer(path, ''),
      );
    });
    expect(run).toMatchObject({ state: 'failed', message: /DOCTYPE/ });
    expect(problems.map(({ code }) => code)).toContain('run-failed');
    expect(grownBy).toBeLessThan(150);
    expect(seconds).toBeLessThan(30);
  });
});

describe('a hostile file in a folder', () => {
  const serve = (body: (server: LocalServer) => string | Buffer) =>
    attack('folder', (request, response, server) => {
      const path = request.url ?? '';
      if (path === '/') {
        const links = [...earlier, ...neighbours].map(
          ({ identifier }) => `<a href="${identifier}.xml">x</a>`,
        );
        response.writeHead(200, { 'content-type': 'text/html' });
        return void response.end(`<a href="hostile.xml">x</a>${links.join('')}`);
      }
      if (path === '/hostile.xml') return void response.end(body(server));
      const found = [...earlier, ...neighbours].find(({ identifier }) => path.includes(identifier));
      response.end(found ? isoDocument(found) : '');
    });

  it.each([
    ['an XML bomb', () => `<?xml version="1.0"?>${bomb}${isoIn('&a11;')}`, 'doctype-refused'],
    [
      'an external entity',
      (server: LocalServer) => external(`${server.url}/secret`) + isoIn('&secret;'),
      'doctype-refused',
    ],
    ['an HTML page', () => '<!DOCTYPE html><html><body>404</body></html>', /html/],
    ['nothing', () => '', /./],
    ['binary rubbish', () => Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)), /./],
  ] as [string, (server: LocalServer) => string | Buffer, string | RegExp][])(
    '%s costs only itself',
    async (_name, body, code) => {
      let address = '';
      const { run, problems, grownBy, harvest } = await serve((server) => {
        address = server.url;
        return body(server);
      });
      expect(address).not.toBe('');
      expect(run).toMatchObject({ state: 'succeeded', counts: { created: 2, refused: 1 } });
      const found = problems.find((problem) => problem.severity === 'error');
      expect(found?.code).toMatch(code);
      expect(found?.identifier).toBe('hostile.xml');
      expect(grownBy).toBeLessThan(150);
      expect((await harvest.live()).length).toBe(earlier.length + 2);
    },
  );
});

describe.each(['csw', 'oai-pmh', 'dcat', 'folder'] as const)('a hostile server of %s', (protocol) => {
  it.each<[string, (response: ServerResponse) => void | Promise<void>, RegExp]>([
    [
      'an HTML page with status 200',
      (response) =>
        void response
          .writeHead(200, { 'content-type': 'text/xml' })
          .end('<!DOCTYPE html><html><body>Login</body></html>'),
      /HTML|index page/,
    ],
    [
      'a redirect to a private address',
      (response) =>
        void response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end(),
      /169\.254\.169\.254/,
    ],
    [
      'a gzip bomb',
      (response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipBomb),
      /larger than/,
    ],
    ['a slow drip', drip, /did not finish|within/],
    ['resets', (response) => void response.destroy(), /connection/],
    ['status 500', (response) => void response.writeHead(500).end(), /500/],
    [
      'a request to come back tomorrow',
      (response) => void response.writeHead(503, { 'retry-after': '86400' }).end(),
      /86400 s/,
    ],
    ['silence', () => {}, /did not begin to answer/],
  ])(
    'that answers with %s: the run ends in words, in bounded time and memory',
    async (_name, answer, message) => {
      const { run, problems, seconds, grownBy } = await attack(protocol, (_request, response) =>
        answer(response),
      );
      expect(run).toMatchObject({ state: 'failed', message });
      expect(problems.length + (run.message?.length ?? 0)).toBeGreaterThan(0);
      expect(seconds).toBeLessThan(30);
      expect(grownBy).toBeLessThan(300);
    },
  );
});

const gzipBomb = gzipSync(Buffer.alloc(400 * megabyte));

async function drip(response: ServerResponse): Promise<void> {
  for (let i = 0; i < 2000 && !response.destroyed; i += 1) {
    response.write('<');
    await sleep(50);
  }
}

describe('lists that lie', () => {
  it('a CSW that tells a thousand records and has twelve', async () => {
    const { run, problems } = await attack('csw', (request, response, server) => {
      if (request.method === 'GET') return void response.end(cswCapabilities(`${server.url}/csw`));
      const first = /startPosition="1"/.test(request.text);
      response.end(cswPage(first ? earlier.map(isoDocument) : [], { matched: 1000, next: 1 }));
    });
    expect(run).toMatchObject({ state: 'succeeded', counts: { unchanged: 12, withdrawn: 0 } });
    expect(problems).toMatchObject([{ code: 'listing-incomplete', message: /1000/ }]);
  });

  it('a CSW whose total grows with every page', async () => {
    let matched = 100;
    const server = await startCsw(({ start }) => {
      matched += 100;
      return cswPage(sampleRecords(100, start % 200).map(isoDocument), { matched, next: start + 100 });
    });
    const harvest = openTestHarvest();
    closing.push(server, harvest);
    await harvest.source({ protocol: 'csw', url: `${server.url}/csw` });
    const run = await harvest.harvester.harvest('test');
    expect(run.state).toBe('failed');
    expect(run.message).toMatch(/circles|same page/);
  });

  it('an OAI-PMH token that repeats for ever', async () => {
    const records = sampleRecords(5).map((record) =>
      oaiRecord({ ...record, datestamp: '2024-01-01T00:00:00Z' }),
    );
    const server = await startOai(
      () => `<ListRecords>${records.join('')}<resumptionToken>x</resumptionToken></ListRecords>`,
    );
    const harvest = openTestHarvest();
    closing.push(server, harvest);
    await harvest.source({ protocol: 'oai-pmh', url: server.url });
    const { run, seconds } = await measure(() => harvest.harvester.harvest('test'));
    expect(run).toMatchObject({
      state: 'failed',
      message: /repeats the resumption token/,
      counts: { created: 5 },
    });
    expect(seconds).toBeLessThan(10);
  });

  it('a catalogue in RDF whose pages go in a circle', async () => {
    const { run } = await attack('dcat', (_request, response, server) => {
      response.writeHead(200, { 'content-type': 'text/turtle' });
      response.end(
        `${turtle}\n<> a <http://www.w3.org/ns/hydra/core#PagedCollection> ; <http://www.w3.org/ns/hydra/core#nextPage> <${server.url}/catalogue.ttl> .`,
      );
    });
    expect(run).toMatchObject({ state: 'failed', message: /circle/ });
  });
});
