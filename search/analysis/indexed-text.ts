import type { LanguageMap } from '#catalogue/model';
import { plainStem, type StemLanguage, stemLanguages, stems } from './stem.ts';
import { comparedForms, writtenWords } from './words.ts';

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
  const languages = stemLanguages(language);
  const plain: string[] = [];
  const inOrder: string[] = [];
  const others = new Set<string>();
  for (const written of writtenWords(text.slice(0, indexedLength))) {
    const word = indexedWord(written, languages);
    if (word === null) continue;
    plain.push(word.folded);
    inOrder.push(word.stem);
    vocabulary?.add(word.folded);
    for (const other of word.others) others.add(other);
  }
  if (plain.length === 0) return '';
  return [...plain, boundary, ...inOrder, boundary, ...others, boundary].join(' ');
}

/** What stands in the index for a word: its folded form, its stem in the main language, other stems; stems marked. */
type IndexedWord = { folded: string; stem: string; others: readonly string[] };

/** By languages, then by the word as written: texts say the same words again and again. */
const memory = new Map<readonly StemLanguage[], Map<string, IndexedWord | null>>();
const memorySize = 50_000;
/** Longer words are rare: remembering them would only take room. */
const longestRemembered = 40;

function indexedWord(written: string, languages: readonly StemLanguage[]): IndexedWord | null {
  let words = memory.get(languages);
  if (!words) {
    words = new Map();
    memory.set(languages, words);
  }
  let word = words.get(written);
  if (word === undefined) {
    word = analysedWord(written, languages);
    if (words.size >= memorySize) words.clear();
    // A copy: the word may be a slice, which would keep its whole text in memory.
    if (written.length <= longestRemembered) words.set(Buffer.from(written).toString(), word);
  }
  return word;
}

function analysedWord(written: string, languages: readonly StemLanguage[]): IndexedWord | null {
  const forms = comparedForms(written);
  if (!forms) return null;
  const stem = plainStem(forms, languages[0] ?? 'en');
  const others = stems(forms, languages).filter((other) => other !== stem);
  return { folded: forms.folded, stem: stemMark + stem, others: others.map((other) => stemMark + other) };
}

/** `indexedText` of every text of language maps, one after the other. */
export function indexedTexts(maps: readonly LanguageMap[], vocabulary?: Set<string>): string {
  return maps
    .flatMap((map) => Object.entries(map).map(([language, text]) => indexedText(text, language, vocabulary)))
    .join(' ');
}
