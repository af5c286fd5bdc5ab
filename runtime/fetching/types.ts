/** Bounds of one request. Times in milliseconds, sizes in bytes. */
export type FetchLimits = {
  /** From the request being sent to the status line. */
  headersMs: number;
  /** Between two pieces of the body. */
  idleMs: number;
  /** Of one attempt as a whole, so that a slow drip ends too. */
  totalMs: number;
  /** Of the body after decompression. */
  maxBytes: number;
  maxRedirects: number;
  /** Attempts after the first. */
  retries: number;
  /** Longest wait that a server may ask for with Retry-After. */
  maxWaitMs: number;
};

export const defaultLimits: FetchLimits = {
  headersMs: 120_000,
  idleMs: 60_000,
  totalMs: 300_000,
  maxBytes: 64 * 1024 * 1024,
  maxRedirects: 5,
  retries: 3,
  maxWaitMs: 120_000,
};

export type FetchRequest = {
  /** GET unless told. POST is for questions too long for an address: it is repeated and redirected as GET is. */
  method?: 'GET' | 'HEAD' | 'POST';
  body?: string | Uint8Array;
  headers?: Readonly<Record<string, string>>;
  /** Accept header. */
  accept?: string;
  /** Validators of the copy that we hold; the answer may then be 304 with no bytes. */
  known?: { etag?: string; lastModified?: string };
  limits?: Partial<FetchLimits>;
  /** Only so many bytes of the body are wanted: they are asked for by `Range`, and the rest is not read whatever comes. */
  firstBytes?: number;
  /** Loopback and private addresses may be reached; link-local ones (cloud metadata) never. */
  allowPrivate?: boolean;
  signal?: AbortSignal;
};

export type FetchResponse = {
  status: number;
  /** Names in lower case; repeated ones joined by a comma. */
  headers: Readonly<Record<string, string>>;
  /** Without parameters, in lower case; '' when the server did not say. */
  mediaType: string;
  bytes: Uint8Array;
  /** Address that answered after redirects, without credentials. */
  url: string;
  /** Where the permanent redirects at the beginning (301, 308; RFC 9110, 15.4) lead; absent without one. */
  movedTo?: string;
};

/** The one door to foreign servers. */
export type Fetcher = {
  /**
   * Fetches an address; any status but a redirect is an answer, also 404 and, after the retries, 5xx.
   * @throws FetchError (a DomainError `upstream`) with a sentence; the signal's reason when it was aborted
   */
  fetch(url: string, request?: FetchRequest): Promise<FetchResponse>;
  /** Closes idle connections. */
  close(): Promise<void>;
};
