/** A stretch of a text and what stands there afterwards. */
export type Edit = { from: number; to: number; text: string };

/**
 * Changes a text in several places at once; what lies between them stays as it is.
 * @throws Error when two edits overlap
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  // Insertions at one place keep the order in which they were asked for.
  const ordered = edits
    .map((edit, index) => ({ ...edit, index }))
    .sort((one, other) => one.from - other.from || one.to - other.to || one.index - other.index);
  let changed = '';
  let place = 0;
  for (const { from, to, text: instead } of ordered) {
    if (from < place) throw new Error(`Two edits overlap at ${from}.`);
    changed += text.slice(place, from) + instead;
    place = to;
  }
  return changed + text.slice(place);
}
