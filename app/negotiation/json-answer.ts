import { documentHeaders } from './metadata-document.ts';

/** An answer in JSON that pages of any site may read. */
export function jsonAnswer(body: object): Response {
  return new Response(`${JSON.stringify(body, null, 2)}\n`, {
    headers: { ...documentHeaders, 'Content-Type': 'application/json' },
  });
}

/** What went wrong, for programs (RFC 9457). */
export function jsonProblem(status: 404 | 410, detail: string): Response {
  const title = status === 404 ? 'Not found' : 'Gone';
  return new Response(`${JSON.stringify({ title, status, detail }, null, 2)}\n`, {
    status,
    headers: { ...documentHeaders, 'Content-Type': 'application/problem+json' },
  });
}
