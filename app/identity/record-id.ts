/** The id of a record in what somebody typed: the id itself, or the address of its page. */
export function recordIdOf(typed: string): string {
  const text = typed.trim();
  return /\/records\/([0-9a-z]+)/.exec(text)?.[1] ?? text;
}
