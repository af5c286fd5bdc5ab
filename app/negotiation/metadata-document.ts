import type { StoredRecord } from '#ledger';
import { httpDate, matchesEtag } from './etag.ts';
import { linkHeader } from './link-header.ts';
import { pageUrl, type Writing, type WrittenFormat, writeRecord } from './written-formats.ts';

/** Metadata may be read by pages of any site, and never runs as a page of ours. */
export const documentHeaders: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Link, ETag, Last-Modified',
  'Cache-Control': 'no-cache',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
};

/**
 * Answers with a record in a metadata format, 304 when the client holds this version.
 * @returns `null` when the format cannot express the record
 */
export function metadataDocument(
  request: Request,
  stored: StoredRecord,
  format: WrittenFormat,
  services: Writing,
): Response | null {
  const text = writeRecord(stored, format, services);
  if (text === null) return null;
  const page = pageUrl(services.config.publicUrl, stored.id);
  const headers = new Headers({
    ...documentHeaders,
    'Content-Type': `${format.mediaType}; charset=utf-8`,
    'Content-Disposition': `inline; filename="${stored.id}.${format.suffix}"`,
    'Content-Location': `${page}.${format.suffix}`,
    ETag: `"${stored.revision}.${format.suffix}.${services.config.version}"`,
    'Last-Modified': httpDate(stored.datestamp),
    Link: linkHeader([{ rel: 'describes', href: page, type: 'text/html' }]),
  });
  if (matchesEtag(request, headers)) return new Response(null, { status: 304, headers });
  return new Response(text, { headers });
}
