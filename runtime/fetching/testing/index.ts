import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFetcher, type FetcherOptions } from '../fetcher.ts';
import type { Fetcher } from '../types.ts';

export type LocalServer = {
  /** Without a slash at the end. */
  url: string;
  port: number;
  /** What was asked, oldest first. */
  requests: { method: string; path: string; headers: IncomingMessage['headers']; body: string; at: number }[];
  close(): Promise<void>;
};

/** A real server on a free port of 127.0.0.1 that misbehaves as the handler says. */
export async function startLocalServer(
  handler: (request: IncomingMessage & { text: string }, response: ServerResponse) => void | Promise<void>,
): Promise<LocalServer> {
  const requests: LocalServer['requests'] = [];
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) if (Buffer.isBuffer(piece)) pieces.push(piece);
    const text = Buffer.concat(pieces).toString();
    const { method = 'GET', url: path = '/', headers } = request;
    requests.push({ method, path, headers, body: text, at: Date.now() });
    try {
      await handler(Object.assign(request, { text }), response);
    } catch (error) {
      response.destroy(error instanceof Error ? error : new Error(String(error)));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A fetcher that loses no time between attempts. */
export function createTestFetcher(options: Partial<FetcherOptions> = {}): Fetcher {
  return createFetcher({
    identity: { version: '0.0.0', url: 'https://catalogue.example.org', contact: 'ops@example.org' },
    backoff: { firstMs: 5, maximumMs: 20 },
    ...options,
  });
}
