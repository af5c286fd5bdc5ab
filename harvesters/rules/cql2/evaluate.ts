import type { CatalogueRecord } from '#catalogue/model';
import {
  boxesMeet,
  boxesOf,
  type DateField,
  dateFields,
  isDateField,
  type TextField,
  textFields,
} from '../fields.ts';
import { foldText } from '../text-test.ts';
import type { Comparison, CqlExpression, TextOperand } from './parse.ts';

/** True, false, or unknown because the record does not say (CQL2, as SQL: NOT unknown is unknown). */
type Answer = boolean | null;

/** @returns whether the record is known to fulfil the filter */
export function fulfils(record: CatalogueRecord, expression: CqlExpression): boolean {
  return answer(record, expression) === true;
}

function answer(record: CatalogueRecord, expression: CqlExpression): Answer {
  switch (expression.is) {
    case 'constant':
      return expression.value;
    case 'and':
    case 'or': {
      const decisive = expression.is === 'or';
      const answers = expression.parts.map((part) => answer(record, part));
      if (answers.includes(decisive)) return decisive;
      return answers.includes(null) ? null : !decisive;
    }
    case 'not': {
      const found = answer(record, expression.part);
      return found === null ? null : !found;
    }
    case 'null':
      return valuesOf(record, expression.field).length === 0;
    case 'meets':
      return any(boxesOf(record), (box) => boxesMeet(box, expression.box));
    case 'text': {
      const { operand, operator, value } = expression;
      return ofTexts(
        record,
        operand,
        [value],
        (text, [wanted = '']) => compared(order(text, wanted), operator),
        operator,
      );
    }
    case 'in':
      return ofTexts(record, expression.operand, expression.values, (text, wanted) => wanted.includes(text));
    case 'like':
      return ofTexts(record, expression.operand, [expression.pattern], (text, [pattern = '']) =>
        isLike(text, pattern),
      );
    case 'date': {
      const { field, operator, value } = expression;
      return any(dateFields[field](record), (date) => datesCompare(date, operator, value));
    }
  }
}

const valuesOf = (record: CatalogueRecord, field: TextField | DateField): string[] =>
  isDateField(field) ? dateFields[field](record) : textFields[field](record);

/** A field with several values fulfils a condition when one of them does; "other than", when none is the same. */
function ofTexts(
  record: CatalogueRecord,
  { field, fold }: TextOperand,
  wanted: readonly string[],
  test: (text: string, wanted: readonly string[]) => boolean,
  operator?: Comparison,
): Answer {
  const texts = textFields[field](record);
  const folded = fold ? texts.map(foldText) : texts;
  const values = fold ? wanted.map(foldText) : wanted;
  if (texts.length === 0) return null;
  return operator === '<>'
    ? folded.every((text) => test(text, values))
    : folded.some((text) => test(text, values));
}

function any<Value>(values: readonly Value[], test: (value: Value) => boolean): Answer {
  return values.length === 0 ? null : values.some(test);
}

const order = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

function compared(sign: number, operator: Comparison): boolean {
  switch (operator) {
    case '=':
      return sign === 0;
    case '<>':
      return sign !== 0;
    case '<':
      return sign < 0;
    case '>':
      return sign > 0;
    case '<=':
      return sign <= 0;
    case '>=':
      return sign >= 0;
  }
}

/** SQL's LIKE: `%` for any text, `_` for one character, a backslash before one that stands for itself. No backtracking. */
function isLike(text: string, pattern: string): boolean {
  const subject = [...text];
  const signs = [...pattern.matchAll(/\\(.)|([\s\S])/gu)].map(([, escaped, plain]) => ({
    character: escaped ?? plain ?? '',
    isWild: escaped === undefined && (plain === '%' || plain === '_'),
  }));
  let reached = new Set([0]);
  for (const { character, isWild } of signs) {
    const next = new Set<number>();
    for (const position of reached) {
      if (isWild && character === '%') {
        // Sets keep their order, so this is the first place that was reached: the others are behind it.
        for (let end = position; end <= subject.length; end += 1) next.add(end);
        break;
      }
      if (position < subject.length && (isWild || subject[position] === character)) next.add(position + 1);
    }
    reached = next;
  }
  return reached.has(subject.length);
}

/** Compares a date of any precision: a year is before a date only when it is over by then. */
function datesCompare(date: string, operator: Comparison, wanted: string): boolean {
  const [from, to] = periodOf(date);
  const [begin, end] = periodOf(wanted);
  if (Number.isNaN(from) || Number.isNaN(begin)) return false;
  switch (operator) {
    case '=':
      return from >= begin && to <= end;
    case '<>':
      return !(from >= begin && to <= end);
    case '<':
      return to < begin;
    case '>':
      return from > end;
    case '<=':
      return to <= end;
    case '>=':
      return from >= begin;
  }
}

/** First and last millisecond of a date. */
function periodOf(date: string): [number, number] {
  const from = Date.parse(date);
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date);
  if (!parts) return [from, from];
  const [, year, month, day] = parts;
  const end =
    day !== undefined
      ? from + 86_400_000
      : month !== undefined
        ? Date.UTC(Number(year), Number(month), 1)
        : Date.UTC(Number(year) + 1, 0, 1);
  return [from, end - 1];
}
