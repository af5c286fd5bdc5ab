import { expect, test } from 'vitest';
import { DomainError, isDomainError } from './index.ts';

test('an expected error carries its code, its field and its cause', () => {
  const cause = new Error('socket closed');
  const error = new DomainError('upstream', 'The source did not answer.', { cause, field: 'url' });
  expect(error).toMatchObject({ code: 'upstream', field: 'url', cause, name: 'DomainError' });
  expect(error).toBeInstanceOf(Error);
});

test('it is told from a fault, also when another bundle made it', () => {
  expect(isDomainError(new DomainError('invalid', 'x'))).toBe(true);
  expect(isDomainError({ [Symbol.for('halocline.DomainError')]: true })).toBe(true);
  for (const other of [new Error('x'), { code: 'invalid' }, null, undefined, 'invalid'])
    expect(isDomainError(other)).toBe(false);
});
