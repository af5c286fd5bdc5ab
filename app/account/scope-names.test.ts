import { expect, test } from 'vitest';
import { messagesIn } from '../locales/index.ts';
import { readScope, scopeName, writeScope } from './scope-names.ts';

test.each([
  [{ kind: 'global' } as const, 'global'],
  [{ kind: 'source', id: 'aviso' } as const, 'source:aviso'],
  [{ kind: 'theme', id: 'sea-ice' } as const, 'theme:sea-ice'],
])('%j is written %s and read back', (scope, text) => {
  expect(writeScope(scope)).toBe(text);
  expect(readScope(text)).toEqual(scope);
});

test.each(['', 'source', 'source:', 'account:1', 'source:a b', 'global:x'])('%j names no scope', (text) =>
  expect(readScope(text)).toBeNull(),
);

test('a scope is told by the name of its data centre', () => {
  const choices = [{ value: 'source:aviso', label: 'AVISO+' }];
  expect(scopeName({ kind: 'source', id: 'aviso' }, choices, messagesIn('fr'))).toBe(
    'centre de données AVISO+',
  );
  expect(scopeName({ kind: 'theme', id: 'ice' }, choices, messagesIn('en'))).toBe('theme ice');
  expect(scopeName({ kind: 'global' }, choices, messagesIn('en'))).toBe('everywhere');
});
