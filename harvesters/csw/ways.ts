import type { XmlElement } from '#catalogue/xml';
import { descendants, valuesOf } from './domains.ts';

/** An address at which GetRecords is asked: with an XML document, or with parameters. */
export type Way = { method: 'POST' | 'GET'; address: string };

const xlink = 'http://www.w3.org/1999/xlink';

/**
 * The ways to ask GetRecords, best guess first. Posting is preferred, since filters fit into no address. Catalogues behind
 * a proxy often tell an address of the inside, so only one on the same host is preferred to the address of the source
 * itself; others come last. Where posts are for SOAP alone, their address is left out; where none is told, but one for
 * parameters is, as version 3 allows, that one comes first.
 * @param operation GetRecords of the capabilities
 */
export function waysOf(sourceUrl: string, operation: XmlElement | undefined): Way[] {
  const own = withoutQuestion(new URL(sourceUrl));
  const posts = addressesOf(sourceUrl, operation, 'Post', own);
  const gets = addressesOf(sourceUrl, operation, 'Get', own);
  const isNear = ({ hostname }: URL) => hostname === own.hostname;
  const isFar = (url: URL) => !isNear(url);
  const way = (method: Way['method']) => (url: URL) => ({ method, address: url.href.replace(/\?$/, '') });
  const near = gets.filter(isNear).map(way('GET'));
  const told = posts.length === 0 ? near : [];
  const all = [
    ...posts.filter(isNear).map(way('POST')),
    ...told,
    way('POST')(own),
    ...posts.filter(isFar).map(way('POST')),
    ...near,
    way('GET')(own),
  ];
  return all.filter(
    (one, index) =>
      all.findIndex(({ method, address }) => method === one.method && address === one.address) === index,
  );
}

function addressesOf(
  sourceUrl: string,
  operation: XmlElement | undefined,
  method: 'Post' | 'Get',
  own: URL,
): URL[] {
  const told = operation ? [...descendants(operation, method)] : [];
  return told.flatMap((element) => {
    const encodings = valuesOf(element, ['postencoding']);
    const href = element.attribute('href', xlink) ?? '';
    if (encodings.length > 0 && !encodings.some((encoding) => encoding.toUpperCase() === 'XML')) return [];
    if (!URL.canParse(href, sourceUrl)) return [];
    const url = withoutQuestion(new URL(href, sourceUrl));
    if (url.hostname === own.hostname) {
      if (own.protocol === 'https:') url.protocol = 'https:';
      url.username = own.username;
      url.password = own.password;
    }
    return [url];
  });
}

function withoutQuestion(url: URL): URL {
  for (const name of [...url.searchParams.keys()])
    if (/^(service|version|acceptversions|request)$/i.test(name)) url.searchParams.delete(name);
  return url;
}
