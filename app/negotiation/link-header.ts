/** A typed link (RFC 8288). `profile` is that of Signposting for metadata formats. */
export type TypedLink = { rel: string; href: string; type?: string; profile?: string };

/** Servers and clients refuse headers that are much longer; the linkset holds the rest. */
const longestHeader = 6000;

/**
 * Typed links as **one** `Link` header (some clients read the last of several only). Links that would make it too long
 * are left out, from the end: give the ones that matter first.
 * @returns an empty text when there is none
 */
export function linkHeader(links: readonly TypedLink[]): string {
  let header = '';
  for (const link of links) {
    const field = linkField(link);
    if (field === null || header.length + field.length + 2 > longestHeader) continue;
    header = header === '' ? field : `${header}, ${field}`;
  }
  return header;
}

/** `null` for what is no absolute address. */
function linkField({ rel, href, type, profile }: TypedLink): string | null {
  const target = targetUri(href);
  if (target === null) return null;
  const parameters = Object.entries({ rel, type, profile }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}="${value.replace(/[^\x20-\x7e]|["\\]/g, '')}"`],
  );
  return [`<${target}>`, ...parameters].join('; ');
}

/** An absolute address in ASCII; commas and semicolons are encoded, since simple clients split the header at them. */
function targetUri(href: string): string | null {
  if (!URL.canParse(href)) return null;
  return new URL(href).href.replace(
    /[,;<>"'\s]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
