import type { StoredRecord } from '#ledger';
import type { PortalServices } from '../services.ts';
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
 * Answers with a record in a metadata format, 304 when the client holds this version: the document that the source sent,
 * byte for byte, where that may be handed on, else one that is written from the record.
 * @returns `null` when the format cannot express the record
 */
export async function metadataDocument(
  request: Request,
  stored: StoredRecord,
  format: WrittenFormat,
  services: Writing & Pick<PortalServices, 'originals'>,
): Promise<Response | null> {
  const original = await services.originals.of(stored, format.name);
  const body = original ? new Uint8Array(original.document.bytes) : writeRecord(stored, format, services);
  if (body === null) return null;
  const page = pageUrl(services.config.publicUrl, stored.id);
  const headers = new Headers({
    ...documentHeaders,
    // A source may write in another encoding: then its own declaration tells.
    'Content-Type': original && !original.isUtf8 ? format.mediaType : `${format.mediaType}; charset=utf-8`,
    'Content-Disposition': `inline; filename="${stored.id}.${format.suffix}"`,
    'Content-Location': `${page}.${format.suffix}`,
    ETag: original
      ? `"${stored.revision}.${format.suffix}.original"`
      : `"${[stored.revision, ...assessedAt(stored), format.suffix, services.config.version].join('.')}"`,
    'Last-Modified': httpDate(stored.datestamp),
    Link: linkHeader([{ rel: 'describes', href: page, type: 'text/html' }]),
  });
  if (matchesEtag(request, headers)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers });
}

/** A document may tell the score, which changes without a revision. */
function assessedAt({ assessment }: StoredRecord): number[] {
  return assessment ? [Date.parse(assessment.at)] : [];
}
