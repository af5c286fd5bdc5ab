import type { Database } from 'better-sqlite3';
import { type Clause, fold, readTypedText } from '../analysis/index.ts';
import { daysOf, secondsOf } from '../days.ts';
import type { Expression, FacetName, TextField } from '../query.ts';
import { foldIdentifier } from './document-row.ts';
import { DocumentSet } from './document-set.ts';
import { documentsByBox, documentsByRange } from './extent-filters.ts';
import type { Snapshot } from './snapshot.ts';
import type { TextMatches } from './text-matches.ts';

/** What answers an expression: the file's connection, the columns in memory, the words. */
export type Sources = { connection: Database; snapshot: Snapshot; texts: TextMatches };

/** A clause that a document must meet, with the field that its expression names: what relevance is scored by. */
export type Wanted = { clause: Clause; field?: TextField };

/**
 * Evaluates an expression to the set of documents that meet it, whoever may see them.
 * @param wanted collects the words asked for, those under `not` aside
 */
export function evaluate(expression: Expression, sources: Sources, wanted: Wanted[]): DocumentSet {
  const { snapshot } = sources;
  const { size } = snapshot;
  switch (expression.op) {
    case 'all':
      return snapshot.staff;
    case 'and':
      return expression.of.reduce((set, part) => set.and(evaluate(part, sources, wanted)), snapshot.staff);
    case 'or':
      return expression.of.reduce(
        (set, part) => set.or(evaluate(part, sources, wanted)),
        DocumentSet.empty(size),
      );
    case 'not':
      return snapshot.staff.andNot(evaluate(expression.of, sources, []));
    case 'text':
      return byText(expression, sources, wanted);
    case 'contains':
      return sources.texts.containing(expression.text, expression.field);
    case 'facet':
      return byFacet(expression.facet, expression.values, expression.match, snapshot);
    case 'identifier':
      return byColumn(sources, 'identifiers', 'identifier', expression.values.map(foldIdentifier));
    case 'ids':
      return byColumn(sources, 'documents', 'id', expression.values);
    case 'box':
      return documentsByBox(snapshot.boxes, size, expression.box, expression.relation);
    case 'time': {
      const start = expression.start === undefined ? undefined : daysOf(expression.start);
      const end = expression.end === undefined ? undefined : daysOf(expression.end);
      const from = start?.first ?? Number.NEGATIVE_INFINITY;
      const to = end?.last ?? Number.POSITIVE_INFINITY;
      return documentsByRange(snapshot.periods, size, from, to, expression.relation);
    }
    case 'depth': {
      const from = expression.minimum ?? Number.NEGATIVE_INFINITY;
      const to = expression.maximum ?? Number.POSITIVE_INFINITY;
      return documentsByRange(snapshot.depths, size, from, to, 'intersects');
    }
    case 'modified':
      return byModified(expression, snapshot);
  }
}

function byText(
  { text, field, prefix }: Extract<Expression, { op: 'text' }>,
  { snapshot, texts }: Sources,
  wanted: Wanted[],
): DocumentSet {
  let found = snapshot.staff;
  const within = field === undefined ? {} : { field };
  for (const clause of readTypedText(text, prefix)) {
    const matches = texts.ofClause(clause, field);
    found = clause.excluded ? found.andNot(matches) : found.and(matches);
    if (!clause.excluded) wanted.push({ clause, ...within });
  }
  return found;
}

function byFacet(
  facet: FacetName,
  values: readonly string[],
  match: 'any' | 'all',
  snapshot: Snapshot,
): DocumentSet {
  const sets = [...new Set(values.map(fold))].map((value) => snapshot.documentsWith(facet, value));
  return match === 'any'
    ? sets.reduce((left, right) => left.or(right), DocumentSet.empty(snapshot.size))
    : sets.reduce((left, right) => left.and(right), snapshot.staff);
}

function byColumn(
  { connection, snapshot }: Sources,
  table: 'identifiers' | 'documents',
  column: 'identifier' | 'id',
  values: readonly string[],
): DocumentSet {
  const numbers = connection
    .prepare<[string], number>(
      `SELECT document FROM ${table} WHERE ${column} IN (SELECT value FROM json_each(?))`,
    )
    .pluck()
    .all(JSON.stringify(values));
  return DocumentSet.of(snapshot.size, numbers);
}

function byModified(
  { after, before }: Extract<Expression, { op: 'modified' }>,
  snapshot: Snapshot,
): DocumentSet {
  const from = (after === undefined ? undefined : secondsOf(after)?.first) ?? Number.NEGATIVE_INFINITY;
  const to = (before === undefined ? undefined : secondsOf(before)?.last) ?? Number.POSITIVE_INFINITY;
  const found = DocumentSet.empty(snapshot.size);
  snapshot.modified.forEach((second, document) => {
    if (second >= from && second <= to) found.add(document);
  });
  return found;
}
