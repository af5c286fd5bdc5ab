import { describe, expect, test } from 'vitest';
import { shared } from '../shared.ts';
import { compare } from './compare.ts';
import { loadExpectations } from './expectation.ts';
import { readExpected } from './read-expected.ts';

const corpus = shared('corpus');
const expectations = loadExpectations().map(({ expectation }) => expectation);

test('at least forty documents of every kind are checked', () => {
  expect(expectations.length).toBeGreaterThanOrEqual(40);
  expect(new Set(expectations.map(({ format }) => format)).size).toBeGreaterThanOrEqual(6);
});

describe.runIf(corpus)('a reader gives what the document says', () => {
  test.each(expectations.map((expectation) => [expectation.file, expectation] as const))(
    '%s',
    async (_file, expectation) => {
      expect(compare(expectation, await readExpected(corpus ?? '', expectation))).toEqual([]);
    },
  );
});
