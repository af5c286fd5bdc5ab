import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';

/**
 * Serves a function on a port of its own, as the server does.
 * @param make gives the function, once the address is known
 * @returns the address without a slash at the end, and how to stop
 */
export async function serveHttp(
  make: (address: string) => (request: Request) => Promise<Response>,
): Promise<{ address: string; close(): Promise<void> }> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${portOf(server.address())}`;
  server.on('request', getRequestListener(make(address)));
  return {
    address,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}
