import { describe, expect, it, test } from 'vitest';
import { parseSourceRules, type SourceRules } from '#harvesters';
import { carryOutRules } from './carry-out-rules.ts';
import { readCondition, valuesOfCondition } from './condition-values.ts';
import { ruleKinds } from './rule-kinds.ts';
import { inputsOf, readAction, valuesOfAction } from './rule-values.ts';
import { editorOf, formOf, prefixed, type RulesForm } from './rules-form.ts';
import { startingRules } from './starting-rules.ts';

function rulesOf(given: unknown): SourceRules {
  const parsed = parseSourceRules(given);
  if ('errors' in parsed) throw new Error(JSON.stringify(parsed.errors));
  return parsed.rules;
}
const licence = { id: 'licence', action: { do: 'default-licence', licence: 'CC-BY-4.0' } };
const french = { id: 'french', action: { do: 'language', language: 'fr' } };

/** What a browser would send of a form. */
function sent(form: RulesForm, more: Record<string, string>): Record<string, string> {
  const { editor, list, text, values } = form;
  return {
    list,
    text,
    ...values,
    ...(editor
      ? {
          'editor.place': String(editor.place),
          'editor.kind': editor.kind,
          'editor.new': editor.isNew ? 'yes' : 'no',
          ...prefixed('rule.', editor.values),
        }
      : {}),
    ...more,
  };
}
const ids = (rules: SourceRules | undefined) => rules?.rules.map(({ id }) => id);

describe('the form of a rule', () => {
  it('has a rule to begin with for every kind, which it shows and reads', () => {
    expect([...new Set(startingRules.map(({ action }) => action.do))].sort()).toEqual(
      Object.keys(ruleKinds).sort(),
    );
    for (const rule of startingRules) {
      const { action } = rulesOf({ rules: [rule] }).rules[0] ?? rule;
      expect(action).toEqual(rule.action);
      const values = valuesOfAction(action);
      expect(Object.keys(values ?? {}).sort()).toEqual(ruleKinds[action.do].flatMap(inputsOf).sort());
      expect(rulesOf({ rules: [{ id: 'a', action: readAction(action.do, values ?? {}) }] }).rules[0]).toEqual(
        {
          id: 'a',
          action,
        },
      );
    }
  });

  it('is text where the rule says more than fields can', () => {
    const [rule] = rulesOf({
      rules: [{ id: 'a', action: { do: 'drop-link', url: { contains: 'x', matches: '^y' } } }],
    }).rules;
    if (!rule) throw new Error('no rule');
    expect(editorOf(rule, 0, false)).toMatchObject({ asText: true });
    const form = formOf({ rules: [rule] }, editorOf(rule, 0, false));
    expect(carryOutRules(sent(form, { intent: 'keep' })).rules).toEqual({ rules: [rule] });
    const wrong = carryOutRules(sent(form, { intent: 'keep', 'rule.text': 'rules: [{id: b}]' }));
    expect(wrong.form.faults[0]).toMatchObject({ at: 'editor', message: expect.any(String) });
  });
});

test.each([
  [{ text: { contains: ['sea'] }, type: ['dataset'] }, ''],
  [{ area: { west: -20, south: 30, east: 40, north: 70 }, cql2: 'title IS NULL' }, ''],
  [{ keyword: { equals: ['a', 'b'] } }, ''],
  [{ keyword: { matches: '^a' }, not: { licence: { equals: ['x'] } } }, 'keyword:\n  matches: ^a\n'],
])('a condition is shown and read: %j', (condition, more) => {
  const values = valuesOfCondition(condition);
  expect(values.more.startsWith(more)).toBe(true);
  expect(readCondition(prefixed('when.', values), 'when.')).toEqual({ condition, faults: [] });
});

test('what is no area and no text of conditions is told by its field', () => {
  const { faults } = readCondition({ area: '1, 2, 3', more: '[' }, '');
  expect(faults.map(({ field }) => field)).toEqual(['more', 'area']);
});

describe('the draft', () => {
  const rules = rulesOf({ rules: [licence, french] });
  const form = formOf(rules);

  test.each([
    ['down:0', ['french', 'licence']],
    ['up:1', ['french', 'licence']],
    ['up:0', ['licence', 'french']],
    ['down:1', ['licence', 'french']],
    ['remove:0', ['french']],
    ['remove:7', ['licence', 'french']],
    ['nonsense', ['licence', 'french']],
  ])('%s', (intent, expected) => expect(ids(carryOutRules(sent(form, { intent })).rules)).toEqual(expected));

  it('switches a rule off and on', () => {
    const off = carryOutRules(sent(form, { intent: 'switch:1' }));
    expect(off.rules?.rules.map((rule) => rule.off)).toEqual([undefined, true]);
    expect(carryOutRules(sent(off.form, { intent: 'switch:1' })).rules).toEqual(rules);
  });

  it('takes a new rule over only when it is kept, or tried, under a name of its own', () => {
    const opened = carryOutRules(sent(form, { intent: 'add', template: 'licence-cc-by' })).form;
    expect(opened.editor).toMatchObject({ place: 2, isNew: true });
    expect(ids(carryOutRules(sent(opened, { intent: 'cancel' })).rules)).toEqual(['licence', 'french']);
    const kept = carryOutRules(sent(opened, { intent: 'preview' }));
    expect([ids(kept.rules), kept.wish]).toEqual([['licence', 'french', 'licence-cc-by'], 'preview']);
    const again = carryOutRules(sent(kept.form, { intent: 'add', template: 'licence-cc-by' })).form;
    expect(again.editor?.values['id']).toBe('licence-cc-by-2');
  });

  it('that is wrong stays as it was typed, and says which rule and field', () => {
    const opened = carryOutRules(sent(form, { intent: 'edit:1' })).form;
    const wrong = carryOutRules(
      sent(opened, {
        intent: 'save',
        'rule.action.language': 'x',
        'rule.when.cql2': 'title =',
        'only.area': '1',
      }),
    );
    expect(wrong.rules).toBeUndefined();
    expect(wrong.form.editor?.values['action.language']).toBe('x');
    expect(wrong.form.values['only.area']).toBe('1');
    expect(wrong.form.faults.map(({ at, rule, field }) => [at, rule, field])).toEqual([
      ['filter', undefined, 'only.area'],
      ['editor', 'french', 'when.cql2'],
      ['editor', 'french', 'action.language'],
    ]);
    const double = carryOutRules(sent(opened, { intent: 'keep', 'rule.id': 'licence' }));
    expect(double.form.faults).toMatchObject([
      { at: 'editor', rule: 'licence', field: 'id', message: 'Another rule is called "licence" already.' },
    ]);
  });

  it('takes filters, sets and refusals from their fields', () => {
    const made = carryOutRules(
      sent(form, {
        intent: 'save',
        'only.type': 'dataset\nseries',
        'except.keyword': 'draft\r\ntest',
        'sets.only': 'ocean',
        'refuse.without': 'title\nlicence',
        'refuse.errorsOf': 'oai-dc',
      }),
    );
    expect(made.rules).toMatchObject({
      filter: {
        only: { type: ['dataset', 'series'] },
        except: { keyword: { equals: ['draft', 'test'] } },
        sets: { only: ['ocean'] },
      },
      refuse: { without: ['title', 'licence'], errorsOf: ['oai-dc'] },
    });
    if (made.rules) expect(carryOutRules(sent(made.form, { intent: 'save' })).rules).toEqual(made.rules);
  });

  it('is taken from a text in YAML or JSON, or the text is told where it is wrong', () => {
    const text = 'rules:\n  - id: a\n    action: {do: language, language: en}\n';
    expect(ids(carryOutRules(sent(form, { intent: 'take-text', text })).rules)).toEqual(['a']);
    const json = JSON.stringify({ rules: [licence] });
    expect(ids(carryOutRules(sent(form, { intent: 'take-text', text: json })).rules)).toEqual(['licence']);
    const wrong = carryOutRules(
      sent(form, { intent: 'take-text', text: text.replace('language: en', 'language: x') }),
    );
    expect(wrong.form.faults).toMatchObject([
      { at: 'text', field: 'rules[0].action.language', line: 3, message: 'This is no language.' },
    ]);
    expect(wrong.form.list).toBe(form.list);
  });

  it('that got lost is told, not guessed', () => {
    const { form: told, rules: made } = carryOutRules({ list: '{', intent: 'save' });
    expect(made).toBeUndefined();
    expect(told.faults[0]?.message).toBe('The list of rules got lost.');
  });
});
