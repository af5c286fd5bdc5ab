import type { CatalogueRecord } from '#catalogue/model';
import { boxesMeet, boxesOf, textFields } from '../rules/fields.ts';
import { foldText } from '../rules/text-test.ts';
import type { HarvestProtocolName } from '../types.ts';
import { coversTimeOf } from './period.ts';
import type { Selection } from './selection.ts';

/** Protocols whose sources search for words themselves, each in its own way, in more than we look at. */
const searching: readonly HarvestProtocolName[] = ['csw', 'ogc-records', 'ckan'];

/**
 * Makes ready the test of what is wanted of a source. It is made of every record, also where the source was asked for
 * just these: so a selection means the same whatever the protocol, and a source that does not understand the question
 * costs time alone. Only what a source looks for in its own way is left to it.
 * @returns why a record is left out, in a sentence that names the option; `undefined` where it is wanted
 */
export function compileSelection(
  selection: Selection,
  protocol: HarvestProtocolName,
): ((record: CatalogueRecord) => string | undefined) | undefined {
  const { area, period, filter } = selection;
  const keywords = selection.keywords && new Set(selection.keywords.map(foldText));
  // A CSW that gets a filter of the data manager is asked for that alone.
  const isSearched = searching.includes(protocol) && !(protocol === 'csw' && filter !== undefined);
  const words = isSearched ? undefined : selection.words?.map(foldText);
  if (!area && !period && !keywords && !words) return undefined;
  return (record) => {
    if (area && !boxesOf(record).some((box) => boxesMeet(box, area)))
      return 'Outside of the area that is wanted of the source (bbox).';
    if (period && !coversTimeOf(record, period))
      return 'Outside of the time that is wanted of the source (datetime).';
    if (keywords && !textFields.keyword(record).some((label) => keywords.has(foldText(label))))
      return 'Without the keywords that are wanted of the source (keyword).';
    if (words && !holds(record, words)) return 'Without the words that are wanted of the source (q).';
    return undefined;
  };
}

function holds(record: CatalogueRecord, words: readonly string[]): boolean {
  const { title, abstract, keyword } = textFields;
  const text = [title, abstract, keyword].flatMap((field) => field(record).map(foldText)).join('\n');
  return words.every((word) => text.includes(word));
}
