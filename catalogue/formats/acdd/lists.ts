/**
 * Parts of an attribute that holds several things: ACDD separates by commas, but much of what is in use by semicolons,
 * bars or lines, since names have commas of their own.
 */
export function listOf(text: string): string[] {
  const separator = text.includes(';') ? ';' : /\s\|\s/.test(text) ? '|' : /[,\n]/;
  return nonEmpty(text.split(separator));
}

/**
 * Splits a list of names that others are counted against (`contributor_name` beside `contributor_role`). Semicolons
 * always separate; commas only where that gives as many as are wanted, since `Family, Given` is one name.
 * @param wanted number of the companions, where they are known
 */
export function namesOf(text: string, wanted: number | undefined): string[] {
  const bySemicolon = nonEmpty(text.split(';'));
  if (bySemicolon.length > 1) return bySemicolon;
  const byComma = nonEmpty(text.split(','));
  return byComma.length > 1 && byComma.length === wanted
    ? byComma
    : [text.trim()].filter((name) => name !== '');
}

/** Companions keep their place in the list, even where one of them is empty. */
export function companionsOf(text: string | undefined, count: number): string[] {
  if (text === undefined) return [];
  const bySemicolon = text.split(';').map((part) => part.trim());
  if (bySemicolon.length > 1 || count === 1) return count === 1 ? [text.trim()] : bySemicolon;
  const byComma = text.split(',').map((part) => part.trim());
  return byComma.length === count ? byComma : [text.trim()];
}

function nonEmpty(parts: readonly string[]): string[] {
  return parts.map((part) => part.replace(/\s+/g, ' ').trim()).filter((part) => part !== '');
}
