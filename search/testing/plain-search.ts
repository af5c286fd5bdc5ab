import type { BoundingBox, LanguageMap } from '#catalogue/model';
import {
  type Clause,
  fold,
  isStopWord,
  plainStem,
  readTypedText,
  stemLanguages,
  stems,
  type Word,
  words,
} from '../analysis/index.ts';
import { daysOf, secondsOf } from '../days.ts';
import type { SearchDocument } from '../engine.ts';
import type { Expression, FacetName, SearchRequest, TextField } from '../query.ts';

type Value = { text: string; language: string; stemmed: boolean };

/** Evaluates an expression by looking at each document: slow, and plain enough to be held against an engine. */
export function plainSearch(
  documents: readonly SearchDocument[],
  { where, reader, copies }: Pick<SearchRequest, 'where' | 'reader' | 'copies'>,
): string[] {
  return documents
    .filter((document) => reader === 'staff' || document.visible === 'public')
    .filter(({ isCopy }) => copies === true || isCopy !== true)
    .filter((document) => meets(document, where))
    .map(({ id }) => id)
    .sort();
}

/** Counts of a facet's values, by folded value, where the facet's own selection at the top does not narrow. */
export function plainCounts(
  documents: readonly SearchDocument[],
  { where, reader, copies }: Pick<SearchRequest, 'where' | 'reader' | 'copies'>,
  facet: FacetName,
): Record<string, number> {
  const found = new Set(
    plainSearch(documents, {
      where: without(where, facet),
      reader,
      ...(copies ? { copies } : {}),
    }),
  );
  const counts: Record<string, number> = {};
  for (const { id, facets } of documents)
    for (const value of found.has(id) ? new Set((facets[facet] ?? []).map(fold)) : [])
      counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

function without(where: Expression, facet: FacetName): Expression {
  if (where.op === 'and') return { op: 'and', of: where.of.map((part) => without(part, facet)) };
  return where.op === 'facet' && where.facet === facet && where.match === 'any' ? { op: 'all' } : where;
}

function meets(document: SearchDocument, expression: Expression): boolean {
  switch (expression.op) {
    case 'all':
      return true;
    case 'and':
      return expression.of.every((part) => meets(document, part));
    case 'or':
      return expression.of.some((part) => meets(document, part));
    case 'not':
      return !meets(document, expression.of);
    case 'text':
      return readTypedText(expression.text, expression.prefix).every(
        (clause) =>
          valuesOf(document, clause.field ?? expression.field).some((value) => says(value, clause)) !==
          clause.excluded,
      );
    case 'contains': {
      const joined = (text: string) =>
        words(text)
          .map(({ folded }) => folded)
          .join(' ');
      const opens = /^[\p{L}\p{N}]/u.test(expression.text) ? '' : ' ';
      const closes = /[\p{L}\p{N}\p{M}]$/u.test(expression.text) ? '' : ' ';
      const wanted = joined(expression.text);
      return (
        wanted === '' ||
        valuesOf(document, expression.field).some(({ text }) =>
          ` ${joined(text)} `.includes(opens + wanted + closes),
        )
      );
    }
    case 'facet': {
      const own = new Set((document.facets[expression.facet] ?? []).map(fold));
      const asked = expression.values.map(fold);
      return expression.match === 'any'
        ? asked.some((value) => own.has(value))
        : asked.every((value) => own.has(value));
    }
    case 'identifier':
      return expression.values.some((value) => [document.id, ...document.identifiers].includes(value));
    case 'ids':
      return expression.values.includes(document.id);
    case 'box':
      return document.boxes.length > 0 && boxesRelate(document.boxes, expression.box, expression.relation);
    case 'time': {
      const from = expression.start ? (daysOf(expression.start)?.first ?? 0) : Number.NEGATIVE_INFINITY;
      const to = expression.end ? (daysOf(expression.end)?.last ?? 0) : Number.POSITIVE_INFINITY;
      return expression.relation === 'within'
        ? document.periods.length > 0 &&
            document.periods.every(({ start, end }) => start >= from && end <= to)
        : document.periods.some(({ start, end }) => start <= to && end >= from);
    }
    case 'depth': {
      const { minimum: from = Number.NEGATIVE_INFINITY, maximum: to = Number.POSITIVE_INFINITY } = expression;
      return document.depths.some(({ minimum, maximum }) => minimum <= to && maximum >= from);
    }
    case 'modified': {
      const at = secondsOf(document.datestamp)?.first ?? 0;
      const { after, before } = expression;
      return (
        (after === undefined || at >= (secondsOf(after)?.first ?? 0)) &&
        (before === undefined || at <= (secondsOf(before)?.last ?? 0))
      );
    }
  }
}

function valuesOf(document: SearchDocument, field?: TextField): Value[] {
  const texts = (maps: readonly LanguageMap[]) =>
    maps.flatMap((map) => Object.entries(map).map(([language, text]) => ({ text, language, stemmed: true })));
  const fields: Record<TextField, Value[]> = {
    title: texts([document.titles, ...document.alternateTitles]),
    abstract: texts([document.abstracts]),
    keyword: texts(document.keywords),
    party: document.parties.map((text) => ({ text, language: 'und', stemmed: true })),
    variable: texts(document.variables),
    identifier: document.identifiers.map((text) => ({ text, language: 'und', stemmed: false })),
  };
  return field ? fields[field] : Object.values(fields).flat();
}

function says({ text, language, stemmed }: Value, { kind, words: asked }: Clause): boolean {
  const own = words(text);
  const languages = stemLanguages(language);
  const exact = asked.map(({ folded }) => folded);
  const inOrder = (wanted: readonly string[], holds: (word: Word, part: string, last: boolean) => boolean) =>
    own.some((_, at) =>
      wanted.every((part, index) => {
        const word = own[at + index];
        return word !== undefined && holds(word, part, index === wanted.length - 1);
      }),
    );
  const same = (word: Word, part: string) => word.folded === part;
  if (kind === 'prefix')
    return inOrder(exact, (word, part, last) => (last ? word.folded.startsWith(part) : word.folded === part));
  if (kind === 'phrase' || !stemmed) return inOrder(exact, same);
  if (kind === 'compound') {
    const main = languages[0] ?? 'en';
    return (
      inOrder(exact, same) ||
      (['en', 'fr'] as const).some((tongue) =>
        inOrder(
          asked.map((word) => plainStem(word, tongue)),
          (word, part) => plainStem(word, main) === part,
        ),
      )
    );
  }
  if (isStopWord(asked[0].folded)) return inOrder(exact, same);
  const wanted = stems(asked[0], ['en', 'fr']);
  return own.some((word) => stems(word, languages).some((stem) => wanted.includes(stem)));
}

/** Exact for boxes whose sides are multiples of 30°: the points of a grid of 15° tell them apart. */
function boxesRelate(
  own: readonly BoundingBox[],
  asked: BoundingBox,
  relation: 'intersects' | 'within' | 'contains',
): boolean {
  const inAsked = pointsOf(asked);
  switch (relation) {
    case 'intersects':
      return own.some((box) => [...pointsOf(box)].some((point) => inAsked.has(point)));
    case 'within':
      return own.every((box) => [...pointsOf(box)].every((point) => inAsked.has(point)));
    case 'contains':
      return own.some((box) => {
        const held = pointsOf(box);
        return [...inAsked].every((point) => held.has(point));
      });
  }
}

function pointsOf({ west, south, east, north }: BoundingBox): Set<string> {
  const points = new Set<string>();
  const end = east < west ? east + 360 : east;
  for (let latitude = south; latitude <= north; latitude += 15)
    for (let longitude = west; longitude <= end; longitude += 15) {
      const turned = (longitude + 720) % 360;
      points.add(Math.abs(latitude) === 90 ? `pole ${latitude}` : `${latitude} ${turned}`);
    }
  return points;
}
