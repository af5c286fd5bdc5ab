import type { BoundingBox } from '#catalogue/model';
import {
  type DateField,
  dateFields,
  isDateField,
  isTextField,
  type TextField,
  textFields,
} from '../fields.ts';
import { CqlFault, type Token, tokensOf } from './tokens.ts';

export type Comparison = '=' | '<>' | '<' | '>' | '<=' | '>=';
/** A field of texts, and whether CASEI() or ACCENTI() stands around it. */
export type TextOperand = { field: TextField; fold: boolean };

/** A filter as it was understood. */
export type CqlExpression =
  | { is: 'and' | 'or'; parts: readonly CqlExpression[] }
  | { is: 'not'; part: CqlExpression }
  | { is: 'constant'; value: boolean }
  | { is: 'text'; operand: TextOperand; operator: Comparison; value: string }
  | { is: 'like'; operand: TextOperand; pattern: string }
  | { is: 'in'; operand: TextOperand; values: readonly string[] }
  | { is: 'date'; field: DateField; operator: Comparison; value: string }
  | { is: 'null'; field: TextField | DateField }
  | { is: 'meets'; box: BoundingBox };

const mostCharacters = 4000;
const deepest = 50;
const operators: readonly Comparison[] = ['=', '<>', '<', '>', '<=', '>='];
const known = `Fields of texts: ${Object.keys(textFields).join(', ')}; of dates: ${Object.keys(dateFields).join(', ')}; the area: bbox.`;

/**
 * Reads a filter in CQL2 text (OGC 21-065r2): AND, OR, NOT, comparisons, LIKE, IN, BETWEEN, IS NULL, CASEI, ACCENTI,
 * DATE, TIMESTAMP, and S_INTERSECTS of `bbox` with a BBOX or a POINT.
 * @throws CqlFault with position and remedy
 */
export function parseFilter(source: string): CqlExpression {
  if (source.length > mostCharacters)
    throw new CqlFault(
      `The filter is longer than ${mostCharacters} characters.`,
      mostCharacters,
      'Make several conditions of it.',
    );
  const tokens = tokensOf(source);
  let at = 0;
  let depth = 0;

  const end: Token = { kind: 'end', value: '', from: source.length };
  const here = () => tokens[at] ?? end;
  const fault = (message: string, remedy: string, token = here()) =>
    new CqlFault(message, token.from + 1, remedy);
  const isWord = (word: string, token = here()) =>
    token.kind === 'word' && token.value.toUpperCase() === word;
  const isSign = (sign: string) => here().kind === 'sign' && here().value === sign;
  const word = (wanted: string) => {
    if (!isWord(wanted)) return false;
    at += 1;
    return true;
  };
  const sign = (wanted: string) => {
    if (!isSign(wanted)) return false;
    at += 1;
    return true;
  };
  const need = (wanted: string, remedy: string) => {
    if (!sign(wanted)) throw fault(`A "${wanted}" is missing ${seen()}.`, remedy);
  };
  const seen = () => (here().kind === 'end' ? 'at the end' : `before "${here().value}"`);

  function joined(is: 'and' | 'or', part: () => CqlExpression): CqlExpression {
    const first = part();
    const parts = [first];
    while (word(is.toUpperCase())) parts.push(part());
    return parts.length === 1 ? first : { is, parts };
  }
  const expression = (): CqlExpression => {
    depth += 1;
    if (depth > deepest) throw fault('The filter is nested too deep.', 'Take brackets away.');
    const found = joined('or', () => joined('and', negatable));
    depth -= 1;
    return found;
  };

  function negatable(): CqlExpression {
    let negations = 0;
    while (word('NOT')) negations += 1;
    const part = predicate();
    return negations % 2 === 0 ? part : { is: 'not', part };
  }

  function predicate(): CqlExpression {
    if (sign('(')) {
      const inner = expression();
      need(')', 'Close every bracket that was opened.');
      return inner;
    }
    if (word('TRUE')) return { is: 'constant', value: true };
    if (word('FALSE')) return { is: 'constant', value: false };
    if (word('S_INTERSECTS')) return meeting();
    const token = here();
    const operand = field();
    if (word('IS')) {
      const isNot = word('NOT');
      if (!word('NULL')) throw fault(`NULL is missing ${seen()}.`, 'Write "field IS NULL".');
      return negate(isNot, { is: 'null', field: operand.field });
    }
    const isNot = word('NOT');
    if (word('LIKE')) {
      const asked = ofTexts(operand, token);
      return negate(isNot, { is: 'like', operand: asked, pattern: text('LIKE') });
    }
    if (word('IN')) return negate(isNot, { is: 'in', operand: ofTexts(operand, token), values: list() });
    if (word('BETWEEN')) return negate(isNot, between(operand));
    if (isNot)
      throw fault(`NOT is followed by nothing that it turns round.`, 'Use NOT LIKE, NOT IN or NOT BETWEEN.');
    const operator = operators.find((candidate) => sign(candidate));
    if (!operator)
      throw fault(
        `A comparison is missing ${seen()}.`,
        'After a field comes =, <>, <, >, <=, >=, LIKE, IN, BETWEEN or IS NULL.',
      );
    return comparison(operand, operator);
  }

  const negate = (isNot: boolean, part: CqlExpression): CqlExpression => (isNot ? { is: 'not', part } : part);

  type Operand = TextOperand | { field: DateField; fold: false };

  function field(): Operand {
    const token = here();
    if (token.kind !== 'word') throw fault(`A field is missing ${seen()}.`, `Begin with a field. ${known}`);
    if (isWord('CASEI') || isWord('ACCENTI')) {
      at += 1;
      need('(', 'Write CASEI(field).');
      const inner = field();
      if (isDate(inner)) throw fault(`${inner.field} is a date.`, 'Leave CASEI away.', token);
      need(')', 'Write CASEI(field).');
      return { ...inner, fold: true };
    }
    at += 1;
    const name = token.value.toLowerCase();
    if (isTextField(name)) return { field: name, fold: false };
    if (isDateField(name)) return { field: name, fold: false };
    const remedy = name === 'bbox' ? 'Write S_INTERSECTS(bbox, BBOX(west, south, east, north)).' : known;
    const message = name === 'bbox' ? 'The area can’t be compared.' : `There is no field "${token.value}".`;
    throw fault(message, remedy, token);
  }

  function ofTexts(operand: Operand, token: Token): TextOperand {
    if (isDate(operand))
      throw fault(`${operand.field} is a date, not a text.`, 'Compare dates with =, <, > or BETWEEN.', token);
    return operand;
  }

  function comparison(operand: Operand, operator: Comparison): CqlExpression {
    return isDate(operand)
      ? { is: 'date', field: operand.field, operator, value: date() }
      : { is: 'text', operand, operator, value: text(operator) };
  }

  function between(operand: Operand): CqlExpression {
    const low = comparison(operand, '>=');
    if (!word('AND')) throw fault(`AND is missing ${seen()}.`, 'Write "field BETWEEN low AND high".');
    return { is: 'and', parts: [low, comparison(operand, '<=')] };
  }

  function text(after: string): string {
    const token = here();
    if (isWord('CASEI') || isWord('ACCENTI')) {
      at += 1;
      need('(', "Write CASEI('text').");
      const inner = text('(');
      need(')', "Write CASEI('text').");
      return inner;
    }
    if (token.kind !== 'text')
      throw fault(`A text in single quotes must follow "${after}".`, `Write it as in title = 'Salinity'.`);
    at += 1;
    return token.value;
  }

  function list(): string[] {
    need('(', "Write field IN ('one', 'other').");
    const values = [text('(')];
    while (sign(',')) values.push(text(','));
    need(')', 'Close the list with a bracket.');
    return values;
  }

  function date(): string {
    const token = here();
    const isTimestamp = isWord('TIMESTAMP');
    if (!isTimestamp && !isWord('DATE'))
      throw fault(
        `A date is missing ${seen()}.`,
        "Write DATE('2020-01-31') or TIMESTAMP('2020-01-31T12:00:00Z').",
      );
    at += 1;
    need('(', "Write DATE('2020-01-31').");
    const given = here();
    const value = text('(');
    const shape = isTimestamp ? /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/ : /^\d{4}-\d{2}-\d{2}$/;
    const isReal =
      shape.test(value) && new Date(value.slice(0, 10)).toJSON()?.slice(0, 10) === value.slice(0, 10);
    if (!isReal)
      throw fault(
        `"${value}" is no ${isTimestamp ? 'time' : 'date'}.`,
        isTimestamp ? 'Write it as 2020-01-31T12:00:00Z.' : 'Write it as 2020-01-31.',
        given,
      );
    need(')', `Close the bracket of ${token.value}.`);
    return value;
  }

  function meeting(): CqlExpression {
    const remedy =
      'Write S_INTERSECTS(bbox, BBOX(west, south, east, north)) or S_INTERSECTS(bbox, POINT(x y)).';
    need('(', remedy);
    if (here().value.toLowerCase() !== 'bbox') throw fault('Only bbox has an area.', remedy);
    at += 1;
    need(',', remedy);
    const shape = here();
    if (!isWord('BBOX') && !isWord('POINT')) throw fault('This area is not understood.', remedy);
    const isPoint = isWord('POINT');
    at += 1;
    need('(', remedy);
    const numbers = [number(remedy)];
    while (!isSign(')')) {
      if (!isPoint) need(',', remedy);
      numbers.push(number(remedy));
    }
    need(')', remedy);
    need(')', remedy);
    const [x, y, east, north] = isPoint ? [...numbers, ...numbers] : numbers;
    const isWhole = numbers.length === (isPoint ? 2 : 4);
    if (!isWhole || x === undefined || y === undefined || east === undefined || north === undefined)
      throw fault(`${shape.value} has ${numbers.length} numbers.`, remedy, shape);
    if (Math.abs(x) > 180 || Math.abs(east) > 180 || Math.abs(y) > 90 || Math.abs(north) > 90 || y > north)
      throw fault(
        'These are no degrees of longitude and latitude in the order west, south, east, north.',
        'Longitudes go from -180 to 180, latitudes from -90 to 90, south before north.',
        shape,
      );
    return { is: 'meets', box: { west: x, south: y, east, north } };
  }

  function number(remedy: string): number {
    const token = here();
    if (token.kind !== 'number') throw fault(`A number is missing ${seen()}.`, remedy);
    at += 1;
    return Number(token.value);
  }

  if (here().kind === 'end')
    throw fault('The filter is empty.', `Write a condition, such as type = 'dataset'.`);
  const found = expression();
  if (here().kind !== 'end')
    throw fault(`"${here().value}" is not expected here.`, 'Join conditions with AND or OR.');
  return found;
}

const isDate = (operand: { field: TextField | DateField }): operand is { field: DateField; fold: false } =>
  isDateField(operand.field);
