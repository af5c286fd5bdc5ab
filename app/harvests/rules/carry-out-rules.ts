import {
  parseRulesText,
  parseSourceRules,
  type RulesError,
  type SourceRule,
  type SourceRules,
} from '#harvesters';
import { type ConditionFault, readCondition } from './condition-values.ts';
import { isRuleKind } from './rule-kinds.ts';
import { type FormValues, isObject, linesOf, readAction } from './rule-values.ts';
import {
  editorOf,
  fieldsOfWhole,
  formOf,
  type RulesEditor,
  type RulesFault,
  type RulesForm,
} from './rules-form.ts';
import { startingRules } from './starting-rules.ts';

/** What a form of rules asks for, once what stands in it is understood. */
export type CarriedOut = { form: RulesForm; rules?: SourceRules; wish?: 'preview' | 'save' };

/**
 * Does what the form of the rules asks: the draft is changed, nothing is stored.
 * @param values as sent; boxes of one name one on each line
 * @returns without `rules` when something of the draft is not understood; the form then says what
 */
export function carryOutRules(values: FormValues): CarriedOut {
  const [intent = '', argument = ''] = (values['intent'] ?? '').split(':');
  if (intent === 'take-text') return takeText(values);
  const editor = intent === 'cancel' ? undefined : editorIn(values);
  const faults: RulesFault[] = [];
  const list = listIn(values['list'] ?? '', faults);
  if (editor) list.splice(editor.place, 1, ruleIn(editor, faults));
  const candidate = { ...wholeIn(values, faults), rules: list };
  const parsed = parseSourceRules(candidate);
  if ('errors' in parsed) faults.push(...parsed.errors.map((error) => placed(error, list, editor)));
  if ('errors' in parsed || faults.length > 0)
    return {
      form: {
        list: faults.some(({ path }) => path === 'rules') ? '[]' : (values['list'] ?? '[]'),
        values: Object.fromEntries(fieldsOfWhole.map((name) => [name, values[name] ?? ''])),
        ...(editor ? { editor } : {}),
        text: values['text'] ?? '',
        faults,
      },
    };
  const { rules } = parsed;
  if (intent === 'preview' || intent === 'save') return { form: formOf(rules), rules, wish: intent };
  const made = changed(rules, intent, Number(argument), values['template'] ?? '');
  return { form: formOf(made.rules, made.editor), rules: made.rules };
}

function takeText(values: FormValues): CarriedOut {
  const text = values['text'] ?? '';
  const parsed = parseRulesText(text);
  if ('rules' in parsed) return { form: formOf(parsed.rules), rules: parsed.rules };
  const given = carryOutRules({ ...values, intent: 'cancel' }).form;
  const faults = parsed.errors.map(
    (error): RulesFault => ({ ...placed(error, [], undefined), field: error.path, at: 'text' }),
  );
  return { form: { ...given, text, faults } };
}

/** The list after one of its buttons. */
function changed(
  whole: SourceRules,
  intent: string,
  place: number,
  template: string,
): { rules: SourceRules; editor?: RulesEditor } {
  const list = [...whole.rules];
  const rule = list[place];
  const withList = () => ({ rules: { ...whole, rules: list } });
  if (intent === 'add') {
    const start = startingRules.find(({ id }) => id === template);
    if (!start) return withList();
    const added: SourceRule = { ...start, id: freeId(start.id, list) };
    return { ...withList(), editor: editorOf(added, list.length, true) };
  }
  if (!rule) return withList();
  if (intent === 'edit') return { ...withList(), editor: editorOf(rule, place, false) };
  if (intent === 'remove') list.splice(place, 1);
  if (intent === 'up' && place > 0) list.splice(place - 1, 2, rule, ...list.slice(place - 1, place));
  if (intent === 'down' && place < list.length - 1)
    list.splice(place, 2, ...list.slice(place + 1, place + 2), rule);
  if (intent === 'switch') {
    const { off, ...on } = rule;
    list[place] = off === true ? on : { ...on, off: true };
  }
  return withList();
}

function freeId(wanted: string, list: readonly SourceRule[]): string {
  const taken = new Set(list.map(({ id }) => id));
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? wanted : `${wanted}-${number}`;
    if (!taken.has(id)) return id;
  }
}

function editorIn(values: FormValues): RulesEditor | undefined {
  const place = Number(values['editor.place']);
  const kind = values['editor.kind'] ?? '';
  if (values['editor.place'] === undefined || !Number.isInteger(place) || place < 0 || !isRuleKind(kind))
    return undefined;
  const prefix = 'rule.';
  return {
    place,
    kind,
    isNew: values['editor.new'] === 'yes',
    asText: values['rule.text'] !== undefined,
    values: Object.fromEntries(
      Object.entries(values)
        .filter(([name]) => name.startsWith(prefix))
        .map(([name, value]) => [name.slice(prefix.length), value]),
    ),
  };
}

/** The rule that the editor makes, not validated yet. */
function ruleIn({ kind, values, asText, place }: RulesEditor, faults: RulesFault[]): unknown {
  if (asText) {
    const parsed = parseRulesText(values['text'] ?? '');
    const [rule] = 'rules' in parsed ? parsed.rules.rules : [];
    if (rule) return rule;
    const [error = { message: 'There is no rule.', remedy: 'Write one rule, or leave it.', path: '' }] =
      'errors' in parsed ? parsed.errors : [];
    faults.push({ ...error, at: 'editor', field: 'text', path: `rules[${place}]` });
    return undefined;
  }
  const actionValues = Object.fromEntries(
    Object.entries(values)
      .filter(([name]) => name.startsWith('action.'))
      .map(([name, value]) => [name.slice('action.'.length), value]),
  );
  const { condition, faults: wrong } = readCondition(values, 'when.');
  const id = (values['id'] ?? '').trim();
  const note = (values['note'] ?? '').trim();
  faults.push(...wrong.map((fault) => ofCondition(fault, 'editor', 'when.', id)));
  return {
    id,
    ...(note === '' ? {} : { note }),
    ...(values['off'] ? { off: true } : {}),
    ...(condition ? { when: condition } : {}),
    action: readAction(kind, actionValues),
  };
}

/** Filter and what is refused, not validated yet. */
function wholeIn(values: FormValues, faults: RulesFault[]): Record<string, unknown> {
  const filter: Record<string, unknown> = {};
  for (const side of ['only', 'except'] as const) {
    const { condition, faults: wrong } = readCondition(values, `${side}.`);
    if (condition) filter[side] = condition;
    faults.push(...wrong.map((fault) => ofCondition(fault, 'filter', `${side}.`)));
  }
  const listOf = (name: string, ...parts: string[]) =>
    Object.fromEntries(
      parts
        .map((part) => [part, linesOf(values[`${name}.${part}`] ?? '')] as const)
        .filter(([, lines]) => lines.length > 0),
    );
  const sets = listOf('sets', 'only', 'except');
  if (Object.keys(sets).length > 0) filter['sets'] = sets;
  const refuse = listOf('refuse', 'without', 'errorsOf');
  return {
    ...(Object.keys(filter).length > 0 ? { filter } : {}),
    ...(Object.keys(refuse).length > 0 ? { refuse } : {}),
  };
}

function ofCondition(
  { field, ...told }: ConditionFault,
  at: RulesFault['at'],
  prefix: string,
  rule?: string,
): RulesFault {
  return { ...told, at, path: prefix + field, field: prefix + field, ...(rule ? { rule } : {}) };
}

function listIn(json: string, faults: RulesFault[]): unknown[] {
  try {
    const list: unknown = JSON.parse(json);
    if (Array.isArray(list)) return list;
  } catch {
    // Told below: whoever sent the form did not write this field.
  }
  const remedy = 'Open the page again.';
  faults.push({ at: 'list', path: 'rules', field: '', message: 'The list of rules got lost.', remedy });
  return [];
}

/** Where in the form an error of the rules is shown. */
function placed(error: RulesError, list: readonly unknown[], editor: RulesEditor | undefined): RulesFault {
  const [, number, ofRule = ''] = /^rules\[(\d+)\]\.?(.*)$/.exec(error.path) ?? [];
  if (number !== undefined) {
    const place = Number(number);
    const rule = list[place];
    const id = isObject(rule) && typeof rule['id'] === 'string' ? { rule: rule['id'] } : {};
    return { ...error, at: place === editor?.place ? 'editor' : 'list', field: ofRule, ...id };
  }
  const [, part, field = ''] = /^(filter|refuse)\.?(.*)$/.exec(error.path) ?? [];
  if (part === 'filter') return { ...error, at: 'filter', field };
  if (part === 'refuse') return { ...error, at: 'refuse', field: `refuse.${field}` };
  return { ...error, at: 'list', field: error.path };
}
