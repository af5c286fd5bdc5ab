/**
 * An address as xs:anyURI and RFC 3986 want it: characters that may not stand in one are escaped.
 * @returns `undefined` where the text can't be one
 */
export function uri(text: string | undefined): string | undefined {
  const written = text
    ?.trim()
    // An empty port is no port (RFC 3986, 6.2.3).
    .replace(/^(\w+:\/\/[^/?#]*):(?=[/?#]|$)/, '$1')
    .replace(/[\s<>"{}|\\^`[\]]/g, (character) => encodeURIComponent(character));
  return written && /^(?:[^%#]|%[0-9a-f]{2})*(?:#(?:[^%#]|%[0-9a-f]{2})*)?$/i.test(written)
    ? written
    : undefined;
}

/** The same with its scheme, as JSON schemas want it. */
export function absoluteUri(text: string | undefined): string | undefined {
  const written = uri(text);
  return written !== undefined && /^[a-z][a-z0-9+.-]*:[\x21-\x7e]+$/i.test(written) ? written : undefined;
}
