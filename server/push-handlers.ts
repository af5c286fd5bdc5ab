import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Accounts } from '#accounts';
import { problemText } from '#catalogue/problems';
import type { Parcel, Receipt, ReceivedDocument, Reception, RunProblem } from '#harvesters';
import { type DomainError, isDomainError } from '#runtime/errors';
import { boundedBody } from './bounded-body.ts';
import { problemJson } from './check-handlers.ts';
import { parseCheckLanguage } from './check-parameters.ts';

/** Bytes of one request, and requests of one account in a minute. */
export const largestPush = 32 * 1024 * 1024;
export const pushesPerMinute = 300;

/** Seconds after which one asks again where another run is under way. */
const retryAfter = '10';

export type PushPorts = {
  accounts: Pick<Accounts, 'actorOfToken'>;
  reception: Reception;
  /** Public address of the portal, without a slash at the end. */
  publicUrl: string;
};

/**
 * `/api/sources/{id}/documents`, and `…/documents/{identifier}` for one of them: POST and PUT send, DELETE withdraws
 * (docs/push.md). Whoever asks is told by a token; cookies count for nothing here, so that no page of another site can
 * send on somebody's behalf.
 */
export function pushHandler(
  { accounts, reception, publicUrl }: PushPorts,
  perMinute = pushesPerMinute,
): (request: Request, sourceId: string, identifier?: string) => Promise<Response> {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });

  async function answer(request: Request, sourceId: string, identifier?: string): Promise<Response> {
    const allowed = identifier === undefined ? ['POST'] : ['PUT', 'DELETE'];
    if (!allowed.includes(request.method))
      return problemJson(405, 'Method not allowed', `Send this by ${allowed.join(' or ')}.`, {
        allow: allowed.join(', '),
      });
    const { searchParams } = new URL(request.url);
    const language = parseCheckLanguage(searchParams.get('lang') ?? 'en');
    const dryRun = ['yes', 'true', '1', ''].includes(searchParams.get('dryRun') ?? 'no');
    const actor = await accounts.actorOfToken(request);
    // Nothing is read of what somebody sends who may not.
    await reception.admit(actor, sourceId);
    await limiter.consume(actor.kind === 'person' ? actor.id : 'nobody');
    if (identifier !== undefined && request.method === 'DELETE')
      return told(await reception.withdraw(actor, sourceId, identifier, dryRun), language);
    const bytes = await boundedBody(request, largestPush);
    if (bytes === null)
      return problemJson(
        413,
        'Too large',
        `At most ${largestPush} bytes are taken at once. Send them in parts.`,
      );
    const parcels = await parcelsOf(bytes, request.headers.get('content-type') ?? '', identifier);
    if (parcels === undefined)
      return problemJson(400, 'Bad request', 'The parts of the multipart body cannot be told apart.');
    return told(await reception.receive(actor, sourceId, parcels, dryRun), language);
  }

  const told = (receipt: Receipt, language: 'en' | 'fr') =>
    new Response(JSON.stringify(receiptJson(receipt, publicUrl, language), null, 2), {
      status: statusOf(receipt),
      headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    });

  return async (request, sourceId, identifier) => {
    try {
      return await answer(request, sourceId, identifier);
    } catch (error) {
      if (error instanceof RateLimiterRes) {
        const seconds = String(Math.max(1, Math.ceil(error.msBeforeNext / 1000)));
        return problemJson(429, 'Too many requests', `Wait ${seconds} seconds.`, { 'retry-after': seconds });
      }
      const refusal = isDomainError(error) ? refusalOf(error) : undefined;
      if (!refusal) throw error;
      return refusal;
    }
  };
}

function refusalOf({ code, message }: DomainError): Response | undefined {
  switch (code) {
    case 'unauthenticated':
      return problemJson(401, 'Unauthorized', 'Send a token that is valid: "Authorization: Bearer hcl_…".', {
        'www-authenticate': 'Bearer realm="Halocline"',
      });
    case 'forbidden':
      return problemJson(403, 'Forbidden', 'The token, or the roles of its account, do not allow this here.');
    case 'invalid':
      return problemJson(400, 'Bad request', message);
    case 'not-found':
      return problemJson(404, 'Not found', message);
    case 'conflict':
      return problemJson(409, 'Conflict', message, { 'retry-after': retryAfter });
    default:
      return undefined;
  }
}

/** The body as it is, or each file of a form. */
async function parcelsOf(
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string,
  identifier: string | undefined,
): Promise<Parcel[] | undefined> {
  const mediaType = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (bytes.length === 0) return [];
  if (mediaType !== 'multipart/form-data' || identifier !== undefined)
    return [
      {
        name: identifier ?? 'document',
        mediaType,
        bytes,
        ...(identifier === undefined ? {} : { identifier }),
      },
    ];
  try {
    const form = await new Response(bytes, { headers: { 'content-type': contentType } }).formData();
    const files = [...form.values()].filter((value) => typeof value !== 'string');
    return await Promise.all(
      files.map(async (file, index) => ({
        name: file.name || `file ${index + 1}`,
        mediaType: file.type.split(';')[0] ?? '',
        bytes: new Uint8Array(await file.arrayBuffer()),
      })),
    );
  } catch {
    return undefined;
  }
}

/** 202: a person decides; 422: nothing of it could be taken; 503: it could not be seen to its end. */
function statusOf({ run, documents }: Receipt): number {
  if (run.state === 'held') return 202;
  if (run.state !== 'succeeded') return 503;
  return documents.every(({ outcome }) => outcome === 'refused') ? 422 : 200;
}

function receiptJson({ run, documents, problems }: Receipt, publicUrl: string, language: 'en' | 'fr') {
  const problem = ({ severity, code, path, line, message, hint }: RunProblem) => ({
    severity,
    rule: code,
    title: problemText(code, language)?.title ?? code,
    path,
    ...(line === undefined ? {} : { line }),
    message,
    remedy: language === 'en' ? hint : (problemText(code, language)?.remedy ?? hint),
  });
  const document = ({ name, identifier, recordId, outcome, problems: own }: ReceivedDocument) => ({
    name,
    ...(identifier ? { identifier } : {}),
    outcome,
    ...(recordId && !run.dryRun ? { record: `${publicUrl}/records/${recordId}` } : {}),
    problems: own.map(problem),
  });
  const { created, updated, unchanged, withdrawn, refused } = run.counts;
  return {
    run: run.id,
    state: run.state,
    dryRun: run.dryRun,
    ...(run.message ? { message: run.message } : {}),
    counts: { created, updated, unchanged, withdrawn, refused },
    documents: documents.map(document),
    problems: problems.map(problem),
  };
}
