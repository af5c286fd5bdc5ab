import { parseXml, type XmlElement } from '#catalogue/xml';
import { DomainError } from '#runtime/errors';
import { redactUrl } from '#runtime/fetching';
import { addressOfSource, type ListingContext, requestFor } from '../protocol.ts';
import type { HarvestSource } from '../types.ts';

/** What a catalogue says of itself (OGC 07-006r1, 10.4), as far as a harvest depends on it. */
export type Capabilities = {
  title?: string;
  /** Where GetRecords takes posted XML, best guess first. */
  postAddresses: string[];
  outputSchemas: string[];
};

const xlink = 'http://www.w3.org/1999/xlink';

/** @throws DomainError `upstream` when the address does not answer as a CSW */
export async function getCapabilities(source: HarvestSource, context: ListingContext): Promise<Capabilities> {
  const address = addressOfSource(source);
  for (const [name, value] of Object.entries({
    service: 'CSW',
    version: '2.0.2',
    request: 'GetCapabilities',
  })) {
    for (const given of [...address.searchParams.keys()])
      if (given.toLowerCase() === name) address.searchParams.delete(given);
    address.searchParams.set(name, value);
  }
  const response = await context.fetcher.fetch(address.href, {
    ...requestFor(source, context),
    accept: 'application/xml, text/xml',
  });
  const { root, problems } = parseXml(response.bytes);
  if (root?.name !== 'Capabilities') {
    const why =
      response.status >= 400
        ? `It answered with status ${response.status}.`
        : root
          ? `The answer is a "${root.name}": ${root.text.replace(/\s+/g, ' ').trim().slice(0, 300)}`
          : problems.map(({ message }) => message).join(' ');
    throw new DomainError('upstream', `${redactUrl(address.href)} does not give CSW capabilities. ${why}`);
  }
  const operation = [...descendants(root, 'Operation')].find(
    (found) => found.attribute('name') === 'GetRecords',
  );
  const title = root.child('ServiceIdentification')?.child('Title')?.text.trim();
  return {
    ...(title ? { title } : {}),
    postAddresses: postAddresses(source.url, operation),
    outputSchemas: operation ? valuesOf(operation, 'outputschema') : [],
  };
}

/**
 * Catalogues behind a proxy often tell an address of the inside, so only one on the same host is preferred to the
 * address of the source itself; others come last. Where posts are for SOAP alone, the address is left out.
 */
function postAddresses(sourceUrl: string, operation: XmlElement | undefined): string[] {
  const own = withoutQuestion(new URL(sourceUrl));
  const told = [...(operation ? descendants(operation, 'Post') : [])].flatMap((post) => {
    const encodings = valuesOf(post, 'postencoding');
    const href = post.attribute('href', xlink) ?? '';
    if (encodings.length > 0 && !encodings.some((encoding) => encoding.toUpperCase() === 'XML')) return [];
    return URL.canParse(href, sourceUrl) ? [new URL(href, sourceUrl)] : [];
  });
  const near = told.filter(({ hostname }) => hostname === own.hostname);
  for (const url of near) {
    if (own.protocol === 'https:') url.protocol = 'https:';
    url.username = own.username;
    url.password = own.password;
  }
  const far = told.filter((url) => !near.includes(url));
  return [...new Set([...near, own, ...far].map(({ href }) => href.replace(/\?$/, '')))];
}

function withoutQuestion(url: URL): URL {
  for (const name of [...url.searchParams.keys()])
    if (/^(service|version|request)$/i.test(name)) url.searchParams.delete(name);
  return url;
}

function valuesOf(element: XmlElement, name: string): string[] {
  return [...descendants(element, 'Parameter'), ...descendants(element, 'Constraint')]
    .filter((found) => found.attribute('name')?.toLowerCase() === name)
    .flatMap((found) => [...found.elements()])
    .filter((value) => value.name === 'Value')
    .map((value) => value.text.trim());
}

function* descendants(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of element.elements()) {
    if (child.name === name) yield child;
    yield* descendants(child, name);
  }
}
