import { redirect } from 'react-router';
import type { Person } from '#accounts';
import type { PortalServices } from '../services.ts';

/** Headers of pages that are one person's: kept by nobody, indexed by nobody. */
export const privateHeaders = {
  'Cache-Control': 'no-store',
  'X-Robots-Tag': 'noindex',
};

/**
 * Who is signed in.
 * @throws Response a redirection to sign in, and back here afterwards, when nobody is
 */
export async function signedIn(request: Request, { accounts }: PortalServices): Promise<Person> {
  const actor = await accounts.actorOf(request);
  if (actor.kind === 'person') return actor;
  const { pathname, search } = new URL(request.url);
  throw redirect(`/account/sign-in?next=${encodeURIComponent(pathname.replace(/\.data$/, '') + search)}`);
}
