import { isJsonObject, type JsonObject, parseJson } from '#catalogue/json';
import { DomainError } from '#runtime/errors';
import { isFetchError, redactUrl } from '#runtime/fetching';
import { type ListingContext, requestFor } from '../protocol.ts';
import type { HarvestSource, RunProblem } from '../types.ts';
import { withUserOf } from './links.ts';

/** An answer that is not the JSON that was asked for. */
export class AnswerFailure extends DomainError {
  constructor(
    /** `html`: asking again in other words is no use. */
    readonly kind: 'status' | 'html' | 'garbage',
    message: string,
    readonly status: number,
  ) {
    super('upstream', message);
  }
}

export type JsonAnswer = {
  value: JsonObject;
  /** As received. */
  bytes: Uint8Array;
  /** Address that answered after redirects, without credentials. */
  url: string;
  /** What had to be mended to read it. */
  problems: RunProblem[];
};

export type JsonQuestion = {
  accept?: string;
  /** Posted as JSON; a GET without it. */
  body?: JsonObject;
  retries?: number;
};

/**
 * Asks a server of the source for a JSON object.
 * @param address user and password of the source go along where it is on the same server
 * @throws AnswerFailure when the answer is an error, a web page or no JSON object; FetchError when there is none
 */
export async function askJson(
  source: HarvestSource,
  context: ListingContext,
  address: string,
  question: JsonQuestion = {},
): Promise<JsonAnswer> {
  const { accept = 'application/json', body, retries } = question;
  const response = await context.fetcher.fetch(withUserOf(source, address), {
    ...requestFor(source, context),
    accept,
    ...(body === undefined
      ? {}
      : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    ...(retries === undefined ? {} : { limits: { retries } }),
  });
  const { bytes, url, status } = response;
  const where = redactUrl(address);
  if (status >= 400)
    throw new AnswerFailure('status', `${where} is answered with status ${status}.${told(bytes)}`, status);
  const { value, problems } = parseJson(bytes);
  if (isJsonObject(value)) return { value, bytes, url, problems };
  const [problem] = problems;
  const why = problem?.message ?? 'It is no object.';
  throw new AnswerFailure(
    problem?.code === 'html-instead-of-json' ? 'html' : 'garbage',
    `${where} is not answered with the JSON that was asked for. ${why}`,
    status,
  );
}

/** What a server says of its own error, where it says it in JSON (RFC 9457 and what was common before). */
function told(bytes: Uint8Array): string {
  const { value } = parseJson(bytes.subarray(0, 10_000));
  if (!isJsonObject(value)) return '';
  const { detail, description, message, error } = value;
  const inner = isJsonObject(error) ? error['message'] : error;
  const text = [detail, description, message, inner].find((one) => typeof one === 'string');
  return typeof text === 'string' ? ` It says: ${text.replace(/\s+/g, ' ').trim().slice(0, 300)}` : '';
}

/** Tells failures of a page that asking for fewer records may mend from those where nobody answers. */
export function isMendable(error: unknown): boolean {
  if (error instanceof AnswerFailure)
    return error.kind === 'garbage' || (error.kind === 'status' && error.status >= 500);
  return isFetchError(error) && (error.failure === 'too-large' || error.failure === 'timeout');
}
