import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { FetchError } from './fetch-error.ts';

export type Resolver = (hostname: string) => Promise<{ address: string; family: number }[]>;

/** Ranges that a source with `allowPrivateAddresses` may live in. */
const privateRanges = new Set(['loopback', 'private', 'uniqueLocal', 'carrierGradeNat']);

/**
 * Tells whether an address may be reached. Only plain unicast is public; link-local (where clouds keep their
 * metadata services), multicast, unspecified and reserved ranges are refused whatever is allowed.
 * @param address IPv4 or IPv6 in text; IPv4 mapped into IPv6 is judged as IPv4
 */
export function mayReach(address: string, allowPrivate: boolean): boolean {
  if (!ipaddr.isValid(address)) return false;
  const range = ipaddr.process(address).range();
  return range === 'unicast' || (allowPrivate && privateRanges.has(range));
}

/**
 * Checks what can be told from the address alone: scheme, and a host that is an IP address (those are never looked up).
 * @throws FetchError `address-invalid`, `address-refused`
 */
export function checkAddress(url: URL, allowPrivate: boolean): void {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new FetchError(
      'address-refused',
      `Only http and https addresses are fetched, not "${url.protocol}".`,
    );
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(literal) && !mayReach(literal, allowPrivate)) throw refusal(url.hostname, literal);
}

/**
 * A lookup for sockets that refuses a name if any of its addresses is out of bounds. It runs when the socket is opened,
 * and the socket connects to what it returns: a name that answers differently a moment later (DNS rebinding) gains nothing.
 */
export function guardedLookup(allowPrivate: boolean, resolve: Resolver = resolveBySystem): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const refused = addresses.find(({ address }) => !mayReach(address, allowPrivate));
        const [first] = addresses;
        if (refused) return callback(refusal(hostname, refused.address), '', 0);
        if (!first) return callback(new FetchError('host-unknown', `${hostname} has no address.`), '', 0);
        if (options.all) callback(null, addresses);
        else callback(null, first.address, first.family);
      },
      (cause: unknown) => callback(cause instanceof Error ? cause : new Error(String(cause)), '', 0),
    );
  };
}

const resolveBySystem: Resolver = (hostname) =>
  new Promise((resolve, reject) => {
    systemLookup(hostname, { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses)));
  });

function refusal(host: string, address: string): FetchError {
  const shown = host.includes(address) ? host : `${host} (${address})`;
  return new FetchError(
    'address-refused',
    `${shown} is not a public address, so it is not fetched. Allow private addresses for this source if it is meant.`,
  );
}
