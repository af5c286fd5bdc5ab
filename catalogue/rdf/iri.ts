/** RFC 3987: none of these may stand in an IRI. */
const forbidden = /[\u0000-\u0020<>"{}|\\^`]/g;

/** Percent-encodes what an IRI may not hold; blanks at both ends are dropped. */
export function mendIri(iri: string): string {
  return iri.trim().replace(forbidden, (character) => encodeURIComponent(character));
}

/** Whether an IRI holds a character that it may not hold. */
export function isInvalidIri(iri: string): boolean {
  forbidden.lastIndex = 0;
  return forbidden.test(iri);
}

/** Whether a text begins with a scheme (RFC 3986). */
export function isAbsolute(iri: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(iri);
}
