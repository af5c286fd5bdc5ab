import type { Database } from 'better-sqlite3';
import { type Clause, isStopWord, plainStem, stemMark, stems, words } from '../analysis/index.ts';
import type { TextField } from '../query.ts';
import { DocumentSet } from './document-set.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Of cached sets; a set is one bit per document. */
const cacheBytes = 64 * 1024 * 1024;
/** Terms joined in one full-text query. */
const termsAtOnce = 200;

/**
 * Which documents hold which words, asked of FTS5 and remembered until the index changes. FTS5 is asked for document
 * numbers only: sets are combined and scored in memory, which is several times faster than its own ranking.
 */
export class TextMatches {
  private readonly cache = new Map<string, DocumentSet>();

  constructor(
    private readonly connection: Database,
    private readonly snapshot: { size: number; vocabulary: Vocabulary },
  ) {}

  /** Documents that hold what a clause asks for, exclusion aside. */
  ofClause(clause: Clause, field?: TextField): DocumentSet {
    return this.matching(anyForm(clause, clause.field ?? field), clause.field ?? field);
  }

  /** Documents that hold the very words of a clause, not only their stems. */
  exactly(clause: Clause, field?: TextField): DocumentSet {
    return this.matching(phrase(clause.words.map(({ folded }) => folded)), clause.field ?? field);
  }

  /** Documents that hold the words of several clauses one after the other, in a field. */
  inSequence(clauses: readonly Clause[], field: TextField): DocumentSet {
    const all = clauses.flatMap((clause) => clause.words);
    return this.matching([phrase(all.map(({ folded }) => folded)), ...stemPhrases(all)].join(' OR '), field);
  }

  /**
   * Documents with a text in which a string occurs, be it in the midst of words. Case, accents and punctuation between
   * words don't count.
   */
  containing(text: string, field?: TextField): DocumentSet {
    const parts = words(text).map(({ folded }) => folded);
    const [first] = parts;
    if (first === undefined) return this.matching(undefined, field);
    const rest = parts.slice(1);
    const opensInWord = /^[\p{L}\p{N}]/u.test(text);
    const closesInWord = /[\p{L}\p{N}\p{M}]$/u.test(text);
    if (opensInWord) this.snapshot.vocabulary.follow(this.connection);
    const whole = opensInWord && closesInWord && rest.length === 0;
    const firsts = whole
      ? this.snapshot.vocabulary.including(first)
      : opensInWord
        ? this.snapshot.vocabulary.endingWith(first)
        : [first];
    const end = closesInWord && !whole ? ' *' : '';
    let found = DocumentSet.empty(this.snapshot.size);
    for (let start = 0; start < firsts.length; start += termsAtOnce) {
      const terms = firsts.slice(start, start + termsAtOnce).map((word) => phrase([word, ...rest]) + end);
      found = found.or(this.matching(terms.join(' OR '), field));
    }
    return found;
  }

  /** Documents of a full-text query; all that have any text for `undefined`. */
  private matching(query: string | undefined, field?: TextField): DocumentSet {
    const expression = query === undefined ? undefined : field ? `{${field}} : (${query})` : query;
    const key = expression ?? '';
    const known = this.cache.get(key);
    if (known) return known;
    const found = this.connection
      .prepare<string[], string>(
        `SELECT json_group_array(rowid) FROM texts${expression === undefined ? '' : ' WHERE texts MATCH ?'}`,
      )
      .pluck()
      .get(...(expression === undefined ? [] : [expression]));
    const numbers: number[] = JSON.parse(found ?? '[]');
    const set = DocumentSet.of(this.snapshot.size, numbers);
    if (this.cache.size * set.bits.byteLength > cacheBytes) this.cache.clear();
    this.cache.set(key, set);
    return set;
  }
}

function phrase(parts: readonly string[]): string {
  return `"${parts.join(' ')}"`;
}

/** The phrase in the stems of each language. */
function stemPhrases(asked: Clause['words'] | Clause['words'][number][]): string[] {
  const forms = (['en', 'fr'] as const).map((language) =>
    phrase(asked.map((word) => stemMark + plainStem(word, language))),
  );
  return [...new Set(forms)];
}

function anyForm({ kind, words: asked }: Clause, field: TextField | undefined): string {
  const exact = phrase(asked.map(({ folded }) => folded));
  switch (kind) {
    case 'phrase':
      return exact;
    case 'prefix':
      return `${exact} *`;
    case 'compound':
      return [exact, ...stemPhrases(asked)].join(' OR ');
    case 'word': {
      // Identifiers are indexed without stems.
      if (field === 'identifier' || isStopWord(asked[0].folded)) return exact;
      const stemmed = stems(asked[0], ['en', 'fr']).map((stem) => phrase([stemMark + stem]));
      return [...stemmed, ...(field === undefined ? [`({identifier} : ${exact})`] : [])].join(' OR ');
    }
  }
}
