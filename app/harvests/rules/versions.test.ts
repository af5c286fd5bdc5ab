import { expect, test } from 'vitest';
import type { Actor } from '#accounts';
import { parseSourceRules, type RulesVersion, type SourceRules } from '#harvesters';
import { presentVersions, rulesOfVersion } from './present-versions.ts';

const rulesOf = (given: unknown): SourceRules => {
  const parsed = parseSourceRules(given);
  if ('errors' in parsed) throw new Error(JSON.stringify(parsed.errors));
  return parsed.rules;
};
const rule = (id: string, language: string) => ({ id, action: { do: 'language', language } });
const said = [
  rulesOf({ rules: [rule('a', 'en'), rule('b', 'en')] }),
  rulesOf({ filter: { except: { type: ['service'] } }, rules: [rule('b', 'fr'), rule('c', 'en')] }),
  rulesOf({ rules: [rule('a', 'en'), rule('b', 'en')] }),
] as const;
const ada: Actor = {
  kind: 'person',
  id: 'ada',
  name: 'Ada',
  email: 'ada@example.org',
  sessionId: '1',
  grants: [],
};
const history: RulesVersion[] = [
  { version: 3, rules: said[2], at: '2026-11-26T01:02:03Z', actor: 'ada', undoes: 'run-7' },
  { version: 2, rules: said[1], at: '2026-11-25T01:02:03Z', actor: 'eve' },
  { version: 1, rules: said[0], at: '2026-11-24T01:02:03Z', actor: 'system' },
];

test('each version tells who saved it, what is other than before, and which one is in force', () => {
  expect(presentVersions(history, said[2], ada, 'en')).toEqual([
    {
      version: 3,
      moment: '26 November 2026, 01:02 UTC',
      by: 'byYou',
      undoes: 'run-7',
      rules: 2,
      added: ['a'],
      removed: ['c'],
      changed: ['b'],
      otherFilter: true,
      isInForce: true,
      same: 1,
    },
    {
      version: 2,
      moment: '25 November 2026, 01:02 UTC',
      by: 'byColleague',
      rules: 2,
      added: ['c'],
      removed: ['a'],
      changed: ['b'],
      otherFilter: true,
      isInForce: false,
    },
    {
      version: 1,
      moment: '24 November 2026, 01:02 UTC',
      by: 'bySystem',
      rules: 2,
      added: ['a', 'b'],
      removed: [],
      changed: [],
      otherFilter: false,
      isInForce: false,
    },
    { version: 0, rules: 0, added: [], removed: [], changed: [], otherFilter: false, isInForce: false },
  ]);
  expect(presentVersions([], { rules: [] }, ada, 'en')).toEqual([]);
});

test('a version is found by its number; before the first there were none', () => {
  expect(rulesOfVersion(history, 2)).toBe(said[1]);
  expect(rulesOfVersion(history, 0)).toEqual({ rules: [] });
  expect(rulesOfVersion(history, 9)).toBeUndefined();
});
