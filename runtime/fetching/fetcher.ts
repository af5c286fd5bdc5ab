import { setTimeout as sleep } from 'node:timers/promises';
import { Agent } from 'undici';
import { checkAddress, guardedLookup, type Resolver } from './address-guard.ts';
import { acceptedEncodings } from './body.ts';
import { exchange, isRedirect, type RawResponse } from './exchange.ts';
import { FetchError, isFetchError } from './fetch-error.ts';
import { type HostBudget, HostBudgets } from './host-budget.ts';
import { redactUrl } from './redact-url.ts';
import { type Backoff, backoffDelay, isPassing, retryAfter } from './retry.ts';
import {
  defaultLimits,
  type Fetcher,
  type FetchLimits,
  type FetchRequest,
  type FetchResponse,
} from './types.ts';

export type FetcherOptions = {
  /** Who asks: goes into `User-Agent: Halocline/<version> (+<url>; <contact>)`. */
  identity: { version: string; url: string; contact: string };
  limits?: Partial<FetchLimits>;
  /** To open a connection, in milliseconds. */
  connectMs?: number;
  budget?: HostBudget;
  /** Budget of hosts that are reached with `allowPrivate`: ours, or a colleague's. */
  privateBudget?: HostBudget;
  backoff?: Backoff;
  /** How names become addresses; the system's resolver unless told. */
  resolve?: Resolver;
};

/** Builds the guarded client. One per process: the budgets of the hosts are kept in it. */
export function createFetcher(options: FetcherOptions): Fetcher {
  const { version, url: home, contact } = options.identity;
  const userAgent = `Halocline/${version} (+${home}; ${contact})`;
  const backoff = options.backoff ?? { firstMs: 1000, maximumMs: 30_000 };
  const budgets = new HostBudgets();
  const agent = (allowPrivate: boolean) =>
    new Agent({
      connect: { timeout: options.connectMs ?? 15_000, lookup: guardedLookup(allowPrivate, options.resolve) },
      keepAliveTimeout: 10_000,
      maxHeaderSize: 64 * 1024,
    });
  // Two pools, so that a connection opened for a source that may reach private addresses serves no other.
  const agents = { guarded: agent(false), trusted: agent(true) };

  /** One hop with its budget and retries. */
  async function hop(url: URL, request: FetchRequest, headers: Record<string, string>, limits: FetchLimits) {
    const { signal } = request;
    const allowPrivate = request.allowPrivate ?? false;
    checkAddress(url, allowPrivate);
    const budget = allowPrivate
      ? (options.privateBudget ?? { concurrency: 8, intervalMs: 0 })
      : (options.budget ?? { concurrency: 2, intervalMs: 100 });
    for (let attempt = 1; ; attempt += 1) {
      const release = await budgets.acquire(url.host, budget, signal);
      let wait: number;
      try {
        const response = await exchange({
          url,
          method: request.method ?? 'GET',
          headers,
          body: request.body,
          limits,
          firstBytes: request.firstBytes,
          dispatcher: allowPrivate ? agents.trusted : agents.guarded,
          signal,
        });
        if (!isPassing(response.status) || attempt > limits.retries) return response;
        wait = waitFor(response, url.host, limits) ?? backoffDelay(attempt, backoff);
        if (response.status === 429 || response.status === 503) budgets.pause(url.host, wait);
      } catch (error) {
        if (!isFetchError(error) || attempt > repetitions(error, limits)) throw error;
        wait = backoffDelay(attempt, backoff);
      } finally {
        release();
      }
      await pause(wait, signal);
    }
  }

  return {
    async fetch(address, request = {}) {
      const limits = { ...defaultLimits, ...options.limits, ...request.limits };
      let { url, authorization } = withoutCredentials(parseAddress(address));
      let current = request;
      let moving = true;
      let movedTo: string | undefined;
      for (let redirects = 0; ; redirects += 1) {
        const response = await hop(url, current, headersOf(current, userAgent, authorization), limits);
        const location = response.headers['location'];
        if (!isRedirect(response.status) || location === undefined)
          return { ...answer(response, url), ...(movedTo === undefined ? {} : { movedTo }) };
        if (redirects >= limits.maxRedirects)
          throw new FetchError(
            'redirects',
            `${url.host} redirects more than ${limits.maxRedirects} times in a row.`,
          );
        const next = withoutCredentials(parseAddress(location, url));
        // Credentials were given for one host; another one is not to see them.
        if (next.url.origin !== url.origin) {
          authorization = next.authorization;
          current = withoutSecrets(current);
        }
        // RFC 9110, 15.4.4: only 303 turns a question into GET. Servers that moved to https answer posts with 301.
        if (response.status === 303) current = asGet(current);
        url = next.url;
        moving &&= response.status === 301 || response.status === 308;
        if (moving) movedTo = url.href;
      }
    },
    async close() {
      await Promise.all([agents.guarded.destroy(), agents.trusted.destroy()]);
    },
  };
}

function parseAddress(address: string, base?: URL): URL {
  try {
    return new URL(address, base);
  } catch {
    throw new FetchError('address-invalid', `"${redactUrl(address)}" is not an address that can be fetched.`);
  }
}

/** User and password of an address become a header, so that no log, message or Referer repeats them. */
function withoutCredentials(given: URL): { url: URL; authorization: string | undefined } {
  const url = new URL(given);
  const { username, password } = url;
  url.username = '';
  url.password = '';
  url.hash = '';
  if (!username && !password) return { url, authorization: undefined };
  const pair = `${unescaped(username)}:${unescaped(password)}`;
  return { url, authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
}

/** A password may have a percent sign of its own. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function headersOf(request: FetchRequest, userAgent: string, authorization: string | undefined) {
  const { known } = request;
  const given = Object.entries(request.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    'user-agent': userAgent,
    accept: request.accept ?? '*/*',
    'accept-encoding': acceptedEncodings,
    ...(known?.etag ? { 'if-none-match': known.etag } : {}),
    ...(known?.lastModified ? { 'if-modified-since': known.lastModified } : {}),
    ...(authorization ? { authorization } : {}),
    ...(request.firstBytes === undefined
      ? {}
      : { range: `bytes=0-${request.firstBytes - 1}`, 'accept-encoding': 'identity' }),
    ...Object.fromEntries(given),
  };
}

function withoutSecrets(request: FetchRequest): FetchRequest {
  const headers = Object.entries(request.headers ?? {}).filter(
    ([name]) => !/^(authorization|cookie|proxy-authorization|x-api-key)$/i.test(name),
  );
  return { ...request, headers: Object.fromEntries(headers) };
}

function asGet({ body: _body, headers, ...request }: FetchRequest): FetchRequest {
  const kept = Object.entries(headers ?? {}).filter(([name]) => !/^content-/i.test(name));
  return { ...request, method: 'GET', headers: Object.fromEntries(kept) };
}

function answer(response: RawResponse, url: URL): FetchResponse {
  const mediaType = (response.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  return { ...response, mediaType, url: url.href };
}

/** Resets pass; a server that let a time-out lapse twice would only cost the same again. */
function repetitions(error: FetchError, limits: FetchLimits): number {
  if (error.failure === 'connection') return limits.retries;
  return error.failure === 'timeout' ? Math.min(1, limits.retries) : 0;
}

/** @throws FetchError `busy` when the server wants to be left alone for longer than we wait */
function waitFor(response: RawResponse, host: string, limits: FetchLimits): number | undefined {
  const wait = retryAfter(response.headers['retry-after'], Date.now());
  if (wait !== undefined && wait > limits.maxWaitMs)
    throw new FetchError(
      'busy',
      `${host} is busy (status ${response.status}) and asks to come back in ${Math.round(wait / 1000)} s.`,
    );
  return wait;
}

async function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await sleep(milliseconds, undefined, signal ? { signal } : {});
  } catch (error) {
    throw signal?.aborted ? signal.reason : error;
  }
}
