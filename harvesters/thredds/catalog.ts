import { parseXml, type XmlElement } from '#catalogue/xml';
import { DomainError } from '#runtime/errors';
import { redactUrl } from '#runtime/fetching';
import { conditionOf, validatorOf, withUserOf } from '../asking/index.ts';
import type { RememberedFile } from '../ports.ts';
import { addressOfSource, type ListingContext, requestFor, withoutUser } from '../protocol.ts';
import type { HarvestSource } from '../types.ts';

const xlink = 'http://www.w3.org/1999/xlink';

/** Address of the catalogue that a source is named by; its page for people has the same address but for the end. */
export function catalogOf(source: HarvestSource): string {
  const url = new URL(withoutUser(addressOfSource(source).href));
  url.hash = '';
  url.pathname = url.pathname.replace(/\.html$/, '.xml');
  if (!/\.xml$/.test(url.pathname) && url.search === '')
    url.pathname = `${url.pathname.replace(/\/$/, '')}/catalog.xml`;
  return url.href;
}

/** `validator`: what it can be asked for by again, on condition that it changed; absent where it can't. */
export type CatalogAnswer = { root: XmlElement; bytes: Uint8Array; validator?: string };

/**
 * Asks for a catalogue.
 * @param known it as it is remembered, where it is
 * @returns `unchanged` where it is as it is remembered
 * @throws DomainError `upstream` when the address gives no catalogue
 */
export async function askCatalog(
  source: HarvestSource,
  context: ListingContext,
  address: string,
  known?: RememberedFile,
): Promise<CatalogAnswer | 'unchanged'> {
  const response = await context.fetcher.fetch(withUserOf(source, address), {
    ...requestFor(source, context),
    accept: 'application/xml, text/xml',
    ...(known ? { known: conditionOf(known.validator) } : {}),
  });
  const { status, bytes, url } = response;
  if (known && status === 304) return 'unchanged';
  const where = redactUrl(address);
  if (status >= 400) throw new DomainError('upstream', `${where} is answered with status ${status}.`);
  const { root, problems } = parseXml(bytes);
  const validator = url === address ? validatorOf(response) : undefined;
  if (root?.name === 'catalog') return { root, bytes, ...(validator === undefined ? {} : { validator }) };
  const why = root ? `It is a "${root.name}".` : (problems[0]?.message ?? '');
  throw new DomainError('upstream', `${where} is no catalogue of THREDDS. ${why}`);
}

export type References = { own: string[]; foreign: number };

/**
 * The catalogues that one refers to (InvCatalog 1.0, "catalogRef").
 * @returns those of the same server, and how many others: they are sources of their own
 */
export function referencesOf(root: XmlElement, base: string): References {
  const own = new Set<string>();
  let foreign = 0;
  const visit = (element: XmlElement): void => {
    for (const child of element.elements()) {
      visit(child);
      if (child.name !== 'catalogRef') continue;
      const href = (child.attribute('href', xlink) ?? child.attribute('href') ?? '').trim();
      if (href === '' || !URL.canParse(href, base)) continue;
      const url = new URL(href, base);
      url.hash = '';
      if (url.host !== new URL(base).host) foreign += 1;
      else if (/^https?:$/.test(url.protocol)) {
        url.protocol = new URL(base).protocol;
        url.pathname = url.pathname.replace(/\.html$/, '.xml');
        own.add(url.href);
      }
    }
  };
  visit(root);
  return { own: [...own], foreign };
}

/** Whether one of the services of a catalogue tells more of its datasets: ISO 19139 (ncISO), NcML, or OPeNDAP. */
export function offersMore(element: XmlElement): boolean {
  return element
    .elements()
    .some(
      (child) =>
        (child.name === 'service' &&
          /^(iso|ncml|opendap|dods)$/i.test(child.attribute('serviceType') ?? '')) ||
        offersMore(child),
    );
}
