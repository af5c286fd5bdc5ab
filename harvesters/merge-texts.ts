import type { LanguageMap } from '#catalogue/model';

/** Texts by language, those that were given in place of those of before; an empty one is dropped. */
export function mergeTexts(known: LanguageMap | undefined, given: Record<string, string>): LanguageMap {
  return Object.fromEntries(Object.entries({ ...known, ...given }).filter(([, text]) => text !== ''));
}
