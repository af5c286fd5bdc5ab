export { mayReach, type Resolver } from './address-guard.ts';
export { FetchError, type FetchFailure, isFetchError } from './fetch-error.ts';
export { createFetcher, type FetcherOptions } from './fetcher.ts';
export type { HostBudget } from './host-budget.ts';
export { redactUrl } from './redact-url.ts';
export {
  defaultLimits,
  type Fetcher,
  type FetchLimits,
  type FetchRequest,
  type FetchResponse,
} from './types.ts';
