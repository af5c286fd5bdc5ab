import { readFile } from 'node:fs/promises';
import { Parser } from 'htmlparser2';
import { DomainError } from '#runtime/errors';
import { redactUrl } from '#runtime/fetching';
import { conditionOf, validatorOf, withUserOf } from '../asking/index.ts';
import { type ListingContext, requestFor } from '../protocol.ts';
import type { HarvestSource } from '../types.ts';

/** A document with its address and, where the server gave one, the validator of a later conditional request. */
export type Loaded = { bytes: Uint8Array; mediaType: string; url: string; validator: string | undefined };

/** Syntaxes in the order of how cheaply they are read (RFC 9110, 12.5.1). */
const accept =
  'text/turtle, application/n-triples, application/rdf+xml;q=0.9, application/ld+json;q=0.8, application/json;q=0.5, */*;q=0.1';

/**
 * Loads a document over http(s), or from a local file. A web page that names its RDF (`link rel="alternate"`) stands for that.
 * @param since validator of what is held, as this function gave it
 * @returns `unmodified` when the server says that nothing changed since
 * @throws DomainError `upstream`, `not-found`
 */
export async function load(
  source: HarvestSource,
  context: ListingContext,
  address: string,
  since?: string,
  depth = 0,
): Promise<Loaded | 'unmodified'> {
  if (!/^https?:\/\//i.test(address)) return loadFile(source, address);
  const response = await context.fetcher.fetch(withUserOf(source, address), {
    ...requestFor(source, context),
    accept,
    ...(since ? { known: conditionOf(since) } : {}),
  });
  if (response.status === 304) return 'unmodified';
  if (response.status >= 400)
    throw new DomainError('upstream', `${redactUrl(address)} is answered with status ${response.status}.`);
  const { bytes, mediaType, url } = response;
  const alternate = depth === 0 && mediaType === 'text/html' ? rdfBeside(bytes, url) : undefined;
  if (alternate !== undefined) return load(source, context, alternate, since, 1);
  return { bytes, mediaType, url, validator: validatorOf(response) };
}

/** Address of the RDF that a page names in its head, the cheapest to read first. */
function rdfBeside(bytes: Uint8Array, base: string): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 200_000)).toString('utf8');
  const found = new Map<string, string>();
  const parser = new Parser({
    onopentag(name, { rel = '', type = '', href = '' }) {
      const isAlternate = name === 'link' && rel.toLowerCase().split(/\s+/).includes('alternate');
      if (isAlternate && URL.canParse(href, base)) found.set(type.toLowerCase().trim(), href);
    },
  });
  parser.end(head);
  const href = rdfTypes.map((type) => found.get(type)).find((one) => one !== undefined);
  const address = href === undefined ? undefined : new URL(href, base);
  return address && /^https?:$/.test(address.protocol) ? address.href : undefined;
}

const rdfTypes = ['text/turtle', 'application/n-triples', 'application/rdf+xml', 'application/ld+json'];

/** @throws DomainError `upstream` when a page read from a file leads to another file */
async function loadFile(source: HarvestSource, address: string): Promise<Loaded> {
  // A document decides where its next page is: it must not be able to name a file of this machine.
  if (address !== source.url)
    throw new DomainError('upstream', `The next page "${address.slice(0, 200)}" is not an http address.`);
  try {
    return { bytes: await readFile(address), mediaType: '', url: 'file:///', validator: undefined };
  } catch (cause) {
    throw new DomainError('not-found', `The file "${address}" can't be read.`, { cause });
  }
}
