import { createHash } from 'node:crypto';

/** A request, read whole. Paths are relative to the centre, and start with a slash. */
export type Question = {
  readonly method: string;
  readonly path: string;
  readonly parameters: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
};

export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
};

/** A little server: the answer to one question. It keeps nothing between questions. */
export type Handler = (question: Question) => Answer;

/** An answer with a body of the type named. */
export function answer(contentType: string, body: string | Uint8Array, status = 200): Answer {
  return { status, headers: { 'content-type': contentType }, body };
}

/** The page of a path that leads nowhere. */
export function notFound(path: string): Answer {
  return answer('text/plain; charset=utf-8', `Nothing is published at ${path}.\n`, 404);
}

/**
 * A body with its validators, or 304 when the client has it already (RFC 9110, 13.2.2: the entity tag goes first).
 * @param modified a date-time in UTC
 */
export function conditional(
  question: Question,
  contentType: string,
  body: string | Uint8Array,
  modified: string,
): Answer {
  const lastModified = new Date(modified);
  const tag = `"${createHash('sha1').update(body).digest('hex').slice(0, 16)}"`;
  const headers = {
    'content-type': contentType,
    'last-modified': lastModified.toUTCString(),
    etag: tag,
  };
  return isKnown(question, tag, lastModified)
    ? { status: 304, headers: { etag: tag, 'last-modified': headers['last-modified'] }, body: '' }
    : { status: 200, headers, body };
}

function isKnown({ headers }: Question, tag: string, lastModified: Date): boolean {
  const known = headers['if-none-match'];
  if (known !== undefined) return known === '*' || known.split(/\s*,\s*/).includes(tag);
  const since = headers['if-modified-since'];
  return since !== undefined && Date.parse(since) >= lastModified.getTime();
}

/** Request parameters whose names do not tell capitals from small letters, as OWS keyword-value pairs. */
export function withoutCase(parameters: URLSearchParams): Map<string, string> {
  return new Map([...parameters].map(([name, value]) => [name.toLowerCase(), value]));
}
