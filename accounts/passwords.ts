import { DomainError } from '#runtime/errors';

/** Length in characters (NIST SP 800-63B, 3.1.1.2: length, not composition; long ones allowed). */
export const passwordLength = { minimum: 12, maximum: 128 } as const;

/**
 * Refuses a password that is too short, too long, or is one's own address, or one character again and again.
 * @throws DomainError `invalid`, field `password`
 */
export function checkPassword(password: string, email: string): void {
  const refuse = (message: string) => {
    throw new DomainError('invalid', message, { field: 'password' });
  };
  if (password.length < passwordLength.minimum)
    refuse(`The password needs at least ${passwordLength.minimum} characters: a few words will do.`);
  if (password.length > passwordLength.maximum)
    refuse(`The password has more than ${passwordLength.maximum} characters: shorten it.`);
  if (password.toLowerCase() === email.toLowerCase())
    refuse('The password is your e-mail address: choose another.');
  if (new Set(password).size < 4) refuse('The password repeats very few characters: choose another.');
}
