import type { Actor } from '#accounts';
import { isDomainError } from '#runtime/errors';
import { formText } from '../account/form-text.ts';
import type { IdentityTexts } from '../locales/en-identity.ts';
import type { PortalServices } from '../services.ts';
import { recordIdOf } from './record-id.ts';

/** What came of a form of the page; the key of its text. */
export type IdentityOutcome =
  | { done: keyof IdentityTexts['done'] }
  | { refused: keyof IdentityTexts['errors'] };

/**
 * Does what a form of the page asks: join two records, split one off (from another, or from its cluster), undo.
 * @throws DomainError `unauthenticated`; a Response 400 for a form that is none of ours
 */
export async function actOnIdentity(
  request: Request,
  actor: Actor,
  { accounts, identityDesk }: PortalServices,
): Promise<IdentityOutcome> {
  const form = await request.formData();
  const record = recordIdOf(formText(form, 'record'));
  const other = recordIdOf(formText(form, 'other'));
  const intent = formText(form, 'intent');
  try {
    accounts.requireOwnForm(request);
    switch (intent) {
      case 'join':
        await identityDesk.join(actor, record, other);
        return { done: 'joined' };
      case 'split':
        await identityDesk.split(actor, record, other === '' ? undefined : other);
        return { done: 'split' };
      case 'undo':
        await identityDesk.undo(actor, Number(formText(form, 'decision')));
        return { done: 'undone' };
    }
  } catch (error) {
    return { refused: refusalOf(error, intent) };
  }
  throw new Response(null, { status: 400 });
}

/** @throws the error itself when it is a fault of ours */
function refusalOf(error: unknown, intent: string): keyof IdentityTexts['errors'] {
  if (isDomainError(error)) {
    if (error.code === 'not-found') return 'record';
    if (error.code === 'conflict' && error.field === 'record') return intent === 'join' ? 'already' : 'alone';
    if (error.code === 'conflict') return 'conflict';
    if (error.code === 'forbidden') return error.field === undefined ? 'notOurForm' : 'forbidden';
  }
  throw error;
}
