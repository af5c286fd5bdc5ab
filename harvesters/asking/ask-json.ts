import { isJsonObject, type JsonObject, parseJson } from '#catalogue/json';
import { DomainError } from '#runtime/errors';
import { type FetchResponse, isFetchError, redactUrl } from '#runtime/fetching';
import type { RememberedFile } from '../ports.ts';
import { type ListingContext, requestFor } from '../protocol.ts';
import type { HarvestSource, RunProblem } from '../types.ts';
import { conditionOf, validatorOf } from './conditional.ts';
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
  /** What it can be asked for by again, on condition that it changed; absent where it can't, or another address answered. */
  validator?: string;
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
  return answerOf(await fetchJson(source, context, address, question), address);
}

/**
 * Asks for a JSON object that is remembered, on condition that it changed.
 * @param known it as it is remembered; absent where it is not
 * @returns `undefined` where it is unchanged
 * @throws as `askJson`
 */
export async function askChanged(
  source: HarvestSource,
  context: ListingContext,
  address: string,
  known: RememberedFile | undefined,
  question: JsonQuestion = {},
): Promise<JsonAnswer | undefined> {
  const response = await fetchJson(source, context, address, question, known);
  return known && response.status === 304 ? undefined : answerOf(response, address);
}

function fetchJson(
  source: HarvestSource,
  context: ListingContext,
  address: string,
  { accept = 'application/json', body, retries }: JsonQuestion,
  known?: RememberedFile,
): Promise<FetchResponse> {
  return context.fetcher.fetch(withUserOf(source, address), {
    ...requestFor(source, context),
    accept,
    ...(known ? { known: conditionOf(known.validator) } : {}),
    ...(body === undefined
      ? {}
      : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    ...(retries === undefined ? {} : { limits: { retries } }),
  });
}

function answerOf(response: FetchResponse, address: string): JsonAnswer {
  const { bytes, url, status } = response;
  const where = redactUrl(address);
  if (status >= 400)
    throw new AnswerFailure('status', `${where} is answered with status ${status}.${told(bytes)}`, status);
  const { value, problems } = parseJson(bytes);
  const validator = url === address ? validatorOf(response) : undefined;
  if (isJsonObject(value))
    return { value, bytes, url, problems, ...(validator === undefined ? {} : { validator }) };
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
