import type { AccountsContext } from './context.ts';
import { libraryHeaders } from './library-request.ts';
import { sameOrigin } from './same-origin.ts';

/** What of the library stands open: the rest (registration, tokens, deletion…) is not for the web. */
const openPaths = [
  '/sign-in/email',
  '/sign-out',
  '/request-password-reset',
  '/reset-password',
  '/change-password',
];

/** Bytes of the largest sensible body. */
const largestBody = 16_384;

/**
 * Answers `/api/auth/*`, for scripts; people use the pages.
 * @returns 404 for what is not open, 403 for another site's request, 411 or 413 for a body of unknown or excessive length
 */
export async function answerAuthentication(context: AccountsContext, request: Request): Promise<Response> {
  const path = new URL(request.url).pathname.replace(/^\/api\/auth/, '');
  if (!openPaths.includes(path)) return refusal(404, 'There is nothing here.');
  if (request.method !== 'POST') return refusal(405, 'Send this by POST.', { allow: 'POST' });
  if (!sameOrigin(request, context.publicUrl)) return refusal(403, 'Send this from our own pages.');
  const length = request.headers.get('content-length');
  if (length === null) return refusal(411, 'Say the length of the body (Content-Length).');
  if (!(Number(length) <= largestBody)) return refusal(413, `The body is longer than ${largestBody} bytes.`);
  const headers = libraryHeaders(context, request);
  headers.set('content-type', request.headers.get('content-type') ?? 'application/json');
  const forwarded = { method: 'POST', headers, body: await request.arrayBuffer() };
  return context.authentication.handler(new Request(`${context.publicUrl}/api/auth${path}`, forwarded));
}

function refusal(status: number, detail: string, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify({ status, detail }), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  });
}
