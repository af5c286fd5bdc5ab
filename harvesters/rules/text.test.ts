import { describe, expect, it, test } from 'vitest';
import { emptyRecord } from '#catalogue/model';
import { compileRules } from './apply.ts';
import { parseRulesText, parseSourceRules, rulesText } from './index.ts';

const text = `# Agreed in May
filter:
  except: {keyword: [draft]}
rules:
  - id: french
    note: "their catalogue has no field for it"
    action: {do: language, language: fr}
`;

describe('rules as text', () => {
  it('are read from YAML and JSON alike, and written so that they are read again', () => {
    const parsed = parseRulesText(text);
    if ('errors' in parsed) throw new Error(JSON.stringify(parsed.errors));
    expect(parsed.rules.rules.map(({ id }) => id)).toEqual(['french']);
    expect(parseRulesText(JSON.stringify(parsed.rules))).toEqual(parsed);
    expect(parseRulesText(rulesText(parsed.rules))).toEqual(parsed);
    expect(parseRulesText('')).toEqual({ rules: { rules: [] } });
  });

  test.each([
    [text.replace('language: fr', 'language: x'), 7, 'rules[0].action.language'],
    [text.replace('do: language', 'do: dance'), 7, 'rules[0].action.do'],
    [text.replace('- id: french', '- name: french'), 5, 'rules[0].id'],
    ['rules:\n  - id: a\n   action: x', 3, ''],
    ['7', 1, ''],
  ])('are told with the line where they are wrong: %j', (wrong, line, path) => {
    const parsed = parseRulesText(wrong);
    expect('errors' in parsed && parsed.errors[0]).toMatchObject({ line, path });
  });

  it('that are a bomb of aliases, or endless, are refused', () => {
    const bomb = [
      'a: &a [x, x]',
      ...['b', 'c', 'd', 'e', 'f'].map((name, place) => {
        const before = String.fromCharCode('a'.charCodeAt(0) + place);
        return `${name}: &${name} [${`*${before}, `.repeat(20)}x]`;
      }),
    ].join('\n');
    expect('errors' in parseRulesText(bomb)).toBe(true);
    expect('errors' in parseRulesText('a: *b')).toBe(true);
    expect('errors' in parseRulesText('x'.repeat(1_000_001))).toBe(true);
  });
});

test('a rule that is switched off rests', () => {
  const action = { do: 'language', language: 'fr' };
  const made = (off: boolean) => {
    const parsed = parseSourceRules({ rules: [{ id: 'a', off, action }] });
    if ('errors' in parsed) throw new Error(JSON.stringify(parsed.errors));
    return compileRules(parsed.rules)(emptyRecord(), { format: 'iso19139', identifier: 'x' }).trace.length;
  };
  expect([made(false), made(true)]).toEqual([1, 0]);
});
