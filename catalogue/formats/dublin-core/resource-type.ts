import { findCode, type ResourceType, resourceTypeNames, resourceTypes, words } from '../../model/index.ts';

/** DCMI types and the publication types of repositories (info:eu-repo, COAR, DRIVER) that our codelist has no word for. */
const others: Readonly<Record<string, ResourceType>> = words({
  stillimage: 'image',
  movingimage: 'image',
  article: 'document',
  report: 'document',
  book: 'document',
  bookpart: 'document',
  bachelorthesis: 'document',
  masterthesis: 'document',
  doctoralthesis: 'document',
  conferenceobject: 'document',
  conferencepaper: 'document',
  preprint: 'document',
  workingpaper: 'document',
  lecture: 'document',
  review: 'document',
  annotation: 'document',
  contributiontoperiodical: 'document',
  datapaper: 'document',
  c_ddb1: 'dataset',
  c_18cf: 'document',
  c_6501: 'document',
  c_93fc: 'document',
  c_5ce6: 'software',
});

/** DCMI words that mean less than ours of the same name. */
const vague = new Set(['event', 'physicalobject', 'interactiveresource', 'sound', 'other']);

/**
 * The kind of resource by the dc:type elements of a document; the first that we know counts.
 * @param words as given: `Dataset`, `http://purl.org/dc/dcmitype/Dataset`, `info:eu-repo/semantics/article`…
 */
export function readResourceType(
  words: readonly string[],
): { type: ResourceType; typeAsGiven?: string } | undefined {
  for (const word of words) {
    const code = word.split(/[/#]/).filter(Boolean).at(-1) ?? word;
    const folded = code.toLowerCase().replace(/[\s_-]/g, '');
    if (vague.has(folded)) continue;
    const named = findCode(resourceTypeNames, code)?.value;
    const type = resourceTypes.find((known) => known === named) ?? others[folded] ?? others[code];
    if (type) return { type, typeAsGiven: word };
  }
  return words[0] === undefined ? undefined : { type: 'other', typeAsGiven: words[0] };
}
