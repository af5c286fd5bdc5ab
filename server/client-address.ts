import { randomBytes } from 'node:crypto';

/**
 * Where a request came from is written into a header of a name that nobody outside can guess: unlike anything kept beside
 * the request, it comes along when the pages' framework makes a request of its own out of it.
 */
const header = `x-client-${randomBytes(16).toString('hex')}`;

/** Remembers where a request came from. */
export function rememberClient(request: Request, address: string): void {
  request.headers.set(header, address);
}

/** Where a request came from, if the server told. */
export function clientOf(request: Request): string | undefined {
  return request.headers.get(header) ?? undefined;
}

/**
 * Address of the client: of the hops in X-Forwarded-For only the last `trustedProxies` were written by proxies of ours.
 * @param peer address of the socket
 */
export function clientAddress(peer: string, forwarded: string | undefined, trustedProxies: number): string {
  if (trustedProxies === 0 || !forwarded) return peer;
  const hops = forwarded.split(',').map((hop) => hop.trim());
  return hops[Math.max(0, hops.length - trustedProxies)] ?? peer;
}
