export { isFetchError } from './fetch-error.ts';
export { createFetcher } from './fetcher.ts';
export { redactUrl } from './redact-url.ts';
export { defaultLimits, type Fetcher, type FetchLimits, type FetchResponse } from './types.ts';
