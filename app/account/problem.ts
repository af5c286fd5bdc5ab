import { isDomainError } from '#runtime/errors';
import type { Messages } from '../locales/index.ts';

/** What can go wrong with a form of these pages; the key of its text. */
export type AccountProblem = keyof Messages['accountPages']['problems'];

/** What an action answers when it did not work. `field` is the name of the input to mend. */
export type Refused = { problem: AccountProblem; field?: string };

const byField: Record<string, AccountProblem> = {
  name: 'name',
  email: 'email',
  password: 'password',
  currentPassword: 'currentPassword',
  token: 'linkSpent',
};

/**
 * Tells what an expected error means to whoever sent the form.
 * @throws the error itself when it is a fault of ours, or no matter of the form (a missing permission)
 */
export function refusedBy(error: unknown): Refused {
  if (!isDomainError(error)) throw error;
  const problem = problemOf(error.code, error.field);
  if (problem === undefined) throw error;
  return error.field === undefined ? { problem } : { problem, field: error.field };
}

function problemOf(code: string, field: string | undefined): AccountProblem | undefined {
  if (code === 'rate-limited') return 'tooOften';
  if (code === 'unavailable') return 'mailFailed';
  if (code === 'not-found') return 'gone';
  if (code === 'unauthenticated') return 'wrongCredentials';
  if (code === 'conflict') return field === 'email' ? 'emailTaken' : 'lastAdministrator';
  if (code === 'forbidden' && field === undefined) return 'notOurForm';
  if (code === 'invalid' && field !== undefined) return byField[field];
  return undefined;
}
