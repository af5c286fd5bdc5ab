import type { PartyIdentifier } from './party.ts';

type Rule = {
  scheme: PartyIdentifier['scheme'];
  pattern: RegExp;
  uri: (value: string) => string;
  /** Whether the check digits are right; a scheme without is not checked. */
  holds?: (value: string) => boolean;
};

/** First match wins; the first group is the value without resolver or prefix. */
const rules: readonly Rule[] = [
  {
    scheme: 'orcid',
    pattern:
      /^(?:(?:https?:\/\/)?(?:www\.)?orcid\.org\/|orcid(?:\s*id)?:?\s*)?(\d{4}-\d{4}-\d{4}-\d{3}[\dXx])\/?$/i,
    uri: (value) => `https://orcid.org/${value}`,
    holds: isIsni,
  },
  {
    scheme: 'ror',
    pattern: /^(?:(?:https?:\/\/)?(?:www\.)?ror\.org\/|ror:\s*)(0[a-hj-km-np-tv-z0-9]{6}\d{2})\/?$/i,
    uri: (value) => `https://ror.org/${value}`,
    holds: isRor,
  },
  {
    scheme: 'edmo',
    pattern:
      /^(?:(?:https?:\/\/)?edmo\.seadatanet\.org\/(?:report|sparql\/describe\?.*|v_edmo\/(?:print|browse_edmo|browse_step)\.asp\?(?:.*&)?n_code=)\/?|https?:\/\/www\.seadatanet\.org\/urnurl\/SDN:EDMO::|https?:\/\/seadatanet\.maris2\.nl\/v_edmo\/(?:print|browse_edmo|browse_step)\.asp\?(?:.*&)?n_code=|(?:urn:)?SDN:EDMO::|EDMO(?:[_ ]?code)?[:=\s]\s*)(\d+)\/?$/i,
    uri: (value) => `https://edmo.seadatanet.org/report/${value}`,
  },
  {
    scheme: 'isni',
    pattern:
      /^(?:(?:https?:\/\/)?(?:www\.)?isni\.org\/(?:isni\/)?|isni:?\s*)((?:\d{4}[\s-]?){3}\d{3}[\dXx])\/?$/i,
    uri: (value) => `https://isni.org/isni/${value.replace(/[\s-]/g, '')}`,
    holds: isIsni,
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

/** Names of schemes as documents write them; a value written bare is told from any other code by them alone. */
const schemeNames: readonly [RegExp, (value: string) => string][] = [
  [/orcid/i, (value) => `orcid:${value}`],
  [/\bror\b/i, (value) => `ror.org/${value}`],
  [/edmo/i, (value) => `EDMO:${value}`],
  [/isni/i, (value) => `isni:${value}`],
  [/\bgrid\b/i, (value) => value],
];

/**
 * Recognises an identifier of a person or organisation by its address or form: ORCID, ROR, EDMO, ISNI, GRID, Wikidata,
 * else a URI or `other`. ORCID, ISNI and ROR carry check digits: one that is mistyped is none of them.
 * @param text identifier as sent, with or without resolver
 * @param scheme name of the scheme that the document gives (`ORCID`, `https://ror.org`…), for bare values
 */
export function parsePartyIdentifier(text: string, scheme?: string): PartyIdentifier {
  const written = text.trim();
  const named = scheme === undefined ? undefined : schemeNames.find(([pattern]) => pattern.test(scheme));
  for (const candidate of named ? [written, named[1](written)] : [written]) {
    for (const { scheme: known, pattern, uri, holds } of rules) {
      const value = pattern.exec(candidate)?.[1];
      if (value !== undefined && holds?.(value) !== false) return { scheme: known, value, uri: uri(value) };
    }
  }
  return /^https?:\/\/\S+$/i.test(written)
    ? { scheme: 'uri', value: written, uri: written }
    : { scheme: 'other', value: written };
}

/** ISO 7064 MOD 11-2 over sixteen characters: ISNI (ISO 27729), of which ORCID is a part. */
function isIsni(value: string): boolean {
  const digits = value.replace(/[\s-]/g, '').toUpperCase();
  let total = 0;
  for (const digit of digits.slice(0, -1)) total = (total + Number(digit)) * 2;
  const check = (12 - (total % 11)) % 11;
  return digits.at(-1) === (check === 10 ? 'X' : String(check));
}

const base32 = '0123456789abcdefghjkmnpqrstvwxyz';

/** ISO 7064 MOD 97-10 over the six characters after the 0, in Crockford's base 32. */
function isRor(value: string): boolean {
  const name = value.toLowerCase();
  let number = 0;
  for (const character of name.slice(1, 7)) number = number * 32 + base32.indexOf(character);
  return Number(name.slice(7)) === 98 - ((number * 100) % 97);
}
