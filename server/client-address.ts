/** Addresses that requests came from, as the server saw them: kept beside the request, where no client can write. */
const addresses = new WeakMap<Request, string>();

/** Remembers where a request came from. */
export function rememberClient(request: Request, address: string): void {
  addresses.set(request, address);
}

/** Where a request came from, if the server told. */
export function clientOf(request: Request): string | undefined {
  return addresses.get(request);
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
