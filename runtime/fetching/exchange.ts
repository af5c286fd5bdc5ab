import { type Dispatcher, errors, request as send } from 'undici';
import { readBody, readStart } from './body.ts';
import { FetchError, isFetchError } from './fetch-error.ts';
import type { FetchLimits } from './types.ts';

export type Exchange = {
  url: URL;
  method: 'GET' | 'HEAD' | 'POST';
  headers: Record<string, string>;
  body: string | Uint8Array | undefined;
  limits: FetchLimits;
  firstBytes: number | undefined;
  dispatcher: Dispatcher;
  signal: AbortSignal | undefined;
};

export type RawResponse = { status: number; headers: Record<string, string>; bytes: Uint8Array };

/**
 * One request and its answer, under one deadline; nothing is followed or repeated here.
 * @throws FetchError; the reason of `signal` when that was aborted
 */
export async function exchange(asked: Exchange): Promise<RawResponse> {
  const { url, limits, signal } = asked;
  signal?.throwIfAborted();
  const deadline = new AbortController();
  const timer = setTimeout(
    () =>
      deadline.abort(
        new FetchError('timeout', `${url.host} did not finish its answer within ${seconds(limits.totalMs)}.`),
      ),
    limits.totalMs,
  );
  const stop = () => deadline.abort(signal?.reason);
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const response = await send(url, {
      method: asked.method,
      headers: asked.headers,
      body: asked.body ?? null,
      dispatcher: asked.dispatcher,
      signal: deadline.signal,
      headersTimeout: limits.headersMs,
      bodyTimeout: limits.idleMs,
    });
    const headers = flat(response.headers);
    const status = response.statusCode;
    if (asked.method === 'HEAD' || status === 304 || isRedirect(status)) {
      await response.body.dump();
      return { status, headers, bytes: new Uint8Array() };
    }
    try {
      const bytes =
        asked.firstBytes === undefined
          ? await readBody(response.body, headers, limits.maxBytes, url.host)
          : await readStart(response.body, headers, asked.firstBytes, url.host);
      return { status, headers, bytes };
    } finally {
      // What is left unread is dropped; undici reports that as an error of the body, which nobody waits for.
      response.body.on('error', () => {});
      response.body.destroy();
    }
  } catch (error) {
    if (deadline.signal.aborted) throw deadline.signal.reason;
    throw failure(error, url, limits);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}

export function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

function flat(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}

/** Says in a sentence what the network did. */
function failure(error: unknown, url: URL, limits: FetchLimits): FetchError {
  if (isFetchError(error)) return error;
  const host = url.host;
  const cause = { cause: error };
  if (error instanceof errors.ConnectTimeoutError)
    return new FetchError('timeout', `${host} did not accept a connection in time.`, cause);
  if (error instanceof errors.HeadersTimeoutError)
    return new FetchError(
      'timeout',
      `${host} did not begin to answer within ${seconds(limits.headersMs)}.`,
      cause,
    );
  if (error instanceof errors.BodyTimeoutError)
    return new FetchError(
      'timeout',
      `${host} fell silent for ${seconds(limits.idleMs)} in the middle of its answer.`,
      cause,
    );
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new FetchError(
      'host-unknown',
      `The name ${url.hostname} can't be found (${code}). Check the address.`,
      cause,
    );
  if (code.startsWith('Z_') || code.startsWith('ERR__ERROR_FORMAT') || code.startsWith('ERR_PADDING'))
    return new FetchError('encoding', `The answer of ${host} is not compressed as it says (${code}).`, cause);
  const told = error instanceof Error ? error.message : String(error);
  return new FetchError('connection', `The connection to ${host} failed: ${told || code}.`, cause);
}

const seconds = (milliseconds: number) => `${milliseconds / 1000} s`;
