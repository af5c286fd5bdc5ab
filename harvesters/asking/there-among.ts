import { isDomainError } from '#runtime/errors';

/**
 * Asks a source for records one by one, where its list went by positions and may have slipped over some.
 * @param isThere whether the source gives the record; may throw a DomainError
 * @returns the identifiers of those that it gives; a failure is no sign of a record
 */
export async function thereAmong(
  identifiers: readonly string[],
  isThere: (identifier: string) => Promise<boolean>,
): Promise<ReadonlySet<string>> {
  const there = new Set<string>();
  for (const identifier of identifiers) {
    try {
      if (await isThere(identifier)) there.add(identifier);
    } catch (error) {
      if (!isDomainError(error)) throw error;
    }
  }
  return there;
}
