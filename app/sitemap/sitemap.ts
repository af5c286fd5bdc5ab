import type { RecordReader, StoredRecord } from '#ledger';
import type { PortalServices } from '../services.ts';

/** Addresses in one file: far below the 50,000 and 50 MB that sitemaps.org allows. */
export const addressesPerFile = 10_000;
const pageSize = 500;

type Entry = { path: string; changed?: string };

/**
 * One part of the sitemap: records in the order of their last change. A part is cut by revision numbers, so that it stays
 * what it is while newer records come after it. Of records of one resource the one that stands for all is listed.
 * @param after revision that the part before ended with; 0 for the first
 */
export async function sitemapPart(
  { records, identity }: Pick<PortalServices, 'records' | 'identity'>,
  publicUrl: string,
  after: number,
): Promise<string> {
  const entries: Entry[] = [];
  for await (const page of pagesOf(records, after, addressesPerFile)) {
    const clusters = await identity.clustersOf(page.map(({ id }) => id));
    for (const { id, datestamp } of page)
      if ((clusters.get(id)?.canonical ?? id) === id)
        entries.push({ path: `/records/${id}`, changed: datestamp });
  }
  return urlset(publicUrl, entries);
}

/** Addresses of pages that are no records. */
export function sitemapOfPages(publicUrl: string, paths: readonly string[]): string {
  return urlset(
    publicUrl,
    paths.map((path) => ({ path })),
  );
}

const known = new WeakMap<RecordReader, { revision: number; index: Promise<string> }>();

/** Lists all parts, each with the last change in it (sitemaps.org, sitemap index). Made anew when something changed. */
export async function sitemapIndex(records: RecordReader, publicUrl: string): Promise<string> {
  const revision = await records.latestRevision();
  const made = known.get(records);
  if (made?.revision === revision) return made.index;
  const index = makeIndex(records, publicUrl);
  known.set(records, { revision, index });
  index.catch(() => known.delete(records));
  return index;
}

async function makeIndex(records: RecordReader, publicUrl: string): Promise<string> {
  const parts: { address: string; changed?: string }[] = [{ address: `${publicUrl}/sitemap.xml?part=pages` }];
  let after = 0;
  for (;;) {
    let last: StoredRecord | undefined;
    for await (const page of pagesOf(records, after, addressesPerFile)) last = page.at(-1) ?? last;
    if (last === undefined) break;
    parts.push({ address: `${publicUrl}/sitemap.xml?part=${after}`, changed: last.datestamp });
    after = last.datestampRevision;
  }
  const lines = parts.map(
    ({ address, changed }) =>
      `<sitemap><loc>${escapeXml(address)}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}</sitemap>`,
  );
  return document('sitemapindex', lines);
}

async function* pagesOf(records: RecordReader, after: number, most: number): AsyncGenerator<StoredRecord[]> {
  let afterRevision = after;
  for (let given = 0; given < most; ) {
    const limit = Math.min(pageSize, most - given);
    const page = await records.pageByRevision({ afterRevision, limit, includeDeleted: false }, 'public');
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    given += page.length;
    afterRevision = last.datestampRevision;
  }
}

/** Both languages of a page are named, as search engines want alternates (RFC 8288 relation `alternate`). */
function urlset(publicUrl: string, entries: readonly Entry[]): string {
  const lines = entries.map(({ path, changed }) => {
    const address = escapeXml(`${publicUrl}${path}`);
    const alternates = ['en', 'fr'].map(
      (language) => `<xhtml:link rel="alternate" hreflang="${language}" href="${address}?lang=${language}"/>`,
    );
    return `<url><loc>${address}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}${alternates.join('')}</url>`;
  });
  return document('urlset', lines);
}

function document(root: string, lines: readonly string[]): string {
  const namespaces =
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} ${namespaces}>\n${lines.join('\n')}\n</${root}>\n`;
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
