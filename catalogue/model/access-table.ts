import type { Resource } from './record.ts';
import { remembered } from './remembered.ts';

type AccessRight = NonNullable<Resource['accessRight']>;

/** Addresses and wordings, these on text folded to lower case without accents. The first match counts. */
const rules: readonly { right: AccessRight; address: RegExp; wordings: readonly RegExp[] }[] = [
  {
    right: 'open',
    address:
      /LimitationsOnPublicAccess\/noLimitations$|access-right\/PUBLIC$|eu-repo\/semantics\/openAccess$|c_abf2\/?$/i,
    wordings: [
      /^(there are )?no (limitations?|restrictions?) (to|on) public access/,
      /^(access to this dataset is unrestricted|open access)\.?$/,
      /^pas de restrictions? (d.acces publi(c|que)|concernant l.acces public)/,
      /^aucun des articles de la loi ne peut etre invoque pour justifier d.une restriction d.acces public/,
      /^geen beperkingen op openbare toegang|^keine beschrankungen des offentlichen zugangs/,
    ],
  },
  {
    right: 'restricted',
    address:
      /LimitationsOnPublicAccess\/INSPIRE_Directive_Article13_?1[a-h]$|access-right\/(RESTRICTED|NON_PUBLIC|CONFIDENTIAL|SENSITIVE)$|eu-repo\/semantics\/restrictedAccess$|c_16ec\/?$/i,
    wordings: [
      /public access limited according to article 13 ?\(1\)/,
      /^l124-4-i-\d.*article 13\.?1/,
      /^restricted access\.?$/,
    ],
  },
  {
    right: 'embargoed',
    address: /eu-repo\/semantics\/embargoedAccess$|c_f1cf\/?$/i,
    wordings: [/^embargoed access\.?$/],
  },
  {
    right: 'metadata-only',
    address: /eu-repo\/semantics\/closedAccess$|c_14cb\/?$/i,
    wordings: [/^(metadata only|closed) access\.?$/],
  },
];

/**
 * Recognises a statement of who may have access, by the codes of INSPIRE (LimitationsOnPublicAccess), the EU authority
 * table, COAR and info:eu-repo, or by their wording. That no conditions apply to use says nothing of access.
 * @param text as sent
 * @param uri address that the text is anchored to
 */
export const recogniseAccess = remembered((text, uri): AccessRight | undefined => {
  const addresses = [uri, /^(https?|info):\S+$/i.test(text.trim()) ? text : undefined].flatMap(
    (address) => address?.trim().replace(/\/$/, '') ?? [],
  );
  const folded = text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
  return rules.find(
    ({ address, wordings }) =>
      addresses.some((one) => address.test(one)) || wordings.some((wording) => wording.test(folded)),
  )?.right;
});
