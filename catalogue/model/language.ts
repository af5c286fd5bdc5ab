import { z } from 'zod';

/**
 * A text in one or several languages. Keys are BCP 47 tags, as short as they can be (`en`, `fr`, `pt-BR`);
 * `und` (undetermined, ISO 639-2) where the document does not say which language it speaks.
 */
export const languageMap = z.record(z.string(), z.string());
export type LanguageMap = z.infer<typeof languageMap>;

/**
 * What the plain texts of an object say in further languages: by the name of its field, one map for each of its values in
 * their order (`{}` for a value without translations).
 */
export const translations = z.record(z.string(), z.array(languageMap));
export type Translations = z.infer<typeof translations>;

/** The text of a language map that suits a reader best, with the language it is in. */
export type LocalisedText = { text: string; language: string };

/**
 * Picks the text for a reader.
 * @param map texts by language
 * @param preferred BCP 47 tags, best first; a tag also matches by its primary subtag (`fr-CA` ~ `fr`)
 * @returns the first match, else undetermined text, else any; `undefined` for an empty map
 */
export function localise(map: LanguageMap, ...preferred: string[]): LocalisedText | undefined {
  for (const wanted of preferred) {
    const exact = map[wanted];
    if (exact) return { text: exact, language: wanted };
    const primary = wanted.split('-')[0];
    const near = Object.keys(map).find((tag) => tag.split('-')[0] === primary && map[tag]);
    if (near) return { text: map[near] ?? '', language: near };
  }
  const rest = map['und'] ? 'und' : Object.keys(map).find((tag) => map[tag]);
  return rest === undefined ? undefined : { text: map[rest] ?? '', language: rest };
}
