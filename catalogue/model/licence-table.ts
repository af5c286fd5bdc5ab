import type { Licence } from './constraints.ts';
import { type KnownLicence, knownLicences } from './known-licences.ts';

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
  const elsewhere =
    /^(?:dcat-ap\.de\/def\/licenses|opendefinition\.org\/licenses)\/(cc-(?:zero|by(?:-(?:nc|nd|sa))*)(?:\/\d\.\d)?)(?:\/|$)/.exec(
      path,
    )?.[1];
  if (elsewhere) return byWording(elsewhere.replace('/', ' '));
  if (/^publications\.europa\.eu\/resource\/authority\/licence\/cc0/.test(path))
    return publicDomain('CC0-1.0');
  if (/^publications\.europa\.eu\/resource\/authority\/licence\/cc_pdm_/.test(path))
    return publicDomain('PDM-1.0');
  const european = /^publications\.europa\.eu\/resource\/authority\/licence\/cc_?([a-z]+)_(\d)_(\d)/.exec(
    path,
  );
  if (european?.[1]) {
    return byWording(
      `cc-${european[1].match(/by|nc|nd|sa|^0/g)?.join('-') ?? ''}-${european[2]}.${european[3]}`,
    );
  }
  const known = knownLicences.find(({ addresses }) =>
    addresses.some((start) => path.startsWith(start) && /^(?:$|[/.?#])/.test(path.slice(start.length))),
  );
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
  if (short) {
    const version = short[2] ?? onlyVersion(folded);
    return creativeCommons(['by', ...(short[1]?.match(/nc|nd|sa/g) ?? [])], version, portOf(folded, version));
  }
  // Creative Commons need not be named where the title of the licence stands alone.
  const long =
    /creative commons\b(.{0,160})/.exec(folded)?.[1] ??
    /^(attribution(?:[- ]\w+)* [1-4]\.\d (?:international|unported|generic).{0,80})$/.exec(folded)?.[1];
  if (long !== undefined && /attribution|paternite|\bby\b/.test(long)) {
    const parts = ['by'];
    if (/non-? ?commercial|pas d.utilisation commerciale|\bnc\b/.test(long)) parts.push('nc');
    if (/no-? ?deriv|pas de modification|\bnd\b/.test(long)) parts.push('nd');
    if (/share-? ?alike|partage .{0,20}(memes conditions|l.identique)|\bsa\b/.test(long)) parts.push('sa');
    const version = /\b([1-4]\.\d)\b/.exec(long)?.[1];
    return creativeCommons(parts, version, portOf(long, version));
  }
  const known = knownLicences.find(({ wordings }) => wordings.some((wording) => wording.test(folded)));
  return known && plain(known);
}

/** The version that a text names, where it names but one and is not long enough to speak of other things. */
function onlyVersion(text: string): string | undefined {
  const versions = new Set(text.match(/(?<![\d.])[1-4]\.\d\b(?![.\d])/g));
  return text.length <= 160 && versions.size === 1 ? [...versions][0] : undefined;
}

/** Ports by the names of their countries; version 4.0 has none. */
const ports: readonly (readonly [RegExp, string])[] = [
  [/\baustralia\b/, 'au'],
  [/\baustria\b|\bosterreich\b/, 'at'],
  [/\bfrance\b/, 'fr'],
  [/\bgermany\b|\bdeutschland\b/, 'de'],
  [/\bigo\b|intergovernmental organi[sz]ation/, 'igo'],
  [/\bnetherlands\b|\bnederland\b/, 'nl'],
  [/\bnew zealand\b/, 'nz'],
  [/\bunited states\b|\bus\b/, 'us'],
];

function portOf(text: string, version: string | undefined): string | undefined {
  if (version === undefined || version.startsWith('4')) return undefined;
  return ports.find(([pattern]) => pattern.test(text))?.[1];
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
