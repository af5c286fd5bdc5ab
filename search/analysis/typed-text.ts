import { type TextField, textFields } from '../query.ts';
import { isStopWord } from './stop-words.ts';
import { type Word, words, wordsAsked } from './words.ts';

/** One thing that a typed text asks for. */
export type Clause = {
  /**
   * `word`: the word or any with its stem; `phrase`: these very words in order; `compound`: words written as one
   * (`sous-marin`, `SDN:P02`), in order, by stem too; `prefix`: words that begin so (the last one, after the others).
   */
  kind: 'word' | 'phrase' | 'compound' | 'prefix';
  words: [Word, ...Word[]];
  excluded: boolean;
  field?: TextField;
};

const chunks = /(?<=^|\s)(-?)(?:([a-z]+):)?(?:"([^"]*)(?:"|$)|(\S+))/giu;

/**
 * Reads a text as people type it: `"quoted phrase"`, `-excluded`, `begin*`, `title:word`. Articles and prepositions
 * ask for nothing when there is anything else. Nothing is an error: what has no letter or digit is passed over.
 * @param lastUnfinished the last word is still being typed: it matches as a beginning
 */
export function readTypedText(text: string, lastUnfinished = false): Clause[] {
  const found: Clause[] = [];
  for (const match of text.replace(/[“”«»„]/g, '"').matchAll(chunks)) {
    const [, minus, name, quoted, chunk] = match;
    const field = textFields.find((candidate) => candidate === name?.toLowerCase());
    // `SDN:P02` is a code, `title:salinity` a field.
    const bare = field === undefined && name !== undefined ? `${name}:` : '';
    const asked = quoted !== undefined ? words(bare + quoted) : wordsAsked(bare + (chunk ?? ''));
    const [first, ...rest] = asked;
    if (!first) continue;
    const unfinished =
      lastUnfinished && match.index + match[0].length === text.trimEnd().length && !/\s$/.test(text);
    const starred = /[\p{L}\p{N}]\*$/u.test(chunk ?? '') || unfinished;
    found.push({
      kind: starred ? 'prefix' : quoted !== undefined ? 'phrase' : rest.length > 0 ? 'compound' : 'word',
      words: [first, ...rest],
      excluded: minus === '-',
      ...(field ? { field } : {}),
    });
  }
  const meaningful = found.filter(({ kind, words: [only] }) => !(kind === 'word' && isStopWord(only.folded)));
  return meaningful.some(({ excluded }) => !excluded) ? meaningful : found;
}
