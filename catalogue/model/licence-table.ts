import type { Licence } from './constraints.ts';
import type { LanguageMap } from './language.ts';

type KnownLicence = {
  /** SPDX id, or our own where there is none. */
  id: string;
  /** `false` where the id is our own. */
  spdx?: false;
  uri: string;
  title: LanguageMap;
  /** Host and path of the addresses that mean it (without scheme and `www.`), lower case. */
  addresses: readonly string[];
  /** Wordings, on text folded to lower case without accents and with single blanks. */
  wordings: readonly RegExp[];
};

/** Licences without parameters; the Creative Commons family is recognised by rule below. */
export const knownLicences: readonly KnownLicence[] = [
  {
    id: 'etalab-2.0',
    uri: 'https://www.etalab.gouv.fr/wp-content/uploads/2017/04/ETALAB-Licence-Ouverte-v2.0.pdf',
    title: { en: 'Etalab Open Licence 2.0', fr: 'Licence Ouverte Etalab 2.0' },
    addresses: [
      'etalab.gouv.fr/wp-content/uploads/2017/04/etalab-licence-ouverte-v2.0.pdf',
      'etalab.gouv.fr/wp-content/uploads/2018/11/open-licence.pdf',
      'etalab.gouv.fr/licence-ouverte-open-licence',
      'github.com/etalab/licence-ouverte/blob/master/lo.md',
      'spdx.org/licenses/etalab-2.0',
    ],
    wordings: [
      /licence ouverte.{0,40}\b(2\.0|v ?2|version 2)\b/,
      /open licen[cs]e.{0,20}etalab.{0,20}\b2/,
      /etalab[- ]2\.0/,
      /\blov2\b/,
    ],
  },
  {
    id: 'etalab-1.0',
    spdx: false,
    uri: 'https://www.etalab.gouv.fr/wp-content/uploads/2014/05/Licence_Ouverte.pdf',
    title: { en: 'Etalab Open Licence 1.0', fr: 'Licence Ouverte Etalab 1.0' },
    addresses: [
      'etalab.gouv.fr/wp-content/uploads/2014/05/licence_ouverte.pdf',
      'etalab.gouv.fr/pages/licence-ouverte-open-licence-5899923.html',
      'data.gouv.fr/licence-ouverte-open-licence',
      'ddata.over-blog.com/xxxyyy/4/37/99/26/licence/licence-ouverte-open-licence.pdf',
    ],
    wordings: [/licence ouverte.{0,40}\b(1\.0|v ?1|version 1)\b/],
  },
  {
    id: 'etalab',
    spdx: false,
    uri: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
    title: { en: 'Etalab Open Licence', fr: 'Licence Ouverte Etalab' },
    addresses: [],
    wordings: [/\blicence ouverte\b/, /etalab.{0,30}\bopen licen[cs]e\b/, /\bopen licen[cs]e\b.{0,30}etalab/],
  },
  {
    id: 'ODbL-1.0',
    uri: 'https://opendatacommons.org/licenses/odbl/1-0/',
    title: { en: 'Open Database License 1.0', fr: 'Licence ODbL 1.0 (Open Database License)' },
    addresses: [
      'opendatacommons.org/licenses/odbl',
      'spdx.org/licenses/odbl-1.0',
      'vvlibri.org/fr/licence/odbl',
    ],
    wordings: [/\bodbl\b/, /open database licen[cs]e/],
  },
  {
    id: 'ODC-By-1.0',
    uri: 'https://opendatacommons.org/licenses/by/1-0/',
    title: { en: 'Open Data Commons Attribution License 1.0', fr: 'Open Data Commons Attribution 1.0' },
    addresses: ['opendatacommons.org/licenses/by', 'spdx.org/licenses/odc-by-1.0'],
    wordings: [/\bodc-by\b/, /open data commons attribution/],
  },
  {
    id: 'PDDL-1.0',
    uri: 'https://opendatacommons.org/licenses/pddl/1-0/',
    title: { en: 'Public Domain Dedication and License 1.0', fr: 'Public Domain Dedication and License 1.0' },
    addresses: ['opendatacommons.org/licenses/pddl', 'spdx.org/licenses/pddl-1.0'],
    wordings: [/\bpddl\b/],
  },
  {
    id: 'OGL-UK-3.0',
    uri: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
    title: {
      en: 'Open Government Licence 3.0 (United Kingdom)',
      fr: 'Open Government Licence 3.0 (Royaume-Uni)',
    },
    addresses: ['nationalarchives.gov.uk/doc/open-government-licence', 'spdx.org/licenses/ogl-uk-3.0'],
    wordings: [/\bogl-uk-3\.0\b/, /open government licence v?3\.0/],
  },
  {
    id: 'OGL-Canada-2.0',
    uri: 'https://open.canada.ca/en/open-government-licence-canada',
    title: { en: 'Open Government Licence – Canada', fr: 'Licence du gouvernement ouvert – Canada' },
    addresses: [
      'open.canada.ca/en/open-government-licence-canada',
      'ouvert.canada.ca/fr/licence-du-gouvernement-ouvert-canada',
      'spdx.org/licenses/ogl-canada-2.0',
    ],
    wordings: [/open government licen[cs]e\W+canada/, /licence du gouvernement ouvert\W+canada/],
  },
  {
    id: 'NLOD-2.0',
    uri: 'https://data.norge.no/nlod/en/2.0',
    title: {
      en: 'Norwegian Licence for Open Government Data 2.0',
      fr: 'Licence norvégienne des données publiques 2.0',
    },
    addresses: ['data.norge.no/nlod', 'spdx.org/licenses/nlod-2.0'],
    wordings: [/\bnlod\b/],
  },
  {
    id: 'DL-DE-BY-2.0',
    uri: 'https://www.govdata.de/dl-de/by-2-0',
    title: {
      en: 'Data licence Germany – attribution – 2.0',
      fr: 'Licence de données Allemagne – attribution – 2.0',
    },
    addresses: ['govdata.de/dl-de/by-2-0'],
    wordings: [/dl-de[/-]by-2[.-]0/],
  },
  {
    id: 'Apache-2.0',
    uri: 'https://www.apache.org/licenses/LICENSE-2.0',
    title: { en: 'Apache License 2.0', fr: 'Licence Apache 2.0' },
    addresses: [
      'apache.org/licenses/license-2.0',
      'spdx.org/licenses/apache-2.0',
      'opensource.org/licenses/apache-2.0',
    ],
    wordings: [/\bapache licen[cs]e,? (version )?2\.0\b/, /^apache-2\.0$/],
  },
  {
    id: 'MIT',
    uri: 'https://opensource.org/license/mit',
    title: { en: 'MIT License', fr: 'Licence MIT' },
    addresses: ['opensource.org/license/mit', 'opensource.org/licenses/mit', 'spdx.org/licenses/mit'],
    wordings: [/^mit( licen[cs]e)?$/],
  },
  {
    id: 'GPL-3.0-or-later',
    uri: 'https://www.gnu.org/licenses/gpl-3.0.html',
    title: { en: 'GNU General Public License 3.0', fr: 'Licence publique générale GNU 3.0' },
    addresses: ['gnu.org/licenses/gpl-3.0', 'spdx.org/licenses/gpl-3.0'],
    wordings: [/^gpl-3\.0(-or-later|-only)?$/],
  },
];

const element: Readonly<Record<string, { en: string; fr: string }>> = {
  by: { en: 'Attribution', fr: 'Attribution' },
  nc: { en: 'NonCommercial', fr: 'Pas d’utilisation commerciale' },
  sa: { en: 'ShareAlike', fr: 'Partage dans les mêmes conditions' },
  nd: { en: 'NoDerivatives', fr: 'Pas de modification' },
};

const address = /https?:\/\/[^\s"'<>()]+/gi;

/**
 * Recognises the licence that a text of a constraint names: by the address it gives or is anchored to, by SPDX id,
 * or by wording in English or French. A text that merely mentions "licence" is none.
 * @param text constraint as sent
 * @param uri address that the text is anchored to
 */
export function recogniseLicence(text: string, uri?: string): Licence | undefined {
  for (const candidate of [...(uri ? [uri] : []), ...(text.match(address) ?? [])]) {
    const found = byAddress(candidate);
    if (found) return found;
  }
  return byWording(text);
}

function byAddress(uri: string): Licence | undefined {
  const path = uri
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/[).,;]+$/, '');
  const commons =
    /^(?:i\.|licensebuttons\.net\/|[a-z]+\.)?(?:creativecommons\.org\/)?(?:licenses|licences|l)\/((?:by|nc|nd|sa)(?:-(?:nc|nd|sa))*)\/(\d\.\d)(?:\/([a-z]{2,3})(?=\/|$))?/.exec(
      path,
    );
  if (commons?.[1] && /creativecommons\.org|licensebuttons\.net/.test(path)) {
    return creativeCommons(commons[1].split('-'), commons[2], commons[3]);
  }
  if (/creativecommons\.org\/publicdomain\/zero|licensebuttons\.net\/p\/zero/.test(path))
    return publicDomain('CC0-1.0');
  if (/creativecommons\.org\/publicdomain\/mark/.test(path)) return publicDomain('PDM-1.0');
  const spdx = /^spdx\.org\/licenses\/(cc[a-z0-9.-]+?)(?:\.html|\.json)?$/.exec(path)?.[1];
  if (spdx) return byWording(spdx);
  const european = /^publications\.europa\.eu\/resource\/authority\/licence\/cc_?([a-z]+)_(\d)_(\d)/.exec(
    path,
  );
  if (european?.[1]) {
    return byWording(
      `cc-${european[1].match(/by|nc|nd|sa|^0/g)?.join('-') ?? ''}-${european[2]}.${european[3]}`,
    );
  }
  const known = knownLicences.find(({ addresses }) => addresses.some((start) => path.startsWith(start)));
  return known && plain(known);
}

function byWording(text: string): Licence | undefined {
  const folded = text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
  if (/\bcc[- ]?(0|zero)\b|creative commons (zero|0)\b/.test(folded)) return publicDomain('CC0-1.0');
  // "Attribution alone" is only a licence when Creative Commons is named: many laws ask for attribution.
  const short = /\bcc[-_ ]?by((?:[-_ ](?:nc|nd|sa))*)(?:[-_ ]?(?:v(?:ersion)? ?)?(\d\.\d))?/.exec(folded);
  if (short) return creativeCommons(['by', ...(short[1]?.match(/nc|nd|sa/g) ?? [])], short[2]);
  const long = /creative commons\b(.{0,160})/.exec(folded)?.[1];
  if (long !== undefined && /attribution|paternite|\bby\b/.test(long)) {
    const parts = ['by'];
    if (/non-? ?commercial|pas d.utilisation commerciale|\bnc\b/.test(long)) parts.push('nc');
    if (/no-? ?deriv|pas de modification|\bnd\b/.test(long)) parts.push('nd');
    if (/share-? ?alike|partage .{0,20}(memes conditions|l.identique)|\bsa\b/.test(long)) parts.push('sa');
    return creativeCommons(parts, /\b([1-4]\.\d)\b/.exec(long)?.[1]);
  }
  const known = knownLicences.find(({ wordings }) => wordings.some((wording) => wording.test(folded)));
  return known && plain(known);
}

/** Without a version the id stays open: versions differ in what they allow. */
function creativeCommons(parts: readonly string[], version?: string, port?: string): Licence {
  const words = parts.filter((part) => part in element);
  const name = words.join('-');
  const suffix = version ? ` ${version}${port ? ` ${port.toUpperCase()}` : ''}` : '';
  const title = (language: 'en' | 'fr') =>
    `Creative Commons ${words.map((part) => element[part]?.[language]).join(' – ')}${suffix}`;
  return {
    id: ['CC', name.toUpperCase(), version, port?.toUpperCase()].filter(Boolean).join('-'),
    ...(version
      ? { uri: `https://creativecommons.org/licenses/${name}/${version}/${port ? `${port}/` : ''}` }
      : {}),
    title: { en: title('en'), fr: title('fr') },
  };
}

function publicDomain(id: 'CC0-1.0' | 'PDM-1.0'): Licence {
  return id === 'CC0-1.0'
    ? {
        id,
        uri: 'https://creativecommons.org/publicdomain/zero/1.0/',
        title: { en: 'Creative Commons Zero 1.0', fr: 'Creative Commons Zéro 1.0' },
      }
    : {
        id,
        uri: 'https://creativecommons.org/publicdomain/mark/1.0/',
        title: { en: 'Public Domain Mark 1.0', fr: 'Marque du domaine public 1.0' },
      };
}

function plain({ id, uri, title }: KnownLicence): Licence {
  return { id, uri, title };
}

/** Ported Creative Commons licences that SPDX lists; of the unported ones it lists all with a version. */
const portedInSpdx = new Set(
  'CC-BY-2.5-AU CC-BY-3.0-AT CC-BY-3.0-AU CC-BY-3.0-DE CC-BY-3.0-IGO CC-BY-3.0-NL CC-BY-3.0-US CC-BY-NC-3.0-DE CC-BY-NC-ND-3.0-DE CC-BY-NC-ND-3.0-IGO CC-BY-NC-SA-2.0-DE CC-BY-NC-SA-2.0-FR CC-BY-NC-SA-2.0-UK CC-BY-NC-SA-3.0-DE CC-BY-NC-SA-3.0-IGO CC-BY-ND-3.0-DE CC-BY-SA-2.0-UK CC-BY-SA-2.1-JP CC-BY-SA-3.0-AT CC-BY-SA-3.0-DE CC-BY-SA-3.0-IGO'.split(
    ' ',
  ),
);

/** Whether the id of a licence is one of the SPDX License List, not one of our own. */
export function isSpdxId(id: string): boolean {
  if (id === 'CC0-1.0' || portedInSpdx.has(id)) return true;
  if (/^CC-BY(-(NC|ND|SA))*-\d\.\d$/.test(id)) return true;
  return knownLicences.some((known) => known.id === id && known.spdx !== false);
}
