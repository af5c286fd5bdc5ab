import { gunzipSync } from 'node:zlib';
import { parseXml, type XmlElement } from '#catalogue/xml';
import { DomainError } from '#runtime/errors';
import { redactUrl } from '#runtime/fetching';
import type { RobotsRules } from '#runtime/robots';
import { withUserOf } from '../asking/index.ts';
import { addressOfSource, type ListingContext, requestFor, withoutUser } from '../protocol.ts';
import type { HarvestSource } from '../types.ts';

/** A page of a sitemap; `lastmod` in ISO 8601, the latest moment that it can mean, where it is told and can be read. */
export type SitemapPage = { address: string; lastmod?: string };

const mostSitemaps = 2000;
const mostPages = 500_000;
/** sitemaps.org: a sitemap has 50 MB at most, unpacked. */
const largest = 50 * 1024 * 1024;

/** The sitemaps of a source: the one it is named by, those that the robots.txt tells, or the usual one. */
export function sitemapsOf(source: HarvestSource, rules: RobotsRules): string[] {
  const url = new URL(withoutUser(addressOfSource(source).href));
  if (/\.(xml|gz)$/i.test(url.pathname) || /sitemap/i.test(url.pathname)) return [url.href];
  const told = rules.sitemaps.flatMap((address) =>
    URL.canParse(address, url) ? [new URL(address, url).href] : [],
  );
  return told.length > 0 ? told : [new URL('/sitemap.xml', url).href];
}

/**
 * The pages of sitemaps, and of those that these refer to (sitemaps.org 0.9). Pages of another host than the sitemap's own
 * are no business of it, and are left out.
 * @param most sitemaps that are read
 * @returns pages in the order of their addresses, and why some may be missing
 * @throws DomainError `upstream` when none of the sitemaps can be had
 */
export async function listPages(
  source: HarvestSource,
  context: ListingContext,
  sitemaps: readonly string[],
  most = mostSitemaps,
): Promise<{ pages: SitemapPage[]; gap?: string }> {
  const pages = new Map<string, SitemapPage>();
  const visited = new Set(sitemaps);
  const waiting = [...sitemaps];
  const gaps: string[] = [];
  let failure: unknown;
  let read = 0;
  let foreign = 0;
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    context.signal.throwIfAborted();
    try {
      const root = await askSitemap(source, context, address);
      read += 1;
      for (const [inner, lastmod] of entriesOf(root, address)) {
        if (siteOf(inner) !== siteOf(address)) foreign += 1;
        else if (root.name === 'sitemapindex') {
          if (visited.has(inner)) continue;
          if (visited.size >= most) gaps.push(`There are more than ${most} sitemaps.`);
          else waiting.push(inner);
          visited.add(inner);
        } else if (pages.size >= mostPages) gaps.push(`The sitemaps list more than ${mostPages} pages.`);
        else pages.set(inner, { address: inner, ...(lastmod === undefined ? {} : { lastmod }) });
      }
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      failure ??= error;
      gaps.push(error.message);
    }
  }
  if (read === 0) throw failure;
  if (pages.size === 0 && foreign > 0)
    throw new DomainError(
      'upstream',
      `The sitemaps list ${foreign} pages of other hosts than their own, and none of their own.`,
    );
  const wanted = source.options['match'] ?? '';
  const all = [...pages.values()].filter(({ address }) => address.includes(wanted));
  all.sort((a, b) => (a.address < b.address ? -1 : 1));
  return { pages: all, ...(gaps[0] === undefined ? {} : { gap: gaps[0] }) };
}

async function askSitemap(
  source: HarvestSource,
  context: ListingContext,
  address: string,
): Promise<XmlElement> {
  const { status, bytes } = await context.fetcher.fetch(withUserOf(source, address), {
    ...requestFor(source, context),
    accept: 'application/xml, text/xml, */*;q=0.5',
  });
  const where = redactUrl(address);
  if (status >= 400)
    throw new DomainError('upstream', `The sitemap ${where} is answered with status ${status}.`);
  const { root, problems } = parseXml(unpacked(bytes, where));
  if (root?.name === 'urlset' || root?.name === 'sitemapindex') return root;
  const why = root ? `It is a "${root.name}".` : (problems[0]?.message ?? '');
  throw new DomainError('upstream', `${where} is no sitemap. ${why}`);
}

/** Sitemaps may be files of gzip, whatever the transport does. */
function unpacked(bytes: Uint8Array, where: string): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: largest });
  } catch {
    throw new DomainError(
      'upstream',
      `The sitemap ${where} can't be unpacked, or has more than ${largest} bytes.`,
    );
  }
}

function* entriesOf(root: XmlElement, base: string): Generator<[string, string | undefined]> {
  const name = root.name === 'sitemapindex' ? 'sitemap' : 'url';
  for (const entry of root.elements()) {
    const location = entry.name === name ? (entry.child('loc')?.text.trim() ?? '') : '';
    if (location === '' || !URL.canParse(location, base)) continue;
    const url = new URL(location, base);
    url.hash = '';
    if (!/^https?:$/.test(url.protocol)) continue;
    const lastmod = entry.child('lastmod')?.text.trim() ?? '';
    yield [url.href, latestOf(lastmod)];
  }
}

const hour = 3_600_000;
/** How long a date may last that is told to the year, the month or the day, by its length. */
const lasting: Readonly<Record<number, number>> = { 4: 366 * 24 * hour, 7: 31 * 24 * hour, 10: 24 * hour };
/** A day ends so much later where the clocks are last. */
const westernmost = 12 * hour;

/** The latest moment that a date means: most sitemaps tell the day alone, and a page may change after it was fetched. */
function latestOf(lastmod: string): string | undefined {
  const at = Date.parse(lastmod);
  if (Number.isNaN(at)) return undefined;
  const length = /^\d{4}(-\d{2}){0,2}$/.test(lastmod) ? lasting[lastmod.length] : undefined;
  return new Date(length === undefined ? at : at + length + westernmost).toISOString();
}

/** Host of an address; with `www.` it is the same site. */
function siteOf(address: string): string {
  return new URL(address).host.replace(/^www\./, '');
}
