import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { problemCodes, problemText } from './index.ts';
import { emittedCodes } from './testing/emitted-codes.ts';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const { codes, unresolved } = emittedCodes(root, [
  'catalogue',
  'datafiles',
  'assessment',
  'harvesters',
  'ledger',
  'runtime',
]);

describe('the table of problems', () => {
  test('every code can be told from the sources', () => {
    expect(unresolved).toEqual([]);
    // One of each way to emit: a function's argument, an object, a code made of two parts.
    expect([...codes.keys()]).toEqual(
      expect.arrayContaining(['run-failed', 'term-unknown', 'file-timeout', 'date-unreadable']),
    );
  });

  test('every code emitted has a text', () => {
    const wanting = [...codes].filter(([code]) => !problemText(code, 'en'));
    expect(wanting.map(([code, files]) => `${code} (${[...files].join(', ')})`)).toEqual([]);
  });

  test('every text belongs to a code that is emitted, and to one only', () => {
    expect(problemCodes.filter((code) => !codes.has(code))).toEqual([]);
    expect(new Set(problemCodes).size).toBe(problemCodes.length);
  });

  test.each(problemCodes)('%s has a short title and a sentence in both languages', (code) => {
    for (const language of ['en', 'fr'] as const) {
      const { title, remedy } = problemText(code, language) ?? { title: '', remedy: '' };
      expect(title).toMatch(/^\p{Lu}.{3,50}[^.]$/u);
      expect(remedy).toMatch(/^\p{Lu}.{10,}\.$/u);
    }
    expect(problemText(code, 'fr')?.remedy).not.toBe(problemText(code, 'en')?.remedy);
  });

  test('a code that is unknown has no text', () => {
    expect(problemText('no-such-code', 'fr')).toBeUndefined();
    expect(problemText('constructor', 'en')).toBeUndefined();
  });
});
