import type { OriginalDocument, StoredRecord } from '#ledger';
import { httpDate, matchesEtag } from './etag.ts';
import { linkHeader } from './link-header.ts';
import { documentHeaders } from './metadata-document.ts';

/** Types that a browser would run as a page of ours. */
const runnable =
  /^(text\/html|application\/xhtml\+xml|image\/svg\+xml|text\/xsl|application\/(x-)?(javascript|ecmascript)|text\/(javascript|ecmascript))\b/i;
/** Types that are safe to read in the browser, in its sandbox. */
const readable = /^(application|text)\/([\w.+-]*\+)?(xml|json|turtle|plain|n-triples|yaml)\b/i;

const extensions: readonly [RegExp, string][] = [
  [/xml/i, 'xml'],
  [/json/i, 'json'],
  [/turtle/i, 'ttl'],
  [/n-triples/i, 'nt'],
];

/**
 * Answers with the document as its source sent it: its bytes and its media type, but never so that it could run as a page
 * of ours.
 * @param page canonical address of the record's page
 */
export function originalResponse(
  request: Request,
  { id, datestamp }: StoredRecord,
  { bytes, mediaType, hash }: OriginalDocument,
  page: string,
): Response {
  const type =
    /^[\w.+-]+\/[\w.+-]+(\s*;.*)?$/.test(mediaType) && !runnable.test(mediaType) ? mediaType : 'text/plain';
  const extension = extensions.find(([pattern]) => pattern.test(type))?.[1] ?? 'txt';
  const headers = new Headers({
    ...documentHeaders,
    'Content-Type': type,
    'Content-Disposition': `${readable.test(type) ? 'inline' : 'attachment'}; filename="${id}-original.${extension}"`,
    // The public reads it with secrets masked, so that the hash alone would not name these bytes.
    ETag: `"${hash.slice(0, 32)}.${bytes.length}"`,
    'Last-Modified': httpDate(datestamp),
    Link: linkHeader([{ rel: 'describes', href: page, type: 'text/html' }]),
  });
  if (matchesEtag(request, headers)) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(bytes), { headers });
}
