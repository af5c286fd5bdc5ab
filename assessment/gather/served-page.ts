import { Parser } from 'htmlparser2';
import type { ServedPage } from '#catalogue/fair';
import { isJsonObject, type JsonObject, parseJson } from '#catalogue/json';

/** Reads what machines find on a page: headers and HTML, as a stranger would. */
export async function readServedPage(url: string, response: Response): Promise<ServedPage> {
  const html = await response.text();
  const { jsonLd, robots, canonical } = scan(html);
  const header = response.headers.get('x-robots-tag') ?? '';
  return {
    url,
    status: response.status,
    mediaType: mediaTypeOf(response),
    transport: transportOf(url),
    embedded: objectIn(jsonLd),
    signposts: parseLinkHeader(response.headers.get('link') ?? ''),
    noIndex: /\b(noindex|none)\b/i.test(`${robots} ${header}`),
    ...(canonical ? { canonical } : {}),
  };
}

/** Media type of an answer without parameters, in lower case. */
export function mediaTypeOf(response: Response): string {
  return (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

/** Typed links of a `Link` header (RFC 8288, 3); links without a relation are left out. */
export function parseLinkHeader(header: string): ServedPage['signposts'] {
  return [...header.matchAll(/<([^>]*)>((?:\s*;\s*[\w*-]+\s*=\s*(?:"[^"]*"|[^\s,;"]+))*)/g)].flatMap(
    ([, href = '', parameters = '']) => {
      const named = new Map(
        [...parameters.matchAll(/([\w*-]+)\s*=\s*(?:"([^"]*)"|([^\s,;"]+))/g)].map(
          ([, name = '', quoted, bare = '']) => [name.toLowerCase(), quoted ?? bare],
        ),
      );
      const type = named.get('type');
      return (named.get('rel') ?? '')
        .split(/\s+/)
        .filter((rel) => rel !== '')
        .map((rel) => ({ rel, href, ...(type ? { type } : {}) }));
    },
  );
}

function scan(html: string): { jsonLd: string[]; robots: string; canonical: string | undefined } {
  const jsonLd: string[] = [];
  let robots = '';
  let canonical: string | undefined;
  let inside = false;
  const parser = new Parser({
    onopentag(name, { type, name: of, content, rel, href }) {
      inside = name === 'script' && type === 'application/ld+json';
      if (inside) jsonLd.push('');
      if (name === 'meta' && of?.toLowerCase() === 'robots') robots += ` ${content ?? ''}`;
      if (name === 'link' && rel === 'canonical') canonical = href;
    },
    ontext(text) {
      if (inside) jsonLd.push(`${jsonLd.pop() ?? ''}${text}`);
    },
    onclosetag() {
      inside = false;
    },
  });
  parser.end(html);
  return { jsonLd, robots, canonical };
}

/** Exactly one block is asked for: which of several speaks of the record, nobody could tell. */
function objectIn(blocks: readonly string[]): JsonObject | null {
  const [text, ...others] = blocks;
  if (text === undefined || others.length > 0) return null;
  const { value } = parseJson(new TextEncoder().encode(text));
  return isJsonObject(value) ? value : null;
}

/** A portal on somebody's own machine is judged as such. */
function transportOf(url: string): ServedPage['transport'] {
  const { protocol, hostname } = new URL(url);
  if (/^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)) return 'local';
  return protocol === 'https:' ? 'https' : 'http';
}
