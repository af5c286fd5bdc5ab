import type { LinkObservation } from '#catalogue/fair';
import { type Fetcher, type FetchLimits, type FetchResponse, isFetchError } from '#runtime/fetching';
import { contentOf, pageOf } from './sniff.ts';

/** Enough to know a format by, and to find a password field in a page. */
const firstBytes = 16_384;

/** Somebody's link is no reason to wait for minutes. */
const patience: Partial<FetchLimits> = {
  headersMs: 15_000,
  idleMs: 10_000,
  totalMs: 20_000,
  retries: 1,
  maxWaitMs: 5000,
  maxRedirects: 8,
};

/** Names that nobody can have (RFC 2606, RFC 6761), and the prefix of DOIs for tests. */
const reservedName = /(^|\.)(example|invalid|test|localhost|example\.(com|net|org))$/i;
const testIdentifier = /^https?:\/\/(dx\.)?doi\.org\/10\.5072\//i;

export type AskOptions = {
  /** Whether the first bytes are to be looked at, beside the headers. */
  look: boolean;
  /** Loopback and private addresses may be reached. */
  allowPrivate: boolean;
  signal: AbortSignal;
  /** Other bounds than ours. */
  limits?: Partial<FetchLimits>;
};

/** What came of asking. */
export type Answer = Exclude<LinkObservation, { outcome: 'not-checked' }>;

/**
 * Asks a foreign address what stands there: HEAD, and GET of the first bytes where they are wanted or where HEAD was not
 * well received, since many servers answer only GET rightly.
 * @returns never throws but for an abort
 * @throws the reason of `signal`
 */
export async function askLink(fetcher: Fetcher, url: string, options: AskOptions): Promise<Answer> {
  const refusal = refusalOf(url);
  if (refusal) return { outcome: 'refused', reason: refusal };
  const { allowPrivate, signal, look } = options;
  const common = { allowPrivate, signal, limits: { ...patience, ...options.limits } };
  try {
    const head = await fetcher.fetch(url, { ...common, method: 'HEAD' });
    if (head.status === 429 || head.status === 503 || (!look && head.status < 400)) return answerOf(head);
    const start = await fetcher.fetch(url, { ...common, firstBytes });
    return answerOf(start, head);
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (!isFetchError(error)) throw error;
    const refused = error.failure === 'address-refused' || error.failure === 'address-invalid';
    return { outcome: refused ? 'refused' : 'unreachable', reason: error.failure };
  }
}

function refusalOf(url: string): string | undefined {
  if (!URL.canParse(url)) return 'address-invalid';
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return 'other-protocol';
  return reservedName.test(hostname) || testIdentifier.test(url) ? 'reserved-name' : undefined;
}

/** GET decides over HEAD where both answered. */
function answerOf(response: FetchResponse, head?: FetchResponse): Answer {
  const size = sizeOf(response) ?? (head && sizeOf(head));
  const told = {
    outcome: 'answered' as const,
    // 206 is the answer to a question for the first bytes: for the whole, it would be 200.
    status: response.status === 206 ? 200 : response.status,
    mediaType: response.mediaType,
    finalUrl: response.url,
    ...(response.movedTo === undefined ? {} : { movedTo: response.movedTo }),
    ...(size === undefined ? {} : { size }),
  };
  if (head === undefined || response.bytes.length === 0) return told;
  const content = contentOf(response.bytes);
  if (content !== 'html' && content !== 'login') return { ...told, content };
  const { title } = pageOf(new TextDecoder().decode(response.bytes));
  return {
    ...told,
    content: content === 'html' && isLoginAddress(response.url) ? 'login' : content,
    ...(title ? { title } : {}),
  };
}

/** Bytes of the whole, as Content-Range or Content-Length tell; a compressed answer has another length. */
function sizeOf({ status, headers }: FetchResponse): number | undefined {
  const range = /\/(\d+)\s*$/.exec(headers['content-range'] ?? '')?.[1];
  if (range !== undefined) return Number(range);
  const length = headers['content-length'];
  if (status !== 200 || length === undefined || headers['content-encoding']) return undefined;
  return /^\d+$/.test(length) ? Number(length) : undefined;
}

function isLoginAddress(url: string): boolean {
  return /(^|[/.])(log-?in|sign-?in|sso|idp|cas|oauth2?|openid-connect|saml2?)([/.?]|$)/i.test(
    new URL(url).hostname + new URL(url).pathname,
  );
}
