import type { RulesTextError, SourceRule, SourceRules } from '#harvesters';
import { rulesText } from '#harvesters';
import { conditionFields, valuesOfCondition } from './condition-values.ts';
import type { RuleKind } from './rule-kinds.ts';
import { type FormValues, valuesOfAction } from './rule-values.ts';

/** What is amiss, where: a field of the form, perhaps of a rule. */
export type RulesFault = RulesTextError & {
  at: 'editor' | 'list' | 'filter' | 'refuse' | 'text';
  /** Id of the rule. */
  rule?: string;
  /** Where within the rule, the filter or what is refused, such as `action.licence`. */
  field: string;
};

/** The rule that is being edited. */
export type RulesEditor = {
  /** Place in the list; behind the last for a new one. */
  place: number;
  isNew: boolean;
  kind: RuleKind;
  /** It says more than the form can: it is edited as text. */
  asText: boolean;
  values: FormValues;
};

/** The form of the rules of a source: a draft that goes to and fro until it is saved. */
export type RulesForm = {
  /** The list of rules, as JSON. */
  list: string;
  /** Fields of the filter (`only.`, `except.`, `sets.`) and of what is refused (`refuse.`). */
  values: FormValues;
  editor?: RulesEditor;
  /** The whole as text. */
  text: string;
  faults: RulesFault[];
};

/** The form of rules as they are. @param edited place of the rule to be edited */
export function formOf(rules: SourceRules, edited?: RulesEditor): RulesForm {
  const { filter, refuse } = rules;
  return {
    list: JSON.stringify(rules.rules),
    values: {
      ...prefixed('only.', valuesOfCondition(filter?.only)),
      ...prefixed('except.', valuesOfCondition(filter?.except)),
      'sets.only': (filter?.sets?.only ?? []).join('\n'),
      'sets.except': (filter?.sets?.except ?? []).join('\n'),
      'refuse.without': (refuse?.without ?? []).join('\n'),
      'refuse.errorsOf': (refuse?.errorsOf ?? []).join('\n'),
    },
    ...(edited ? { editor: edited } : {}),
    text: rulesText(rules),
    faults: [],
  };
}

/** The editor of a rule. */
export function editorOf(rule: SourceRule, place: number, isNew: boolean): RulesEditor {
  const action = valuesOfAction(rule.action);
  return {
    place,
    isNew,
    kind: rule.action.do,
    asText: action === null,
    values: {
      id: rule.id,
      note: rule.note ?? '',
      off: rule.off === true ? 'yes' : '',
      ...(action === null ? { text: rulesText({ rules: [rule] }) } : prefixed('action.', action)),
      ...prefixed('when.', valuesOfCondition(rule.when)),
    },
  };
}

/** Names of the fields of the filter and of what is refused. */
export const fieldsOfWhole: readonly string[] = [
  ...conditionFields.flatMap((field) => [`only.${field}`, `except.${field}`]),
  'sets.only',
  'sets.except',
  'refuse.without',
  'refuse.errorsOf',
];

export function prefixed(prefix: string, values: FormValues): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [prefix + name, value]));
}
