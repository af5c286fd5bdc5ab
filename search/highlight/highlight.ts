import {
  type Clause,
  indexedLength,
  isStopWord,
  readTypedText,
  stems,
  type Word,
  words,
} from '../analysis/index.ts';

/** A piece of a text; the marked ones are what was searched for. */
export type Segment = { text: string; marked: boolean };

export type HighlightOptions = {
  /** The last word of the query is still being typed. */
  prefix?: boolean;
};

/**
 * Cuts a text at the words that a query finds in it: by stem, case and accents folded, phrases as a whole.
 * @param text a text of the record, in the reader's language
 * @param query as typed
 * @returns segments that make up the text again; one unmarked one when nothing matches
 */
export function highlight(text: string, query: string, options: HighlightOptions = {}): Segment[] {
  return segments(text, 0, text.length, marks(text, query, options));
}

/**
 * The part of a long text around the matches, with them marked; whole when it is short.
 * @param options `length`: characters wanted at most (300)
 * @returns segments; an unmarked `…` where the text was cut
 */
export function excerpt(
  text: string,
  query: string,
  options: HighlightOptions & { length?: number } = {},
): Segment[] {
  const length = options.length ?? 300;
  const found = marks(text, query, options);
  if (text.length <= length) return segments(text, 0, text.length, found);
  const start = startOfWindow(text, found, length);
  const end = start + length >= text.length ? text.length : wordEnd(text, start, start + length);
  return [
    ...(start > 0 ? [{ text: '… ', marked: false }] : []),
    ...segments(text, start, end, found),
    ...(end < text.length ? [{ text: ' …', marked: false }] : []),
  ];
}

type Mark = { start: number; end: number; clause: Clause };

function marks(text: string, query: string, { prefix }: HighlightOptions): Mark[] {
  const clauses = readTypedText(query.slice(0, 2000), prefix).filter(
    ({ excluded, kind, words: [first] }) => !excluded && !(kind === 'word' && isStopWord(first.folded)),
  );
  if (clauses.length === 0) return [];
  const inText = words(text.slice(0, indexedLength));
  const found = clauses.flatMap((clause) => {
    const tests = clause.words.map((word, index) => matcher(word, clause, index));
    return inText.flatMap((first, at) => {
      const last = inText[at + tests.length - 1];
      const holds = last && tests.every((test, index) => test(inText[at + index] ?? first));
      return holds ? [{ start: first.start, end: last.end, clause }] : [];
    });
  });
  return found.sort((left, right) => left.start - right.start || right.end - left.end);
}

function matcher(asked: Word, { kind, words: all }: Clause, index: number): (word: Word) => boolean {
  if (kind === 'phrase') return ({ folded }) => folded === asked.folded;
  if (kind === 'prefix')
    return index === all.length - 1
      ? ({ folded }) => folded.startsWith(asked.folded)
      : ({ folded }) => folded === asked.folded;
  const wanted = new Set(stems(asked, ['en', 'fr']));
  const initial = asked.folded[0];
  // Endings fall off, beginnings stay: most words are told apart by their first letter, without a stemmer.
  return (word) =>
    word.folded[0] === initial &&
    (word.folded === asked.folded || stems(word, ['en', 'fr']).some((stem) => wanted.has(stem)));
}

function segments(text: string, from: number, to: number, found: readonly Mark[]): Segment[] {
  const parts: Segment[] = [];
  let at = from;
  const add = (end: number, marked: boolean) => {
    if (end > at) parts.push({ text: text.slice(at, end), marked });
    at = Math.max(at, end);
  };
  for (const { start, end } of found) {
    if (end <= at || start >= to) continue;
    add(Math.max(at, start), false);
    add(Math.min(end, to), true);
  }
  add(to, false);
  return parts;
}

/** Where the part begins that holds the most different things asked for; the earliest of equals. */
function startOfWindow(text: string, found: readonly Mark[], length: number): number {
  // Some words of context stand before the first match.
  const lead = Math.floor(length / 5);
  let best = { start: 0, worth: 0 };
  let next = 0;
  for (const [index, { start }] of found.entries()) {
    if (index < next) continue;
    const inside = found.slice(index).filter(({ end }) => end <= start + length - lead);
    const worth = new Set(inside.map(({ clause }) => clause)).size + Math.min(inside.length, 20) / 100;
    if (worth > best.worth) best = { start, worth };
    // A text full of matches: windows further apart lose nothing.
    next = found.length > 500 ? index + 20 : index + 1;
  }
  if (best.start <= lead) return 0;
  const latest = Math.min(best.start - lead, text.length - length);
  const blank = text.slice(latest, best.start).search(/\s\S/);
  return blank < 0 ? best.start : latest + blank + 1;
}

/** The end of the last whole word before a place. */
function wordEnd(text: string, start: number, limit: number): number {
  const blank = text.slice(start, limit + 1).search(/\s\S*$/);
  return blank > 0 ? start + blank : limit;
}
