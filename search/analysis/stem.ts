import snowball from 'snowball-stemmers';
import { fold } from './fold.ts';
import type { ComparedForms } from './words.ts';

export type StemLanguage = 'en' | 'fr';

const stemmers = { en: snowball.newStemmer('english'), fr: snowball.newStemmer('french') };
const memory = { en: new Map<string, string>(), fr: new Map<string, string>() };
const memorySize = 100_000;

function stem(word: string, language: StemLanguage): string {
  const known = memory[language].get(word);
  if (known !== undefined) return known;
  // Numbers and codes have no endings to lose.
  const found = /\d/.test(word) ? fold(word) : fold(stemmers[language].stem(word));
  if (memory[language].size >= memorySize) memory[language].clear();
  memory[language].set(word, found);
  return found;
}

const english: readonly StemLanguage[] = ['en'];
const french: readonly StemLanguage[] = ['fr'];
const both: readonly StemLanguage[] = ['en', 'fr'];

/** Languages whose endings apply to a text: one for English and French, both where the language is another or unknown. */
export function stemLanguages(tag: string): readonly StemLanguage[] {
  const primary = tag.toLowerCase().split('-')[0];
  if (primary === 'en') return english;
  return primary === 'fr' ? french : both;
}

/** The stem of a word without its accents, the form in which a hurried reader types it. */
export function plainStem(word: ComparedForms, language: StemLanguage): string {
  return stem(word.folded, language);
}

/**
 * All stems under which a word is indexed and asked for. French endings carry accents (`mesurée`), but people leave
 * them out: so the word is stemmed with and without.
 */
export function stems(word: ComparedForms, languages: readonly StemLanguage[]): string[] {
  const found = new Set<string>();
  for (const language of languages) {
    found.add(plainStem(word, language));
    if (language === 'fr' && word.accented !== word.folded) found.add(stem(word.accented, 'fr'));
  }
  return [...found];
}
