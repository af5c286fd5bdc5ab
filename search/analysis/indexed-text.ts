import type { LanguageMap } from '#catalogue/model';
import { plainStem, stemLanguages, stems } from './stem.ts';
import { words } from './words.ts';

/** Stands before a stem, so that a stem is never taken for a word. */
export const stemMark = '~';
/** A word of its own between two values, so that no phrase spans them. */
const boundary = '¦';
/** What of one text is indexed, in UTF-16 units: an abstract of megabytes is an accident, not an abstract. */
export const indexedLength = 100_000;

/**
 * The analysed form of a text, for an index that splits at blanks: its words in order, its stems in order (so that
 * phrases of stems can be asked for), then other stems of the same words.
 * @param language BCP 47 tag of the text, `und` when unknown
 * @param vocabulary collects the distinct words
 */
export function indexedText(text: string, language: string, vocabulary?: Set<string>): string {
  const found = words(text.slice(0, indexedLength));
  if (found.length === 0) return '';
  const languages = stemLanguages(language);
  const main = languages[0] ?? 'en';
  const plain: string[] = [];
  const inOrder: string[] = [];
  const others = new Set<string>();
  for (const word of found) {
    const stemmed = plainStem(word, main);
    plain.push(word.folded);
    inOrder.push(stemMark + stemmed);
    vocabulary?.add(word.folded);
    for (const other of stems(word, languages)) if (other !== stemmed) others.add(stemMark + other);
  }
  return [...plain, boundary, ...inOrder, boundary, ...others, boundary].join(' ');
}

/** `indexedText` of every text of language maps, one after the other. */
export function indexedTexts(maps: readonly LanguageMap[], vocabulary?: Set<string>): string {
  return maps
    .flatMap((map) => Object.entries(map).map(([language, text]) => indexedText(text, language, vocabulary)))
    .join(' ');
}
