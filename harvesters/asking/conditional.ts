import type { FetchResponse } from '#runtime/fetching';

/**
 * What an answer can be asked for by again, on condition that it changed (RFC 9110, 13). A date counts only where the answer
 * was made at least a second later: within that second the file may have changed once more (8.8.2.2).
 * @returns the entity tag where there is one, else the date; `undefined` where neither holds
 */
export function validatorOf({ headers }: Pick<FetchResponse, 'headers'>): string | undefined {
  const { etag, 'last-modified': lastModified, date = '' } = headers;
  if (etag) return `etag ${etag}`;
  if (!lastModified) return undefined;
  return Date.parse(date) - Date.parse(lastModified) >= 1000 ? `last-modified ${lastModified}` : undefined;
}

/** The condition of a request. @param validator as `validatorOf` gave it */
export function conditionOf(validator: string): { etag?: string; lastModified?: string } {
  if (validator.startsWith('etag ')) return { etag: validator.slice(5) };
  return validator.startsWith('last-modified ') ? { lastModified: validator.slice(14) } : {};
}
