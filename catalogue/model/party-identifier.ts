import type { PartyIdentifier } from './party.ts';

type Rule = { scheme: PartyIdentifier['scheme']; pattern: RegExp; uri?: (value: string) => string };

const rules: readonly Rule[] = [
  {
    scheme: 'orcid',
    pattern: /^(?:https?:\/\/(?:www\.)?orcid\.org\/|orcid:\s*)?(\d{4}-\d{4}-\d{4}-\d{3}[\dXx])\/?$/i,
    uri: (value) => `https://orcid.org/${value}`,
  },
  {
    scheme: 'ror',
    pattern: /^(?:https?:\/\/)?(?:www\.)?ror\.org\/(0[a-z0-9]{6}\d\d)\/?$/i,
    uri: (value) => `https://ror.org/${value}`,
  },
  {
    scheme: 'edmo',
    pattern:
      /^(?:https?:\/\/edmo\.seadatanet\.org\/(?:v_edmo\/browse_edmo\.asp\?n_code=|report\/)|urn:SDN:EDMO::|SDN:EDMO::|EDMO:)(\d+)$/i,
    uri: (value) => `https://edmo.seadatanet.org/report/${value}`,
  },
  {
    scheme: 'isni',
    pattern: /^(?:https?:\/\/(?:www\.)?isni\.org\/(?:isni\/)?|isni:?\s*)(\d{4} ?\d{4} ?\d{4} ?\d{3}[\dXx])$/i,
    uri: (value) => `https://isni.org/isni/${value.replaceAll(' ', '')}`,
  },
  { scheme: 'grid', pattern: /^(?:https?:\/\/(?:www\.)?grid\.ac\/institutes\/)?(grid\.\d+\.[0-9a-f]+)$/i },
  {
    scheme: 'wikidata',
    pattern: /^https?:\/\/(?:www\.)?wikidata\.org\/(?:wiki|entity)\/(Q\d+)$/i,
    uri: (value) => `https://www.wikidata.org/entity/${value}`,
  },
  { scheme: 'uri', pattern: /^(https?:\/\/\S+)$/i, uri: (value) => value },
];

/** Schemes under the names that documents give them. */
const schemeNames: readonly [RegExp, PartyIdentifier['scheme'], (value: string) => string][] = [
  [/orcid/i, 'orcid', (value) => `orcid:${value}`],
  [/\bror\b/i, 'ror', (value) => `ror.org/${value}`],
  [/edmo/i, 'edmo', (value) => `EDMO:${value}`],
  [/isni/i, 'isni', (value) => `isni:${value}`],
];

/**
 * Recognises an identifier of a person or organisation by its address or form.
 * @param text identifier as sent, with or without resolver
 * @param scheme name of the scheme that the document gives (`ORCID`, `https://ror.org`…), for bare values
 */
export function parsePartyIdentifier(text: string, scheme?: string): PartyIdentifier {
  const value = text.trim();
  const named = scheme === undefined ? undefined : schemeNames.find(([pattern]) => pattern.test(scheme));
  for (const candidate of named ? [value, named[2](value)] : [value]) {
    for (const rule of rules) {
      if (rule.scheme === 'uri' && candidate === value && named && !/^https?:/i.test(value)) continue;
      const name = rule.pattern.exec(candidate)?.[1];
      if (name === undefined) continue;
      const uri = rule.uri?.(name);
      return { scheme: rule.scheme, value: name, ...(uri ? { uri } : {}) };
    }
  }
  return { scheme: named?.[1] ?? 'other', value };
}
