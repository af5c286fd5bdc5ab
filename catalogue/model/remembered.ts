/** Texts that are remembered by one finder; when there are more, all are forgotten. */
const most = 5000;
/** Longer texts are looked at each time: they seldom stand twice, and would fill the memory. */
const longest = 500;

/**
 * A finder that remembers what it found: the records of a centre say the same few things again and again.
 * @param find gives the same for the same text and address; what it gives is shared, so nobody may change it
 */
export function remembered<T>(
  find: (text: string, address?: string) => T,
): (text: string, address?: string) => T {
  const found = new Map<string, { value: T }>();
  return (text, address) => {
    // No document holds this character.
    const key = address === undefined ? text : `${address}\u0000${text}`;
    const known = found.get(key);
    if (known !== undefined) return known.value;
    const value = find(text, address);
    if (key.length > longest) return value;
    if (found.size >= most) found.clear();
    // A copy: the text may be a slice, which would keep its whole document in memory.
    found.set(Buffer.from(key).toString(), { value });
    return value;
  };
}
