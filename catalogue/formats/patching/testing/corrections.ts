import type { CatalogueRecord } from '../../../model/index.ts';

/** A correction as a curator makes it; gives `false` where the record has nothing to correct so. */
export type Correction = (record: CatalogueRecord) => boolean;

function firstKey(map: Readonly<Record<string, string>> | undefined): string | undefined {
  return Object.keys(map ?? {})[0];
}

export const corrections: Readonly<Record<string, Correction>> = {
  'the title': ({ resource }) => {
    const language = firstKey(resource.titles);
    if (language === undefined) return false;
    resource.titles[language] = `${resource.titles[language]} (corrected)`;
    return true;
  },
  'the abstract in one language': ({ resource }) => {
    const language = Object.keys(resource.abstracts).at(-1);
    if (language === undefined) return false;
    resource.abstracts[language] = 'Other words & <more> of them.';
    return true;
  },
  'a licence': ({ resource }) => {
    const [told] = resource.constraints.flatMap((block) => [
      ...block.otherConstraints,
      ...block.useLimitations,
    ]);
    const language = firstKey(told?.text);
    if (!told || language === undefined) return false;
    told.text[language] = 'Creative Commons Attribution 4.0';
    return true;
  },
  'a box': ({ resource }) => {
    const box = resource.spatialExtents[0]?.box;
    if (!box || box.north > 89) return false;
    box.north += 0.5;
    return true;
  },
  'an e-mail address': ({ metadataContacts: [contact] }) => {
    if (!contact || contact.party.emails.length === 0) return false;
    contact.party.emails[0] = 'corrected@example.org';
    return true;
  },
  'one keyword of several, removed': ({ resource }) => {
    if (resource.keywords.length < 2) return false;
    resource.keywords.splice(1, 1);
    return true;
  },
  'a link to the data, added': ({ resource, language }) => {
    resource.distributions.push({
      url: 'https://example.org/corrected.nc',
      names: { [language ?? 'und']: 'All files' },
      descriptions: {},
      kind: 'download',
      protocol: 'WWW:DOWNLOAD',
      protocolAsGiven: 'WWW:DOWNLOAD-1.0-http--download',
      function: 'download',
      conformsTo: [],
    });
    return true;
  },
};

/** How many words of a text are no longer in another. */
export function wordsLost(original: string, changed: string): number {
  const left = new Map<string, number>();
  for (const word of changed.split(/\s+/)) left.set(word, (left.get(word) ?? 0) + 1);
  let lost = 0;
  for (const word of original.split(/\s+/)) {
    const count = left.get(word) ?? 0;
    if (count === 0) lost += 1;
    else left.set(word, count - 1);
  }
  return lost;
}
