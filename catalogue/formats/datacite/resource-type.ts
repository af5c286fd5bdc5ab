import { findCode, type ResourceType, resourceTypeNames, resourceTypes } from '../../model/index.ts';
import { generalTypes, wordOf } from './vocabulary.ts';

/** Values of resourceTypeGeneral that are texts. */
const documents =
  /^(Book|BookChapter|ConferencePaper|ConferenceProceeding|DataPaper|Dissertation|Journal|JournalArticle|OutputManagementPlan|PeerReview|Poster|Preprint|Presentation|Report|Standard|StudyRegistration|Text)$/i;

/**
 * The kind of resource. `Event` and `PhysicalObject` mean more than campaigns and platforms, so that the free text has
 * to say that it is one; cruises are also registered as `Other` or `Collection`.
 * @param general resourceTypeGeneral
 * @param free the text of resourceType
 */
export function readResourceType(
  general: string | undefined,
  free: string | undefined,
): { type: ResourceType; typeAsGiven?: string } {
  const word = general ?? free;
  if (word === undefined) return { type: 'dataset' };
  const given = { typeAsGiven: word };
  if (/cruise|campagne|campaign|expedition/i.test(free ?? '') && /^(Event|Other|Collection)$/i.test(word))
    return { type: 'campaign', ...given };
  if (/vessel|\bship|platform|mooring|\bbuoy|glider/i.test(free ?? '') && /^PhysicalObject$/i.test(word))
    return { type: 'platform', ...given };
  const named = resourceTypeNames.find(
    ({ label, ...names }) =>
      label.en?.toLowerCase() === free?.toLowerCase() &&
      word === ('datacite' in names ? names.datacite : 'Other'),
  );
  const own = resourceTypes.find((known) => known === named?.value);
  if (own) return { type: own, ...given };
  if (/^(Event|PhysicalObject|InteractiveResource)$/i.test(word)) return { type: 'other', ...given };
  if (documents.test(word)) return { type: 'document', ...given };
  const code = findCode(resourceTypeNames, word)?.value;
  return { type: resourceTypes.find((known) => known === code) ?? 'other', ...given };
}

/**
 * The pair that DataCite calls the type: what the document of origin said where it is a word of DataCite, else the
 * word of our codelist. The free text is the source's own where the pair is still read as the same type, else our name
 * of it, by which the type is read again.
 */
export function writeResourceType(
  type: ResourceType,
  typeAsGiven: string | undefined,
  words: string | undefined,
): { general: string; free: string } {
  const code = resourceTypeNames.find(({ value }) => value === type);
  const label = code?.label.en ?? type;
  const isRead = (general: string, free: string) => readResourceType(general, free).type === type;
  const given = wordOf(generalTypes, typeAsGiven);
  const own = code && 'datacite' in code ? code.datacite : 'Other';
  const general = given !== undefined && isRead(given, words ?? given) ? given : own;
  const free = [words, general].find((text) => text !== undefined && isRead(general, text));
  return { general, free: free ?? label };
}

/** Whether the free text says more than the general type and our name of it. */
export function saysMore(free: string, general: string | undefined, type: ResourceType): boolean {
  const label = resourceTypeNames.find(({ value }) => value === type)?.label.en;
  return ![general, label].some((known) => known?.toLowerCase() === free.toLowerCase());
}
