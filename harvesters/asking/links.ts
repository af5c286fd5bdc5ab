import { isJsonObject, type JsonObject } from '#catalogue/json';
import type { HarvestSource } from '../types.ts';

/** The address with user and password of the source, which other servers are not to see. */
export function withUserOf(source: HarvestSource, address: string): string {
  if (!URL.canParse(address) || !URL.canParse(source.url)) return address;
  const url = new URL(address);
  const own = new URL(source.url);
  if (url.host !== own.host) return address;
  url.username = own.username;
  url.password = own.password;
  return url.href;
}

/**
 * Address of a link with this relation.
 * @param asked address of the document that holds the links
 */
export function linkOf(value: JsonObject, rel: string, asked: string): string | undefined {
  const { links } = value;
  if (!Array.isArray(links)) return undefined;
  const found = links.filter(isJsonObject).filter((link) => link['rel'] === rel);
  const best = found.find(({ type }) => typeof type !== 'string' || /json/.test(type)) ?? found[0];
  const href = best?.['href'];
  return typeof href === 'string' ? nearTo(href, asked) : undefined;
}

/** Address of the next page (`next`), where there is one. */
export function nextOf(value: JsonObject, asked: string): string | undefined {
  return linkOf(value, 'next', asked);
}

/**
 * Where a link leads. Servers behind a proxy often tell an address of the inside, or `http` for `https`: then the server
 * that was asked is asked again, where the path shows what is meant.
 * @param asked address of the document that holds the link
 */
export function nearTo(href: string, asked: string): string | undefined {
  if (!URL.canParse(href, asked)) return undefined;
  const url = new URL(href, asked);
  const own = new URL(asked);
  if (!/^https?:$/.test(url.protocol)) return undefined;
  if (url.host === own.host) {
    url.protocol = own.protocol === 'https:' ? 'https:' : url.protocol;
    return url.href;
  }
  own.search = url.search;
  if (url.pathname.split('/').at(-1) === own.pathname.split('/').at(-1)) return own.href;
  return isInner(url.hostname) ? undefined : url.href;
}

function isInner(host: string): boolean {
  return !host.includes('.') || /^(127|10|192\.168|172\.(1[6-9]|2\d|3[01]))\./.test(host);
}
