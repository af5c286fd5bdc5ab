import type { LanguageMap } from '../../model/index.ts';
import { addParagraph } from '../reading/index.ts';
import type { Attributes } from './attributes.ts';

/** Tags that a suffix may be: `title_fr` is a French title, but `naming_id` and `time_is` are names of their own. */
const tags = new Set([
  'en',
  'fr',
  'es',
  'de',
  'pt',
  'it',
  'nl',
  'el',
  'ca',
  'sv',
  'nb',
  'da',
  'fi',
  'pl',
  'ja',
]);

/**
 * A text in every language that the file has it in: the attribute itself in the file's main language, and siblings with
 * a language for suffix (`title_fr`, `summary_en`), as bilingual data centres write them.
 * @param names attributes that mean the same, the preferred first; all languages come from the first that is there
 */
export function languageMapOf(
  attributes: Attributes,
  language: string,
  ...names: readonly string[]
): LanguageMap {
  for (const name of names) {
    const map: LanguageMap = {};
    for (const { tag, sibling } of siblingsOf(attributes, name)) {
      const text = attributes.text(sibling);
      if (text !== undefined) map[tag] = text;
    }
    const main = attributes.text(name);
    if (main !== undefined && map[language] === undefined && !Object.values(map).includes(main))
      addParagraph(map, language, main);
    if (Object.keys(map).length > 0) return map;
  }
  return {};
}

/** Attributes that are one in another language: their names and tags. */
export function siblingsOf(attributes: Attributes, name: string): { tag: string; sibling: string }[] {
  return attributes.names.flatMap((sibling) => {
    const tag = sibling.startsWith(`${name}_`) ? sibling.slice(name.length + 1).toLowerCase() : '';
    return tags.has(tag) ? [{ tag, sibling }] : [];
  });
}
