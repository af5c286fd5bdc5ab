import { type Actor, type Role, roles, type Scope } from '#accounts';
import { formText } from '../account/form-text.ts';
import { type Refused, refusedBy } from '../account/problem.ts';
import { readScope } from '../account/scope-names.ts';
import type { PortalServices } from '../services.ts';

/** What came of a form of the page of accounts: the key of a text, and whom it is about. */
export type AccountsDone = {
  done: 'invited' | 'granted' | 'roleGranted' | 'held' | 'revoked' | 'sessionsEnded' | 'withdrawn';
  email: string;
};

/** Does what a form of the page of accounts asks. */
export async function changeAccounts(
  request: Request,
  actor: Actor,
  { accounts }: PortalServices,
): Promise<AccountsDone | Refused> {
  const form = await request.formData();
  const email = formText(form, 'email');
  try {
    accounts.requireOwnForm(request);
    switch (formText(form, 'intent')) {
      case 'invite': {
        const choice = readChoice(form);
        if (!choice) return { problem: 'choice' };
        return { done: await accounts.invite(actor, { email, ...choice }), email };
      }
      case 'grant': {
        const choice = readChoice(form);
        if (!choice) return { problem: 'choice' };
        const granted = await accounts.grant(actor, formText(form, 'account'), choice.role, choice.scope);
        return { done: granted ? 'roleGranted' : 'held', email };
      }
      case 'revoke':
        await accounts.revoke(actor, formText(form, 'grant'));
        return { done: 'revoked', email };
      case 'end-sessions':
        await accounts.endSessionsOf(actor, formText(form, 'account'));
        return { done: 'sessionsEnded', email };
      case 'withdraw':
        await accounts.withdrawInvitation(actor, formText(form, 'invitation'));
        return { done: 'withdrawn', email };
      default:
        throw new Response(null, { status: 400 });
    }
  } catch (error) {
    if (error instanceof Response) throw error;
    return refusedBy(error);
  }
}

function readChoice(form: FormData): { role: Role; scope: Scope } | null {
  const named = formText(form, 'role');
  const role = roles.find((one) => one === named);
  const scope = readScope(formText(form, 'scope'));
  return role && scope ? { role, scope } : null;
}
