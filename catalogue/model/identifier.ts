import type { Identifier } from './record.ts';

type Rule = { scheme: Identifier['scheme']; pattern: RegExp; uri?: (name: string) => string };

/** First match wins; the first group is the name without resolver or prefix. */
const rules: readonly Rule[] = [
  {
    scheme: 'doi',
    pattern: /^(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/|doi:\s*|info:doi\/)?(10\.\d{4,9}(?:\.\d+)*\/\S+)$/i,
    uri: (name) => `https://doi.org/${name}`,
  },
  {
    scheme: 'handle',
    pattern: /^(?:https?:\/\/hdl\.handle\.net\/|hdl:\s*|info:hdl\/)(\S+\/\S+)$/i,
    uri: (name) => `https://hdl.handle.net/${name}`,
  },
  {
    scheme: 'ark',
    pattern: /^(?:https?:\/\/[^/\s]+\/)?(ark:\/?\d{5,}\/\S+)$/i,
    uri: (name) => `https://n2t.net/${name}`,
  },
  {
    scheme: 'uuid',
    pattern: /^(?:urn:uuid:)?\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i,
  },
  { scheme: 'isbn', pattern: /^(?:urn:isbn:|isbn[:\s]*)([\dXx -]{10,17})$/i },
  {
    scheme: 'issn',
    pattern: /^(?:urn:issn:|issn[:\s]*)(\d{4}-?\d{3}[\dXx])$/i,
    uri: (name) => `https://portal.issn.org/resource/ISSN/${name}`,
  },
  { scheme: 'urn', pattern: /^(urn:[a-z0-9][a-z0-9-]{0,31}:\S+)$/i },
  { scheme: 'uri', pattern: /^((?:https?|ftp):\/\/\S+)$/i, uri: (name) => name },
];

/** Code spaces that say by themselves what the code is. */
const resolvers = /^(https?:\/\/(?:dx\.|www\.)?doi\.org|doi|(?:https?:\/\/)?hdl\.handle\.net|hdl)\/?:?$/i;

/**
 * Recognises an identifier: DOI, Handle, ARK, UUID, ISBN, ISSN, URN, web address, else `other`.
 * @param text the code as sent; kept verbatim (trimmed) in `code`
 * @param codeSpace namespace that the document gives with it; a resolver's address or `doi` there decides the scheme
 */
export function parseIdentifier(text: string, codeSpace?: string): Identifier {
  const code = text.trim();
  const space = codeSpace?.trim();
  const candidate = space && resolvers.test(space) && !/^\w+:/.test(code) ? prefixed(code, space) : code;
  for (const { scheme, pattern, uri } of rules) {
    const name = pattern.exec(candidate)?.[1];
    if (name === undefined) continue;
    const address = scheme === 'ark' && /^https?:/i.test(code) ? code : uri?.(name);
    return { code, ...(space ? { codeSpace: space } : {}), scheme, ...(address ? { uri: address } : {}) };
  }
  const address =
    space && /^https?:\/\/\S+[/#=]$/i.test(space) && /^\S+$/.test(code) ? space + code : undefined;
  return {
    code,
    ...(space ? { codeSpace: space } : {}),
    scheme: 'other',
    ...(address ? { uri: address } : {}),
  };
}

function prefixed(code: string, space: string): string {
  return /hdl/i.test(space) ? `hdl:${code}` : `doi:${code}`;
}
