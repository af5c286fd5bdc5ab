import { fold } from '../analysis/index.ts';
import type { Expression, FacetCount, FacetName, SearchRequest } from '../query.ts';
import type { DocumentSet } from './document-set.ts';
import { firstOf } from './order.ts';
import type { Snapshot } from './snapshot.ts';

/** Whom and what a request may find at all. */
type Everyone = Pick<SearchRequest, 'reader' | 'copies'>;
type Selection = Extract<Expression, { op: 'facet' }>;

/**
 * Parts an expression: what is selected of any of a facet's values, by facet, and the rest. Only such selections at the
 * top, or in the conjunctions there, leave their own counts alone.
 */
export function partSelections(where: Expression): {
  rest: Expression[];
  selections: Map<FacetName, Selection[]>;
} {
  const rest: Expression[] = [];
  const selections = new Map<FacetName, Selection[]>();
  const visit = (part: Expression) => {
    if (part.op === 'and') part.of.forEach(visit);
    else if (part.op === 'facet' && part.match === 'any')
      selections.set(part.facet, [...(selections.get(part.facet) ?? []), part]);
    else rest.push(part);
  };
  visit(where);
  return { rest, selections };
}

/** Counts of all documents of a reader by facet value: counting the fewer of found and not found is then enough. */
export class FacetTotals {
  private readonly totals = new Map<string, Uint32Array>();

  constructor(private readonly snapshot: Snapshot) {}

  /** Tells of a facet how many documents of a set have each value, by value number. */
  of(documents: DocumentSet, request: Everyone): (facet: FacetName) => Uint32Array {
    const everyone = this.snapshot.within(request);
    if (documents.count() * 2 <= everyone.count()) {
      const found = documents.toArray();
      return (facet) => this.tally(facet, found);
    }
    const missing = everyone.andNot(documents).toArray();
    return (facet) => {
      const counts = this.total(facet, request).slice();
      this.tally(facet, missing).forEach((count, number) => {
        counts[number] = (counts[number] ?? 0) - count;
      });
      return counts;
    };
  }

  private total(facet: FacetName, request: Everyone): Uint32Array {
    const key = `${request.reader} ${request.copies ?? false} ${facet}`;
    const known = this.totals.get(key) ?? this.tally(facet, this.snapshot.within(request).toArray());
    this.totals.set(key, known);
    return known;
  }

  private tally(facet: FacetName, documents: Uint32Array): Uint32Array {
    const { starts, counts, columns } = this.snapshot.facets[facet];
    const numbers = columns[0];
    const tally = new Uint32Array(this.snapshot.values[facet].spellings.length);
    if (!numbers) return tally;
    for (let index = 0; index < documents.length; index += 1) {
      const document = documents[index] ?? 0;
      const start = starts[document] ?? 0;
      const end = start + (counts[document] ?? 0);
      for (let row = start; row < end; row += 1) {
        const number = numbers[row] ?? 0;
        tally[number] = (tally[number] ?? 0) + 1;
      }
    }
    return tally;
  }
}

/** The counts that an answer shows: the most frequent (of years, the newest), and what is selected. */
export function shownCounts(
  facet: FacetName,
  counts: Uint32Array,
  limit: number,
  selected: readonly string[],
  { values }: Snapshot,
): FacetCount[] {
  const { spellings, folded, numbers } = values[facet];
  const spelling = (number: number) => spellings[number] ?? '';
  const present: number[] = [];
  counts.forEach((count, number) => {
    if (count > 0) present.push(number);
  });
  const shown = firstOf(
    present,
    limit,
    facet === 'year'
      ? (left, right) => Number(spelling(right)) - Number(spelling(left))
      : (left, right) =>
          (counts[right] ?? 0) - (counts[left] ?? 0) || compareText(folded[left] ?? '', folded[right] ?? ''),
  );
  const wanted = new Set(selected.map((value) => numbers.get(fold(value)) ?? -1));
  for (const number of [-1, ...shown]) wanted.delete(number);
  return [...shown, ...wanted].map((number) => ({ value: spelling(number), count: counts[number] ?? 0 }));
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
