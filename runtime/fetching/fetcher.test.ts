import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { type FetchFailure, isFetchError } from './fetch-error.ts';
import { createTestFetcher, type LocalServer, startLocalServer } from './testing/index.ts';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const open of closing.splice(0)) await open.close();
});

async function serve(handler: Parameters<typeof startLocalServer>[0]): Promise<LocalServer> {
  const server = await startLocalServer(handler);
  closing.push(server);
  return server;
}

function fetcher(options: Parameters<typeof createTestFetcher>[0] = {}) {
  const made = createTestFetcher(options);
  closing.push(made);
  return made;
}

async function failureOf(answer: Promise<unknown>): Promise<{ failure: FetchFailure; message: string }> {
  try {
    await answer;
  } catch (error) {
    if (isFetchError(error)) return { failure: error.failure, message: error.message };
    throw error;
  }
  throw new Error('the fetch succeeded');
}

describe('an answer', () => {
  it('carries status, media type, bytes and the address; we say who we are', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(422, { 'content-type': 'Text/XML; charset=utf-8', etag: '"a"' });
      response.end('<x/>');
    });
    const answer = await fetcher().fetch(`${server.url}/a?b=c#d`, { allowPrivate: true, accept: 'text/xml' });
    expect(answer).toMatchObject({ status: 422, mediaType: 'text/xml', url: `${server.url}/a?b=c` });
    expect(Buffer.from(answer.bytes).toString()).toBe('<x/>');
    expect(server.requests[0]?.headers).toMatchObject({
      'user-agent': 'Halocline/0.0.0 (+https://catalogue.example.org; ops@example.org)',
      accept: 'text/xml',
    });
  });

  it('is decompressed', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end(gzipSync('sea'));
    });
    const answer = await fetcher().fetch(server.url, { allowPrivate: true });
    expect(Buffer.from(answer.bytes).toString()).toBe('sea');
  });

  it('is 304 without bytes when what we hold is current', async () => {
    const server = await serve((request, response) => {
      const known = request.headers['if-none-match'] === '"a"';
      response.writeHead(known ? 304 : 200, { etag: '"a"' });
      response.end(known ? undefined : 'sea');
    });
    const client = fetcher();
    const first = await client.fetch(server.url, { allowPrivate: true });
    const etag = first.headers['etag'] ?? '';
    const second = await client.fetch(server.url, { allowPrivate: true, known: { etag } });
    expect([first.status, second.status, second.bytes.length]).toEqual([200, 304, 0]);
  });
});

describe('addresses', () => {
  it.each([
    'file:///etc/passwd',
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://10.1.2.3/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[fd00::1]/',
    'http://0.0.0.0/',
    'http://100.64.0.1/',
  ])('%s is refused', async (address) => {
    expect((await failureOf(fetcher().fetch(address))).failure).toBe('address-refused');
  });

  it('refuses cloud metadata also where private addresses are allowed', async () => {
    const answer = fetcher().fetch('http://169.254.169.254/', { allowPrivate: true });
    expect((await failureOf(answer)).failure).toBe('address-refused');
  });

  it('refuses a name that leads to a private address when the socket is opened (DNS rebinding)', async () => {
    const server = await serve((_request, response) => {
      response.end('secret');
    });
    let asked = 0;
    const client = fetcher({
      resolve: async () => {
        asked += 1;
        return [{ address: asked === 1 ? '192.0.43.8' : '127.0.0.1', family: 4 }];
      },
      connectMs: 300,
      limits: { retries: 2 },
    });
    const { failure } = await failureOf(client.fetch(`http://rebind.example:${server.port}/`));
    expect(['address-refused', 'connection', 'timeout']).toContain(failure);
    expect((await failureOf(client.fetch(`http://rebind.example:${server.port}/`))).failure).toBe(
      'address-refused',
    );
    expect(server.requests).toEqual([]);
  });

  it('refuses a redirect to a private address', async () => {
    const inner = await serve((_request, response) => {
      response.end('secret');
    });
    const outer = await serve((_request, response) => {
      response.writeHead(302, { location: `http://169.254.169.254:${inner.port}/` });
      response.end();
    });
    const failed = await failureOf(fetcher().fetch(outer.url, { allowPrivate: true }));
    expect(failed.failure).toBe('address-refused');
    expect(failed.message).toContain('169.254.169.254');
  });
});

describe('redirects', () => {
  it('are followed with the method kept, and credentials dropped at another origin', async () => {
    const target = await serve((request, response) => {
      response.end(`${request.method} ${request.text} ${request.headers.authorization ?? 'none'}`);
    });
    const first = await serve((request, response) => {
      if (request.url === '/away') response.writeHead(301, { location: `${target.url}/there` });
      else response.writeHead(307, { location: '/away' });
      response.end();
    });
    const answer = await fetcher().fetch(first.url.replace('//', '//me:secret@'), {
      method: 'POST',
      body: 'question',
      allowPrivate: true,
    });
    expect(Buffer.from(answer.bytes).toString()).toBe('POST question none');
    expect(answer.url).toBe(`${target.url}/there`);
    const sent = Buffer.from('me:secret').toString('base64');
    expect(first.requests.map(({ headers }) => headers.authorization)).toEqual([
      `Basic ${sent}`,
      `Basic ${sent}`,
    ]);
  });

  it('end when they go in a circle', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(302, { location: '/' });
      response.end();
    });
    const failed = await failureOf(fetcher().fetch(server.url, { allowPrivate: true }));
    expect(failed.failure).toBe('redirects');
    expect(server.requests.length).toBe(6);
  });
});

it('a percent sign in a password is a character like any other', async () => {
  const server = await serve((request, response) => {
    response.end(request.headers.authorization);
  });
  const answer = await fetcher().fetch(server.url.replace('//', '//me:100%25%@'), { allowPrivate: true });
  const sent = Buffer.from('me:100%25%').toString('base64');
  expect(Buffer.from(answer.bytes).toString()).toBe(`Basic ${sent}`);
});

describe('limits', () => {
  it('stop a body that is too large, told or not', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/told') response.writeHead(200, { 'content-length': 10_000 });
      response.end('x'.repeat(10_000));
    });
    for (const path of ['/told', '/untold']) {
      const answer = fetcher().fetch(server.url + path, { allowPrivate: true, limits: { maxBytes: 5000 } });
      expect((await failureOf(answer)).failure).toBe('too-large');
    }
  });

  it('stop a gzip bomb before it fills the memory', async () => {
    const bomb = gzipSync(Buffer.alloc(300 * 1024 * 1024));
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end(bomb);
    });
    const before = process.memoryUsage().rss;
    const answer = fetcher().fetch(server.url, { allowPrivate: true, limits: { maxBytes: 1024 * 1024 } });
    expect((await failureOf(answer)).failure).toBe('too-large');
    expect(process.memoryUsage().rss - before).toBeLessThan(60 * 1024 * 1024);
  });

  it('end a slow drip, a silence and a late start', async () => {
    const server = await serve(async (request, response) => {
      if (request.url === '/late') return;
      response.write('a');
      if (request.url === '/silence') return;
      for (let i = 0; i < 100 && !response.destroyed; i += 1) {
        response.write('a');
        await sleep(20);
      }
    });
    const ask = (path: string) =>
      failureOf(
        fetcher().fetch(server.url + path, {
          allowPrivate: true,
          limits: { headersMs: 300, idleMs: 300, totalMs: 700, retries: 0 },
        }),
      );
    expect(await ask('/drip')).toMatchObject({ failure: 'timeout', message: /within 0.7 s/ });
    expect(await ask('/silence')).toMatchObject({ failure: 'timeout' });
    expect(await ask('/late')).toMatchObject({ failure: 'timeout' });
  });

  it('say so when the compression is not what it claims', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end('plain text');
    });
    const answer = fetcher().fetch(server.url, { allowPrivate: true });
    expect((await failureOf(answer)).failure).toBe('encoding');
  });
});

describe('retries', () => {
  it('survive resets and 503, and give the last answer when the server stays ill', async () => {
    let asked = 0;
    const server = await serve((request, response) => {
      asked += 1;
      if (request.url === '/ill') response.writeHead(500).end('ill');
      else if (asked === 1) response.destroy();
      else if (asked === 2) response.writeHead(503).end();
      else response.end('sea');
    });
    const client = fetcher();
    const answer = await client.fetch(server.url, { allowPrivate: true });
    expect(Buffer.from(answer.bytes).toString()).toBe('sea');
    expect(asked).toBe(3);
    expect((await client.fetch(`${server.url}/ill`, { allowPrivate: true })).status).toBe(500);
    expect(asked).toBe(7);
  });

  it('wait as long as Retry-After says, and not at all when that is too long', async () => {
    let asked = 0;
    const server = await serve((request, response) => {
      asked += 1;
      if (request.url === '/later') response.writeHead(503, { 'retry-after': '86400' }).end();
      else if (asked === 1) response.writeHead(429, { 'retry-after': '1' }).end();
      else response.end('sea');
    });
    const client = fetcher();
    expect((await client.fetch(server.url, { allowPrivate: true })).status).toBe(200);
    const [first, second] = server.requests;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(990);
    const failed = await failureOf(client.fetch(`${server.url}/later`, { allowPrivate: true }));
    expect(failed).toMatchObject({ failure: 'busy', message: /86400 s/ });
  });

  it('end at once when the signal is aborted', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(503, { 'retry-after': '60' }).end();
    });
    const control = new AbortController();
    const answer = fetcher().fetch(server.url, { allowPrivate: true, signal: control.signal });
    setTimeout(() => control.abort(new Error('enough')), 50);
    await expect(answer).rejects.toThrow('enough');
  });
});

describe('the budget of a host', () => {
  it('bounds what runs at once and keeps the distance', async () => {
    let running = 0;
    let most = 0;
    const server = await serve(async (_request, response) => {
      running += 1;
      most = Math.max(most, running);
      await sleep(30);
      running -= 1;
      response.end();
    });
    const client = fetcher({ privateBudget: { concurrency: 2, intervalMs: 25 } });
    await Promise.all(Array.from({ length: 6 }, () => client.fetch(server.url, { allowPrivate: true })));
    expect(most).toBeLessThanOrEqual(2);
    const starts = server.requests.map(({ at }) => at);
    expect((starts.at(-1) ?? 0) - (starts[0] ?? 0)).toBeGreaterThanOrEqual(110);
  });
});

it('never shows credentials in a message', async () => {
  const client = fetcher({ limits: { retries: 0 } });
  const failed = await failureOf(
    client.fetch('http://me:hunter2@127.0.0.1:1/?token=hunter3', { allowPrivate: true }),
  );
  expect(failed.failure).toBe('connection');
  expect(failed.message).not.toMatch(/hunter/);
});
