import { findCode, type ResourceType, resourceTypeNames, resourceTypes } from '../../model/index.ts';

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
  if (/^(Event|PhysicalObject|InteractiveResource)$/i.test(word)) return { type: 'other', ...given };
  if (documents.test(word)) return { type: 'document', ...given };
  const named = findCode(resourceTypeNames, word)?.value;
  return { type: resourceTypes.find((known) => known === named) ?? 'other', ...given };
}
