import type { TextField } from '../query.ts';
import type { DocumentSet } from './document-set.ts';
import type { Wanted } from './evaluate.ts';
import type { Snapshot } from './snapshot.ts';
import type { TextMatches } from './text-matches.ts';

/** What a word is worth where it stands, on top of 1 for standing anywhere; times the word's rarity. */
const worth = {
  title: 6,
  exactInTitle: 3,
  exactAnywhere: 0.7,
  sequenceInTitle: 5,
  sequenceInAbstract: 1.5,
} as const;
const otherFields: readonly [TextField, number][] = [
  ['identifier', 4],
  ['keyword', 2.5],
  ['variable', 2.5],
  ['party', 1.5],
];
/** Of a word that so many have, only titles tell the very word from its stem: it would cost more than it tells. */
const oftenFound = 10_000;
/** Words of a title that is neither short nor long. */
const usualTitle = 8;

/**
 * Scores documents by the words asked for: rare words weigh more (inverse document frequency), fields by their worth,
 * a short title more than a long one, the very word more than its stem, words in the order asked more than apart.
 * @returns score by document number, 0 outside the set
 */
export function relevance(
  documents: DocumentSet,
  wanted: readonly Wanted[],
  texts: TextMatches,
  { size, staff, titleWords }: Snapshot,
): Float32Array {
  const scores = new Float32Array(size);
  const population = staff.count();
  const add = (matches: DocumentSet, value: number) => {
    for (const document of documents.and(matches).toArray())
      scores[document] = (scores[document] ?? 0) + value;
  };
  const addForTitle = (matches: DocumentSet, value: number) => {
    for (const document of documents.and(matches).toArray()) {
      const length = titleWords[document] ?? usualTitle;
      scores[document] = (scores[document] ?? 0) + value / (0.7 + (0.3 * length) / usualTitle);
    }
  };
  let rarities = 0;
  for (const { clause, field: expressionField } of wanted) {
    const field = clause.field ?? expressionField;
    const matches = texts.ofClause(clause, field);
    const rarity = Math.log(1 + (population + 0.5) / (matches.count() + 0.5));
    rarities += rarity;
    add(matches, rarity);
    if (matches.count() < oftenFound) add(texts.exactly(clause, field), rarity * worth.exactAnywhere);
    if (field === undefined || field === 'title') {
      addForTitle(texts.ofClause(clause, 'title'), rarity * worth.title);
      addForTitle(texts.exactly(clause, 'title'), rarity * worth.exactInTitle);
    }
    for (const [other, value] of otherFields) {
      if (field === undefined) add(texts.ofClause(clause, other), rarity * value);
    }
  }
  const inSequence = wanted.filter(({ clause, field }) => (clause.field ?? field) === undefined);
  if (inSequence.length > 1) {
    const clauses = inSequence.map(({ clause }) => clause);
    addForTitle(texts.inSequence(clauses, 'title'), rarities * worth.sequenceInTitle);
    add(texts.inSequence(clauses, 'abstract'), rarities * worth.sequenceInAbstract);
  }
  return scores;
}
