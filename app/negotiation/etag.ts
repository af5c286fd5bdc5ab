/**
 * Whether a request already holds the version that the headers name: `If-None-Match` in weak comparison, or, without it,
 * `If-Modified-Since` (RFC 9110, 13.1.2 and 13.1.3).
 */
export function matchesEtag(request: Request, headers: Headers): boolean {
  const held = request.headers.get('if-none-match');
  if (held === null) return isUnmodified(request, headers);
  const etag = headers.get('ETag');
  if (etag === null) return false;
  return held.trim() === '*' || held.split(',').some((tag) => opaque(tag) === opaque(etag));
}

/** Servers that compress mark the entity tag (`-gzip`); it still names the same version. */
function opaque(tag: string): string {
  return tag
    .trim()
    .replace(/^W\//, '')
    .replace(/-(gzip|br|deflate)"$/, '"');
}

function isUnmodified(request: Request, headers: Headers): boolean {
  const since = Date.parse(request.headers.get('if-modified-since') ?? '');
  const modified = Date.parse(headers.get('Last-Modified') ?? '');
  return modified <= since;
}

/** Adds the build of the portal to the entity tag of a page, which another build would render in another way. */
export function nameBuild(headers: Headers, build: string): void {
  const etag = headers.get('ETag');
  if (etag !== null) headers.set('ETag', etag.replace(/"$/, `.${build}"`));
}

/** A moment as `Last-Modified` writes it. */
export function httpDate(datestamp: string): string {
  return new Date(datestamp).toUTCString();
}
