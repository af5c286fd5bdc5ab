import type { BoundingBox } from '#catalogue/model';
import { DomainError } from '#runtime';
import { secondsOf } from './days.ts';
import { type Expression, facetNames, type SearchRequest, sortOrders, textFields } from './query.ts';

/** A question longer than this is a mistake; a title pasted whole still fits. */
const longestText = 2000;
const deepest = 50;
const mostParts = 5000;

/**
 * Checks a request before an engine runs it, so that all engines refuse the same.
 * @throws DomainError `invalid` whose `field` names the part, such as `box.west`
 */
export function checkRequest(request: SearchRequest): void {
  whole('offset', request.offset, 10_000_000);
  whole('limit', request.limit, 100_000);
  oneOf('sort', request.sort, sortOrders);
  for (const { name, limit } of request.facets) {
    oneOf('facets', name, facetNames);
    whole('facets', limit, 100_000);
  }
  checkExpression(request.where, 0, { parts: 0 });
}

function checkExpression(expression: Expression, depth: number, seen: { parts: number }): void {
  seen.parts += 1;
  if (depth > deepest || seen.parts > mostParts)
    refuse('where', `The search has too many parts: ask with at most ${mostParts}, nested ${deepest} deep.`);
  switch (expression.op) {
    case 'all':
      return;
    case 'and':
    case 'or':
      for (const part of expression.of) checkExpression(part, depth + 1, seen);
      return;
    case 'not':
      checkExpression(expression.of, depth + 1, seen);
      return;
    case 'text':
    case 'contains':
      if (expression.text.length > longestText)
        refuse(expression.op, `The text is too long: search for at most ${longestText} characters.`);
      if (expression.field !== undefined) oneOf(`${expression.op}.field`, expression.field, textFields);
      return;
    case 'facet':
      oneOf('facet', expression.facet, facetNames);
      return;
    case 'identifier':
    case 'ids':
      return;
    case 'box':
      checkBox(expression.box);
      return;
    case 'time':
      checkDates('time', { start: expression.start, end: expression.end });
      return;
    case 'modified':
      checkDates('modified', { after: expression.after, before: expression.before });
      return;
    case 'depth':
      checkDepth(expression.minimum, expression.maximum);
      return;
    default:
      refuse('where', 'The search has a part of an unknown kind.');
  }
}

function checkBox(box: BoundingBox): void {
  for (const [side, limit] of [
    ['west', 180],
    ['south', 90],
    ['east', 180],
    ['north', 90],
  ] as const) {
    const value = box[side];
    if (!(Math.abs(value) <= limit))
      refuse(
        `box.${side}`,
        `The ${side} side of the box is ${value}: give degrees from -${limit} to ${limit}.`,
      );
  }
  if (box.south > box.north)
    refuse(
      'box.south',
      `The south side of the box (${box.south}) lies north of the north side (${box.north}).`,
    );
}

function checkDates(name: string, bounds: Record<string, string | undefined>): void {
  for (const [bound, date] of Object.entries(bounds)) {
    if (date !== undefined && !secondsOf(date))
      refuse(
        `${name}.${bound}`,
        `“${date.slice(0, 40)}” is not a date: write YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ.`,
      );
  }
}

function checkDepth(minimum: number | undefined, maximum: number | undefined): void {
  for (const [bound, value] of Object.entries({ minimum, maximum })) {
    if (value !== undefined && Number.isNaN(value))
      refuse(`depth.${bound}`, 'The depth is not a number: give metres, positive downwards.');
  }
  if (minimum !== undefined && maximum !== undefined && minimum > maximum)
    refuse('depth.minimum', `The least depth (${minimum} m) is greater than the greatest (${maximum} m).`);
}

function whole(field: string, value: number, most: number): void {
  if (!Number.isInteger(value) || value < 0 || value > most)
    refuse(field, `${field} is ${value}: give a whole number from 0 to ${most}.`);
}

function oneOf(field: string, value: string, allowed: readonly string[]): void {
  if (!allowed.includes(value))
    refuse(field, `“${value.slice(0, 40)}” is not known as ${field}: one of ${allowed.join(', ')}.`);
}

function refuse(field: string, message: string): never {
  throw new DomainError('invalid', message, { field });
}
