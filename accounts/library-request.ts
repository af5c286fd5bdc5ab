import { DomainError } from '#runtime/errors';
import { clientAddressHeader } from './authentication.ts';
import type { AccountsContext } from './context.ts';
import { sameOrigin } from './same-origin.ts';

/** What of a browser's request the authentication library needs to see. */
const passedHeaders = ['cookie', 'user-agent'];

/** The headers that the library is given: our own word for where the request comes from, never the request's. */
export function libraryHeaders(context: AccountsContext, request: Request): Headers {
  const headers = new Headers({ origin: new URL(context.publicUrl).origin });
  for (const name of passedHeaders) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const address = context.clientAddress(request);
  if (address !== undefined) headers.set(clientAddressHeader, address);
  return headers;
}

/** @throws DomainError `forbidden` unless the request comes from our own pages */
export function requireSameOrigin(context: AccountsContext, request: Request): void {
  if (!sameOrigin(request, context.publicUrl))
    throw new DomainError(
      'forbidden',
      'This form was not sent from our own pages: open the page and send it again.',
    );
}

/**
 * Asks the library for one of its paths on behalf of a form of ours, so that its rate limits and checks hold.
 * @returns its answer, also when that is a refusal
 * @throws DomainError `forbidden` when the form was not ours, `rate-limited` when it came too often
 */
export async function askLibrary(
  context: AccountsContext,
  request: Request,
  path: string,
  body: Record<string, unknown>,
): Promise<Response> {
  requireSameOrigin(context, request);
  const headers = libraryHeaders(context, request);
  headers.set('content-type', 'application/json');
  const answer = await context.authentication.handler(
    new Request(`${context.publicUrl}/api/auth${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    }),
  );
  if (answer.status === 429)
    throw new DomainError('rate-limited', 'Too many attempts. Wait a while, then try again.');
  if (answer.status >= 500)
    throw new Error(`The authentication library answered ${answer.status} for ${path}`);
  return answer;
}

/** @returns only the cookies that an answer sets */
export function cookiesOf(answer: Response): Headers {
  const headers = new Headers();
  for (const cookie of answer.headers.getSetCookie()) headers.append('set-cookie', cookie);
  return headers;
}
