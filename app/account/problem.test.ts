import { expect, test } from 'vitest';
import { DomainError } from '#runtime/errors';
import { refusedBy } from './problem.ts';

test.each([
  [new DomainError('unauthenticated', 'x'), { problem: 'wrongCredentials' }],
  [new DomainError('rate-limited', 'x'), { problem: 'tooOften' }],
  [new DomainError('invalid', 'x', { field: 'password' }), { problem: 'password', field: 'password' }],
  [new DomainError('invalid', 'x', { field: 'token' }), { problem: 'linkSpent', field: 'token' }],
  [new DomainError('conflict', 'x', { field: 'email' }), { problem: 'emailTaken', field: 'email' }],
  [new DomainError('conflict', 'x'), { problem: 'lastAdministrator' }],
  [new DomainError('forbidden', 'x'), { problem: 'notOurForm' }],
])('%s', (error, refused) => expect(refusedBy(error)).toEqual(refused));

test('a fault, or a missing permission, is not told beside the form', () => {
  for (const error of [new Error('x'), new DomainError('forbidden', 'x', { field: 'accounts.manage' })])
    expect(() => refusedBy(error)).toThrow(error);
});
