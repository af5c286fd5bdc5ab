import type { PartyIdentifier } from '../../model/index.ts';

type Rule = { scheme: PartyIdentifier['scheme']; pattern: RegExp; uri: (value: string) => string };

/** First match wins; the first group is the value without resolver or prefix. */
const rules: readonly Rule[] = [
  {
    scheme: 'orcid',
    pattern: /^(?:https?:\/\/(?:www\.)?orcid\.org\/|orcid:\s*)?(\d{4}-\d{4}-\d{4}-\d{3}[\dXx])\/?$/i,
    uri: (value) => `https://orcid.org/${value}`,
  },
  {
    scheme: 'ror',
    pattern: /^(?:https?:\/\/(?:www\.)?ror\.org\/|ror\.org\/|ror:\s*)(0[a-hj-km-np-tv-z0-9]{6}\d{2})\/?$/i,
    uri: (value) => `https://ror.org/${value}`,
  },
  {
    scheme: 'edmo',
    pattern:
      /^(?:https?:\/\/edmo\.seadatanet\.org\/(?:report|sparql\/describe\?.*|v_edmo\/print\.asp\?n_code=)\/?|SDN:EDMO::|EDMO:\s*|https?:\/\/www\.seadatanet\.org\/urnurl\/SDN:EDMO::)(\d+)\/?$/i,
    uri: (value) => `https://edmo.seadatanet.org/report/${value}`,
  },
  {
    scheme: 'isni',
    pattern: /^(?:https?:\/\/(?:www\.)?isni\.org\/(?:isni\/)?|isni:?\s*)((?:\d{4}\s?){3}\d{3}[\dXx])\/?$/i,
    uri: (value) => `https://isni.org/isni/${value.replace(/\s/g, '')}`,
  },
  {
    scheme: 'grid',
    pattern: /^(?:https?:\/\/(?:www\.)?grid\.ac\/institutes\/)?(grid\.\d+\.[0-9a-f]+)\/?$/i,
    uri: (value) => `https://www.grid.ac/institutes/${value}`,
  },
  {
    scheme: 'wikidata',
    pattern: /^https?:\/\/(?:www\.)?wikidata\.org\/(?:entity|wiki)\/(Q\d+)\/?$/i,
    uri: (value) => `http://www.wikidata.org/entity/${value}`,
  },
];

/** A ROR, ISNI or GRID written bare, which only the name of its scheme tells from any other code. */
const byScheme: Readonly<Record<string, (value: string) => string>> = {
  orcid: (value) => `https://orcid.org/${value}`,
  ror: (value) => `https://ror.org/${value}`,
  edmo: (value) => `EDMO:${value}`,
  isni: (value) => `isni:${value}`,
  grid: (value) => value,
};

/**
 * Recognises an identifier of a person or organisation: ORCID, ROR, EDMO, ISNI, GRID, Wikidata, else a URI or `other`.
 * @param text as sent
 * @param schemeName name of the scheme that the document gives with it, such as DataCite's nameIdentifierScheme
 */
export function readPartyIdentifier(text: string, schemeName?: string): PartyIdentifier | undefined {
  const written = text.trim();
  if (written === '') return undefined;
  const prefixed = byScheme[schemeName?.trim().toLowerCase() ?? '']?.(written);
  for (const candidate of prefixed === undefined ? [written] : [written, prefixed]) {
    for (const { scheme, pattern, uri } of rules) {
      const value = pattern.exec(candidate)?.[1];
      if (value !== undefined) return { scheme, value, uri: uri(value) };
    }
  }
  return /^https?:\/\/\S+$/i.test(written)
    ? { scheme: 'uri', value: written, uri: written }
    : { scheme: 'other', value: written };
}
