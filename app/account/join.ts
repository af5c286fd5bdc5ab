import { data, redirect } from 'react-router';
import { passwordLength } from '#accounts';
import { messagesIn } from '../locales/index.ts';
import { localeOf } from '../locales/locale-of.ts';
import type { PortalServices } from '../services.ts';
import { formText } from './form-text.ts';
import { type Refused, refusedBy } from './problem.ts';
import { scopeChoices, scopeName } from './scope-names.ts';

/** What the page of an invitation shows; `null` when its link is spent (answered as 410 Gone). */
export type OpenLink = {
  token: string;
  email?: string;
  role: string;
  where: string;
  minimumLength: number;
};

/**
 * Reads the invitation that a link names.
 * @param kind `setup` for the link of the first administrator, which names no address
 */
export async function loadInvitation(
  request: Request,
  services: PortalServices,
  kind: 'setup' | 'invitation',
): Promise<ReturnType<typeof data<OpenLink | null>>> {
  const token = new URL(request.url).searchParams.get('token') ?? '';
  const found = await services.accounts.readInvitation(token);
  if (!found || (kind === 'setup') !== (found.email === undefined)) return data(null, { status: 410 });
  const locale = localeOf(request);
  const messages = messagesIn(locale);
  return data({
    token,
    role: messages.accountPages.roles[found.role],
    where: scopeName(found.scope, await scopeChoices(services, locale), messages),
    minimumLength: passwordLength.minimum,
    ...(found.email === undefined ? {} : { email: found.email }),
  });
}

/** Makes the account and signs in; what was written comes back with what is wrong, but for the password. */
export async function acceptInvitation(
  request: Request,
  { accounts }: PortalServices,
): Promise<Response | ReturnType<typeof data<Refused & { name: string; email: string }>>> {
  const form = await request.formData();
  const [name, email] = [formText(form, 'name'), formText(form, 'email')];
  try {
    const headers = await accounts.acceptInvitation(request, {
      token: formText(form, 'token'),
      name,
      email,
      password: formText(form, 'password'),
    });
    return redirect('/account', { headers });
  } catch (error) {
    return data({ ...refusedBy(error), name, email }, { status: 400 });
  }
}
