import { fold } from './fold.ts';

/** A word, wherever it stands. */
export type ComparedForms = {
  /** Folded: what is compared. */
  folded: string;
  /** Lower case with its accents: what a French stemmer wants. */
  accented: string;
};

/** One word of a text. */
export type Word = ComparedForms & {
  /** Where it stands in the text, in UTF-16 units. */
  start: number;
  end: number;
};

/** Longer runs of letters are no words; what is over is cut, in documents and questions alike. */
const longestWord = 64;

const runs = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/**
 * Splits a text into words: runs of letters and digits. Punctuation separates, so that `SDN:P02::TEMP` is three words
 * and a DOI the words of its parts; `CO2` and `3A` stay whole.
 */
export function words(text: string): Word[] {
  const found: Word[] = [];
  for (const match of text.matchAll(runs)) {
    const compared = comparedForms(match[0]);
    if (compared) found.push({ ...compared, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** The words of a text as they are written, without their places; `comparedForms` gives what of them is compared. */
export function writtenWords(text: string): readonly string[] {
  return text.match(runs) ?? [];
}

/** The forms of a written word that are compared; `undefined` where nothing is left of it. */
export function comparedForms(written: string): ComparedForms | undefined {
  const folded = fold(written).replace(/[^\p{L}\p{N}]+/gu, '');
  if (folded === '') return undefined;
  return {
    folded: folded.slice(0, longestWord),
    accented: written.toLowerCase().normalize('NFC').slice(0, longestWord),
  };
}

/** French words that lose their vowel before another (`l’eau`, `d’Iroise`): they ask for nothing. */
const elided = new Set(['c', 'd', 'j', 'jusqu', 'l', 'lorsqu', 'm', 'n', 'puisqu', 'qu', 'quoiqu', 's', 't']);

/**
 * The words of a chunk that a person typed without blanks, less elided articles (`l’eau` → `eau`) and the English
 * genitive (`ocean’s` → `ocean`).
 */
export function wordsAsked(chunk: string): Word[] {
  const all = words(chunk);
  const apostropheAt = (index: number) => /^['’ʼ`]$/.test(chunk[index] ?? '');
  const kept = all.filter((word, index) => {
    if (index < all.length - 1 && elided.has(word.folded) && apostropheAt(word.end)) return false;
    return !(index > 0 && word.folded === 's' && apostropheAt(word.start - 1));
  });
  return kept.length > 0 ? kept : all;
}
