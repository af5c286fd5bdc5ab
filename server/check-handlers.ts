import type { OriginalDocument, Reader, StoredRecord } from '#ledger';
import { isDomainError } from '#runtime/errors';
import { boundedBody } from './bounded-body.ts';
import { parseCheckLanguage, parseRuleSets } from './check-parameters.ts';
import type { CheckingPool } from './checking-pool.ts';

/** Bytes of a document that strangers may have checked. */
export const largestCheckedDocument = 5 * 1024 * 1024;

const statuses: Readonly<Record<string, number>> = {
  invalid: 400,
  'not-found': 404,
  gone: 410,
  'too-large': 413,
  unavailable: 503,
};

/** An error as RFC 9457 wants it. */
export function problemJson(
  status: number,
  title: string,
  detail: string,
  headers: HeadersInit = {},
): Response {
  const all = new Headers(headers);
  all.set('content-type', 'application/problem+json');
  all.set('cache-control', 'no-store');
  all.set('access-control-allow-origin', '*');
  return new Response(JSON.stringify({ type: 'about:blank', title, status, detail }), {
    status,
    headers: all,
  });
}

const titles: Readonly<Record<number, string>> = {
  400: 'Bad request',
  404: 'Not found',
  410: 'Gone',
  413: 'Too large',
  503: 'Unavailable',
};

/** Runs a handler; an expected error is answered as problem+json. */
async function answered(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    const status = isDomainError(error) ? statuses[error.code] : undefined;
    if (!isDomainError(error) || status === undefined) throw error;
    return problemJson(status, titles[status] ?? 'Error', error.message);
  }
}

const reported = (report: unknown) =>
  new Response(JSON.stringify(report, null, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'access-control-allow-origin': '*',
    },
  });

function parametersOf(request: Request) {
  const { searchParams } = new URL(request.url);
  const mediaType = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  return {
    sets: parseRuleSets(searchParams.getAll('rules').join(',')),
    language: parseCheckLanguage(searchParams.get('lang') ?? 'en'),
    mediaType,
  };
}

/**
 * `POST /api/validate?rules=…&lang=…`: the body is the document, the answer a report in JSON, also where the document is
 * full of errors. Nothing is stored.
 */
export function validateHandler(pool: CheckingPool): (request: Request) => Promise<Response> {
  return (request) =>
    answered(async () => {
      if (request.method !== 'POST')
        return problemJson(405, 'Method not allowed', 'Send the document as the body of a POST.', {
          allow: 'POST',
        });
      const { sets, language, mediaType } = parametersOf(request);
      const bytes = await boundedBody(request, largestCheckedDocument);
      if (bytes === null)
        return problemJson(413, 'Too large', `At most ${largestCheckedDocument} bytes are checked.`);
      if (bytes.length === 0) return problemJson(400, 'Bad request', 'The body is empty: send the document.');
      return reported(await pool.check(bytes, { sets, language, ...(mediaType ? { mediaType } : {}) }));
    });
}

type RecordSource = {
  get(id: string, reader: Reader): Promise<Pick<StoredRecord, 'deleted'> | null>;
  original(id: string, reader: Reader): Promise<OriginalDocument | null>;
};

/** `GET /api/records/{id}/checks?rules=…&lang=…`: the same report of the document that a public record was read from. */
export function recordChecksHandler(
  pool: CheckingPool,
  records: RecordSource,
): (request: Request, id: string) => Promise<Response> {
  return (request, id) =>
    answered(async () => {
      const { sets, language } = parametersOf(request);
      const stored = await records.get(id, 'public');
      if (!stored) return problemJson(404, 'Not found', `There is no record "${id}".`);
      const original = stored.deleted ? null : await records.original(id, 'public');
      if (!original) return problemJson(410, 'Gone', 'The record was withdrawn.');
      const { bytes, mediaType } = original;
      return reported(await pool.check(bytes, { sets, language, mediaType }));
    });
}
