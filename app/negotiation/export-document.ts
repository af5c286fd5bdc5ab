import { type CitationStyle, citationStyles, cslItem, formatCitation } from '#catalogue/citations';
import type { RecordExport } from '#catalogue/exports';
import type { StoredRecord } from '#ledger';
import { messagesIn } from '../locales/index.ts';
import { localeOf } from '../locales/locale-of.ts';
import type { PortalServices } from '../services.ts';
import { httpDate, matchesEtag } from './etag.ts';
import { linkHeader } from './link-header.ts';
import { documentHeaders } from './metadata-document.ts';
import { pageUrl } from './written-formats.ts';

type Services = Pick<PortalServices, 'config'>;

/**
 * Answers with a record as a reference or a document to read, in the language of the request.
 * @returns `null` for a record that can't be cited, since it has no title
 */
export async function exportDocument(
  request: Request,
  stored: StoredRecord,
  { suffix, mediaType, write }: RecordExport,
  services: Services,
): Promise<Response | null> {
  const language = localeOf(request);
  const page = pageUrl(services.config.publicUrl, stored.id);
  const labels = messagesIn(language).modelFields;
  const document = await write(stored.record, { id: stored.id, pageUrl: page, language, labels });
  if (document === null) return null;
  const headers = headersOf(stored, suffix, language, services);
  headers.set('Content-Type', typeof document === 'string' ? `${mediaType}; charset=utf-8` : mediaType);
  headers.set('Content-Disposition', `attachment; filename="${stored.id}.${suffix}"`);
  headers.set('Content-Location', `${page}.${suffix}`);
  return respond(request, headers, typeof document === 'string' ? document : new Uint8Array(document));
}

/** The media type of a formatted citation; its parameter `style` names one of `citationStyles`. */
export const bibliography = 'text/x-bibliography';

/** Answers with a formatted citation in the style that the Accept header names (APA unless told). */
export function citationDocument(
  request: Request,
  stored: StoredRecord,
  services: Services,
): Response | null {
  const language = localeOf(request);
  const asked = /text\/x-bibliography\s*;[^,]*\bstyle="?([\w-]+)/i.exec(
    request.headers.get('accept') ?? '',
  )?.[1];
  const style: CitationStyle = citationStyles.find(({ name }) => name === asked)?.name ?? 'apa';
  const page = pageUrl(services.config.publicUrl, stored.id);
  const item = cslItem(stored.record, { id: stored.id, pageUrl: page, language });
  if (!item) return null;
  const headers = headersOf(stored, style, language, services);
  headers.set('Content-Type', `${bibliography}; style=${style}; charset=utf-8`);
  return respond(request, headers, `${formatCitation(item, style, language)}\n`);
}

function headersOf(stored: StoredRecord, what: string, language: string, { config }: Services): Headers {
  return new Headers({
    ...documentHeaders,
    'Content-Language': language,
    ETag: `"${stored.revision}.${what}.${language}.${config.version}"`,
    'Last-Modified': httpDate(stored.datestamp),
    Link: linkHeader([{ rel: 'describes', href: pageUrl(config.publicUrl, stored.id), type: 'text/html' }]),
    Vary: 'Accept, Accept-Language, Cookie',
  });
}

function respond(request: Request, headers: Headers, body: string | Uint8Array<ArrayBuffer>): Response {
  if (matchesEtag(request, headers)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers });
}
