import { parse, stringify } from 'yaml';
import { type FormValues, isObject, linesOf } from './rule-values.ts';

/** A condition as it stands in a source's rules, not validated yet. */
export type GivenCondition = Record<string, unknown>;

/** Fields of the form of a condition. */
export const conditionFields = ['text', 'keyword', 'organisation', 'type', 'area', 'cql2', 'more'] as const;
export type ConditionField = (typeof conditionFields)[number];

/** How the texts of a field are asked in this form; asked otherwise they stand in `more`. */
const askedBy = { text: 'contains', keyword: 'equals', organisation: 'contains' } as const;
const isTested = (name: string): name is keyof typeof askedBy => Object.hasOwn(askedBy, name);

const sides = ['west', 'south', 'east', 'north'] as const;

/** What the form of a condition shows; what it has no field for stands in `more`, as YAML. */
export function valuesOfCondition(condition: GivenCondition | undefined): Record<ConditionField, string> {
  const values = { text: '', keyword: '', organisation: '', type: '', area: '', cql2: '', more: '' };
  const rest: GivenCondition = {};
  for (const [name, value] of Object.entries(condition ?? {})) {
    if (value === undefined) continue;
    if (isTested(name) && isObject(value)) {
      const { [askedBy[name]]: texts, ...others } = value;
      if (Array.isArray(texts) && Object.values(others).every((other) => other === undefined)) {
        values[name] = texts.join('\n');
        continue;
      }
    }
    if (name === 'type' && Array.isArray(value)) values.type = value.join('\n');
    else if (name === 'cql2' && typeof value === 'string') values.cql2 = value;
    else if (name === 'area' && isObject(value)) values.area = sides.map((side) => value[side]).join(', ');
    else rest[name] = value;
  }
  if (Object.keys(rest).length > 0) values.more = stringify(rest, { lineWidth: 100 });
  return values;
}

/** What is amiss in a field, before the whole is validated. */
export type ConditionFault = { field: ConditionField; message: string; remedy: string };

/**
 * The condition that a form makes, not validated yet.
 * @param prefix of the names of its fields, such as `when.`
 * @returns without `condition` when nothing is asked
 */
export function readCondition(
  values: FormValues,
  prefix: string,
): { condition?: GivenCondition; faults: ConditionFault[] } {
  const text = (name: ConditionField) => (values[prefix + name] ?? '').trim();
  const faults: ConditionFault[] = [];
  const condition: GivenCondition = { ...readMore(text('more'), faults) };
  for (const [name, how] of Object.entries(askedBy))
    if (isTested(name) && text(name) !== '') condition[name] = { [how]: linesOf(text(name)) };
  if (text('type') !== '') condition['type'] = linesOf(text('type'));
  if (text('cql2') !== '') condition['cql2'] = text('cql2');
  if (text('area') !== '') {
    const area = readArea(text('area'));
    if (area) condition['area'] = area;
    else
      faults.push({
        field: 'area',
        message: 'This is no area.',
        remedy: 'Write four numbers in degrees: west, south, east, north, such as -20, 30, 40, 70.',
      });
  }
  return Object.keys(condition).length === 0 ? { faults } : { condition, faults };
}

function readMore(text: string, faults: ConditionFault[]): GivenCondition {
  if (text === '') return {};
  let given: unknown;
  try {
    given = parse(text, { maxAliasCount: 0, prettyErrors: false });
  } catch (error) {
    given = error instanceof Error ? error.message : String(error);
  }
  if (isObject(given)) return given;
  faults.push({
    field: 'more',
    message: typeof given === 'string' ? given : 'This is no condition.',
    remedy: 'Write a name, a colon and what is asked, such as "licence: CC-BY-4.0".',
  });
  return {};
}

/** Four numbers as a box, `undefined` for what is none. */
function readArea(text: string): GivenCondition | undefined {
  const numbers = text.split(/[\s,;]+/).map((word) => Number(word.replace('−', '-')));
  if (numbers.length !== sides.length || numbers.some(Number.isNaN)) return undefined;
  return Object.fromEntries(sides.map((side, place) => [side, numbers[place]]));
}
