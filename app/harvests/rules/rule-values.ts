import { isDeepStrictEqual } from 'node:util';
import type { RuleAction } from '#harvesters';
import { type RuleField, type RuleKind, ruleKinds } from './rule-kinds.ts';

/** What stands in a form, by the names of its fields; '' for what is empty or not ticked. */
export type FormValues = Readonly<Record<string, string>>;

/** How a text can be asked. */
export const testWays = ['contains', 'equals', 'matches'] as const;

/** Languages of a text in the form: in none, or in one of the portal. */
export const saidLanguages = ['und', 'en', 'fr'] as const;

/** Names of the inputs that a field has in the form. */
export function inputsOf({ name, kind }: Pick<RuleField, 'name' | 'kind'>): string[] {
  if (kind === 'test') return [`${name}.how`, `${name}.texts`];
  return kind === 'said' ? saidLanguages.map((language) => `${name}.${language}`) : [name];
}

/** What the form of an action shows; `null` for an action that says more than the form can. */
export function valuesOfAction(action: RuleAction): Record<string, string> | null {
  const values: Record<string, string> = {};
  for (const field of ruleKinds[action.do]) Object.assign(values, shown(field, memberOf(action, field.name)));
  const back = readAction(action.do, values);
  return isDeepStrictEqual(withoutEmpty(back), withoutEmpty(action)) ? values : null;
}

/** The action that a form makes, not validated yet. */
export function readAction(kind: RuleKind, values: FormValues): Record<string, unknown> {
  const action: Record<string, unknown> = { do: kind };
  for (const field of ruleKinds[kind]) {
    const value = readField(field, values);
    if (value === undefined) continue;
    const [outer = '', inner] = field.name.split('.');
    const around = action[outer];
    action[outer] = inner === undefined ? value : { ...(isObject(around) ? around : {}), [inner]: value };
  }
  return action;
}

function readField({ name, kind }: RuleField, values: FormValues): unknown {
  const text = (part?: string) => (values[part === undefined ? name : `${name}.${part}`] ?? '').trim();
  switch (kind) {
    case 'test':
      return readTest(text('how'), text('texts'));
    case 'said': {
      const said = saidLanguages.map((language) => [language, text(language)] as const);
      const given = said.filter(([, words]) => words !== '');
      return given.length === 0 ? undefined : Object.fromEntries(given);
    }
    case 'lines':
      return linesOf(text());
    case 'tick':
      return text() === '' ? undefined : true;
    default:
      return text() || undefined;
  }
}

/** What is asked of a text, `undefined` for nothing. @param texts one on each line; a pattern is the whole */
export function readTest(how: string, texts: string): Record<string, unknown> | undefined {
  if (texts.trim() === '') return undefined;
  if (how === 'matches') return { matches: texts.trim() };
  return { [how === 'contains' ? 'contains' : 'equals']: linesOf(texts) };
}

/** Lines with something on them. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function shown({ name, kind }: RuleField, value: unknown): Record<string, string> {
  if (kind === 'said')
    return Object.fromEntries(
      saidLanguages.map((language) => [
        `${name}.${language}`,
        wordOf(isObject(value) ? value[language] : ''),
      ]),
    );
  if (kind === 'tick') return { [name]: value === true ? 'yes' : '' };
  if (kind === 'lines') return { [name]: Array.isArray(value) ? value.join('\n') : '' };
  if (kind !== 'test') return { [name]: wordOf(value) };
  const asked = isObject(value) ? value : {};
  const how = testWays.find((way) => asked[way] !== undefined) ?? 'contains';
  const texts = asked[how];
  return {
    [`${name}.how`]: how,
    [`${name}.texts`]: Array.isArray(texts) ? texts.join('\n') : wordOf(texts),
  };
}

const wordOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function memberOf(action: RuleAction, name: string): unknown {
  let found: unknown = action;
  for (const key of name.split('.')) found = isObject(found) ? found[key] : undefined;
  return found;
}

/** What is empty says as much as what is not there: a list without members, a box without tick. */
function withoutEmpty(value: unknown): unknown {
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([, part]) => part !== undefined && part !== false && !(Array.isArray(part) && part.length === 0),
      )
      .map(([name, part]) => [name, withoutEmpty(part)]),
  );
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
